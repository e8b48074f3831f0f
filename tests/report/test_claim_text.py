"""A claim as a person reads it: whose standing it has, and since when. Everything in it is invented."""

from typing import Any

import pytest

from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.report.claim_text import write_claim
from s1sr_validator.report.page import Page
from tests.invented_claims import applied


@pytest.mark.parametrize(
    ("label", "words", "fields"),
    [
        (
            "Standing",
            "observed since 2010-01-01: a public report, below every clause, not regulation",
            {"standing": Standing.OBSERVED},
        ),
        (
            "Clause",
            "INVENTED 9.1, designated since 2010-01-01",
            {"standing": Standing.DESIGNATED, "document": "INVENTED", "clause": "9.1"},
        ),
        ("Standing", "proposed since 2010-01-01", {"standing": Standing.PROPOSED}),
    ],
)
def test_standing(label: str, words: str, fields: dict[str, Any]) -> None:
    """A report by the public is said to be one; a clause is named with its document."""
    page = Page(width=200)
    write_claim(page, applied("S1B-9100", overlay="", **fields))
    assert f"  {label.ljust(11)}{words}" in str(page).splitlines()
