"""`s1sr import s1sr`, `s1sr import consultation` and `s1sr review`, as a person runs them."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from s1sr_validator.report.output_schemas import output_schema
from tests.cli.conftest import Result

Run = Callable[..., Result]
TINY = ("--catalogue", "tests/tiny_catalogue")
TEXT = """Invented Requirements
Version: 9.0

9 Invented behaviours
9.1 On an ESME the SRV 9.9.1 will fail with S1X9001 where it is empty.
9.2 An alert S1ZZ0002 is raised.
"""
ANSWERS = "The read fails.\nstate.invented_log.entries = 0\nESME/FFF0\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """An invented document of regulation."""
    path = tmp_path / "invented.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(run: Run, document: Path, tmp_path: Path) -> Path:
    """The folder of an import."""
    done = run("import", "s1sr", str(document), "--out", str(tmp_path / "out"), "--date", "2099-01-12", *TINY)
    assert 0 == done.code, done.err
    return tmp_path / "out"


def answering(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pipe answers in."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def queue_of(folder: Path) -> list[dict[str, object]]:
    """Return the drafts of the review queue as they stand on disk."""
    drafts: list[dict[str, object]] = json.loads((folder / "review.json").read_text("utf-8"))["drafts"]
    return drafts


def test_a_dry_run_writes_nothing(run: Run, document: Path) -> None:
    """It says what was found, and that nothing was written."""
    done = run("import", "s1sr", str(document), "--dry-run", *TINY)
    assert 0 == done.code
    assert "nothing written (dry run)" in done.out
    assert [document.name] == [path.name for path in document.parent.iterdir()]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("import-s1sr", ("s1sr", "--dry-run")), ("import-consultation", ("consultation",))],
)
def test_json_is_as_its_schema_says(run: Run, document: Path, name: str, arguments: tuple[str, ...]) -> None:
    """Each output has a published schema."""
    command, *options = arguments
    done = run("import", command, str(document), "--format", "json", *options, *TINY)
    jsonschema.validate(json.loads(done.out), output_schema(name))


def test_a_document_can_come_through_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen is standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    done = run("import", "s1sr", "-", "--dry-run", *TINY)
    assert 0 == done.code
    assert "3 clauses" in done.out


@pytest.mark.parametrize(("file", "name"), [("register.json", "clause-register"), ("review.json", "review-queue")])
def test_the_written_files_are_as_their_schemas_say(folder: Path, file: str, name: str) -> None:
    """The register and the queue are formats that others may read."""
    jsonschema.validate(json.loads((folder / file).read_text("utf-8")), output_schema(name))


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("s1sr", "nowhere.docx"), 3, "cannot be read"),
        (("s1sr", "README.md"), 3, "no numbered clause"),
        (("s1sr", "{document}", "--edition", "../up"), 2, "cannot be an edition"),
        (("s1sr", "{document}", "--date", "tomorrow"), 2, "no date"),
        (("s1sr", "{document}", "--out", "a", "--with-text", "b"), 2, "both name the folder"),
        (("s1sr", "{document}", "--dry-run", "--against", "nowhere.json"), 3, "cannot be read"),
        (("consultation", "nowhere.txt"), 3, "cannot be read"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, document: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    """Wrong use is 2, an unreadable file is 3, and the message says what to do."""
    done = run("import", *(argument.format(document=document) for argument in arguments), *TINY)
    assert code == done.code
    assert says in " ".join(done.err.split())


def test_a_review_keeps_each_answer_and_writes_the_record(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answered to the end, a draft is done, its record is whole, and its cases hold."""
    answering(ANSWERS, monkeypatch)
    done = run("review", str(folder), *TINY)
    assert 0 == done.code, done.out
    assert "its cases hold" in done.out
    assert ["done", "waiting"] == [draft["status"] for draft in queue_of(folder)]
    assert "The read fails." in (folder / "overlay/behaviours/X-S1SR-0001.yaml").read_text("utf-8")


def test_quitting_in_the_middle_loses_nothing(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was answered before `quit` is there, and the next sitting asks only for the rest."""
    answering("The read fails.\nquit\n", monkeypatch)
    run("review", str(folder), *TINY)
    assert {"summary": "The read fails."} == queue_of(folder)[0]["answers"]
    answering("state.invented_log.entries = 0\nESME/FFF0\n", monkeypatch)
    assert 0 == run("review", str(folder), *TINY).code
    assert "done" == queue_of(folder)[0]["status"]


class _Interrupted(io.StringIO):
    """An input whose reader presses Ctrl-C after the first line."""

    def readline(self, *_size: object) -> str:  # type: ignore[override]
        line = super().readline()
        if not line:
            raise KeyboardInterrupt
        return line


def test_ctrl_c_loses_nothing(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends the sitting; the answer before it is kept."""
    monkeypatch.setattr("sys.stdin", _Interrupted("The read fails.\n"))
    run("review", str(folder), *TINY)
    assert {"summary": "The read fails."} == queue_of(folder)[0]["answers"]


def test_a_wrong_answer_is_asked_again(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be is said at once, and the question comes again."""
    answering("The read fails.\nstate.unheard_of = 0\nalways\nESME/FFF0\n", monkeypatch)
    done = run("review", str(folder), *TINY)
    assert "no state is called 'state.unheard_of'" in done.err
    assert "done" == queue_of(folder)[0]["status"]


def test_a_skipped_draft_waits_for_another_day(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Skipped drafts are listed, and asked about with --skipped alone."""
    answering("skip\nskip\n", monkeypatch)
    run("review", str(folder), *TINY)
    assert ["skipped", "skipped"] == [draft["status"] for draft in queue_of(folder)]
    assert "2 skipped" in run("review", str(folder), *TINY).out
    answering(ANSWERS, monkeypatch)
    run("review", str(folder), "--skipped", *TINY)
    assert "done" == queue_of(folder)[0]["status"]


def test_a_folder_without_a_queue_is_named(run: Run, tmp_path: Path) -> None:
    """Without an import there is nothing to review, and the message says what makes one."""
    done = run("review", str(tmp_path), *TINY)
    assert 3 == done.code
    assert "s1sr import s1sr" in " ".join(done.err.split())
