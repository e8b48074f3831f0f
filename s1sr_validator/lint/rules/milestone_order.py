"""CAT163: the dates and milestones of a consultation or an edition agree, and follow its course."""

from collections.abc import Iterator
from itertools import combinations

import msgspec

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.partial_dates import is_before, partial_period
from s1sr_validator.model.dated import MilestoneKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.migration import Consultation
from s1sr_validator.model.period import Period
from s1sr_validator.model.regulation import Edition
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT163",
    name="milestone-order",
    severity=Severity.ERROR,
    summary="A consultation closes before it opens or is concluded before it closes, an edition expires before it is "
    "published, or a date of either is not that of its milestone.",
    why="The field and the milestone are read by different people. Where they differ, one of them counts wrong days.",
    example=Example(
        file="consultations/invented-closure.yaml",
        wrong="closes: 2016-02-01",
        right="closes: 2016-03-31",
    ),
)
_COURSES: dict[type[Consultation | Edition], tuple[tuple[str, MilestoneKind], ...]] = {
    Consultation: (
        ("opened", MilestoneKind.CONSULTED),
        ("closes", MilestoneKind.CONSULTATION_CLOSES),
        ("", MilestoneKind.CONCLUDED),
    ),
    Edition: (("published", MilestoneKind.PUBLISHED), ("", MilestoneKind.EXPIRES)),
}
"""The steps of a record, each by the field that holds its date, if one does, and by its milestone."""


class _Date(msgspec.Struct, frozen=True):
    """A date of a step, in words, and where it stands."""

    words: str
    days: Period
    path: tuple[str | int, ...]


def check(context: Context) -> Iterator[Finding]:
    """Look at the steps of every consultation and edition; where a date lacks its day, only a sure error counts."""
    records: tuple[Consultation | Edition, ...] = (*context.records.consultations, *context.records.editions)
    for record in records:
        steps = [(_in_field(record, field), _in_milestones(record, kind)) for field, kind in _COURSES[type(record)]]
        for date, problem in (*_disagreements(steps), *_out_of_order([[*own, *others] for own, others in steps])):
            yield RULE.finding(problem, context.location(record, *date.path))


def _disagreements(steps: list[tuple[list[_Date], list[_Date]]]) -> Iterator[tuple[_Date, str]]:
    """Find dates of a record that none of the step's milestones has: a second window has a second milestone."""
    for own, milestones in steps:
        for date in own:
            if milestones and not any(date.days.overlaps(milestone.days) for milestone in milestones):
                yield date, f"{date.words}, but {' and '.join(milestone.words for milestone in milestones)}"


def _out_of_order(steps: list[list[_Date]]) -> Iterator[tuple[_Date, str]]:
    for earlier, later in combinations(steps, 2):
        for date in later:
            if earlier and all(is_before(date.days, other.days) for other in earlier):
                yield date, f"{date.words} is before {earlier[0].words}"


def _in_field(record: Consultation | Edition, field: str) -> list[_Date]:
    text = str(getattr(record, field)) if field else ""
    days = partial_period(text)
    return [_Date(f"{field} {text}", days, (field,))] if days else []


def _in_milestones(record: Consultation | Edition, kind: MilestoneKind) -> list[_Date]:
    found = [(number, milestone.date) for number, milestone in enumerate(record.milestones) if milestone.event is kind]
    dated = [(number, on, partial_period(on)) for number, on in found]
    return [_Date(f"{kind} {on}", days, ("milestones", number, "date")) for number, on, days in dated if days]
