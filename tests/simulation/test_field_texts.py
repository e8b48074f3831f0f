"""Texts of fields: legal, and likely."""

import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.model.payload import PayloadField
from s1sr_validator.simulation.field_texts import Surroundings, field_text
from s1sr_validator.simulation.number_ranges import allowed, likely
from s1sr_validator.simulation.patterns import matching_text
from tests.invented import MAKER_ONE
from tests.simulation.scenes import DEVICE, MOMENT, USER

EUI = "-".join(["[A-Fa-f0-9]{2}"] * 8)


def field(path: str = "Value", kind: str = "xs:integer", **bounds: Any) -> PayloadField:  # noqa: ANN401 - of the field
    """Return an invented field."""
    return PayloadField(order=1, path=path, type=kind, occurs="1", **bounds)


def text(tiny: Catalogue, of: PayloadField, *, number: int = 1, seed: int = 0) -> str:
    """Return the text that is made up for a field."""
    around = Surroundings(
        device=tiny.lookup.devices[MAKER_ONE],
        device_id=DEVICE,
        user_id=USER,
        number=number,
        moment=MOMENT,
        chance=random.Random(seed),  # noqa: S311 - made-up readings
        readings={},
    )
    return field_text(of, around)


@pytest.mark.parametrize(
    ("expected", "of"),
    [
        (r"[1-9][0-9]{0,3}", field()),
        (r"(0\.[0-9]{3})|([1-9][0-9]{0,6}\.[0-9]{3})", field("ConsumptionRegister", "xs:decimal")),
        (r"[0-7]", field(kind="xs:unsignedShort", maximum=7)),
        (r"20[0-9]{2}", field("SpecifiedYear", "xs:nonNegativeInteger", minimum=2014, total_digits=4)),
        (r"3", field("Value.@index", "xs:positiveInteger")),
        (r"2", field("Value.@index", "xs:positiveInteger", maximum=2)),
        (r"0", field("Status.@ResponseCode")),
        (r"success", field("ASN1Status", "xs:string", values=("badCertificate", "other", "success"))),
        (r"ESME", field("DeviceType", "xs:string", values=("CHF", "ESME", "GSME"))),
        (r"one|two", field("Word", "xs:string", values=("one", "two"))),
        (r"exam", field("Text", "xs:string", max_length=4)),
        (r"examplexxx", field("Text", "xs:string", min_length=10)),
        (r"[0-9]{13}", field("ImportMPAN", "xs:string", max_length=13)),
        (r"00000001", field("FirmwareVersion", "xs:string", max_length=8)),
        (DEVICE, field("DeviceID", "xs:token", pattern=EUI)),
        (USER, field("RemotePartyID", "xs:token", pattern=EUI)),
        (r"true|false", field(kind="xs:boolean")),
        (r"2020-01-31T12:00:00Z", field(kind="xs:dateTime")),
        (r"2020-01-31", field(kind="xs:date")),
        (r"[012][0-9]:[03]0:00", field(kind="xs:time")),
        (r"[0-9A-F]{4}", field(kind="xs:hexBinary")),
        (r"[A-Za-z0-9+/]{27}=", field(kind="xs:base64Binary")),
    ],
)
def test_text(expected: str, of: PayloadField, tiny: Catalogue) -> None:
    """The text is what the type, the bounds and the name ask for."""
    assert re.fullmatch(expected, text(tiny, of, number=3))


def test_an_unknown_type(tiny: Catalogue) -> None:
    """A type that nothing can be made up for is said, and not filled with anything."""
    with pytest.raises(ValueError, match=r"^Value: no text can be made up for type xs:duration$"):
        text(tiny, field(kind="xs:duration"))


BOUNDS = st.none() | st.integers(-200, 200)
NAMES = st.sampled_from(["Value", "Register", "Balance", "SpecifiedYear", "DayOfMonth", "Price"])


@given(
    name=NAMES,
    kind=st.sampled_from(["xs:integer", "xs:positiveInteger", "xs:unsignedShort", "xs:short"]),
    bounds=st.tuples(BOUNDS, BOUNDS),
    digits=st.none() | st.integers(1, 4),
)
def test_numbers_stay_in_their_bounds(
    name: str, kind: str, bounds: tuple[int | None, int | None], digits: int | None
) -> None:
    """Every number that can be made up is allowed, wherever any number is."""
    of = field(name, kind, minimum=bounds[0], maximum=bounds[1], total_digits=digits)
    low, high = allowed(of)
    if low is not None and high is not None and low > high:
        return
    least, most = likely(of)
    assert least <= most
    assert low is None or low <= least
    assert high is None or most <= high


@pytest.mark.parametrize("pattern", ["", "abc", EUI, "[0-9]{3,5}", "[A-Z][a-c-]", r"\d{4}", "x{0}y", "[_.]{2,}"])
@given(seed=st.integers(0, 1000))
def test_pattern(pattern: str, seed: int) -> None:
    """The text matches as a whole."""
    assert re.fullmatch(pattern, matching_text(pattern, random.Random(seed)))  # noqa: S311 - made-up readings


@pytest.mark.parametrize("pattern", ["a|b", "(ab)", "[^a]", "a*", r"\w"])
def test_a_pattern_that_is_not_understood(pattern: str) -> None:
    """A sign that is not understood is named, and not taken for a letter."""
    with pytest.raises(ValueError, match=r"has a sign at \d that no text can be made up for"):
        matching_text(pattern, random.Random(0))  # noqa: S311 - made-up readings
