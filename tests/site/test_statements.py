"""What pages say is held by tests: the tests that they name are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_NAMED = re.compile(r"`(tests/[a-z_/]+\.py)(?:::(test_[a-z_]+))?`")


@pytest.mark.parametrize("page", ["accessibility.md", "pages.md"])
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    """A claim whose test was renamed or removed is found here."""
    named = _NAMED.findall((ROOT / "site" / "about" / page).read_text("utf-8"))
    assert len(named) > 5
    for file, test in named:
        text = (ROOT / file).read_text("utf-8")
        assert not test or f"def {test}(" in text, f"{file}::{test}"
