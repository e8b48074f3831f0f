"""Values are read from text by declared type, and never guessed."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.condition import Value, ValueType
from s1sr_validator.model.vocabulary import (
    FactType,
    device_fact_types,
    read_value,
    request_fact_types,
    state_fact_type,
    value_type,
)
from tests.invented import LOG


def fact(kind: ValueType, *, minimum: int | None = None, maximum: int | None = None, values: str = "") -> FactType:
    """Return an invented fact."""
    names = tuple(values.split())
    return FactType(name="state.x.y", phrase="x", type=kind, minimum=minimum, maximum=maximum, values=names)


@pytest.mark.parametrize(
    ("expected", "kind", "text"),
    [
        (0, ValueType.INTEGER, "0"),
        (7, ValueType.INTEGER, "+7"),
        (-7, ValueType.INTEGER, "-007"),
        (10**29, ValueType.INTEGER, "1" + "0" * 29),
        (True, ValueType.BOOLEAN, "true"),
        (True, ValueType.BOOLEAN, "1"),
        (False, ValueType.BOOLEAN, "False"),
        (False, ValueType.BOOLEAN, "0"),
        ("0105", ValueType.TEXT, "0105"),
        ("", ValueType.TEXT, ""),
        ("2025-01-01T00:00:00.000000Z", ValueType.DATETIME, "2025-01-01T00:00:00Z"),
        ("2025-01-01T00:00:00.000000Z", ValueType.DATETIME, "2025-01-01T01:00:00+01:00"),
        ("2025-01-01T00:00:00.250000Z", ValueType.DATETIME, "2025-01-01T00:00:00.25"),
        ("2025-01-01T00:00:00.000000Z", ValueType.DATETIME, " 2024-12-31T24:00:00Z "),
        ("2025-01-01T00:00:00.000000Z", ValueType.DATETIME, "2025-01-01"),
        ("0999-01-01T00:00:00.000000Z", ValueType.DATETIME, "0999-01-01T00:00:00Z"),
    ],
)
def test_read_value(expected: Value, kind: ValueType, text: str) -> None:
    """A text is read by the fact's type; date-times are brought to UTC, so that text order is time order."""
    found = read_value(fact(kind), text)
    assert (type(expected), expected) == (type(found), found)


