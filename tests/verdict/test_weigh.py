"""Weighing: every verdict, for claims that apply for certain, under an open condition, or not at all."""

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Answer, Behaviour, Claim, ExpectedAlert, Outcome, ValueDifference
from s1sr_validator.model.condition import Comparison, Operator, Value
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.state import Revelation
from s1sr_validator.model.verdict import Bearing, ExchangeReport, Verdict
from tests.invented import LOG, MAKER_ONE, SUCCESS, behaviour, request_xml, row, with_records
from tests.invented_answers import (
    EMPTY_LOG,
    FULL_LOG,
    REQUEST_ID,
    acknowledgement,
    data,
    s1sp_alert,
    smets1,
)
from tests.verdict.judged import judged

ALERT = Answer(outcome=Outcome.FAILURE, summary="It fails.", alerts=(ExpectedAlert(code="S1X9001"),))
EMPTY = Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,))
TEN = ValueDifference(about="value", says="ten", path="Electricity.LogEntry.Value", values=("10",))
ELEVEN = ValueDifference(about="value", says="eleven", path="Electricity.LogEntry.Value", values=("11",))
WORDS = ValueDifference(about="value", says="something that only a reader sees")
DEBUG = (
    '<ra:SMETS1Debug><ra:SMETS1Response ResponseCode="7" Position="1"><ra:Error/></ra:SMETS1Response></ra:SMETS1Debug>'
)
REQUEST = request_xml(LOG, header={"RequestID": REQUEST_ID})

ORDINARY, EMPTY_ONE, FAILED = smets1(data(FULL_LOG)), smets1(data(EMPTY_LOG)), smets1(data("", DEBUG))
AS_GBCS, PREDICTED, UNPREDICTED, NOT_SEEN, NOT_ASSESSED = (
    Verdict.AS_GBCS,
    Verdict.PREDICTED_DEVIATION,
    Verdict.UNPREDICTED_DEVIATION,
    Verdict.PREDICTED_NOT_SEEN,
    Verdict.NOT_ASSESSED,
)


