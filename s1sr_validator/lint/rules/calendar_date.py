"""CAT108: a year, month or day is one that the calendar has."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context, values_by_record
from s1sr_validator.lint.partial_dates import partial_period
from s1sr_validator.lint.texts import Path
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.record import Record
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT108",
    name="calendar-date",
    severity=Severity.ERROR,
    summary="A date names a month or a day that the calendar does not have.",
    why="Dates decide what was known when. One that never was puts the record out of every order.",
    example=Example(file="sources/invented-annex-paper.yaml", wrong="date: 2015-13", right="date: 2015-12"),
)
_FIELDS = ("date", "published", "status_as_of", "opened", "closes", "reported")

Dated = tuple[Record, Path, str]


def check(context: Context) -> Iterator[Finding]:
    """Read every date that may lack its day or month; whole days are the schema's business."""
    for record, path, text in (*_in_fields(context), *_in_milestones(context), *_in_figures(context)):
        if text and partial_period(text) is None:
            yield RULE.finding(f"{path[-1]}: the calendar has no {text}", context.location(record, *path))


def _in_fields(context: Context) -> Iterator[Dated]:
    for field in _FIELDS:
        for record, text in values_by_record(context, field):
            yield record, (field,), text


def _in_milestones(context: Context) -> Iterator[Dated]:
    for record in context.records_with_milestones:
        for number, milestone in enumerate(record.milestones):
            yield record, ("milestones", number, "date"), milestone.date
            yield record, ("milestones", number, "latest"), milestone.latest


def _in_figures(context: Context) -> Iterator[Dated]:
    for record in context.records_with_figures:
        for number, figure in enumerate(record.figures):
            yield record, ("figures", number, "as_of"), figure.as_of
