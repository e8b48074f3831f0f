"""What the laws are tried on: invented days, events, conditions, facts, selectors and whole small catalogues."""

import datetime as dt
from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

from hypothesis import strategies as st

from s1sr_validator.model.behaviour import Behaviour, Claim, Dispute, MatrixRow
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.device import DevicePattern, DeviceType
from s1sr_validator.model.lifecycle import Event, EventKind
from s1sr_validator.prediction.facts import Facts, Missing
from tests.invented import GAS, LOG, MAKER_ONE, MAKER_ONE_LATER, MAKER_TWO, REGISTER, behaviour, row

days = st.dates(dt.date(2010, 1, 1), dt.date(2010, 1, 20))
services = st.sampled_from([LOG, REGISTER])
devices = st.sampled_from([MAKER_ONE, MAKER_ONE_LATER, MAKER_TWO, GAS])

# Every value that a fact can have in these laws, so that all completions of what is known can be gone through.
ENTRIES, MODE = "state.invented_log.entries", "state.invented_mode.name"
DEPTH, DETAILED = "request.Depth", "request.Detailed"
DOMAINS: Mapping[str, tuple[Value, ...]] = {
    ENTRIES: (0, 1, 2),
    MODE: ("busy", "calm"),
    DEPTH: (1, 2),
    DETAILED: (True, False),
}
ORDERED = [operator for operator in Operator if operator not in {Operator.ONE_OF, Operator.PRESENT}]


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Compare one of the facts with values that it can have."""
    fact = draw(st.sampled_from(list(DOMAINS)))
    operator = draw(st.sampled_from(list(Operator)))
    values = st.sampled_from(DOMAINS[fact])
    if operator is Operator.PRESENT:
        operands: tuple[Value, ...] = (draw(st.booleans()),)
    elif operator is Operator.ONE_OF:
        operands = tuple(draw(st.lists(values, min_size=1, max_size=3)))
    else:
        operands = (draw(values),)
    return Comparison(fact=fact, operator=operator, operands=operands)


def groups(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """Put parts together in every way that a condition can."""
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(lambda found: AllOf(parts=found)),
        several.map(lambda found: AnyOf(parts=found)),
        parts.map(lambda found: Not(part=found)),
    )


conditions: st.SearchStrategy[Condition] = st.recursive(comparisons(), groups, max_leaves=8)


@st.composite
def partial_facts(draw: st.DrawFn) -> Facts:
    """Know some of the facts; a request's field may also be known to be absent, or be there unreadably."""
    values: dict[str, Value | Missing] = {}
    seen = draw(st.booleans())
    for name, domain in DOMAINS.items():
        known = draw(st.sampled_from([*domain, Missing.UNKNOWN, Missing.ABSENT]))
        if name.startswith("state.") and isinstance(known, Missing):
            continue
        if name.startswith("request.") and not seen:
            continue
        if known is not Missing.ABSENT:
            values[name] = known
    return Facts(values, request_was_seen=seen)


def choices(name: str, facts: Facts) -> tuple[Value | Missing, ...]:
    """Return what a fact can turn out to be once everything is known."""
    known = facts.get(name)
    if known is not Missing.UNKNOWN:
        return (known,)
    return (*DOMAINS[name], Missing.ABSENT) if name.startswith("request.") else DOMAINS[name]


def completions(facts: Facts) -> list[Facts]:
    """Return every way in which everything can become known."""
    return [
        Facts(
            {name: value for name, value in zip(DOMAINS, world, strict=True) if value is not Missing.ABSENT},
            request_was_seen=True,
        )
        for world in product(*(choices(name, facts) for name in DOMAINS))
    ]


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Let something happen, or be planned."""
    return Event(
        date=draw(days),
        event=draw(st.sampled_from(EventKind)),
        source="invented-source",
        place="an invented paragraph",
        planned=draw(st.sampled_from([False, False, False, True])),
    )


lifecycles = st.lists(events(), max_size=5).map(tuple)
early = st.builds(
    Event,
    date=st.dates(dt.date(2010, 1, 1), dt.date(2010, 1, 5)),
    event=st.sampled_from([EventKind.DESIGNATED, EventKind.CONSULTED, EventKind.OBSERVED]),
    source=st.just("invented-source"),
    place=st.just("an invented paragraph"),
)
begun = st.builds(lambda first, later: (first, *later), early, st.one_of(st.just([]), st.lists(events(), max_size=2)))
"""Lifecycles that mostly give a standing on most days: laws about claims need claims that apply."""


def subset(*parts: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Choose some of the parts, or none, which leaves them all free."""
    return st.lists(st.sampled_from(parts), unique=True).map(tuple)


patterns = st.builds(
    DevicePattern,
    device_type=st.lists(st.sampled_from([DeviceType.ESME, DeviceType.GSME]), unique=True).map(tuple),
    manufacturer=subset("FFF0", "FFF1"),
    model=subset("0001", "0002"),
    hardware=subset("0101", "0102"),
    firmware=subset("00000001", "00000002"),
)


class World(NamedTuple):
    """Claims and the rows that apply them."""

    behaviours: tuple[Behaviour, ...]
    rows: tuple[MatrixRow, ...]


NAMES = ("S1B-9100", "S1B-9101", "S1B-9102")


@st.composite
def claims(draw: st.DrawFn, name: str) -> Behaviour:
    """Invent a claim: what it says, about what, when and since when."""
    fields: dict[str, object] = {"claim": Claim.CONFORMS, "deviation": None} if draw(st.booleans()) else {}
    if draw(st.booleans()):
        fields["when"] = draw(conditions)
    if draw(st.integers(0, 4)) == 0:
        fields["disputes"] = (Dispute(source="invented-source", place="p", says="No."),)
    about = draw(st.sampled_from([(LOG, REGISTER), (LOG,), (REGISTER,)]))
    return behaviour(name, services=about, lifecycle=draw(st.one_of(begun, begun, begun, lifecycles)), **fields)


@st.composite
def rows(draw: st.DrawFn, number: int) -> MatrixRow:
    """Invent a row: which claims, to which Device Models, and since when."""
    names = draw(st.one_of(st.just(NAMES), subset(*NAMES)))
    found = draw(st.one_of(st.just([DevicePattern()]), st.lists(patterns, min_size=1, max_size=2)))
    lifecycle = draw(st.one_of(begun, begun, begun, lifecycles))
    return row(f"invented/{number}", *names, devices=tuple(found), lifecycle=lifecycle)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Invent a small catalogue: a few claims of either kind, and a few rows."""
    found = [draw(claims(name)) for name in NAMES[: draw(st.integers(1, len(NAMES)))]]
    return World(tuple(found), tuple(draw(rows(number)) for number in range(draw(st.integers(1, 2)))))
