"""An import into a folder: what it holds, that it loads as an overlay, and what a review makes of it."""

import datetime as dt
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.exchange.record_writer import write_record
from s1sr_validator.exchange.regulation.draft_fields import with_answer
from s1sr_validator.exchange.regulation.importing import ImportOrder, RegulationPlan, check_edition, plan_regulation
from s1sr_validator.exchange.regulation.queue import read_queue, write_import
from s1sr_validator.exchange.regulation.records import draft_edits
from s1sr_validator.lint.overlays import lint_overlays
from s1sr_validator.load.overlay_files import load_overlays
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Severity
from tests.exchange.invented_docx import clause, docx, inserted, paragraph, run

DAY = dt.date(2099, 1, 12)
SAID = "the invented log is empty"
TEXT = f"""Invented Supporting Requirements
Version: 9.0

9 Invented behaviours
9.1 On an ESME the SRV 9.9.1 will fail with S1X9001 where {SAID}.
9.2 Nothing is said of any service here.
9.3 For the SRV 9.9.2:
(a) an ESME will fail with S1ZZ0001; and
(b) a GSME answers.
9.4 An alert S1ZZ0002 is raised.
"""


def planned(
    folder: Path, tiny: Catalogue, *, text: str = TEXT, name: str = "invented.txt", **wanted: object
) -> RegulationPlan:
    """Return the plan of an import of an invented text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    order = ImportOrder(**{"day": DAY, "folder": folder / "out", **wanted})  # type: ignore[arg-type]
    return plan_regulation(path, tiny.snapshot.records, order)


def imported(folder: Path, tiny: Catalogue, *, text: str = TEXT, keeps_text: bool = False) -> Path:
    """Import an invented text and return the folder."""
    plan = planned(folder, tiny, text=text, keeps_text=keeps_text)
    write_import(folder / "out", plan.register, plan.queue, plan.edits)
    return folder / "out"


def lint_errors(overlay: Path, tiny: Catalogue) -> list[str]:
    """Return the codes of what lint says of an overlay."""
    below = tiny.snapshot
    result = lint_overlays(below, load_overlays([overlay], below.records), as_of=DAY)
    return [finding.code for finding in result.findings if finding.severity is Severity.ERROR]


def test_the_register_has_numbers_and_digests_and_no_text(tmp_path: Path, tiny: Catalogue) -> None:
    """The text of a clause is nowhere in what is written."""
    folder = imported(tmp_path, tiny)
    written = [path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()]
    assert not [text for text in written if SAID in text]
    numbers = [each.number for each in planned(tmp_path, tiny).register.clauses]
    assert ["9", "9.1", "9.2", "9.3", "9.3(a)", "9.3(b)", "9.4"] == numbers


def test_the_text_is_kept_where_it_is_asked_for(tmp_path: Path, tiny: Catalogue) -> None:
    """With its text the clause's private record says what the clause says."""
    folder = imported(tmp_path, tiny, keeps_text=True)
    assert SAID in (folder / "overlay/clauses/X-S1SR/9.1.yaml").read_text("utf-8")


def test_behaviour_clauses_become_drafts(tmp_path: Path, tiny: Catalogue) -> None:
    """A clause that names SRVs or alerts is a draft, and so is an item that fails under such a clause."""
    drafts = {draft.number: draft for draft in planned(tmp_path, tiny).queue.drafts}
    assert ["9.1", "9.3", "9.3(a)", "9.4"] == list(drafts)
    assert ("9.9.1",) == drafts["9.1"].terms.services
    assert ("9.9.2",) == drafts["9.3(a)"].terms.services
    assert ("services", "summary", "outcome", "when", "devices") == drafts["9.4"].open


def test_drafts_load_as_an_overlay_and_predict_nothing(tmp_path: Path, tiny: Catalogue) -> None:
    """What was not reviewed predicts nothing: no row applies it, and without an outcome there is no record."""
    folder = imported(tmp_path, tiny)
    with_drafts = tiny.with_overlay(folder / "overlay")
    assert tiny.digest == with_drafts.digest
    private = [each for each in with_drafts.snapshot.records.behaviours if each.id.startswith("X-S1SR")]
    assert ["X-S1SR-0001", "X-S1SR-0003"] == [each.id for each in private]
    assert not [row for row in with_drafts.snapshot.records.matrix if row.edition.startswith("X-S1SR")]
    assert {"CAT134", "CAT146"} == set(lint_errors(folder / "overlay", tiny))


