"""The ledger: what it counts, that nothing counts twice, and that nobody can spoil it for others."""

import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
from pathlib import Path

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.evidence.entry import evidence_entry
from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.evidence.ledger import open_ledger
from s1sr_validator.evidence.ledger_schema import MIGRATIONS
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.evidence import Addition, Borne, EvidenceEntry, EvidenceReport
from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import Bearing, Verdict
from tests.evidence.exchanges import alerted, judged, sent
from tests.invented import MAKER_ONE, MAKER_ONE_LATER
from tests.invented_answers import METER, REQUEST_ID

NOW = dt.datetime(2015, 7, 2, 12, tzinfo=dt.UTC)
ENTRY = EvidenceEntry(
    digest="0" * 64,
    request_digest="1" * 64,
    srv="9.9.1",
    device_model=MAKER_ONE,
    verdict=Verdict.PREDICTED_DEVIATION,
    behaviours=(Borne("S1B-9001", Bearing.SEEN),),
    as_of=dt.date(2015, 7, 1),
    catalogue_version="1.0.0",
    catalogue_digest="c" * 64,
    recorded_at=NOW,
)


def entry(number: int, **fields: object) -> EvidenceEntry:
    """Return an entry of another exchange."""
    return msgspec.structs.replace(ENTRY, digest=f"{number:064}", **fields)


def held(path: Path, behaviour: str = "") -> EvidenceReport:
    """Return what a ledger holds."""
    with open_ledger(path) as ledger:
        return ledger.report(behaviour)


def test_the_same_exchange_counts_once(tmp_path: Path) -> None:
    """A moment later it is known; judged anew, the newer judgement stands in the place of the older."""
    path = tmp_path / "evidence.sqlite"
    later = msgspec.structs.replace(ENTRY, recorded_at=NOW + dt.timedelta(days=1))
    unseen = msgspec.structs.replace(ENTRY, behaviours=(Borne("S1B-9001", Bearing.NOT_SEEN),))
    with open_ledger(path) as ledger:
        additions = [ledger.add(each) for each in (ENTRY, later, unseen)]
    assert [Addition.ADDED, Addition.KNOWN, Addition.REPLACED] == additions
    (found,) = held(path).behaviours
    assert (1, 0, 1) == (held(path).exchanges, found.seen, found.not_seen)


def test_counts_are_by_behaviour_and_firmware(tmp_path: Path) -> None:
    """Each bearing is counted where it was seen; what nothing predicted is counted by SRV and model."""
    path = tmp_path / "evidence.sqlite"
    bearings = (Bearing.SEEN, Bearing.SEEN, Bearing.NOT_SEEN, Bearing.CANNOT_TELL, Bearing.RULED_OUT)
    with open_ledger(path) as ledger:
        for number, bearing in enumerate(bearings):
            ledger.add(entry(number, behaviours=(Borne("S1B-9001", bearing),), as_of=dt.date(2015, 7, number + 1)))
        ledger.add(entry(8, device_model=MAKER_ONE_LATER))
        ledger.add(entry(9, behaviours=(), verdict=Verdict.UNPREDICTED_DEVIATION))
    report = held(path)
    first, later = report.behaviours
    assert ("00000001", 2, 1, 1, 1) == (first.firmware, first.seen, first.not_seen, first.cannot_tell, first.ruled_out)
    assert (dt.date(2015, 7, 1), dt.date(2015, 7, 5)) == (first.first_day, first.last_day)
    assert ("00000002", 1, 0) == (later.firmware, later.seen, later.not_seen)
    assert [("9.9.1", MAKER_ONE, 1)] == [(each.srv, each.device_model, each.exchanges) for each in report.unpredicted]
    assert (7, 6, 0) == (report.exchanges, held(path, "S1B-9001").exchanges, held(path, "S1B-9009").exchanges)


