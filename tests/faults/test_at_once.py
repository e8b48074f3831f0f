"""Two runs at once on one checkout, folder or ledger: what is there in the end is what one of them wrote, whole."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from s1sr_validator.model.errors import UsageError
from s1sr_validator.whole_files import Before, ChangedMeanwhileError, alone_in, new_folder, replace_bytes, replace_text
from tests.evidence.exchanges import alerted
from tests.exchange.imported_files import files
from tests.faults.process import at_once, ran
from tests.faults.test_every_call import TAKES_ALL
from tests.faults.writing_commands import DAY, TO, TO_FILE, WRITES, with_exchange, with_products
from tests.invented import MAKER_ONE

AT_ONCE = 4 if TAKES_ALL else 2
MAY_BE_REFUSED = {"compile": False, "export": False, "fmt": False, "new": True, "publish": True}


def together(calls: list[Callable[[], object]]) -> None:
    """Call all at the same time."""
    gate = threading.Barrier(len(calls))

    def wait_and_call(call: Callable[[], object]) -> None:
        gate.wait()
        call()

    threads = [threading.Thread(target=wait_and_call, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_writers_of_one_file_leave_one_of_the_two(tmp_path: Path) -> None:
    """Never a mixture, never a part, and no draft beside it, however they meet."""
    path = tmp_path / "record.yaml"
    texts = [letter * (20_000 + 7_000 * place) for place, letter in enumerate("abcd")]
    for _ in range(25):
        together([lambda text=text: replace_text(path, text) for text in texts])  # type: ignore[misc]
        assert path.read_text("utf-8") in texts
        assert [path] == list(tmp_path.iterdir())


def test_of_two_that_make_a_file_one_does(tmp_path: Path) -> None:
    """A new record never takes the place of another one of the same id."""
    path, refused = tmp_path / "record.yaml", []

    def make(text: bytes) -> None:
        try:
            replace_bytes(path, text, before=Before.NOTHING)
        except FileExistsError:
            refused.append(text)

    together([lambda text=text: make(text) for text in (b"one", b"other", b"third")])  # type: ignore[misc]
    assert 2 == len(refused)
    assert path.read_bytes() not in refused


def test_what_another_has_changed_is_not_written_over(tmp_path: Path) -> None:
    """Between reading and writing somebody else was there: the file stays as they left it."""
    path = tmp_path / "record.yaml"
    path.write_text("theirs")
    with pytest.raises(ChangedMeanwhileError):
        replace_text(path, "ours", before="as it was read")
    assert ("theirs", [path]) == (path.read_text("utf-8"), list(tmp_path.iterdir()))


def test_a_folder_is_held_by_one(tmp_path: Path) -> None:
    """The second is refused in words, until the first has ended; a folder that is not there is nobody's."""
    with alone_in(tmp_path), pytest.raises(UsageError, match="another run is changing"), alone_in(tmp_path):
        pass
    with alone_in(tmp_path), alone_in(tmp_path / "missing"):
        pass


def test_a_new_folder_is_made_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one fills it nobody else does; the working folder itself can be filled, and is emptied where that fails."""
    with new_folder(tmp_path / "draft") as draft:
        (draft / "record.yaml").write_text("text")
        with pytest.raises(UsageError, match="another run"), new_folder(tmp_path / "draft"):
            pytest.fail("two fill it")
    assert ["record.yaml"] == [path.name for path in (tmp_path / "draft").iterdir()]
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(FileNotFoundError):
        fill_in_part(Path())
    assert [] == list((tmp_path / "here").iterdir())
    with new_folder(Path()) as draft:
        (draft / "record.yaml").write_text("text")
    assert Path("record.yaml").is_file()


def fill_in_part(folder: Path) -> None:
    """Write one file into a new folder, and fail at the second."""
    with new_folder(folder) as draft:
        replace_text(draft / "record.yaml", "text")
        replace_text(draft / "no such folder" / "record.yaml", "text")


def test_a_draft_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """A folder that a stranger made can hold a link of the draft's name: what it leads to is not written to."""
    secret, path = tmp_path / "elsewhere", tmp_path / "record.yaml"
    secret.write_text("not theirs")
    (tmp_path / ".record.yaml.part").symlink_to(secret)
    with pytest.raises(OSError, match="symbolic links"):
        replace_text(path, "text")
    assert ("not theirs", False) == (secret.read_text("utf-8"), path.exists())


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    """A private file does not become public by being written."""
    path = tmp_path / "record.yaml"
    path.write_text("text")
    path.chmod(0o600)
    replace_text(path, "other")
    assert 0o600 == path.stat().st_mode & 0o777


@pytest.mark.parametrize("name", MAY_BE_REFUSED if TAKES_ALL else ["fmt"])
def test_the_same_command_at_once(name: str, tmp_path: Path) -> None:
    """All of them leave what one leaves; who is refused is told so, and no run ends in a traceback."""
    command, alone, folder = WRITES[name], tmp_path / "alone", tmp_path / "together"
    for place in (alone, folder):
        place.mkdir()
        command.prepare(place)
    assert 0 == ran(command.arguments, alone).returncode
    said = at_once([command.arguments] * AT_ONCE, folder)
    assert [] == [each for each in said if "Traceback" in each[0] or each[1] not in {0, 2}]
    assert 0 in {code for _, code in said}
    if not MAY_BE_REFUSED[name]:
        assert {0} == {code for _, code in said}
    assert files(alone / command.target) == files(folder / command.target)


def test_two_imports_at_once(tmp_path: Path) -> None:
    """One imports; the other is refused, or finds nothing left to do."""
    with_products(tmp_path)
    said = at_once([("import", "cpl", "products.xlsx", *TO)] * AT_ONCE, tmp_path)
    assert {code for _, code in said} <= {0, 2}
    assert all("another run is changing" in text for text, code in said if code)
    expected = tmp_path / "alone"
    expected.mkdir()
    with_products(expected)
    assert 0 == ran(("import", "cpl", "products.xlsx", *TO), expected).returncode
    assert files(expected / "catalogue") == files(tmp_path / "catalogue")


def test_one_ledger_for_several(tmp_path: Path) -> None:
    """A ledger that several make and fill at once holds the row of each."""
    with_exchange(tmp_path)
    codes = ["FFFF", "S1X9001", "81C0"]
    lines = []
    for code in codes:
        (tmp_path / f"{code}.xml").write_bytes(alerted(code).data)
        words = ("evidence", "add", "request.xml", f"{code}.xml", "-d", MAKER_ONE, *DAY, *TO_FILE)
        lines += [(*words, "--ledger", "ledger")] * 2
    said = at_once(lines, tmp_path)
    assert {0} == {code for _, code in said}, said
    connection = sqlite3.connect(tmp_path / "ledger")
    assert (len(codes),) == connection.execute("SELECT count(*) FROM exchange").fetchone()
    connection.close()


def test_a_folder_that_nobody_may_write_to(tmp_path: Path) -> None:
    """Nothing is left in it, and the words say why."""
    if os.geteuid() == 0:
        pytest.skip("the superuser may write anywhere; tests/faults/test_every_call.py takes the rights away instead")
    shutil.copy(__file__, tmp_path / "record.yaml")
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        replace_text(tmp_path / "record.yaml", "text")
    tmp_path.chmod(0o700)
    assert ["record.yaml"] == [path.name for path in tmp_path.iterdir()]
