"""Drafts: an overlay that loads and predicts what was seen, and a note where a prediction was not seen."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.evidence.correction_note import correction_note
from s1sr_validator.evidence.draft import draft_records
from s1sr_validator.evidence.draft_files import OVERLAY, records_as_files, write_files
from s1sr_validator.evidence.open_questions import open_questions
from s1sr_validator.evidence.sighting import sighting_of
from s1sr_validator.lint.overlays import lint_overlays
from s1sr_validator.load.overlay_files import load_overlays
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import Standing, standing_on
from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import Verdict
from tests.evidence.exchanges import alerted, judged, sent
from tests.invented import GAS, MAKER_ONE, MAKER_ONE_LATER, MAKER_TWO
from tests.invented_answers import EMPTY_LOG, METER, data, smets1

UNKNOWN_CODE = "S1CE9999"
EMPTY = {"state.invented_log.entries": 0}


def drafted(tiny: Catalogue, folder: Path, answer: Message, device: str) -> Path:
    """Write a draft and return its overlay folder."""
    sighting = sighting_of(judged(tiny, answer, device=device), sent(), [answer], tiny.lookup, reporter="A reporter: x")
    write_files(folder, records_as_files(draft_records(sighting, tiny.lookup)))
    return folder / OVERLAY


@pytest.mark.parametrize("code", ["S1X9001", UNKNOWN_CODE])
def test_the_draft_predicts_what_was_seen(tiny: Catalogue, tmp_path: Path, code: str) -> None:
    """Put over the catalogue, the exchange is what it predicts, on this Device Model and on no other."""
    answer = alerted(code)
    assert Verdict.UNPREDICTED_DEVIATION == judged(tiny, answer, device=MAKER_TWO).verdict
    over = tiny.with_overlay(drafted(tiny, tmp_path / "draft", answer, MAKER_TWO))
    assert Verdict.PREDICTED_DEVIATION == judged(over, answer, device=MAKER_TWO).verdict
    assert judged(tiny, answer, device=MAKER_ONE_LATER).verdict == judged(over, answer, device=MAKER_ONE_LATER).verdict


@pytest.mark.parametrize(("device", "codes"), [(GAS, []), (MAKER_TWO, ["CAT148"])])
def test_lint_has_nothing_against_a_draft(tiny: Catalogue, tmp_path: Path, device: str, codes: list[str]) -> None:
    """But for its contradiction with a behaviour of the catalogue, where there is one; a person has to resolve that."""
    loaded = load_overlays([drafted(tiny, tmp_path / "draft", alerted(UNKNOWN_CODE), device)], tiny.snapshot.records)
    found = lint_overlays(tiny.snapshot, loaded, as_of=judged(tiny, alerted(UNKNOWN_CODE)).as_of)
    assert codes == [finding.code for finding in found.findings]


def test_the_draft_is_observed_from_the_day_of_the_answer(tiny: Catalogue, tmp_path: Path) -> None:
    """The event has the answer's date, and the notes are the open questions."""
    over = tiny.with_overlay(drafted(tiny, tmp_path / "draft", alerted(UNKNOWN_CODE), MAKER_TWO))
    (behaviour,) = (found for found in over.lookup.records.behaviours if found.id.startswith("X-DRAFT"))
    (event,) = behaviour.lifecycle
    assert "2015-07-01" == event.date.isoformat()
    assert Standing.OBSERVED == standing_on(behaviour.lifecycle, event.date)
    sighting = sighting_of(
        judged(tiny, alerted(UNKNOWN_CODE), device=MAKER_TWO), sent(), [alerted(UNKNOWN_CODE)], tiny.lookup
    )
    assert sorted(open_questions(sighting)) == sorted(behaviour.notes)


def test_a_contradicted_behaviour_is_the_first_question(tiny: Catalogue) -> None:
    """Where a behaviour of the catalogue would have it otherwise, both cannot hold, and somebody has to say when."""
    answer = alerted(UNKNOWN_CODE)
    sighting = sighting_of(judged(tiny, answer, device=MAKER_ONE, state=dict(EMPTY)), sent(), [answer], tiny.lookup)
    assert open_questions(sighting)[0].startswith("S1B-9001 would have it otherwise")


def test_no_identifier_gets_into_a_draft(tiny: Catalogue, tmp_path: Path) -> None:
    """A draft says what the messages say of the Device Model, and nothing of whose meter it was."""
    folder = drafted(tiny, tmp_path / "draft", alerted(UNKNOWN_CODE), MAKER_TWO)
    written = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml")))
    assert MAKER_TWO in written
    assert [] == [text for text in (METER, "01234567890123456789") if text in written]


def test_a_code_that_is_none_is_not_taken_over(tiny: Catalogue, tmp_path: Path) -> None:
    """Any text can stand as the code of an S1SP Alert; a name in its place stays out of the draft."""
    folder = drafted(tiny, tmp_path / "draft", alerted("Zoe Ample"), MAKER_TWO)
    assert "Zoe" not in "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml")))
    assert any(found.id.startswith("X-DRAFT") for found in tiny.with_overlay(folder).lookup.records.behaviours)


def test_a_correction_names_what_was_not_seen(tiny: Catalogue) -> None:
    """With clause and standing, what came back instead, and the questions."""
    answer = Message("answer.xml", smets1(data(EMPTY_LOG)).encode())
    report = judged(tiny, answer, device=MAKER_ONE, state=dict(EMPTY))
    assert Verdict.PREDICTED_NOT_SEEN == report.verdict
    note = correction_note(sighting_of(report, sent(), [answer], tiny.lookup, reporter="A reporter"))
    for part in ("S1B-9001", "clause 9.1", "A reporter", "Open questions", MAKER_ONE):
        assert part in note
    assert METER not in note


def test_a_draft_is_not_written_over_anything(tmp_path: Path) -> None:
    """What lies in the folder already stays as it is."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="not empty"):
        write_files(tmp_path, {"mine.txt": b"other"})
    assert "mine" == (tmp_path / "mine.txt").read_text("utf-8")


def test_a_draft_is_about_one_device_model(tiny: Catalogue) -> None:
    """Nobody knows which firmware a partial key means."""
    with pytest.raises(UsageError, match="2 Device Models"):
        sighting_of(judged(tiny, alerted("S1X9001"), device="ESME/FFF0"), sent(), [alerted("S1X9001")], tiny.lookup)
