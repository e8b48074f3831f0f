"""State values from a caller, checked against the declared vocabulary."""

import datetime as dt

import msgspec
import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.model.condition import Value, ValueType
from s1sr_validator.model.state import StateFact
from s1sr_validator.prediction.vocabulary import read_state, vocabulary_for
from tests.invented import LOG, REGISTER

STATES = (
    StateFact(id="invented.count", title="a count", description="d", type=ValueType.INTEGER, unit="pieces", minimum=0),
    StateFact(id="invented.flag", title="a flag", description="d", type=ValueType.BOOLEAN),
    StateFact(id="invented.name", title="a name", description="d", type=ValueType.TEXT),
    StateFact(id="invented.since", title="a moment", description="d", type=ValueType.DATETIME),
)
TIP = (
    "state facts: invented.count (integer, pieces): a count; invented.flag (boolean): a flag; "
    "invented.name (text): a name; invented.since (datetime): a moment"
)


def with_states(tiny: Catalogue, *states: StateFact) -> Catalogue:
    """Return the tiny catalogue with other state facts."""
    records = msgspec.structs.replace(tiny.snapshot.records, states=states)
    return Catalogue(msgspec.structs.replace(tiny.snapshot, records=records))


@pytest.fixture
def catalogue(tiny: Catalogue) -> Catalogue:
    """A catalogue with a state fact of each type."""
    return with_states(tiny, *STATES)


@pytest.mark.parametrize(
    ("expected", "name", "value"),
    [
        (3, "invented.count", 3),
        (3, "state.invented.count", "3"),
        (True, "invented.flag", True),
        (False, "invented.flag", False),
        (False, "invented.flag", "false"),
        (True, "invented.flag", 1),
        ("0105", "invented.name", "0105"),
        ("105", "invented.name", 105),
        ("2015-06-01T00:00:00.000000Z", "invented.since", "2015-06-01T00:00:00Z"),
        ("2015-06-01T00:00:00.000000Z", "invented.since", dt.datetime(2015, 6, 1, tzinfo=dt.UTC)),
        ("2015-06-01T00:00:00.000000Z", "invented.since", dt.date(2015, 6, 1)),
    ],
)
def test_read_state(expected: Value, name: str, value: object, catalogue: Catalogue) -> None:
    """Values may be given as text or as Python values, with or without the leading `state.`."""
    ((full_name, found),) = read_state({name: value}, catalogue.lookup).items()
    assert ("state." + name.removeprefix("state."), type(expected), expected) == (full_name, type(found), found)


@pytest.mark.parametrize(
    ("expected", "name", "value"),
    [
        ("no state fact is called 'invented.counts'; did you mean invented.count?", "invented.counts", 3),
        ("no state fact is called 'zzz'", "state.zzz", 3),
        ("no state fact is called 'request.Depth'", "request.Depth", 3),
        ("no state fact is called ''", "", 3),
        ("state invented.count: 'three' is not a whole number", "invented.count", "three"),
        ("state invented.count: '3.0' is not a whole number", "invented.count", 3.0),
        ("state invented.count: 'true' is not a whole number", "invented.count", True),
        ("state invented.count: 'None' is not a whole number", "invented.count", None),
        ("state invented.count: -1 is less than 0, the least that it can be", "invented.count", -1),
        ("state invented.flag: 'yes' is neither true nor false", "invented.flag", "yes"),
        ("state invented.flag: '2' is neither true nor false", "invented.flag", 2),
        (
            "state invented.since: 'soon' is not a date and time such as 2025-01-01T00:00:00Z",
            "invented.since",
            "soon",
        ),
    ],
)
def test_read_state_refuses(expected: str, name: str, value: object, catalogue: Catalogue) -> None:
    """An unknown name or a value of another type is refused, and the tip lists what there is."""
    with pytest.raises(UsageError) as raised:
        read_state({"invented.flag": True, name: value}, catalogue.lookup)
    assert (expected, TIP) == (raised.value.message, raised.value.tip)


def test_a_catalogue_without_state_facts(tiny: Catalogue) -> None:
    """Where there is no vocabulary the tip says so."""
    with pytest.raises(UsageError) as raised:
        read_state({"x": 1}, with_states(tiny).lookup)
    assert "this catalogue declares no state facts" == raised.value.tip


def test_vocabulary_for(tiny: Catalogue) -> None:
    """Every service knows the same Device and state facts, and its own request's fields."""
    log, register = (set(vocabulary_for(tiny.lookup, tiny.lookup.services[srv])) for srv in (LOG, REGISTER))
    assert {"device.model", "state.invented_log.entries"} <= log & register
    assert {
        "request.ReadLogPeriod.StartDateTime",
        "request.ReadLogPeriod.EndDateTime",
        "request.Depth",
        "request.Detailed",
    } == log - register
