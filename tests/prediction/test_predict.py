"""Predictions: what comes back, how sure that is, and what it rests on."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Answer, Behaviour, Claim, Dispute, Outcome
from s1sr_validator.model.condition import AnyOf, Comparison, Condition, Operator
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Assessment, Certainty, DevicePrediction, Outlook
from tests.invented import (
    GAS,
    LOG,
    MAKER_ONE,
    MAKER_ONE_LATER,
    MAKER_TWO,
    REGISTER,
    SETTING,
    behaviour,
    event,
    request_xml,
    row,
    with_records,
)

GOLDEN = Path(__file__).parent / "golden"
EMPTY, BUSY, DEEP = (
    Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,)),
    Comparison(fact="state.invented_mode.name", operator=Operator.EQUALS, operands=("busy",)),
    Comparison(fact="request.Depth", operator=Operator.AT_LEAST, operands=(10,)),
)
DISPUTE = Dispute(source="invented-source", place="page 3", says="It works here.")
Fields = Mapping[str, object]


def asked(
    catalogue: Catalogue,
    *,
    srv: str = LOG,
    fields: Fields | None = None,
    device: str = MAKER_ONE,
    as_of: str = "2015-06-01",
    state: Fields | None = None,
    standing: str = "proposed",
) -> DevicePrediction:
    """Return the prediction for one Device Model."""
    request = request_xml(srv, fields)
    report = catalogue.predict(request, device=device, as_of=as_of, state=state, standing=standing)
    (prediction,) = report.predictions
    return prediction


def named(prediction: DevicePrediction) -> dict[str, Certainty]:
    """Return the claims that apply, with their certainty."""
    return {claim.behaviour: claim.certainty for claim in (*prediction.deviations, *prediction.conformance)}


CERTAIN, CONDITIONAL = Certainty.CERTAIN, Certainty.CONDITIONAL
TABLE: dict[str, tuple[Assessment, Outlook, dict[str, Certainty], Fields]] = {
    "empty log": (
        Assessment.DEVIATES,
        Outlook.DEVIATION,
        {"S1B-9001": CERTAIN},
        {"state": {"invented_log.entries": 0}},
    ),
    "log with entries": (Assessment.NOT_ASSESSED, Outlook.BASELINE, {}, {"state": {"invented_log.entries": 5}}),
    "log unknown": (Assessment.DEVIATES_IF, Outlook.EITHER, {"S1B-9001": CONDITIONAL}, {}),
    "another maker": (
        Assessment.NOT_ASSESSED,
        Outlook.UNKNOWN,
        {},
        {"device": MAKER_TWO, "state": {"invented_log.entries": 0}},
    ),
    "another service": (Assessment.NOT_ASSESSED, Outlook.UNKNOWN, {}, {"srv": SETTING}),
    "observation, not asked for": (
        Assessment.NOT_ASSESSED,
        Outlook.UNKNOWN,
        {},
        {"srv": REGISTER, "device": MAKER_TWO},
    ),
    "observation, asked for": (
        Assessment.DEVIATES,
        Outlook.DEVIATION,
        {"S1B-9002": CERTAIN},
        {"srv": REGISTER, "device": MAKER_TWO, "standing": "observed"},
    ),
    "conforms": (
        Assessment.CONFORMS,
        Outlook.BASELINE,
        {"S1B-9003": CERTAIN},
        {"device": MAKER_TWO, "standing": "observed", "fields": {"Depth": 12}, "state": {"invented_mode.name": "calm"}},
    ),
    "conforms by another part": (
        Assessment.CONFORMS,
        Outlook.BASELINE,
        {"S1B-9003": CERTAIN},
        {"device": MAKER_TWO, "standing": "observed", "fields": {"Depth": 12}},
    ),
    "conforms, perhaps": (
        Assessment.NOT_ASSESSED,
        Outlook.UNKNOWN,
        {"S1B-9003": CONDITIONAL},
        {"device": MAKER_TWO, "standing": "observed", "fields": {"Depth": 12, "Detailed": "true"}},
    ),
    "conformance ruled out says nothing": (
        Assessment.NOT_ASSESSED,
        Outlook.UNKNOWN,
        {},
        {"device": MAKER_TWO, "standing": "observed", "fields": {"Depth": 2}},
    ),
    "a value that cannot be read leaves it open": (
        Assessment.NOT_ASSESSED,
        Outlook.UNKNOWN,
        {"S1B-9003": CONDITIONAL},
        {"device": MAKER_TWO, "standing": "observed", "fields": {"Depth": "deep"}},
    ),
}


@pytest.mark.parametrize(("assessment", "outlook", "claims", "question"), TABLE.values(), ids=TABLE)
def test_assessment(
    assessment: Assessment, outlook: Outlook, claims: dict[str, Certainty], question: Fields, tiny: Catalogue
) -> None:
    """Only what is claimed with evidence is predicted; silence never means that a Device conforms."""
    prediction = asked(tiny, **question)  # type: ignore[arg-type] # each entry of the table has asked's own types
    assert (assessment, outlook, claims) == (prediction.assessment, prediction.predicts, named(prediction))


@pytest.mark.parametrize(
    ("assessment", "standing", "since", "as_of"),
    [
        (Assessment.NOT_ASSESSED, None, None, "2009-12-31"),
        (Assessment.DEVIATES, Standing.PROPOSED, "2010-01-01", "2010-01-01"),
        (Assessment.DEVIATES, Standing.PROPOSED, "2010-01-01", "2010-12-31"),
        (Assessment.DEVIATES, Standing.DESIGNATED, "2011-01-01", "2011-01-01"),
        (Assessment.DEVIATES, Standing.DESIGNATED, "2011-01-01", "2019-12-31"),
        (Assessment.NOT_ASSESSED, None, None, "2020-01-01"),
        (Assessment.NOT_ASSESSED, None, None, "2021-01-01"),
        (Assessment.NOT_ASSESSED, None, None, "9999-12-31"),
    ],
)
def test_dates(
    assessment: Assessment, standing: Standing | None, since: str | None, as_of: str, tiny: Catalogue
) -> None:
    """A claim is heard from the day of its first event to the day before the one that ends it."""
    prediction = asked(tiny, as_of=as_of, state={"invented_log.entries": 0})
    expected = [] if standing is None or since is None else [(standing, dt.date.fromisoformat(since))]
    assert assessment is prediction.assessment
    assert expected == [(claim.standing, claim.in_force_since) for claim in prediction.deviations]


@pytest.mark.parametrize(
    ("expected", "as_of", "standing"),
    [
        (Assessment.DEVIATES, "2010-06-01", "observed"),
        (Assessment.DEVIATES, "2010-06-01", "proposed"),
        (Assessment.NOT_ASSESSED, "2010-06-01", "designated"),
        (Assessment.DEVIATES, "2015-06-01", "designated"),
    ],
)
def test_standing_floors(expected: Assessment, as_of: str, standing: str, tiny: Catalogue) -> None:
    """A caller who asks for designated clauses does not hear proposed ones."""
    assert expected is asked(tiny, as_of=as_of, standing=standing, state={"invented_log.entries": 0}).assessment


def test_a_signed_pre_command_leaves_conditions_open(tiny: Catalogue) -> None:
    """What cannot be seen is not taken for absent, and a note says so."""
    request = request_xml(LOG, body="<sr:SignedPreCommand>3ADE</sr:SignedPreCommand>")
    report = tiny.predict(request, device=MAKER_TWO, as_of="2015-06-01", standing="observed")
    (prediction,) = report.predictions
    assert {"S1B-9003": CONDITIONAL} == named(prediction)
    assert (
        "Depth in the request is at least 10 and "
        "(the invented mode is calm or it is not so that Detailed in the request is given)"
    ) == prediction.conformance[0].residual_condition
    note = "The body is a signed pre-command: its content cannot be seen, so conditions on it stay open."
    assert (note,) == prediction.notes


def test_residual(tiny: Catalogue) -> None:
    """What the request settles falls out of the residual condition; what only the Device knows remains."""
    prediction = asked(tiny, device=MAKER_TWO, standing="observed", fields={"Depth": 12, "Detailed": "true"})
    (claim,) = prediction.conformance
    assert ("the invented mode is calm", ("state.invented_mode.name",)) == (
        claim.residual_condition,
        claim.residual_facts,
    )


def test_a_certain_claim_has_no_residual(tiny: Catalogue) -> None:
    """Nothing is open where all is known."""
    (claim,) = asked(tiny, state={"invented_log.entries": 0}).deviations
    assert ("", ()) == (claim.residual_condition, claim.residual_facts)
    assert "the number of entries in the invented log is 0" == claim.condition


@pytest.mark.parametrize(
    ("expected", "device"),
    [([MAKER_ONE, MAKER_ONE_LATER], "ESME/FFF0"), ([MAKER_ONE], MAKER_ONE), ([GAS], "GSME/FFF1")],
)
def test_one_prediction_for_each_device_model(expected: list[str], device: str, tiny: Catalogue) -> None:
    """A partial key is answered for every Device Model that it stands for."""
    report = tiny.predict(request_xml(LOG), device=device, as_of="2015-06-01")
    assert expected == [prediction.device_model for prediction in report.predictions]


def test_a_removed_device_is_noted(tiny: Catalogue) -> None:
    """The list's own word about the Device Model stands with the prediction."""
    notes = asked(tiny, device=GAS).notes
    assert ("The Central Products List marks this Device Model as removed.",) == notes
    assert () == asked(tiny, device=MAKER_ONE).notes


