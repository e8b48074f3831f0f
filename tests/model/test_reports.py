"""What reports say of themselves: a plan that changes nothing, verdicts that were to be expected, counts."""

import datetime as dt

import pytest

from s1sr_validator.model.answer_content import AnswerField, Content
from s1sr_validator.model.import_plan import EntryChange, ImportPlan, RecordEdit
from s1sr_validator.model.results import import_report
from s1sr_validator.model.verdict import Verdict


def test_a_plan_as_a_report() -> None:
    """Everything but the text of the records, of which the files are named; only a plan without edits is empty."""
    change = EntryChange(folder="devices", entry="990001", key="ESME/F001")
    edit = RecordEdit(folder="sources", id="cpl-9.001", data={})
    plan = ImportPlan(version="9.001", date=dt.date(2099, 1, 31), added=(change,), unchanged_count=3, edits=(edit,))
    found = import_report(plan, dry_run=True)
    assert ("9.001", (change,), (), 3, True) == (
        found.version,
        found.added,
        found.changed,
        found.unchanged_count,
        found.dry_run,
    )
    assert ("sources/cpl-9.001.yaml",) == found.files
    assert not plan.is_empty
    assert ImportPlan(version="9.001", date=plan.date, added=(change,)).is_empty


@pytest.mark.parametrize("verdict", Verdict)
def test_expected_verdicts(verdict: Verdict) -> None:
    """What GBCS says and what was predicted were to be expected; nothing else was."""
    assert (verdict in {Verdict.AS_GBCS, Verdict.PREDICTED_DEVIATION}) is verdict.is_expected


def test_counts_of_a_content() -> None:
    """Elements that hold others are counted by path, and an empty one that is a value as well counts once."""
    content = Content(
        element="Log",
        containers={"Entry": (2, 5), "Gas": (9,)},
        fields={"Gas": (AnswerField("", 9), AnswerField("", 11))},
    )
    assert {"Entry": 2, "Gas": 1} == content.counts
    assert (2, 2, 0) == tuple(content.count(path) for path in ("Entry", "Gas", "Water"))
