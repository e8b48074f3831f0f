"""CAT164: a source gives figures as of its own date or before."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.partial_dates import is_before, partial_period
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT164",
    name="figure-source",
    severity=Severity.ERROR,
    summary="A figure is said to be true on a date after that of its source.",
    why="Counts are compared by their dates. A source cannot have counted what came after it.",
    example=Example(file="cohorts/invented-beta.yaml", wrong="as_of: 2017-01", right="as_of: 2016-01"),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the date of every figure with the date of its source, where that has one."""
    for record in context.records_with_figures:
        for number, figure in enumerate(record.figures):
            as_of, dated = partial_period(figure.as_of), context.source_days.get(figure.source)
            if as_of and dated and is_before(dated, as_of):
                message = f"as of {figure.as_of}, but {figure.source} is of {dated.start}"
                yield RULE.finding(message, context.location(record, "figures", number, "as_of"))
