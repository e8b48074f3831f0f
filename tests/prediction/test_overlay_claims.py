"""Claims of private overlays: always heard, always marked, and never in the catalogue's place."""

from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Behaviour, Claim
from s1sr_validator.model.condition import Comparison, Operator
from s1sr_validator.model.device import DevicePattern, DeviceType
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import AppliedClaim, Assessment, DevicePrediction, Outlook
from tests.invented import FAILURE, GAS, LOG, MAKER_ONE, SUCCESS, behaviour, event, request_xml, row, with_records
from tests.overlays import overlaid

DAY = "2015-06-01"
OBSERVED = (event("observed", "2014-06-01"),)
EMPTY = Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,))
PUBLIC = "S1B-9100"
PRIVATE = "X-OWN-0001"


def public(tiny: Catalogue, *claims: Behaviour, standing: str = "designated") -> Catalogue:
    """Return a catalogue that has these claims alone, for every ESME."""
    life = (event(standing, "2010-01-01"),)
    rows = [row(f"invented/{claim.id}", claim.id, lifecycle=life) for claim in claims]
    return with_records(tiny, claims, rows, alone=True)


def private(catalogue: Catalogue, *claims: Behaviour, name: str = "own") -> Catalogue:
    """Put claims for every ESME over a catalogue."""
    rows = [row(f"x-{name}/{claim.id}", claim.id, lifecycle=OBSERVED) for claim in claims]
    return overlaid(catalogue, claims, rows, name=name)


def asked(
    catalogue: Catalogue, *, standing: str = "proposed", device: str = MAKER_ONE, entries: int | None = None
) -> DevicePrediction:
    """Ask what comes back for the invented log."""
    state = {} if entries is None else {"invented_log.entries": entries}
    report = catalogue.predict(request_xml(LOG), device=device, as_of=DAY, standing=standing, state=state)
    return report.predictions[0]


def claims(prediction: DevicePrediction) -> dict[str, AppliedClaim]:
    """Return the claims that apply, by behaviour."""
    return {claim.behaviour: claim for claim in (*prediction.deviations, *prediction.conformance)}


def found(record_id: str = PRIVATE, **fields: Any) -> Behaviour:  # noqa: ANN401 - fields of Behaviour
    """Return a claim that was only observed."""
    return behaviour(record_id, **({"lifecycle": OBSERVED} | fields))


CONFORMS: dict[str, Any] = {"claim": Claim.CONFORMS, "deviation": None}


@pytest.mark.parametrize("standing", ["observed", "proposed", "designated"])
def test_an_overlay_is_heard_whatever_standing_is_asked_for(standing: str, tiny: Catalogue) -> None:
    """Whoever gives an overlay wants its findings to count; the standing limits the catalogue's own."""
    below = public(tiny, behaviour("S1B-9200", lifecycle=OBSERVED), standing="observed")
    prediction = asked(private(below, found()), standing=standing)
    heard = {"S1B-9200", PRIVATE} if standing == "observed" else {PRIVATE}
    assert heard == set(claims(prediction))
    assert Assessment.DEVIATES is prediction.assessment
    assert Standing.OBSERVED is claims(prediction)[PRIVATE].standing


@pytest.mark.parametrize("ended", ["superseded", "withdrawn"])
def test_a_finding_that_was_given_up_is_not_heard(ended: str, tiny: Catalogue) -> None:
    """An overlay's claim that was withdrawn or superseded applies no more, and is a near miss."""
    gone = found(lifecycle=(*OBSERVED, event(ended, "2015-01-01")))
    prediction = asked(private(public(tiny), gone))
    assert {} == claims(prediction)
    assert [(PRIVATE, "own")] == [(missed.behaviour, missed.overlay) for missed in prediction.near_misses]


def test_the_marks(tiny: Catalogue) -> None:
    """A private claim carries its overlay; a claim of the catalogue carries none."""
    prediction = asked(private(public(tiny, behaviour(PUBLIC)), found()))
    marks = {name: (claim.overlay, claim.matrix_overlay) for name, claim in claims(prediction).items()}
    assert {PUBLIC: ("", ""), PRIVATE: ("own", "own")} == marks
    assert "own/behaviours/X-OWN-0001.yaml" == claims(prediction)[PRIVATE].source_file


def test_a_row_takes_a_designated_behaviour_further(tiny: Catalogue) -> None:
    """There the claim is the overlay's: marked, and no more than observed. Where the catalogue has a row it stays."""
    gas = row("x-own/gas", PUBLIC, lifecycle=OBSERVED, devices=(DevicePattern(device_type=(DeviceType.GSME,)),))
    below = public(tiny, behaviour(PUBLIC))
    extended = overlaid(below, rows=[gas])
    claim = claims(asked(extended, device=GAS))[PUBLIC]
    assert ("own", "own", "x-own/gas", Standing.OBSERVED) == (
        claim.overlay,
        claim.matrix_overlay,
        claim.matrix_row,
        claim.standing,
    )
    assert asked(below) == asked(extended)


