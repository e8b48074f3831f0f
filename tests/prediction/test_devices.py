"""Device keys, whole and partial, to Device Models."""

import datetime as dt

import msgspec
import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.model.device import CplStatus, Listing
from s1sr_validator.prediction.devices import device_notes, find_devices
from tests.invented import GAS, MAKER_ONE, MAKER_ONE_LATER, MAKER_TWO


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([MAKER_ONE], MAKER_ONE),
        ([MAKER_ONE], MAKER_ONE.lower()),
        ([MAKER_ONE, MAKER_ONE_LATER], "ESME/FFF0"),
        ([MAKER_ONE, MAKER_ONE_LATER], "ESME/FFF0/0001/0101/"),
        ([GAS], "GSME"),
        ([MAKER_TWO], "ESME/FFF1"),
    ],
)
def test_find_devices(expected: list[str], text: str, tiny: Catalogue) -> None:
    """A key stands for every SMETS1 Device Model whose key begins with it, in key order."""
    assert expected == [device.id for device in find_devices(text, tiny.lookup)]


@pytest.mark.parametrize(
    ("message", "tip", "text"),
    [
        (
            "device ESME/FFF0/0009/0101/00000009 is SMETS V2.0, not a SMETS1 Device Model (CPL entry 990009)",
            "this catalogue is about SMETS1 Devices; see: s1sr list devices",
            "esme/fff0/0009/0101/00000009",
        ),
        (
            "device ESME/FFF0/0009 stands for 1 Device Models, none of them SMETS1 (SMETS V2.0)",
            "this catalogue is about SMETS1 Devices; see: s1sr list devices",
            "ESME/FFF0/0009",
        ),
        (
            "device ESME/FFF0/0001/0101/00000003 is not in the Central Products List that this catalogue holds",
            f"nearest: {MAKER_ONE_LATER}, {MAKER_ONE}",
            "ESME/FFF0/0001/0101/00000003",
        ),
        (
            "device GSME/FFF1/0002/0101/FFFFFFFF is not in the Central Products List that this catalogue holds",
            f"nearest: {GAS}",
            "GSME/FFF1/0002/0101/FFFFFFFF",
        ),
        (
            "device GSME/EEEE is not in the Central Products List that this catalogue holds",
            "nearest: GSME/FFF1",
            "GSME/EEEE",
        ),
        (
            "device HCALCS is not in the Central Products List that this catalogue holds",
            "nearest: ESME, GSME",
            "HCALCS",
        ),
        ("device 'XSME': 'XSME' is not a device type", "device types: ESME, GSME, CHF, GPF, PPMID, HCALCS", "XSME"),
    ],
)
def test_unknown_devices(message: str, tip: str, text: str, tiny: Catalogue) -> None:
    """A key of no SMETS1 Device Model is refused: with its specification if it is listed, else with the nearest."""
    with pytest.raises(UsageError) as raised:
        find_devices(text, tiny.lookup)
    assert message == raised.value.message
    assert raised.value.tip.startswith(tip)


def test_a_catalogue_without_devices(tiny: Catalogue) -> None:
    """Where nothing is near, the tip says where to look."""
    records = msgspec.structs.replace(tiny.snapshot.records, devices=(), other_models=())
    lookup = Catalogue(msgspec.structs.replace(tiny.snapshot, records=records)).lookup
    with pytest.raises(UsageError) as raised:
        find_devices(MAKER_ONE, lookup)
    assert "see: s1sr list devices" == raised.value.tip


SINCE = Listing(version="0.2", date=dt.date(2016, 1, 1))


@pytest.mark.parametrize(
    ("expected", "status", "absent_since"),
    [
        ((), CplStatus.CURRENT, None),
        (("The Central Products List marks this Device Model as removed.",), CplStatus.REMOVED, None),
        (
            ("The Central Products List no longer has this Device Model (since 0.2, 2016-01-01).",),
            CplStatus.ABSENT,
            SINCE,
        ),
        ((), CplStatus.ABSENT, None),
    ],
)
def test_device_notes(
    expected: tuple[str, ...], status: CplStatus, absent_since: Listing | None, tiny: Catalogue
) -> None:
    """What the list says of the Device Model itself is noted."""
    device = tiny.lookup.devices[MAKER_ONE]
    cpl = msgspec.structs.replace(device.cpl, status=status, absent_since=absent_since)
    assert expected == device_notes(msgspec.structs.replace(device, cpl=cpl))