def predicted(tiny: Catalogue, *claims: Behaviour, state: Fields | None = None) -> DevicePrediction:
    """Return the prediction where these claims apply to every ESME, and no others exist."""
    rows = [row("invented/a", *(claim.id for claim in claims))]
    return asked(with_records(tiny, claims, rows, alone=True), state=state)


@pytest.mark.parametrize(
    ("assessment", "outlook", "claims"),
    [
        (Assessment.NOT_ASSESSED, Outlook.UNKNOWN, []),
        (Assessment.DISPUTED, Outlook.DEVIATION, [behaviour("S1B-9100", disputes=(DISPUTE,))]),
        (Assessment.DISPUTED, Outlook.EITHER, [behaviour("S1B-9100", disputes=(DISPUTE,), when=EMPTY)]),
        (
            Assessment.NOT_ASSESSED,
            Outlook.BASELINE,
            [behaviour("S1B-9100", disputes=(DISPUTE,), when=BUSY)],
        ),
        (
            Assessment.DEVIATES,
            Outlook.DEVIATION,
            [behaviour("S1B-9100"), behaviour("S1B-9101", claim=Claim.CONFORMS, deviation=None)],
        ),
        (
            Assessment.DEVIATES_IF,
            Outlook.EITHER,
            [behaviour("S1B-9100", when=EMPTY), behaviour("S1B-9101", claim=Claim.CONFORMS, deviation=None)],
        ),
        (
            Assessment.CONFORMS,
            Outlook.BASELINE,
            [behaviour("S1B-9100", when=BUSY), behaviour("S1B-9101", claim=Claim.CONFORMS, deviation=None)],
        ),
        (Assessment.DEVIATES, Outlook.DEVIATION, [behaviour("S1B-9100", when=EMPTY), behaviour("S1B-9101")]),
    ],
    ids=[
        "nothing",
        "disputed",
        "disputed and open",
        "disputed and ruled out",
        "deviates and conforms",
        "may deviate, else conforms",
        "ruled out and conforms",
        "open and certain",
    ],
)
def test_weighing(assessment: Assessment, outlook: Outlook, claims: list[Behaviour], tiny: Catalogue) -> None:
    """A dispute comes first, then what is certain, then what is open; conformance only where nothing deviates."""
    prediction = predicted(tiny, *claims, state={"invented_mode.name": "calm"})
    assert (assessment, outlook) == (prediction.assessment, prediction.predicts)