@pytest.mark.parametrize(
    ("expected", "kind", "text"),
    [
        ("'' is not a whole number", ValueType.INTEGER, ""),
        ("'1.0' is not a whole number", ValueType.INTEGER, "1.0"),
        ("'1e5' is not a whole number", ValueType.INTEGER, "1e5"),
        ("'0x10' is not a whole number", ValueType.INTEGER, "0x10"),
        ("'1_000' is not a whole number", ValueType.INTEGER, "1_000"),
        ("'\u0661' is not a whole number", ValueType.INTEGER, "\u0661"),
        ("'12\\n' is not a whole number", ValueType.INTEGER, "12\n"),
        (f"'{'9' * 31}' is not a whole number", ValueType.INTEGER, "9" * 31),
        ("'yes' is neither true nor false", ValueType.BOOLEAN, "yes"),
        ("'2' is neither true nor false", ValueType.BOOLEAN, "2"),
        ("'soon' is not a date and time such as 2025-01-01T00:00:00Z", ValueType.DATETIME, "soon"),
        (
            "'2025-02-30T00:00:00Z' is not a date and time such as 2025-01-01T00:00:00Z",
            ValueType.DATETIME,
            "2025-02-30T00:00:00Z",
        ),
        (
            "'9999-12-31T23:59:59-01:00' lies outside the years 1 to 9999 in UTC",
            ValueType.DATETIME,
            "9999-12-31T23:59:59-01:00",
        ),
    ],
)
def test_read_value_refuses(expected: str, kind: ValueType, text: str) -> None:
    """A text of another type is refused, with what was expected."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the message is compared in full
        read_value(fact(kind), text)
    assert expected == str(raised.value)


def test_a_day_is_no_date_and_time_in_a_request() -> None:
    """A caller may state a day for its first moment; a field of a request has a time, or is no `xs:dateTime`."""
    field = FactType(name="request.x", phrase="x", type=ValueType.DATETIME)
    with pytest.raises(ValueError, match="'2025-01-01' is not a date and time"):
        read_value(field, "2025-01-01")


@pytest.mark.parametrize(
    ("expected", "declared", "text"),
    [
        ("-1 is less than 0, the least that it can be", fact(ValueType.INTEGER, minimum=0), "-1"),
        ("6 is more than 5, the most that it can be", fact(ValueType.INTEGER, maximum=5), "6"),
        ("'loud' is not one of calm, busy", fact(ValueType.TEXT, values="calm busy"), "loud"),
        ("'Calm' is not one of calm, busy", fact(ValueType.TEXT, values="calm busy"), "Calm"),
    ],
)
def test_read_value_keeps_to_the_declared_range(expected: str, declared: FactType, text: str) -> None:
    """A value outside the declared range or list is refused."""
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the message is compared in full
        read_value(declared, text)
    assert expected == str(raised.value)


@pytest.mark.parametrize(
    ("expected", "declared", "text"),
    [
        (0, fact(ValueType.INTEGER, minimum=0, maximum=5), "0"),
        (5, fact(ValueType.INTEGER, minimum=0, maximum=5), "5"),
        ("busy", fact(ValueType.TEXT, values="calm busy"), "busy"),
    ],
)
def test_the_ends_of_the_range_belong_to_it(expected: Value, declared: FactType, text: str) -> None:
    """Least and greatest value are allowed."""
    assert expected == read_value(declared, text)


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        (ValueType.INTEGER, "xs:positiveInteger"),
        (ValueType.INTEGER, "xs:integer"),
        (ValueType.INTEGER, "xs:unsignedShort"),
        (ValueType.INTEGER, "xs:unsignedByte"),
        (ValueType.BOOLEAN, "xs:boolean"),
        (ValueType.DATETIME, "xs:dateTime"),
        (ValueType.TEXT, "xs:date"),
        (ValueType.TEXT, "xs:time"),
        (ValueType.TEXT, "xs:string"),
        (ValueType.TEXT, "xs:decimal"),
        (ValueType.TEXT, "xs:hexBinary"),
        (ValueType.TEXT, "sr:InventedType"),
        (ValueType.TEXT, ""),
    ],
)
def test_value_type(expected: ValueType, name: str) -> None:
    """Whole numbers, truth values and date-times have their types; all the rest is text."""
    assert expected is value_type(name)


def test_vocabulary_of_the_tiny_catalogue(tiny: Catalogue) -> None:
    """Facts are named by where they come from, and each has a phrase that a sentence can use."""
    states = tuple(state_fact_type(state) for state in tiny.lookup.states.values())
    facts = (*device_fact_types(), *states, *request_fact_types(tiny.lookup.services[LOG]))
    assert {
        "device.device_type": ("the Device's device type", ValueType.TEXT),
        "device.manufacturer": ("the Device's manufacturer", ValueType.TEXT),
        "device.model": ("the Device's model", ValueType.TEXT),
        "device.hardware": ("the Device's hardware", ValueType.TEXT),
        "device.firmware": ("the Device's firmware", ValueType.TEXT),
        "state.invented_log.entries": ("the number of entries in the invented log", ValueType.INTEGER),
        "state.invented_mode.name": ("the invented mode", ValueType.TEXT),
        "request.ReadLogPeriod.StartDateTime": ("ReadLogPeriod.StartDateTime in the request", ValueType.DATETIME),
        "request.ReadLogPeriod.EndDateTime": ("ReadLogPeriod.EndDateTime in the request", ValueType.DATETIME),
        "request.Depth": ("Depth in the request", ValueType.INTEGER),
        "request.Detailed": ("Detailed in the request", ValueType.BOOLEAN),
    }.items() <= {found.name: (found.phrase, found.type) for found in facts}.items()
