"""Device keys, whole and partial, and selectors over them."""

import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.model.device import Device, DevicePattern, DeviceType, key_of, parse_key
from tests.invented import MAKER_ONE


@pytest.fixture
def device(tiny: Catalogue) -> Device:
    """The first invented Device Model."""
    return tiny.lookup.devices[MAKER_ONE]


def test_key_parts(device: Device) -> None:
    """The key is type, manufacturer, model, hardware (version and revision in one) and firmware."""
    assert ("ESME", "FFF0", "0001", "0101", "00000001") == device.key_parts()
    assert MAKER_ONE == key_of(device.key_parts())


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("ESME",), "ESME"),
        (("ESME", "FFF0"), "esme/fff0"),
        (("ESME", "FFF0"), " /ESME/FFF0/ "),
        (("ESME", "FFF0", "0001"), "ESME / FFF0 / 0001"),
        (("ESME", "FFF0", "0001", "0101", "00000001"), MAKER_ONE),
    ],
)
def test_parse_key(expected: tuple[str, ...], text: str) -> None:
    """Case, outer slashes and spaces around parts make no difference."""
    assert expected == parse_key(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("device '': '' is not a device type", ""),
        ("device 'FFF0': 'FFF0' is not a device type", "FFF0"),
        ("device 'XESMEX': 'XESMEX' is not a device type", "XESMEX"),
        ("device 'ESME/FFF': manufacturer 'FFF' is not 4 hex digits", "ESME/FFF"),
        ("device 'ESME/GGGG': manufacturer 'GGGG' is not 4 hex digits", "ESME/GGGG"),
        ("device 'ESME/FFF0/1': model '1' is not 4 hex digits", "ESME/FFF0/1"),
        ("device 'ESME/FFF0//0101': model '' is not 4 hex digits", "ESME/FFF0//0101"),
        ("device 'ESME/FFF0/0001/01': hardware '01' is not 4 hex digits", "ESME/FFF0/0001/01"),
        ("device 'ESME/FFF0/0001/0101/1': firmware '1' is not 8 hex digits", "ESME/FFF0/0001/0101/1"),
        ("device 'ESME/FFF0/0001/01/01/1' has 6 parts; a CPL key has 5", "ESME/FFF0/0001/01/01/1"),
    ],
)
def test_parse_key_refuses(expected: str, text: str) -> None:
    """What is not a key is refused with the part that is wrong."""
    with pytest.raises(UsageError) as raised:
        parse_key(text)
    assert expected == raised.value.message


EXAMPLE = "ESME/1028/5678/0201/03465317"


@pytest.mark.parametrize(
    ("tip", "text"),
    [
        ("device types: ESME, GSME, CHF, GPF, PPMID, HCALCS", "FFF0"),
        (f"for example {EXAMPLE} (hardware is version and revision, 02 and 01)", "ESME/FFF0/0001/01"),
        (f"write type/manufacturer/model/hardware/firmware, e.g. {EXAMPLE}", f"{MAKER_ONE}/1"),
    ],
)
def test_parse_key_says_what_to_write(tip: str, text: str) -> None:
    """The tip lists the device types, or shows a whole key."""
    with pytest.raises(UsageError) as raised:
        parse_key(text)
    assert tip == raised.value.tip


@pytest.mark.parametrize(
    ("expected", "pattern"),
    [
        ((), DevicePattern()),
        ((), DevicePattern(device_type=(DeviceType.ESME,))),
        ((), DevicePattern(firmware=("00000001", "00000002"))),
        (("device_type",), DevicePattern(device_type=(DeviceType.GSME,))),
        (("manufacturer",), DevicePattern(device_type=(DeviceType.ESME,), manufacturer=("FFF1",))),
        (("model", "hardware"), DevicePattern(model=("0002",), hardware=("0102",))),
        (("firmware",), DevicePattern(firmware=("00000000",))),
    ],
)
def test_pattern(expected: tuple[str, ...], pattern: DevicePattern, device: Device) -> None:
    """A pattern names the parts in which a Device Model falls outside it, and matches when there is none."""
    assert expected == pattern.mismatches(device)
    assert (not expected) is pattern.matches(device)