def revealing(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with an invented state that the payload of the log service reveals."""
    revelation = Revelation(
        service=LOG, counts=("Electricity.LogEntry",), source="invented-source", place="a place", reason="invented"
    )
    states = tuple(
        msgspec.structs.replace(state, revealed_by=(revelation,)) if state.id == "invented_log.entries" else state
        for state in catalogue.snapshot.records.states
    )
    records = msgspec.structs.replace(catalogue.snapshot.records, states=states)
    return Catalogue(msgspec.structs.replace(catalogue.snapshot, records=records))


def weighed(
    tiny: Catalogue, claims: list[Behaviour], *answers: str, state: Mapping[str, Value] | None = None
) -> ExchangeReport:
    """Return the verdict where these claims, and no others, are about every invented ESME."""
    rows = [row("invented/a", *(claim.id for claim in claims))] if claims else []
    catalogue = with_records(revealing(tiny), claims, rows, alone=True)
    return judged(catalogue, *answers, device=MAKER_ONE, request=REQUEST, state=state)


def claim(deviation: Answer | None, **fields: object) -> Behaviour:
    """Return a claim about the log service."""
    return behaviour("S1B-9100", deviation=deviation, **fields)


def differing(*differences: ValueDifference) -> Answer:
    """Return a successful answer with other values."""
    return Answer(outcome=Outcome.SUCCESS, summary="Other values.", differences=differences)


@pytest.mark.parametrize(
    ("verdict", "bearing", "found", "answers"),
    [
        (AS_GBCS, None, None, [ORDINARY]),
        (AS_GBCS, None, None, [EMPTY_ONE]),
        (UNPREDICTED, None, None, [FAILED]),
        (UNPREDICTED, None, None, [s1sp_alert()]),
        (UNPREDICTED, None, None, [ORDINARY, s1sp_alert()]),
        (NOT_ASSESSED, None, None, [acknowledgement()]),
        (NOT_ASSESSED, None, claim(ALERT), [acknowledgement()]),
        (PREDICTED, Bearing.SEEN, claim(ALERT), [s1sp_alert()]),
        (PREDICTED, Bearing.SEEN, claim(ALERT), [acknowledgement(), s1sp_alert()]),
        (PREDICTED, Bearing.SEEN, claim(ALERT), [s1sp_alert(), s1sp_alert()]),
        (PREDICTED, Bearing.SEEN, claim(ALERT), [FAILED, s1sp_alert()]),
        (UNPREDICTED, Bearing.NOT_SEEN, claim(ALERT), [FAILED]),
        (UNPREDICTED, Bearing.NOT_SEEN, claim(ALERT), [s1sp_alert("S1X9002")]),
        (UNPREDICTED, Bearing.NOT_SEEN, claim(ALERT), [s1sp_alert(), s1sp_alert("S1X9002")]),
        (NOT_SEEN, Bearing.NOT_SEEN, claim(ALERT), [ORDINARY]),
        (PREDICTED, Bearing.SEEN, claim(ALERT, when=EMPTY), [s1sp_alert()]),
        (NOT_SEEN, Bearing.NOT_SEEN, claim(ALERT, when=EMPTY), [EMPTY_ONE]),
        (AS_GBCS, Bearing.RULED_OUT, claim(ALERT, when=EMPTY), [ORDINARY]),
        (PREDICTED, Bearing.SEEN, claim(differing(TEN)), [ORDINARY]),
        (NOT_SEEN, Bearing.NOT_SEEN, claim(differing(ELEVEN)), [ORDINARY]),
        (NOT_ASSESSED, Bearing.CANNOT_TELL, claim(differing(TEN)), [EMPTY_ONE]),
        (NOT_ASSESSED, Bearing.CANNOT_TELL, claim(differing(WORDS)), [ORDINARY]),
        (UNPREDICTED, Bearing.NOT_SEEN, claim(differing(WORDS)), [FAILED]),
        (AS_GBCS, None, claim(None, claim=Claim.CONFORMS, baseline=SUCCESS), [ORDINARY]),
        (UNPREDICTED, None, claim(None, claim=Claim.CONFORMS, baseline=SUCCESS), [FAILED]),
    ],
)
def test_verdicts(
    tiny: Catalogue, verdict: Verdict, bearing: Bearing | None, found: Behaviour | None, answers: list[str]
) -> None:
    """Each pair of a claim and what came back has one verdict, and says how the claim bears on it."""
    report = weighed(tiny, [found] if found else [], *answers)
    assert verdict == report.verdict
    assert ([bearing] if bearing else []) == [each.bearing for each in report.behaviours]


def test_the_answer_counts_before_the_given_state(tiny: Catalogue) -> None:
    """What was seen settles the condition, and what was given against it is a finding."""
    report = weighed(tiny, [claim(ALERT, when=EMPTY)], ORDINARY, state={"state.invented_log.entries": 0})
    assert AS_GBCS == report.verdict
    assert [("state.invented_log.entries", "3", "revealed")] == [
        (state.name, state.value, state.origin) for state in report.state
    ]
    assert "RSP207" in {finding.code for finding in report.findings}


def test_a_given_state_settles_what_the_answer_does_not_show(tiny: Catalogue) -> None:
    """With the condition ruled out by the caller, the deviation that came back was not predicted."""
    report = weighed(tiny, [claim(ALERT, when=EMPTY)], s1sp_alert(), state={"state.invented_log.entries": 3})
    assert UNPREDICTED == report.verdict
    assert [Bearing.RULED_OUT] == [each.bearing for each in report.behaviours]


def test_strays_are_left_out(tiny: Catalogue) -> None:
    """An answer to another request changes nothing; alone, it is no pair."""
    stray = s1sp_alert("S1X9002", request_id=REQUEST_ID.replace(":7", ":8"))
    assert PREDICTED == weighed(tiny, [claim(ALERT)], s1sp_alert(), stray).verdict
    alone = weighed(tiny, [claim(ALERT)], stray)
    assert (Verdict.NOT_A_PAIR, "") == (alone.verdict, alone.outcome)
    assert "RSP201" in {finding.code for finding in alone.findings}


def test_device_models_that_differ(tiny: Catalogue) -> None:
    """A key that stands for models with different verdicts gets none of them, and each is listed."""
    claims = [claim(ALERT)]
    narrow = row("invented/a", "S1B-9100", devices=(DevicePattern(manufacturer=("FFF0",)),))
    catalogue = with_records(revealing(tiny), claims, [narrow], alone=True)
    report = judged(catalogue, s1sp_alert(), device="ESME", request=REQUEST)
    assert NOT_ASSESSED == report.verdict
    assert {PREDICTED, UNPREDICTED} == {device.verdict for device in report.devices}
    assert "name one of them" in report.says


@given(st.permutations([acknowledgement(), s1sp_alert(), s1sp_alert("S1X9002"), ORDINARY, FAILED]), st.integers(1, 5))
def test_the_order_of_answers_makes_no_difference_to_alerts(tiny: Catalogue, answers: list[str], count: int) -> None:
    """Acknowledgement, alerts and one response are read together, in whatever order they are given."""
    chosen = [text for text in answers[:count] if text != FAILED]
    expected = weighed(tiny, [claim(ALERT)], *sorted(chosen))
    found = weighed(tiny, [claim(ALERT)], *chosen)
    assert expected.verdict == found.verdict


def test_coverage_says_what_was_not_seen(tiny: Catalogue) -> None:
    """Every verdict lists what it looked at, and that signatures and values were not."""
    report = weighed(tiny, [], ORDINARY)
    checked = {item.aspect for item in report.coverage if item.checked}
    assert {"pairing", "outcome", "S1SP alerts", "payload", "state"} == checked
    assert {"behaviours", "signature", "payload values"} == {item.aspect for item in report.coverage} - checked
