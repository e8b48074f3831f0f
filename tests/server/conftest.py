"""The server that most tests here ask: the tiny catalogue, invented Devices, and a day that does not change."""

from collections.abc import Iterator

import pytest

from s1sr_validator import Catalogue
from tests.server.serving import Served, serving


@pytest.fixture(scope="session")
def served(tiny: Catalogue) -> Iterator[Served]:
    """A server of the tiny catalogue."""
    with serving(tiny) as running:
        yield running
