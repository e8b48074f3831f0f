"""The three rules about selectors: each selects something, by each of its values, and adds to the others."""

import pytest

from s1sr_validator.lint.rules import selector_matches, selector_redundant, selector_value
from s1sr_validator.model.device import DevicePattern, DeviceType
from tests.invented import row
from tests.lint.asked import context_with, messages, places

ESME, GSME, CHF = (DeviceType.ESME,), (DeviceType.GSME,), (DeviceType.CHF,)
ANY_ESME = DevicePattern(device_type=ESME)
ONE = DevicePattern(device_type=ESME, manufacturer=("FFF0",), firmware=("00000001",))


def paths(module: object, *patterns: DevicePattern) -> list[str]:
    """Return the paths that a rule reports in a row of these selectors."""
    context = context_with(row("invented/row", devices=patterns), only=True)
    return [place.partition(":")[2] for place in places(module, context)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expected", "patterns"),
    [
        (["devices.0"], (DevicePattern(device_type=CHF),)),
        (["devices.1"], (ANY_ESME, DevicePattern(device_type=GSME, manufacturer=("FFF0",)))),
        ([], (ANY_ESME,)),
        ([], (ONE, DevicePattern())),
        ([], (DevicePattern(device_type=ESME, manufacturer=("FFFF", "FFF0")),)),
    ],
)
def test_matches(expected: list[str], patterns: tuple[DevicePattern, ...]) -> None:
    """A selector that selects nothing is reported; one value that selects something is enough here."""
    assert expected == paths(selector_matches, *patterns)


def test_matches_says_what_keeps_it_from_matching() -> None:
    """Where one part of the key is in the way, it is named."""
    pattern = DevicePattern(device_type=ESME, manufacturer=("FFF0",), model=("0009",))
    context = context_with(row("invented/row", devices=(pattern,)), only=True)
    assert ["this selects none of the 6 Device Models; but for model it would"] == messages(selector_matches, context)


@pytest.mark.parametrize(
    ("expected", "patterns"),
    [
        (["devices.0.manufacturer.1"], (DevicePattern(manufacturer=("FFF0", "FFFF")),)),
        (["devices.0.firmware.0"], (DevicePattern(manufacturer=("FFF1",), firmware=("00000002", "00000001")),)),
        (["devices.0.device_type.1"], (DevicePattern(device_type=(*ESME, *CHF)),)),
        ([], (ONE,)),
        ([], (DevicePattern(device_type=CHF, firmware=("0000000F",)),)),
        ([], (DevicePattern(device_type=(*ESME, *GSME), manufacturer=("FFF1", "FFF0")),)),
    ],
)
def test_value(expected: list[str], patterns: tuple[DevicePattern, ...]) -> None:
    """A value that no selected Device Model has is reported; a selector without any is the other rule's."""
    assert expected == paths(selector_value, *patterns)


@pytest.mark.parametrize(
    ("expected", "patterns"),
    [
        (["devices.0"], (ONE, ANY_ESME)),
        (["devices.1"], (ANY_ESME, ONE)),
        (["devices.1"], (DevicePattern(model=("1", "2")), DevicePattern(model=("2", "1")))),
        (["devices.0"], (ANY_ESME, DevicePattern())),
        ([], (ANY_ESME, DevicePattern(device_type=GSME))),
        ([], (ONE, DevicePattern(device_type=ESME, manufacturer=("FFF0",), firmware=("00000002",)))),
        ([], (DevicePattern(model=("1",)), DevicePattern(firmware=("2",)))),
        ([], (ONE,)),
    ],
)
def test_redundant(expected: list[str], patterns: tuple[DevicePattern, ...]) -> None:
    """A selector inside another is reported; of two equal ones, the later."""
    assert expected == paths(selector_redundant, *patterns)
