"""Decisions: what each kind of claim weighs, which claims count on a day, and what is asked for in vain."""

import datetime as dt

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Behaviour, Claim, Dispute, MatrixRow
from s1sr_validator.model.condition import Comparison, Operator
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Assessment
from s1sr_validator.prediction.decisions import Decision, Decisions
from tests.invented import GAS, LOG, MAKER_ONE, MAKER_TWO, REGISTER, behaviour, event, row, with_records
from tests.overlays import overlaid

DAY = dt.date(2015, 6, 1)
FACT = "state.invented_log.entries"
EMPTY = Comparison(fact=FACT, operator=Operator.EQUALS, operands=(0,))
DISPUTED = (Dispute(source="invented-source", place="p", says="No."),)
DEVIATES, CONFORMS, OBJECTED = "S1B-9100", "S1B-9101", "S1B-9102"


def claims(when: Comparison | None = None) -> dict[str, Behaviour]:
    """Return a claim of each weight, under a condition if one is given."""
    fields = {} if when is None else {"when": when}
    return {
        DEVIATES: behaviour(DEVIATES, **fields),
        CONFORMS: behaviour(CONFORMS, claim=Claim.CONFORMS, deviation=None, **fields),
        OBJECTED: behaviour(OBJECTED, disputes=DISPUTED, **fields),
    }


def decisions(
    tiny: Catalogue,
    found: list[Behaviour],
    rows: list[MatrixRow] | None = None,
    *,
    day: dt.date = DAY,
    standing: Standing = Standing.PROPOSED,
) -> Decisions:
    """Return the decisions of these claims alone, for every ESME unless rows are given."""
    every = [row("invented/a", *(claim.id for claim in found))] if rows is None else rows
    return Decisions(with_records(tiny, found, every, alone=True).lookup, day, standing)


@pytest.mark.parametrize(
    ("assessment", "names"),
    [
        (Assessment.NOT_ASSESSED, ()),
        (Assessment.DEVIATES, (DEVIATES,)),
        (Assessment.CONFORMS, (CONFORMS,)),
        (Assessment.DISPUTED, (OBJECTED,)),
        (Assessment.DEVIATES, (DEVIATES, CONFORMS)),
        (Assessment.DISPUTED, (DEVIATES, CONFORMS, OBJECTED)),
    ],
)
def test_certain(tiny: Catalogue, assessment: Assessment, names: tuple[str, ...]) -> None:
    """Of several claims the heaviest assesses, and all of them are named."""
    found = decisions(tiny, [claims()[name] for name in names]).decide(MAKER_ONE, LOG, {})
    assert Decision(assessment, names, ()) == found


@pytest.mark.parametrize(
    ("assessment", "names"),
    [
        (Assessment.DEVIATES_IF, (DEVIATES,)),
        (Assessment.NOT_ASSESSED, (CONFORMS,)),
        (Assessment.DISPUTED, (OBJECTED,)),
        (Assessment.DEVIATES_IF, (DEVIATES, CONFORMS)),
        (Assessment.DISPUTED, (DEVIATES, OBJECTED)),
    ],
)
def test_conditional(tiny: Catalogue, assessment: Assessment, names: tuple[str, ...]) -> None:
    """Where what decides is not known the claims hang on it; ruled out by a value they are not named."""
    asked = decisions(tiny, [claims(EMPTY)[name] for name in names])
    assert Decision(assessment, (), names) == asked.decide(MAKER_ONE, LOG, {})
    assert Decision(Assessment.NOT_ASSESSED) == asked.decide(MAKER_ONE, LOG, {FACT: 1})


def test_certain_and_conditional_together(tiny: Catalogue) -> None:
    """A deviation under a condition weighs more than evidence that the Device conforms."""
    found = decisions(tiny, [claims(EMPTY)[DEVIATES], claims()[CONFORMS]])
    assert Decision(Assessment.DEVIATES_IF, (CONFORMS,), (DEVIATES,)) == found.decide(MAKER_ONE, LOG, {})
    assert Decision(Assessment.DEVIATES, (DEVIATES, CONFORMS)) == found.decide(MAKER_ONE, LOG, {FACT: 0})
    heavier = decisions(tiny, [claims()[DEVIATES], claims(EMPTY)[CONFORMS]])
    assert Decision(Assessment.DEVIATES, (DEVIATES,), (CONFORMS,)) == heavier.decide(MAKER_ONE, LOG, {})