def test_two_rows_bring_one_behaviour(tiny: Catalogue) -> None:
    """A behaviour is told once, by the row with the highest standing; among equals by the first."""
    claim = behaviour("S1B-9100")
    rows = [
        row("invented/a", "S1B-9100", lifecycle=(event("observed", "2010-01-01"),)),
        row("invented/b", "S1B-9100", lifecycle=(event("consulted", "2010-01-01"),)),
        row("invented/c", "S1B-9100", lifecycle=(event("consulted", "2010-01-01"),)),
    ]
    (found,) = asked(with_records(tiny, [claim], rows, alone=True), standing="observed").deviations
    assert ("invented/b", Standing.PROPOSED) == (found.matrix_row, found.standing)


def test_the_baseline_is_what_the_claims_say(tiny: Catalogue) -> None:
    """Where a claim describes the baseline it stands in the prediction, else the service's plain success."""
    close = behaviour("S1B-9100", baseline=Answer(outcome=Outcome.SUCCESS, summary="An empty log comes back."))
    assert "An empty log comes back." == predicted(tiny, close).baseline.summary
    assert "A successful response with payload ReadInventedLogRsp." == predicted(tiny).baseline.summary


@pytest.mark.parametrize("condition", [EMPTY, AnyOf(parts=(EMPTY, BUSY))])
def test_more_state_settles(condition: Condition, tiny: Catalogue) -> None:
    """An open deviation becomes certain, or falls away, as more becomes known."""
    claim = behaviour("S1B-9100", when=condition)
    found = [
        predicted(tiny, claim, state=state).assessment
        for state in ({}, {"invented_log.entries": 0}, {"invented_log.entries": 1, "invented_mode.name": "calm"})
    ]
    assert [Assessment.DEVIATES_IF, Assessment.DEVIATES, Assessment.NOT_ASSESSED] == found


