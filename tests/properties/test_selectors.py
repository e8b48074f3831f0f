"""Laws of selectors over the CPL key."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.model.device import KEY_FIELDS, Device, DevicePattern
from tests.properties.strategies import devices, patterns


def device(tiny: Catalogue, key: str) -> Device:
    """Return an invented Device Model."""
    return tiny.lookup.devices[key]


@given(devices, patterns, patterns, st.sampled_from(KEY_FIELDS))
def test_narrowing_never_adds_matches(
    tiny: Catalogue, key: str, pattern: DevicePattern, other: DevicePattern, part: str
) -> None:
    """Fewer values for a part, or values for a part that was free, match no Device Model more."""
    wide, further = getattr(pattern, part), getattr(other, part)
    narrow = tuple(value for value in wide if value in further) if wide else further
    if wide and not narrow:
        return
    narrower = msgspec.structs.replace(pattern, **{part: narrow})
    assert pattern.matches(device(tiny, key)) or not narrower.matches(device(tiny, key))
    assert set(pattern.mismatches(device(tiny, key))) <= set(narrower.mismatches(device(tiny, key)))


@given(devices, patterns)
def test_one_mismatch_for_each_part(tiny: Catalogue, key: str, pattern: DevicePattern) -> None:
    """Freeing exactly the parts that are named makes the pattern match; freeing fewer does not."""
    missed = pattern.mismatches(device(tiny, key))
    freed = msgspec.structs.replace(pattern, **dict.fromkeys(missed, ()))
    assert freed.matches(device(tiny, key))
    for part in missed:
        partly = msgspec.structs.replace(pattern, **dict.fromkeys(set(missed) - {part}, ()))
        assert (part,) == partly.mismatches(device(tiny, key))


@given(devices, devices)
def test_a_whole_key_matches_itself_only(tiny: Catalogue, key: str, other: str) -> None:
    """A pattern of all five parts stands for one Device Model."""
    parts = zip(KEY_FIELDS, device(tiny, key).key_parts(), strict=True)
    pattern = msgspec.convert({name: [part] for name, part in parts}, DevicePattern)
    assert (key == other) is pattern.matches(device(tiny, other))


@given(devices, st.integers(0, 5))
def test_a_longer_key_stands_for_fewer(tiny: Catalogue, key: str, length: int) -> None:
    """Each further part of a partial key narrows what it stands for, and the whole key is always among it."""
    parts = device(tiny, key).key_parts()
    shorter = {found.id for found in tiny.lookup.matching_devices(parts[:length])}
    longer = {found.id for found in tiny.lookup.matching_devices(parts[: length + 1])}
    assert key in longer <= shorter
