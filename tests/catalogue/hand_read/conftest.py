"""The real catalogue, asked through its public API."""

import pytest

from s1sr_validator import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue of this checkout."""
    return Catalogue.bundled()
