"""Batches: every message ends as a row or as a reject, once, in order, however often the run is stopped."""

import csv
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from s1sr_validator.batch.chunk import packed
from s1sr_validator.batch.formats import row_format
from s1sr_validator.batch.item import Columns, Item
from s1sr_validator.batch.parts import Done, Parts
from s1sr_validator.batch.plan import plan
from s1sr_validator.batch.predicted import PredictedRow, RejectedRow
from s1sr_validator.batch.predicting import Question, load_catalogue
from s1sr_validator.batch.run import run_batch
from s1sr_validator.batch.sources import chunks, items
from s1sr_validator.model.errors import InputError, UsageError
from tests.invented import LOG, MAKER_ONE, MAKER_TWO, REGISTER, TINY, request_xml

QUESTION = Question(device=MAKER_ONE, as_of="2020-01-01", standing="proposed", state={}, catalogue=str(TINY))
XML = Columns()
PLAN = b"an invented plan"


def message(number: int) -> str:
    """Return an invented request with a number of its own."""
    name = f"90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:{number}"
    return request_xml(LOG if number % 2 else REGISTER, header={"RequestID": name})


def messages(count: int) -> list[Item]:
    """Return invented requests, every seventh of them broken."""
    return [Item(f"m{number}", b"<broken" if number % 7 == 6 else message(number).encode()) for number in range(count)]


def parts(folder: Path, ending: str = ".ndjson") -> Parts:
    """Return where a batch of a test goes."""
    out = folder / f"out{ending}"
    return Parts(out, folder / "rejects.ndjson", row_format(out, PredictedRow.__struct_fields__))


def run(found: list[Item], folder: Path, *, resume: bool = False, watch: Callable[[Done], None] = print) -> Done:
    """Run a batch in this process in chunks of five."""
    where = parts(folder)
    where.begin(PLAN, resume=resume)
    return run_batch(packed(iter(found), 5), QUESTION, where, jobs=1, watch=watch)


def names(path: Path) -> list[str]:
    """Return the names in a file of JSON lines."""
    return [json.loads(line)["name"] for line in path.read_text("utf-8").splitlines()]


def test_every_message_ends_once_in_order(tmp_path: Path) -> None:
    """Good messages are rows and broken ones are rejects with code and place, both in the order of the input."""
    done = run(messages(23), tmp_path)
    good = [f"m{number}" for number in range(23) if number % 7 != 6]
    assert (20, 3, 20) == (done.requests, done.rejected, sum(done.assessments.values()))
    assert good == names(tmp_path / "out.ndjson")
    assert ["m6", "m13", "m20"] == names(tmp_path / "rejects.ndjson")
    first = json.loads((tmp_path / "rejects.ndjson").read_text("utf-8").splitlines()[0])
    assert ("REQ003", 1) == (first["code"], first["line"])
    assert not (tmp_path / "out.ndjson.parts").exists()


class StoppedError(Exception):
    """What stops a run in a test."""


def stop_after(count: int) -> Callable[[Done], None]:
    """Return a watch that stops the run after some chunks."""
    seen: list[Done] = []

    def watch(done: Done) -> None:
        seen.append(done)
        if len(seen) == count:
            raise StoppedError

    return watch


@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_stopped_run_is_taken_up(tmp_path: Path, count: int) -> None:
    """A run that was stopped and taken up leaves what a run without a stop leaves."""
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    whole.mkdir()
    stopped.mkdir()
    expected = run(messages(23), whole)
    with pytest.raises(StoppedError):
        run(messages(23), stopped, watch=stop_after(count))
    assert not (stopped / "out.ndjson").exists()
    assert expected == run(messages(23), stopped, resume=True)
    for name in ("out.ndjson", "rejects.ndjson"):
        assert (whole / name).read_bytes() == (stopped / name).read_bytes()


def test_done_chunks_are_not_worked_out_again(tmp_path: Path) -> None:
    """What is done is passed over: the messages of a finished chunk are not read a second time."""
    with pytest.raises(StoppedError):
        run(messages(10), tmp_path, watch=stop_after(1))
    changed = [Item("changed", b"<broken"), *messages(10)[1:]]
    run(changed, tmp_path, resume=True)
    assert "m0" in names(tmp_path / "out.ndjson")


def test_half_written_chunk_is_written_anew(tmp_path: Path) -> None:
    """Rows of a chunk that was killed while it was written count for nothing."""
    with pytest.raises(StoppedError):
        run(messages(10), tmp_path, watch=stop_after(1))
    (tmp_path / "out.ndjson.parts" / "00000001.rows").write_text('{"name": "half of a r', "utf-8")
    run(messages(10), tmp_path, resume=True)
    assert 9 == len(names(tmp_path / "out.ndjson"))


