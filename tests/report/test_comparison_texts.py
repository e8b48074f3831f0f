"""Differences and impacts in words, as text and as Markdown. Everything in them is invented."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from s1sr_validator.model.comparison import (
    ABSENT,
    Change,
    ComparedCatalogue,
    DiffReport,
    Effect,
    FieldDifference,
    Foretold,
    ForetoldAnswer,
    ForetoldClaim,
    ImpactGroup,
    ImpactReport,
    ReachChange,
    RecordDifference,
    Transition,
)
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import GivenState
from s1sr_validator.report.diff_markdown import diff_markdown
from s1sr_validator.report.diff_text import field_in_words
from s1sr_validator.report.impact_markdown import impact_markdown
from s1sr_validator.report.impact_text import cases_in_words, foretold_in_words, group_in_words, write_impact
from s1sr_validator.report.page import Page

BASE = ComparedCatalogue(name="base", version="9.0.0", digest="ab" * 32)
HEAD = ComparedCatalogue(name="head", version="9.1.0", digest="cd" * 32)
SUCCESS = ForetoldAnswer(outcome="success", alerts=(), differences=())
FAILURE = ForetoldAnswer(outcome="failure", alerts=("S1X9001",), differences=())
CLAIM = ForetoldClaim(behaviour="S1B-9001", claim="deviates", certainty="certain", standing="proposed", answer=FAILURE)
NOTHING = Foretold(assessment="not_assessed", predicts="unknown", baseline=SUCCESS, claims=())
FAILS = Foretold(assessment="deviates", predicts="deviation", baseline=SUCCESS, claims=(CLAIM,))


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("title added: new", "", "new"),
        ("title removed: old", "old", ""),
        ("title: old -> new", "old", "new"),
    ],
)
def test_fields(words: str, before: str, after: str) -> None:
    """A field that was not there, one that is no more, and one that says something else."""
    assert words == field_in_words(FieldDifference(field="title", before=before, after=after, effect=Effect.WORDING))


def diff(**fields: Any) -> DiffReport:  # noqa: ANN401 - fields of DiffReport
    """Return a report of what differs."""
    usual: dict[str, Any] = {"base": BASE, "head": HEAD, "records": (), "reach": (), "same": 3}
    return DiffReport(**(usual | fields))


def test_markdown_of_a_difference() -> None:
    """Records stand under what their change can do; Device Models gained and lost a heading."""
    record = RecordDifference(
        kind="behaviour", id="S1B-9001", title="One", change=Change.ADDED, effect=Effect.PREDICTED
    )
    reach = ReachChange(behaviour="S1B-9001", title="One", gained=("ESME/F001",), lost=())
    whole = diff_markdown(diff(records=(record,), reach=(reach,)))
    assert "**Device Models gained and lost**" in whole
    assert "ESME/F001" in whole
    assert "**Device Models gained and lost**" not in diff_markdown(diff(records=(record,)))
    assert "S1B-9001" not in diff_markdown(diff())


def transition(**fields: Any) -> Transition:  # noqa: ANN401 - fields of Transition
    """Return a change of what is foretold."""
    usual: dict[str, Any] = {"before": NOTHING, "after": FAILS, "cases": 2, "nothing_known": False, "example": ()}
    return Transition(**(usual | fields))


def group(*transitions: Transition, **fields: Any) -> ImpactGroup:  # noqa: ANN401 - fields of ImpactGroup
    """Return a group of changed predictions."""
    usual: dict[str, Any] = {
        "behaviours": ("S1B-9001",),
        "family": "ESME/F001",
        "maker": "Invented maker",
        "services": ("9.9.1",),
        "device_models": ("ESME/F001/0001/0101/00000001",),
        "cases_tried": 4,
        "too_many": 0,
    }
    return ImpactGroup(**(usual | fields), transitions=transitions)


EXAMPLE = (GivenState(name="state.a", value="1"), GivenState(name="request.B", value="2"))


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("where nothing is known of request and state", {"cases": 1, "nothing_known": True}),
        ("2 of 4", {}),
        ("1 of 4", {"cases": 1}),
        ("2 of 4; nothing known is one of them", {"nothing_known": True}),
        ("2 of 4, for example state.a = 1, request.B = 2", {"example": EXAMPLE}),
    ],
)
def test_cases(words: str, fields: dict[str, Any]) -> None:
    """How many of the cases that were tried, and the facts of one."""
    assert words == cases_in_words(transition(**fields), group())


def test_what_is_foretold() -> None:
    """Nothing of what the catalogue does not have, else each claim with its answer."""
    assert "not in the catalogue" == foretold_in_words(msgspec.structs.replace(NOTHING, assessment=ABSENT))
    assert "S1B-9001 (proposed, certain)" in foretold_in_words(FAILS)


def test_groups() -> None:
    """Behaviours, maker where one is known, how many Device Models, and services."""
    assert "S1B-9001: ESME/F001 (Invented maker), 1 Device Model, SRV 9.9.1" == group_in_words(group())
    several = group(maker="", device_models=("a", "b"), services=("9.9.1", "9.9.2"))
    assert "S1B-9001: ESME/F001, 2 Device Models, SRV 9.9.1, 9.9.2" == group_in_words(several)


def impact(*groups: ImpactGroup) -> ImpactReport:
    """Return a report of what changes in predictions."""
    return ImpactReport(
        base=BASE,
        head=HEAD,
        as_of=dt.date(2099, 1, 31),
        lowest_standing=Standing.PROPOSED,
        pairs_compared=10,
        pairs_added=0,
        pairs_removed=0,
        pairs_changed=1,
        cases_changed=2,
        groups=groups,
    )


@pytest.mark.parametrize("too_many", [0, 1_234])
@pytest.mark.parametrize("count", [0, 1])
def test_a_group_that_was_not_tried_to_the_end(too_many: int, count: int) -> None:
    """It says so in text and in Markdown; a table is there only for what changes."""
    found = group(*([transition()] * count), too_many=too_many)
    says = "1,234 combinations of values are too many"
    page = Page(width=200)
    write_impact(page, impact(found))
    markdown = impact_markdown(impact(found))
    assert [bool(too_many)] * 2 == [says in str(page), says in markdown]
    assert (count, count) == (markdown.count("| Cases | Before | After |"), str(page).count("before"))
