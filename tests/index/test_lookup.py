"""Lookups over a snapshot."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import nearest
from s1sr_validator.index.snapshot import Origin
from tests.invented import GAS, MAKER_ONE, MAKER_ONE_LATER, MAKER_TWO, behaviour, row, with_records

DEVICES = {MAKER_ONE, MAKER_ONE_LATER, MAKER_TWO, GAS}


def test_records_by_id(tiny: Catalogue) -> None:
    """Each index finds a record by its id."""
    lookup = tiny.lookup
    found = [
        lookup.devices[GAS].id,
        lookup.services["9.9.2"].id,
        lookup.behaviours["S1B-9002"].id,
        lookup.clauses["INVENTED/9.1"].id,
        lookup.codes["S1X9001"].id,
        lookup.states["invented_log.entries"].id,
        lookup.other_models["ESME/FFF0/0009/0101/00000009"].key,
    ]
    assert [
        GAS,
        "9.9.2",
        "S1B-9002",
        "INVENTED/9.1",
        "S1X9001",
        "invented_log.entries",
        "ESME/FFF0/0009/0101/00000009",
    ] == found


def test_devices_are_in_key_order(tiny: Catalogue) -> None:
    """Device Models come in the order of their keys."""
    keys = list(tiny.lookup.devices)
    assert sorted(keys) == keys


@pytest.mark.parametrize(
    ("expected", "parts"),
    [
        ({MAKER_ONE, MAKER_ONE_LATER}, ("ESME", "FFF0")),
        ({MAKER_ONE, MAKER_ONE_LATER}, ("ESME", "FFF0", "0001", "0101")),
        ({MAKER_ONE}, ("ESME", "FFF0", "0001", "0101", "00000001")),
        ({GAS}, ("GSME",)),
        (set(), ("CHF",)),
        (set(), ("ESME", "FFF")),
        (DEVICES, ()),
    ],
)
def test_matching_devices(expected: set[str], parts: tuple[str, ...], tiny: Catalogue) -> None:
    """A partial key stands for every Device Model whose key begins with its parts, whole parts only."""
    found = tiny.lookup.matching_devices(parts)
    assert expected == {device.id for device in found} & DEVICES
    assert [device.id for device in found] == sorted(device.id for device in found)


def test_applications(tiny: Catalogue) -> None:
    """Every behaviour is there once for each row that applies it, in a fixed order."""
    catalogue = with_records(
        tiny,
        [behaviour("S1B-9101"), behaviour("S1B-9100"), behaviour("S1B-9102")],
        [row("invented/b", "S1B-9100", "S1B-9101"), row("invented/a", "S1B-9101", "S1B-9199")],
        alone=True,
    )
    assert [("S1B-9100", "invented/b"), ("S1B-9101", "invented/a"), ("S1B-9101", "invented/b")] == [
        (pair.behaviour.id, pair.row.id) for pair in catalogue.lookup.applications
    ]


def test_origin(tiny: Catalogue) -> None:
    """A record's file and line are found by its folder and id."""
    assert Origin("tiny_catalogue/documents/INVENTED.yaml", 3) == tiny.lookup.origin("documents", "INVENTED")


@pytest.mark.parametrize(
    ("expected", "word"),
    [
        (("invented_log.entries", "invented_mode.name"), "invented_log.entrees"),
        (("invented_log.entries",), "log.entries"),
        ((), "something else"),
        ((), ""),
    ],
)
def test_nearest(expected: tuple[str, ...], word: str) -> None:
    """The known words nearest to one that was not found, if any is near."""
    assert expected == nearest(word, ("invented_log.entries", "invented_mode.name"))


def test_nearest_gives_the_best_first() -> None:
    """No more than the count asked for, best first."""
    assert ("abcd", "abcf") == nearest("abcd", ["abff", "abef", "abcd", "abcf"], count=2)
