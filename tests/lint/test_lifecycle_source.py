"""A source tells of what happened before its own date, and announces what comes after."""

import msgspec
import pytest

from s1sr_validator.lint.rules import lifecycle_source
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.regulation import Publication, Source
from tests.invented import behaviour, event
from tests.lint.asked import context_with, places


def reported(date: str, dated: Event) -> list[str]:
    """Return where the rule reports an event whose source has this date."""
    source = Source(id="invented-source", title="t", publisher="p", obtained=Publication.PUBLISHED, date=date)
    found = behaviour("S1B-9101", lifecycle=(dated,))
    reported = places(lifecycle_source, context_with(source, found, only=True))
    return [place for place in reported if place.startswith("behaviours")]


HAPPENED = event("consulted", "2012-05-10")
PLANNED = msgspec.structs.replace(HAPPENED, planned=True)
RANGE = event("designated", "2012-05-10", planned=True, latest="2012-06-10")


@pytest.mark.parametrize(
    ("date", "dated"),
    [
        ("2012-05-09", HAPPENED),
        ("2012-04", HAPPENED),
        ("2011", HAPPENED),
        ("2012-05-11", PLANNED),
        ("2012-06", PLANNED),
        ("2012-06-11", RANGE),
    ],
)
def test_reported(date: str, dated: Event) -> None:
    """What had not happened yet cannot be told, and what was past cannot be announced."""
    assert ["behaviours/S1B-9101.yaml:lifecycle.0.date"] == reported(date, dated)


@pytest.mark.parametrize(
    ("date", "dated"),
    [
        ("", HAPPENED),
        ("2012-05-10", HAPPENED),
        ("2012-05", HAPPENED),
        ("2012", HAPPENED),
        ("2013", HAPPENED),
        ("2012-05-10", PLANNED),
        ("2012-05", PLANNED),
        ("2012-06-10", RANGE),
        ("2012-13", HAPPENED),
    ],
)
def test_silent(date: str, dated: Event) -> None:
    """Where a date lacks its day, only a sure contradiction counts; without a date there is none."""
    assert [] == reported(date, dated)
