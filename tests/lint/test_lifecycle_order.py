"""The events of a record follow the process into the Code and out of it."""

import pytest

from s1sr_validator.lint.rules import lifecycle_order
from s1sr_validator.model.lifecycle import Event
from tests.invented import behaviour, event
from tests.lint.asked import context_with, messages


def said(*events: Event) -> list[str]:
    """Return what the rule says of a behaviour with these events."""
    return messages(lifecycle_order, context_with(behaviour("S1B-9101", lifecycle=events), only=True))


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        (
            "consulted on 2011-01-01 follows designated on 2010-01-01",
            (event("consulted", "2011-01-01"), event("designated", "2010-01-01")),
        ),
        (
            "observed on 2012-01-01 follows consulted on 2011-01-01",
            (event("consulted", "2011-01-01"), event("observed", "2012-01-01")),
        ),
        (
            "designated on 2012-01-01 follows superseded on 2011-01-01",
            (event("superseded", "2011-01-01"), event("designated", "2012-01-01")),
        ),
        (
            "superseded on 2012-01-01 follows withdrawn on 2011-01-01",
            (event("withdrawn", "2011-01-01"), event("superseded", "2012-01-01")),
        ),
        (
            "consultation_closes on 2009-01-01 comes before consulted on 2010-01-01",
            (event("consulted", "2010-01-01"), event("consultation_closes", "2009-01-01")),
        ),
        (
            "designated on 2009-01-01 comes before consulted on 2010-01-01",
            (event("consulted", "2010-01-01"), event("designated", "2009-01-01", planned=True)),
        ),
        (
            "considered on 2013-01-01 comes after withdrawn on 2012-01-01",
            (event("consulted", "2010-01-01"), event("withdrawn", "2012-01-01"), event("considered", "2013-01-01")),
        ),
    ],
)
def test_out_of_order(expected: str, events: tuple[Event, ...]) -> None:
    """Each of these takes a standing back, comes too early, or comes after the end."""
    assert [expected] == said(*events)


@pytest.mark.parametrize(
    "events",
    [
        (event("observed", "2010-01-01"),),
        (event("designated", "2011-01-01"), event("consulted", "2010-01-01")),
        (event("consulted", "2010-01-01"), event("designated", "2010-01-01")),
        (event("consulted", "2010-01-01"), event("consulted", "2011-01-01"), event("designated", "2012-01-01")),
        (
            event("consulted", "2010-01-01"),
            event("consultation_closes", "2010-02-01"),
            event("consulted", "2011-01-01"),
            event("consultation_closes", "2011-02-01"),
        ),
        (event("designated", "2010-01-01"), event("designated", "2012-01-01")),
        (event("consulted", "2010-01-01"), event("considered", "2011-01-01")),
        (event("considered", "2009-01-01"), event("consulted", "2010-01-01")),
        (event("superseded", "2010-01-01"), event("withdrawn", "2011-01-01")),
        (
            event("consulted", "2010-01-01"),
            event("withdrawn", "2011-01-01"),
            event("designated", "2012-01-01", planned=True),
        ),
        (
            event("consulted", "2010-01-01"),
            event("submitted", "2012-01-01", planned=True),
            event("submitted", "2011-01-01"),
            event("designated", "2011-06-01"),
        ),
    ],
    ids=[
        "one event",
        "written in another order",
        "one day",
        "two consultations, then designated",
        "two consultations that close",
        "designated again",
        "considered late",
        "considered early",
        "withdrawn after superseded",
        "a plan that came to nothing",
        "earlier than planned",
    ],
)
def test_in_order(events: tuple[Event, ...]) -> None:
    """Steps may be repeated, skipped and written in any order, and a plan may come to nothing."""
    assert [] == said(*events)