@pytest.mark.parametrize(
    ("is_heard", "day", "standing"),
    [
        (False, "2009-12-31", Standing.OBSERVED),
        (True, "2010-01-01", Standing.OBSERVED),
        (False, "2010-01-01", Standing.PROPOSED),
        (True, "2012-01-01", Standing.PROPOSED),
        (False, "2012-01-01", Standing.DESIGNATED),
        (False, "2016-01-01", Standing.OBSERVED),
    ],
)
def test_in_force(tiny: Catalogue, is_heard: bool, day: str, standing: Standing) -> None:
    """A claim counts from its first day to its end, and from the standing asked for upwards."""
    life = (event("observed", "2010-01-01"), event("consulted", "2012-01-01"), event("withdrawn", "2016-01-01"))
    asked = decisions(tiny, [behaviour(DEVIATES, lifecycle=life)], day=dt.date.fromisoformat(day), standing=standing)
    assert (DEVIATES,) * is_heard == asked.decide(MAKER_ONE, LOG, {}).certain


def test_each_claim_counts_once_and_where_it_is_about(tiny: Catalogue) -> None:
    """However many rows bring a claim; other services and other Device Models are not its business."""
    maker_two = DevicePattern(manufacturer=("FFF1",))
    about = behaviour(DEVIATES, services=(LOG, REGISTER))
    rows = [
        row("invented/a", DEVIATES, devices=(maker_two,)),
        row("invented/b", DEVIATES, devices=(DevicePattern(model=("0009",)), DevicePattern())),
        row("invented/c", CONFORMS, devices=(maker_two,)),
    ]
    asked = decisions(tiny, [about, behaviour(CONFORMS, services=(REGISTER,))], rows)
    assert {
        (MAKER_ONE, LOG): (DEVIATES,),
        (MAKER_ONE, REGISTER): (DEVIATES,),
        (MAKER_TWO, LOG): (DEVIATES,),
        (MAKER_TWO, REGISTER): (DEVIATES, CONFORMS),
        (GAS, REGISTER): (DEVIATES, CONFORMS),
        (GAS, "9.8.1"): (),
    } == {
        (device, srv): asked.decide(device, srv, {}).certain
        for device, srv in [
            *((device, srv) for device in (MAKER_ONE, MAKER_TWO) for srv in (LOG, REGISTER)),
            (GAS, REGISTER),
            (GAS, "9.8.1"),
        ]
    }


def test_a_request_counts_as_seen_unless_it_is_said(tiny: Catalogue) -> None:
    """A field that is not among the values is absent; where the request was not seen, unknown."""
    absent = Comparison(fact="request.Depth", operator=Operator.PRESENT, operands=(False,))
    asked = decisions(tiny, [claims(absent)[DEVIATES]])
    assert (DEVIATES,) == asked.decide(MAKER_ONE, LOG, {}).certain
    assert (DEVIATES,) == asked.decide(MAKER_ONE, LOG, {}, request_was_seen=False).conditional
    assert Assessment.NOT_ASSESSED is asked.decide(MAKER_ONE, LOG, {"request.Depth": 1}).assessment


def test_what_cannot_be_decided(tiny: Catalogue) -> None:
    """A Device Model that the catalogue does not have, and a catalogue with overlays."""
    with pytest.raises(KeyError, match="ESME/FFF0/0009"):
        decisions(tiny, [claims()[DEVIATES]]).decide("ESME/FFF0/0009/0101/00000001", LOG, {})
    private = overlaid(tiny, [behaviour("X-OWN-0001")])
    with pytest.raises(ValueError, match=r"^decisions do not weigh the claims of private overlays$"):
        Decisions(private.lookup, DAY, Standing.OBSERVED)
