"""Two behaviours never predict different answers for one case: the check against hand-made pairs and brute force."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.lint.points import BOUNDS
from s1sr_validator.lint.rules import overlap
from s1sr_validator.model.behaviour import Answer, Behaviour, Claim, ExpectedAlert, Outcome
from s1sr_validator.model.condition import (
    ALWAYS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operator,
    Value,
    fact_names,
)
from s1sr_validator.model.device import DevicePattern, DeviceType
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.evaluate import evaluate
from s1sr_validator.prediction.facts import Facts, Missing
from tests.invented import FAILURE, REGISTER, SUCCESS, behaviour, event, row
from tests.lint.asked import context_with, messages, places

DEPTH, DETAILED, SINCE = "request.Depth", "request.Detailed", "request.ReadLogPeriod.StartDateTime"
ENTRIES, MODE, FIRMWARE = "state.invented_log.entries", "state.invented_mode.name", "device.firmware"
ALARM = Answer(outcome=Outcome.FAILURE, summary="An alarm.", alerts=(ExpectedAlert(code="S1X9001"),))


def compare(fact: str, operator: str, *operands: Value) -> Comparison:
    """Return a comparison."""
    return Comparison(fact=fact, operator=Operator(operator), operands=operands)


NO_DEPTH = Comparison(fact=DEPTH, operator=Operator.PRESENT, operands=(False,))
IN_DETAIL = Comparison(fact=DETAILED, operator=Operator.EQUALS, operands=(True,))
IN_SHORT = Comparison(fact=DETAILED, operator=Operator.EQUALS, operands=(False,))


def fails(when: Condition = ALWAYS, **fields: object) -> Behaviour:
    """Return a behaviour that deviates: it fails without an alert."""
    return behaviour("S1B-9101", when=when, **fields)


def conforms(when: Condition = ALWAYS, **fields: object) -> Behaviour:
    """Return a behaviour that conforms."""
    return behaviour("S1B-9102", **({"when": when, "claim": Claim.CONFORMS, "deviation": None} | fields))


def said(first: Behaviour, second: Behaviour) -> list[str]:
    """Return what the rule says of two behaviours that one row applies to every ESME."""
    return messages(overlap, context_with(first, second, row("invented/all", first.id, second.id), only=True))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (fails(), conforms()),
        (fails(compare(DEPTH, "at_most", 10)), conforms(compare(DEPTH, "at_least", 10))),
        (fails(NO_DEPTH), conforms(Not(part=compare(DEPTH, "at_least", 10)))),
        (fails(compare(ENTRIES, "equals", 0)), conforms(compare(DEPTH, "equals", 1))),
        (fails(compare(MODE, "equals", "calm")), conforms(Not(part=compare(MODE, "equals", "busy")))),
        (
            fails(compare(SINCE, "at_most", "2020-01-01T00:00:00.000000Z")),
            conforms(compare(SINCE, "at_least", "2020-01-01T00:00:00.000000Z")),
        ),
        (fails(compare(FIRMWARE, "equals", "00000002")), conforms(compare(DEPTH, "equals", 1))),
        (fails(), conforms(claim=Claim.DEVIATES, deviation=ALARM)),
        (fails(deviation=SUCCESS, baseline=FAILURE), conforms()),
        (fails(), conforms(lifecycle=(event("observed", "2020-01-01"),))),
    ],
    ids=[
        "always",
        "one value in common",
        "absent in both",
        "facts of their own",
        "the other value of a list",
        "one moment in common",
        "one firmware in common",
        "another alert",
        "a deviation from another baseline",
        "later, but both live",
    ],
)
def test_reported(first: Behaviour, second: Behaviour) -> None:
    """Where both conditions can hold and the answers differ, the pair is reported, once."""
    assert 1 == len(said(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (fails(compare(DEPTH, "less_than", 10)), conforms(compare(DEPTH, "at_least", 10))),
        (fails(compare(ENTRIES, "equals", 0)), conforms(compare(ENTRIES, "more_than", 0))),
        (fails(Not(part=compare(ENTRIES, "more_than", 0))), conforms(compare(ENTRIES, "more_than", 0))),
        (fails(compare(ENTRIES, "less_than", 1)), conforms(compare(ENTRIES, "at_least", 1))),
        (fails(NO_DEPTH), conforms(compare(DEPTH, "at_most", 10))),
        (fails(compare(MODE, "equals", "calm")), conforms(compare(MODE, "equals", "busy"))),
        (fails(IN_DETAIL), conforms(IN_SHORT)),
        (fails(compare(FIRMWARE, "equals", "0000000F")), conforms()),
        (fails(), conforms(services=(REGISTER,))),
        (fails(), conforms(claim=Claim.DEVIATES, deviation=FAILURE)),
        (fails(deviation=SUCCESS), conforms()),
        (
            fails(lifecycle=(event("observed", "2010-01-01"), event("withdrawn", "2020-01-01"))),
            conforms(lifecycle=(event("observed", "2020-01-01"),)),
        ),
        (fails(lifecycle=(event("considered", "2010-01-01"),)), conforms()),
    ],
    ids=[
        "next to each other",
        "none or some",
        "a negation",
        "nothing below the least value",
        "absent or not",
        "two values of a list",
        "true and false",
        "a firmware that no Device has",
        "two services",
        "the same answer",
        "no difference but in words",
        "one after the other",
        "never in force",
    ],
)
def test_silent(first: Behaviour, second: Behaviour) -> None:
    """Conditions, services, answers or days keep these apart."""
    assert [] == said(first, second)


def test_rows_for_different_devices() -> None:
    """Behaviours that no Device Model has both of never meet."""
    rows = [
        row("invented/one", "S1B-9101", devices=(DevicePattern(device_type=(DeviceType.ESME,)),)),
        row("invented/two", "S1B-9102", devices=(DevicePattern(device_type=(DeviceType.GSME,)),)),
    ]
    assert [] == messages(overlap, context_with(fails(), conforms(), *rows, only=True))


def test_rows_that_overlap_in_one_device() -> None:
    """One Device Model in two rows is enough."""
    rows = [
        row("invented/one", "S1B-9101"),
        row("invented/two", "S1B-9102", devices=(DevicePattern(firmware=("00000002",), manufacturer=("FFF0",)),)),
    ]
    found = messages(overlap, context_with(fails(), conforms(), *rows, only=True))
    assert ["ESME/FFF0/0001/0101/00000002"] == [message.split()[6].rstrip(",") for message in found]


def test_message_says_where_when_and_what() -> None:
    """The finding stands at the later behaviour, and names a case that can be tried."""
    later = conforms(compare(DEPTH, "at_least", 10), lifecycle=(event("observed", "2015-01-01"),))
    context = context_with(fails(), later, row("invented/all", "S1B-9101", "S1B-9102"), only=True)
    assert ["behaviours/S1B-9102.yaml:when"] == places(overlap, context)
    expected = (
        "S1B-9101 and S1B-9102 both apply to ESME/FFF0/0001/0101/00000001, SRV 9.9.1, from 2015-01-01, "
        "with request.Depth = 10: failure against success"
    )
    assert [expected] == messages(overlap, context)


def test_what_cannot_be_proved_is_reported() -> None:
    """More combinations than are tried are no proof."""
    many = AnyOf(parts=tuple(compare(DEPTH, "equals", number) for number in range(0, 600, 2)))
    much = AnyOf(parts=tuple(compare(ENTRIES, "equals", number) for number in range(0, 600, 2)))
    (message,) = said(fails(AllOf(parts=(many, much))), conforms())
    assert f"not proved apart: {602 * 600:,} combinations of values, {BOUNDS}" in message


MOMENTS = [dt.datetime(2020, 1, 1, 0, 0, second, tzinfo=dt.UTC) for second in range(7)]
TEXTS = [moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ") for moment in MOMENTS]
DOMAINS: dict[str, list[Value | Missing]] = {
    DEPTH: [*range(-1, 7), Missing.ABSENT],
    DETAILED: [True, False, Missing.ABSENT],
    SINCE: [*TEXTS, Missing.ABSENT],
    ENTRIES: [*range(7)],
    MODE: ["calm", "busy"],
}
"""Every value that the random conditions below can tell apart."""

ORDERED = ["equals", "less_than", "at_most", "more_than", "at_least"]
COMPARISONS = st.one_of(
    st.builds(compare, st.just(DEPTH), st.sampled_from(ORDERED), st.integers(1, 5)),
    st.builds(compare, st.just(ENTRIES), st.sampled_from(ORDERED), st.integers(0, 5)),
    st.builds(compare, st.just(SINCE), st.sampled_from(ORDERED), st.sampled_from(TEXTS[1:6:2])),
    st.builds(compare, st.just(DETAILED), st.just("equals"), st.booleans()),
    st.builds(compare, st.sampled_from([DEPTH, DETAILED, SINCE]), st.just("present"), st.booleans()),
    st.builds(compare, st.just(MODE), st.just("equals"), st.sampled_from(["calm", "busy"])),
    st.builds(compare, st.just(FIRMWARE), st.just("equals"), st.sampled_from(["00000001", "00000002", "0000000F"])),
    st.builds(lambda values: compare(DEPTH, "one_of", *values), st.lists(st.integers(1, 5), min_size=1, max_size=3)),
)
CONDITIONS = st.recursive(
    COMPARISONS,
    lambda inner: st.one_of(
        st.builds(Not, part=inner),
        st.builds(lambda parts: AllOf(parts=tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: AnyOf(parts=tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=5,
)


def meet(first: Condition, second: Condition) -> bool:
    """Say, by trying every value of every fact, whether two conditions can hold at once."""
    names = sorted((fact_names(first) | fact_names(second)) - {FIRMWARE})
    for firmware, *values in product(["00000001", "00000002"], *(DOMAINS[name] for name in names)):
        known: dict[str, Value | Missing] = {FIRMWARE: firmware}
        known |= {name: value for name, value in zip(names, values, strict=True) if value is not Missing.ABSENT}
        facts = Facts(known, request_was_seen=True)
        if evaluate(first, facts) is Truth.TRUE and evaluate(second, facts) is Truth.TRUE:
            return True
    return False


@given(CONDITIONS, CONDITIONS)
def test_agrees_with_brute_force(first: Condition, second: Condition) -> None:
    """Representative values find an overlap exactly where there is one."""
    assert meet(first, second) == bool(said(fails(first), conforms(second)))