ANSWERS = {"summary": "The read fails.", "when": "state.invented_log.entries = 0", "devices": "ESME/FFF0"}


def test_an_answered_draft_passes_its_own_cases(tmp_path: Path, tiny: Catalogue) -> None:
    """With every field answered the records are whole: lint has nothing to say of this draft."""
    folder = imported(tmp_path, tiny, text="Version: 9.0\n9.1 On an ESME the SRV 9.9.1 will fail where it is empty.")
    queue = read_queue(folder)
    draft = queue.drafts[0]
    for field, answer in ANSWERS.items():
        draft = with_answer(draft, field, answer, tiny.snapshot.records)
    assert () == draft.open
    for edit in draft_edits(draft, queue, tiny.snapshot.records):
        write_record(folder / "overlay", edit)
    assert [] == lint_errors(folder / "overlay", tiny)


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("services", "9.9.77"),
        ("services", ","),
        ("outcome", "perhaps"),
        ("when", "state.unheard_of = 1"),
        ("when", "whenever"),
        ("when", "state.invented_log.entries about 3"),
        ("devices", "ESME/0000"),
        ("devices", "fridge"),
        ("devices", "ESME/12"),
        ("summary", "  "),
    ],
)
def test_an_answer_that_cannot_be_is_refused(tmp_path: Path, tiny: Catalogue, field: str, answer: str) -> None:
    """An unknown SRV, state or Device Model is refused when it is given, not when it is read back."""
    draft = planned(tmp_path, tiny).queue.drafts[0]
    with pytest.raises(UsageError):
        with_answer(draft, field, answer, tiny.snapshot.records)


def test_another_edition_is_compared_with_a_register_or_a_document(tmp_path: Path, tiny: Catalogue) -> None:
    """The same comparison comes from the folder of an import, from its register and from the document itself."""
    folder = imported(tmp_path, tiny)
    later = TEXT.replace("Nothing is said", "Very little is said").replace("Version: 9.0", "Version: 9.1")
    fates = [
        [
            (change.fate, change.number)
            for change in planned(tmp_path, tiny, text=later, name="later.txt", against=against).report.compared.changes
        ]
        for against in (folder, folder / "register.json", tmp_path / "invented.txt")
    ]
    assert [[("reworded", "9.2")]] * 3 == fates


def test_tracked_changes_are_a_comparison_of_their_own(tmp_path: Path, tiny: Catalogue) -> None:
    """A redline says what it changes without another document."""
    new = paragraph(inserted("The SRV 9.9.1 will fail."), level=1, mark="ins")
    path = docx(tmp_path, paragraph(run("Version: 9.0")), clause("Scope", 0), clause("Text of old.", 1), new)
    plan = plan_regulation(path, tiny.snapshot.records, ImportOrder(day=DAY))
    assert [("added", "1.2")] == [(change.fate, change.number) for change in plan.report.compared.changes]
    assert "s1sr-9.0" == plan.report.folder


@pytest.mark.parametrize(
    ("text", "error"), [("9.1 Without an edition.", UsageError), ("Version: 9.0\n\nNo clause at all.", InputError)]
)
def test_what_cannot_be_registered_is_refused(
    tmp_path: Path, tiny: Catalogue, text: str, error: type[Exception]
) -> None:
    """A document without an edition or without clauses writes nothing."""
    with pytest.raises(error):
        planned(tmp_path, tiny, text=text)


def test_a_second_import_does_not_overwrite_a_review(tmp_path: Path, tiny: Catalogue) -> None:
    """A folder that holds something is refused, so that no answer is lost."""
    imported(tmp_path, tiny)
    with pytest.raises(UsageError):
        imported(tmp_path, tiny)


@pytest.mark.parametrize("edition", ["../up", "a b", "x/y", "-1"])
def test_an_edition_cannot_lead_out_of_its_folder(edition: str) -> None:
    """The edition becomes a part of ids and file names."""
    with pytest.raises(UsageError):
        check_edition(edition)


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"edition": 1}'])
def test_a_damaged_queue_is_refused(tmp_path: Path, content: bytes) -> None:
    """A queue that cannot be read is named, not repaired."""
    (tmp_path / "review.json").write_bytes(content)
    with pytest.raises(InputError) as refused:
        read_queue(tmp_path)
    assert "S1I015" == refused.value.finding.code