def test_parts_of_another_run_are_not_taken_up(tmp_path: Path) -> None:
    """Without --resume parts are not overwritten; with it, only a run with the same plan goes on."""
    with pytest.raises(StoppedError):
        run(messages(23), tmp_path, watch=stop_after(1))
    with pytest.raises(UsageError, match="a stopped run has left"):
        parts(tmp_path).begin(PLAN, resume=False)
    with pytest.raises(UsageError, match="from another run"):
        parts(tmp_path).begin(b"another", resume=True)


def test_a_run_that_has_done_nothing_leaves_nothing_to_take_up(tmp_path: Path) -> None:
    """Where a run ended before its first chunk was done, the next begins anew without being told to."""
    parts(tmp_path).begin(PLAN, resume=False)
    parts(tmp_path).begin(b"another", resume=False)
    parts(tmp_path).begin(b"another", resume=True)


def test_plan_knows_a_changed_input(tmp_path: Path) -> None:
    """A file that was added to a folder, a changed file and another question each make another plan."""
    (tmp_path / "a.xml").write_text(message(1), "utf-8")
    stamp = load_catalogue(QUESTION).stamp
    other = Question(device=MAKER_TWO, as_of="2020-01-01", standing="proposed", state={}, catalogue=str(TINY))
    plans = {plan([str(tmp_path)], XML, asked, stamp, 5) for asked in (QUESTION, other)}
    (tmp_path / "b.xml").write_text(message(2), "utf-8")
    plans.add(plan([str(tmp_path)], XML, QUESTION, stamp, 5))
    (tmp_path / "b.xml").write_text(message(2) + " ", "utf-8")
    plans.add(plan([str(tmp_path)], XML, QUESTION, stamp, 5))
    assert 4 == len(plans)


def test_several_processes_leave_the_same(tmp_path: Path) -> None:
    """Two processes write what one writes, in the same order."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    expected = run(messages(23), one)
    where = parts(two)
    where.begin(PLAN, resume=False)
    found = run_batch(packed(iter(messages(23)), 5), QUESTION, where, jobs=2, watch=print)
    assert expected == found
    assert (one / "out.ndjson").read_bytes() == (two / "out.ndjson").read_bytes()


def test_messages_are_read_as_they_are_needed(tmp_path: Path) -> None:
    """No more than a chunk of messages is taken before its rows are written: memory does not grow with the input."""
    taken: list[int] = []
    ahead: list[int] = []

    def endless() -> Iterator[Item]:
        for number, item in enumerate(messages(40)):
            taken.append(number)
            yield item

    where = parts(tmp_path)
    where.begin(PLAN, resume=False)
    watch = lambda done: ahead.append(len(taken) - done.requests - done.rejected)  # noqa: E731 - told once here
    run_batch(packed(islice(endless(), 40), 5), QUESTION, where, jobs=1, watch=watch)
    assert [0] * 8 == ahead


def test_csv_is_read_back(tmp_path: Path) -> None:
    """CSV has a row of names, and nothing that a spreadsheet takes for a formula."""
    where = parts(tmp_path, ".csv")
    where.begin(PLAN, resume=False)
    run_batch(packed(iter([Item('=1+1, "x"', message(1).encode())]), 5), QUESTION, where, jobs=1, watch=print)
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8")))
    assert (list(PredictedRow.__struct_fields__), '\'=1+1, "x"') == (list(row), row["name"])


def test_parquet_is_read_back(tmp_path: Path) -> None:
    """Parquet in gives Parquet out, with the rows of the messages in order."""
    pq = pytest.importorskip("pyarrow.parquet")
    pa = pytest.importorskip("pyarrow")
    table = tmp_path / "in.parquet"
    pq.write_table(pa.table({"xml": [message(1), None, message(2)], "key": [MAKER_ONE, MAKER_ONE, MAKER_TWO]}), table)
    where = parts(tmp_path, ".parquet")
    where.begin(PLAN, resume=False)
    asked = Question(device="", as_of="2020-01-01", standing="proposed", state={}, catalogue=str(TINY))
    done = run_batch(chunks([str(table)], Columns("xml", "", "key"), 5), asked, where, jobs=1, watch=print)
    found = pq.read_table(tmp_path / "out.parquet").to_pydict()
    assert (2, 1, [MAKER_ONE, MAKER_TWO]) == (done.requests, done.rejected, found["device_model"])


def test_unknown_device_of_a_row_is_a_reject(tmp_path: Path) -> None:
    """A row with a Device Model that nobody knows is put aside, with the reason."""
    found = [Item("known", message(1).encode(), MAKER_TWO), Item("unknown", message(1).encode(), "ESME/FFFF")]
    run(found, tmp_path)
    reject = json.loads((tmp_path / "rejects.ndjson").read_text("utf-8"), object_hook=lambda row: RejectedRow(**row))
    assert ("unknown", True) == (reject.name, "ESME/FFFF" in reject.message)


def in_zip(path: Path) -> None:
    """Pack two messages and what is none into a zip."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a.xml", "deep/b.XML", "readme.txt", ".hidden.xml"):
            archive.writestr(name, message(1))


