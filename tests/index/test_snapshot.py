"""A snapshot survives its bytes; what is no snapshot is refused."""

import json

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import SNAPSHOT_VERSION, Snapshot, from_bytes, to_bytes


def test_out_and_in_again(tiny: Catalogue) -> None:
    """Bytes and value stand for each other."""
    data = to_bytes(tiny.snapshot)
    assert tiny.snapshot == from_bytes(data)
    assert data == to_bytes(from_bytes(data))


def changed(tiny: Catalogue, **fields: object) -> bytes:
    """Return the tiny snapshot's bytes with other fields."""
    return json.dumps(json.loads(to_bytes(tiny.snapshot)) | fields).encode()


def test_another_shape_is_refused(tiny: Catalogue) -> None:
    """The message names both shapes."""
    message = f"^snapshot of shape {SNAPSHOT_VERSION + 1}; this software reads shape {SNAPSHOT_VERSION}$"
    with pytest.raises(ValueError, match=message):
        from_bytes(changed(tiny, snapshot_version=SNAPSHOT_VERSION + 1))


def test_another_shape_is_refused_whatever_it_holds() -> None:
    """The shape is asked first: the rest of another shape is not looked at."""
    with pytest.raises(ValueError, match=r"^snapshot of shape 99;"):
        from_bytes(b'{"snapshot_version": 99, "content": []}')


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not JSON",
        b"[]",
        b"null",
        b"{}",
        b'{"snapshot_version": "1"}',
        b'{"snapshot_version": 1}',
        b'{"snapshot_version": 1, "digest": "\xff"}',
        b'{"snapshot_version": 1, "x": ' + b"[" * 100_000,
    ],
    ids=["empty", "text", "list", "null", "no version", "version as text", "nothing else", "not UTF-8", "deep"],
)
def test_what_is_no_snapshot_is_refused(data: bytes) -> None:
    """Bytes that are not a snapshot are a ValueError, whatever they are."""
    with pytest.raises(ValueError, match=r"."):
        from_bytes(data)


def test_a_cut_off_snapshot_is_refused(tiny: Catalogue) -> None:
    """Half a snapshot is none."""
    data = to_bytes(tiny.snapshot)
    with pytest.raises(ValueError, match=r"^not a snapshot: "):
        from_bytes(data[: len(data) // 2])


def test_records_of_another_shape_are_refused(tiny: Catalogue) -> None:
    """A field that this software does not know is not ignored."""
    with pytest.raises(ValueError, match="unknown field `colour`"):
        from_bytes(changed(tiny, header={**msgspec.to_builtins(tiny.snapshot.header), "colour": "blue"}))


def test_the_snapshot_is_a_value(tiny: Catalogue) -> None:
    """A snapshot is frozen."""
    with pytest.raises(AttributeError):
        tiny.snapshot.digest = "other"  # type: ignore[misc] # what the test is about
    assert isinstance(tiny.snapshot, Snapshot)