def _write(path: Path, start: int) -> None:
    for number in range(start, start + 10):
        with open_ledger(path) as ledger:
            ledger.add(entry(number))


def _write_and_die(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(entry(1))
        connection = ledger._connection  # noqa: SLF001 - to be killed in the middle of writing
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM exchange")
        os.kill(os.getpid(), signal.SIGKILL)


def test_several_processes_write_at_a_time(tmp_path: Path) -> None:
    """Each makes the tables or finds them, waits for the others, and what two of them add counts once."""
    path = tmp_path / "new" / "evidence.sqlite"
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_write, args=(path, start)) for start in (0, 0, 5, 10)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [0, 0, 0, 0] == [writer.exitcode for writer in writers]
    assert 20 == held(path).exchanges


def test_a_writer_that_is_killed_leaves_no_trace(tmp_path: Path) -> None:
    """What it had written whole stays; what it was writing never was."""
    path = tmp_path / "evidence.sqlite"
    writer = multiprocessing.get_context("spawn").Process(target=_write_and_die, args=(path,))
    writer.start()
    writer.join()
    assert -signal.SIGKILL == writer.exitcode
    assert 1 == held(path).exchanges
    with open_ledger(path) as ledger:
        assert Addition.ADDED == ledger.add(entry(2))


def test_nothing_of_the_content_is_kept(tmp_path: Path, tiny: Catalogue) -> None:
    """No identifier of the messages stands in any byte of the file."""
    path, answer = tmp_path / "evidence.sqlite", alerted("S1X9001")
    report = judged(tiny, answer, state={"state.invented_log.entries": 0})
    made = evidence_entry(report, sent(), [answer], FieldKinds(tiny.lookup), recorded_at=NOW)
    with open_ledger(path) as ledger:
        ledger.add(made)
    assert (Verdict.PREDICTED_DEVIATION, (Borne("S1B-9001", Bearing.SEEN),)) == (made.verdict, made.behaviours)
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"S1B-9001" in written
    assert [] == [text for text in (METER, REQUEST_ID, "01234567890123456789", "invented<") if text.encode() in written]


def test_layout_makes_no_other_exchange(tiny: Catalogue) -> None:
    """Blanks and comments do not make a second exchange of one; another counter does."""
    fields, answer = FieldKinds(tiny.lookup), alerted("S1X9001")
    spaced = Message("other name", answer.data.replace(b"><", b">\n <").replace(b"<sr:Body>", b"<!-- x --><sr:Body>"))
    report = judged(tiny, answer)
    first, second = (
        evidence_entry(report, sent(), [each], fields, recorded_at=NOW).digest for each in (answer, spaced)
    )
    other = Message("request.xml", sent().data.replace(b":7<", b":8<"))
    assert first == second
    assert first != evidence_entry(report, other, [answer], fields, recorded_at=NOW).digest


def test_evidence_is_about_one_device_model(tiny: Catalogue) -> None:
    """Where the key stands for several, nobody knows on which firmware it was seen."""
    answer = alerted("S1X9001")
    report = judged(tiny, answer, device="ESME/FFF0")
    with pytest.raises(UsageError, match="2 Device Models"):
        evidence_entry(report, sent(), [answer], FieldKinds(tiny.lookup), recorded_at=NOW)


@pytest.mark.parametrize("make", ["other", "newer", "text", "folder"])
def test_what_is_no_ledger_stays_as_it_is(tmp_path: Path, make: str) -> None:
    """A database of something else, a ledger of a newer version, a text and a folder are refused."""
    path = tmp_path / "evidence.sqlite"
    if make == "folder":
        path.mkdir()
    elif make == "text":
        path.write_text("a text that is longer than nothing" * 10, "utf-8")
    elif make == "newer":
        held(path)
        _execute(path, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    else:
        _execute(path, "CREATE TABLE other (id TEXT)")
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(UsageError):
        held(path)
    assert before == (path.read_bytes() if path.is_file() else b"")


def _execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