@pytest.mark.parametrize("standing", ["observed", "consulted", "designated"])
def test_the_catalogues_own_row_is_kept(standing: str, tiny: Catalogue) -> None:
    """A private row for Device Models that the catalogue has too takes nothing over, whatever its id and standing."""
    below = public(tiny, behaviour(PUBLIC), standing=standing)
    extended = overlaid(below, rows=[row("X-OWN/all", PUBLIC)])
    assert asked(below, standing="observed") == asked(extended, standing="observed")


@pytest.mark.parametrize(
    ("of_catalogue", "of_overlay", "entries", "expected"),
    [
        ({}, {"deviation": SUCCESS}, None, (Assessment.DISPUTED, Outlook.DEVIATION)),
        ({}, CONFORMS, None, (Assessment.DISPUTED, Outlook.EITHER)),
        (CONFORMS, {}, None, (Assessment.DISPUTED, Outlook.EITHER)),
        ({"when": EMPTY}, CONFORMS, None, (Assessment.DISPUTED, Outlook.EITHER)),
        ({"when": EMPTY}, CONFORMS, 0, (Assessment.DISPUTED, Outlook.EITHER)),
        ({"when": EMPTY}, CONFORMS, 1, (Assessment.CONFORMS, Outlook.BASELINE)),
        ({}, {"when": EMPTY, "deviation": SUCCESS}, None, (Assessment.DISPUTED, Outlook.DEVIATION)),
        ({}, {"when": EMPTY, "deviation": SUCCESS}, 1, (Assessment.DEVIATES, Outlook.DEVIATION)),
        ({"when": EMPTY}, {"when": EMPTY, "deviation": SUCCESS}, None, (Assessment.DEVIATES_IF, Outlook.EITHER)),
        ({}, {}, None, (Assessment.DEVIATES, Outlook.DEVIATION)),
    ],
    ids=[
        "another deviation",
        "conforms against deviates",
        "deviates against conforms",
        "where the public one may apply",
        "where it applies",
        "where it does not apply",
        "where the private one may apply",
        "where the private one does not",
        "both are open",
        "both say the same",
    ],
)
def test_a_contradiction_is_seen(
    of_catalogue: dict[str, Any],
    of_overlay: dict[str, Any],
    entries: int | None,
    expected: tuple[Assessment, Outlook],
    tiny: Catalogue,
) -> None:
    """A private claim never wins over the catalogue's, nor the other way round: both stand, and both are disputed."""
    catalogue = private(public(tiny, behaviour(PUBLIC, **of_catalogue)), found(**of_overlay))
    prediction = asked(catalogue, entries=entries)
    assert expected == (prediction.assessment, prediction.predicts)
    disputes = {name: len(claim.disputes) for name, claim in claims(prediction).items()}
    if prediction.assessment is Assessment.DISPUTED:
        assert {PUBLIC: 1, PRIVATE: 1} == disputes
    else:
        assert not any(disputes.values())


def test_a_dispute_says_who_says_what(tiny: Catalogue) -> None:
    """Each side names the other, where it is from, and what it depends on."""
    catalogue = private(public(tiny, behaviour(PUBLIC, when=EMPTY)), found(**CONFORMS))
    both = claims(asked(catalogue))
    assert ("overlay own (private, observed) X-OWN-0001 says otherwise: success: A successful response.",) == both[
        PUBLIC
    ].disputes
    (said,) = both[PRIVATE].disputes
    assert said.startswith("the designated record S1B-9100 says otherwise, if ")
    assert said.endswith(": failure: The request fails.")


def test_two_overlays_are_held_against_each_other(tiny: Catalogue) -> None:
    """Of two overlays neither wins."""
    one = private(public(tiny), found("X-ONE-0001"), name="one")
    both = claims(asked(private(one, found("X-TWO-0001", **CONFORMS), name="two")))
    assert {"X-ONE-0001": 1, "X-TWO-0001": 1} == {name: len(claim.disputes) for name, claim in both.items()}


def test_what_the_catalogue_says_alone_is_not_disputed_here(tiny: Catalogue) -> None:
    """Two claims of the catalogue are held against each other by lint; an answer without an overlay is as it was."""
    prediction = asked(public(tiny, behaviour(PUBLIC), behaviour("S1B-9200", **CONFORMS)))
    assert Assessment.DEVIATES is prediction.assessment
    assert not any(claim.disputes for claim in claims(prediction).values())


def test_the_baseline_is_the_catalogues(tiny: Catalogue) -> None:
    """What GBCS says is told as the catalogue has it, although an overlay's id could sort before."""
    other = found("A-OWN-0001", baseline=FAILURE)
    prediction = asked(private(public(tiny, behaviour(PUBLIC)), other))
    assert SUCCESS.summary == prediction.baseline.summary
    assert [PUBLIC, "A-OWN-0001"] == [claim.behaviour for claim in prediction.deviations]


def test_a_trace_marks_the_claims(tiny: Catalogue) -> None:
    """In a trace too it is seen which claim is private."""
    catalogue = private(public(tiny, behaviour(PUBLIC)), found())
    report = catalogue.predict(request_xml(LOG), device=MAKER_ONE, as_of=DAY, trace=True)
    assert {PUBLIC: "", PRIVATE: "own"} == {claim.behaviour: claim.overlay for claim in report.predictions[0].trace}
