"""Reading a snapshot leaves Python's collector as it was."""

import gc
from collections.abc import Iterator

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import from_bytes, to_bytes


@pytest.fixture
def collector() -> Iterator[None]:
    """Put the collector back to work, whatever a test did to it."""
    yield
    gc.enable()


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize("is_enabled", [True, False])
@pytest.mark.parametrize("is_whole", [True, False])
def test_the_collector_is_left_as_it_was(tiny: Catalogue, is_enabled: bool, is_whole: bool) -> None:
    """At work or at rest, whether the bytes are a snapshot or not."""
    data = to_bytes(tiny.snapshot)
    (gc.enable if is_enabled else gc.disable)()
    if is_whole:
        assert tiny.snapshot == from_bytes(data)
    else:
        with pytest.raises(ValueError, match="not a snapshot"):
            from_bytes(data[:-1])
    assert is_enabled is gc.isenabled()