def in_tar(path: Path) -> None:
    """Pack the same into a compressed tar."""
    with tarfile.open(path, "w:gz") as archive:
        for name in ("a.xml", "deep/b.XML", "readme.txt", ".hidden.xml"):
            member = tarfile.TarInfo(name)
            data = message(1).encode()
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


@pytest.mark.parametrize(("name", "pack"), [("in.zip", in_zip), ("in.tar.gz", in_tar)])
def test_archives(tmp_path: Path, name: str, pack: Callable[[Path], None]) -> None:
    """The members of an archive that are named like messages are read, under their own names."""
    pack(tmp_path / name)
    found = list(items([str(tmp_path / name)], XML))
    expected = [f"{tmp_path / name}!/a.xml", f"{tmp_path / name}!/deep/b.XML"]
    assert (expected, {message(1).encode()}) == ([item.name for item in found], {item.data for item in found})


@pytest.mark.parametrize("name", ["in.zip", "in.tar"])
def test_damaged_archive_is_a_reject(tmp_path: Path, name: str) -> None:
    """An archive that is none is put aside and does not stop the run."""
    (tmp_path / name).write_bytes(b"PK\x03\x04 no archive at all")
    assert ["REQ001"] == [item.problem.code for item in items([str(tmp_path / name)], XML) if item.problem]


def test_lines_of_json(tmp_path: Path) -> None:
    """Each line is a message by itself; those that are none say why."""
    lines = [
        json.dumps({"xml": message(1), "id": "first"}),
        "",
        "not json",
        json.dumps({"other": 1}),
        json.dumps([]),
        json.dumps({"xml": message(2)}),
    ]
    (tmp_path / "in.ndjson").write_text("\n".join(lines), "utf-8")
    found = list(items([str(tmp_path / "in.ndjson")], Columns("xml", "id", "")))
    file = str(tmp_path / "in.ndjson")
    assert ["first", f"{file}:3", f"{file}:4", f"{file}:5", f"{file}:6"] == [item.name for item in found]
    assert [None, "REQ010", "REQ001", "REQ010", None] == [item.problem and item.problem.code for item in found]


def test_csv_rows(tmp_path: Path) -> None:
    """A CSV has its messages and Device Models in columns; one without such a column is wrong use."""
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["key", "message"], [MAKER_ONE, message(1)], ["", message(2)]])
    found = list(items([str(tmp_path / "in.csv")], Columns("message", "", "key")))
    assert [(MAKER_ONE, None), ("", "REQ001")] == [(item.device, item.problem and item.problem.code) for item in found]
    with pytest.raises(UsageError, match="no column 'xml'"):
        list(items([str(tmp_path / "in.csv")], XML))


def test_no_such_input(tmp_path: Path) -> None:
    """An input that is not there stops the run: it is more likely a wrong path than one bad message of many."""
    with pytest.raises(InputError, match="cannot be read"):
        list(items([str(tmp_path / "nothing.xml")], XML))


def test_unknown_format(tmp_path: Path) -> None:
    """A file name that says no format is wrong use."""
    with pytest.raises(UsageError, match="no file for rows"):
        parts(tmp_path, ".xlsx")


@pytest.mark.parametrize("ending", [".ndjson", ".csv", ".parquet"])
@pytest.mark.parametrize("name", ["plain", "\u00e9t\u00e9 \U0001f600", "not UTF-8: \udcff"])
def test_names_of_any_letters(tmp_path: Path, name: str, ending: str) -> None:
    """Every format holds a name of any letters; what is no UTF-8 is written as an escape."""
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    where = parts(tmp_path, ending)
    where.begin(PLAN, resume=False)
    found = [*[Item(name, message(1).encode())] * 3, Item(name, b"<broken")]
    run_batch(packed(iter(found), 2), QUESTION, where, jobs=1, watch=print)
    expected = name.encode(errors="backslashreplace").decode()
    assert [expected] * 3 == list(names_in(tmp_path / f"out{ending}"))
    assert [expected] == names(tmp_path / "rejects.ndjson")


def names_in(path: Path) -> Iterator[str]:
    """Yield the names of the rows of a file."""
    if path.suffix == ".parquet":
        yield from pytest.importorskip("pyarrow.parquet").read_table(path).column("name").to_pylist()
    elif path.suffix == ".csv":
        yield from (row["name"] for row in csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    else:
        yield from names(path)