def test_the_report(tiny: Catalogue) -> None:
    """A report says what was asked, of which catalogue, and with what state."""
    report = tiny.predict(
        request_xml(LOG),
        device=MAKER_ONE,
        as_of="2015-06-01",
        state={"state.invented_mode.name": "calm", "invented_log.entries": 0},
        name="invented.xml",
    )
    built = json.loads(msgspec.json.encode(report))
    del built["predictions"], built["findings"]
    assert {
        "schema_version": "1",
        "catalogue": {"version": "0.0.1", "digest": tiny.digest, "overlays": []},
        "as_of": "2015-06-01",
        "lowest_standing": "proposed",
        "request": {
            "name": "invented.xml",
            "srv": "9.9.1",
            "service_name": "Invented service 9.9.1",
            "request_id": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:1",
        },
        "state": [
            {"name": "state.invented_log.entries", "value": "0"},
            {"name": "state.invented_mode.name", "value": "calm"},
        ],
    } == built


@pytest.mark.parametrize(
    ("golden", "question"),
    [
        ("log_unknown.json", {}),
        ("log_empty.json", {"state": {"invented_log.entries": 0}}),
        ("register.json", {"srv": REGISTER, "device": MAKER_TWO, "standing": "observed"}),
    ],
)
def test_whole_predictions(golden: str, question: Fields, tiny: Catalogue) -> None:
    """The whole prediction for one Device Model, as JSON."""
    prediction = asked(tiny, **question)  # type: ignore[arg-type] # each entry of the table has asked's own types
    found = msgspec.json.format(msgspec.json.encode(prediction), indent=2).decode() + "\n"
    assert (GOLDEN / golden).read_text("utf-8") == found
