"""What is said of two behaviours that predict different answers: the case, the day, the values, and both answers."""

import msgspec
import pytest

from s1sr_validator.lint.points import BOUNDS
from s1sr_validator.lint.rules import overlap
from s1sr_validator.model.behaviour import Answer, Behaviour, Claim, ExpectedAlert, Outcome
from s1sr_validator.model.condition import ALWAYS, AllOf, Comparison, Condition, Operator, Value
from s1sr_validator.model.device import DevicePattern, DeviceType
from tests.invented import MAKER_ONE, MAKER_ONE_LATER, behaviour, event, row
from tests.lint.asked import context_with

TIP = "make the conditions exclude each other, or correct the answers, rows or dates"
ALARMS = Answer(
    outcome=Outcome.FAILURE,
    summary="Alarms.",
    alerts=(ExpectedAlert(code="S1X9002"), ExpectedAlert(code="S1X9001")),
)


def compare(fact: str, *operands: Value) -> Comparison:
    """Return a comparison that one value satisfies."""
    return Comparison(fact=fact, operator=Operator.EQUALS, operands=operands)


def said(when: Condition, other: Condition, *, number: int = 1) -> list[tuple[str, str, str]]:
    """Return what is said of two behaviours of one row: message, tip and place."""
    first = behaviour("S1B-9101", when=when, deviation=ALARMS)
    second = behaviour("S1B-9102", when=other, lifecycle=(event("observed", "2020-01-01"),))
    rows = [row(f"invented/{each}", first.id, second.id) for each in range(number)]
    found = overlap.check(context_with(first, second, *rows, only=True))
    return [(finding.message, finding.tip, finding.location.path) for finding in found]


ANSWERS = "failure with S1X9001, S1X9002 against failure"
DEPTH, ENTRIES, FIRMWARE = "request.Depth", "state.invented_log.entries", "device.firmware"


@pytest.mark.parametrize(
    ("device", "values", "when", "other"),
    [
        (MAKER_ONE, "any values", ALWAYS, ALWAYS),
        (MAKER_ONE, f"{DEPTH} = 2", compare(DEPTH, 2), ALWAYS),
        (MAKER_ONE, f"{DEPTH} = 2, {ENTRIES} = 0", compare(ENTRIES, 0), compare(DEPTH, 2)),
        (MAKER_ONE_LATER, f"{FIRMWARE} = 00000002", compare(FIRMWARE, "00000002"), ALWAYS),
        (
            MAKER_ONE_LATER,
            f"{FIRMWARE} = 00000002, {ENTRIES} = 0",
            AllOf(parts=(compare(FIRMWARE, "00000002"), compare(ENTRIES, 0))),
            ALWAYS,
        ),
    ],
)
@pytest.mark.parametrize("number", [1, 2])
def test_message(device: str, values: str, when: Condition, other: Condition, number: int) -> None:
    """Both behaviours, the first Device Model at which they meet, the first common day, values, and both answers."""
    both = f"S1B-9101 and S1B-9102 both apply to {device}, SRV 9.9.1"
    message = f"{both}, from 2020-01-01, with {values}: {ANSWERS}"
    assert [(message, TIP, "when")] == said(when, other, number=number)


def test_what_cannot_be_tried_to_the_end() -> None:
    """Too many values to try: the pair is reported as not proved apart, with how many there are."""
    many = tuple(range(0, 90_000, 3))
    when = Comparison(fact=ENTRIES, operator=Operator.ONE_OF, operands=many)
    ((message, tip, _),) = said(when, compare(ENTRIES, 1))
    both = f"S1B-9101 and S1B-9102 both apply to {MAKER_ONE}, SRV 9.9.1"
    assert (f"{both}; not proved apart: 89,999 combinations of values, {BOUNDS}", TIP) == (message, tip)


def test_a_pair_is_tried_at_every_device_model_that_differs() -> None:
    """A clash at one firmware only is found, though the conditions exclude each other at the first Device Model."""
    first = behaviour("S1B-9101", when=compare(FIRMWARE, "00000002"))
    second = behaviour("S1B-9102", claim=Claim.CONFORMS, deviation=None)
    context = context_with(first, second, row("invented/a", first.id, second.id), only=True)
    (finding,) = overlap.check(context)
    assert f"both apply to {MAKER_ONE_LATER}," in finding.message
    assert "S1B-9102" in context.location(second, "when").file
    assert context.location(second, "when") == finding.location


def test_behaviours_that_agree_are_not_tried() -> None:
    """The same answer twice is no contradiction, however many behaviours give it."""
    found: list[Behaviour] = [behaviour(f"S1B-910{number}") for number in range(3)]
    context = context_with(*found, row("invented/a", *(each.id for each in found)), only=True)
    assert [] == list(overlap.check(context))
    differing = msgspec.structs.replace(found[1], deviation=ALARMS)
    context = context_with(found[0], differing, found[2], row("invented/a", *(each.id for each in found)), only=True)
    assert [("S1B-9100", "S1B-9101"), ("S1B-9101", "S1B-9102")] == [
        (finding.message[:8], finding.message[13:21]) for finding in overlap.check(context)
    ]


def test_a_trial_that_was_made_does_not_end_the_search() -> None:
    """Two Device Models of one firmware are tried once, and the third, of another one, all the same."""
    first = behaviour("S1B-9101", when=compare(FIRMWARE, "00000002"))
    second = behaviour("S1B-9102", claim=Claim.CONFORMS, deviation=None)
    makers = (DevicePattern(device_type=(DeviceType.ESME,), manufacturer=("FFF1", "FFF2")),)
    (finding,) = overlap.check(
        context_with(first, second, row("invented/a", first.id, second.id, devices=makers), only=True)
    )
    assert "both apply to ESME/FFF2/0003/0101/00000002," in finding.message
