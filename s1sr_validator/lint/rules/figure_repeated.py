"""CAT166: a record gives one value for what was counted on a date."""

from collections.abc import Iterator
from itertools import combinations

from s1sr_validator.lint.context import Context
from s1sr_validator.model.dated import Figure
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT166",
    name="figure-repeated",
    severity=Severity.ERROR,
    summary="Two figures of a record count the same, in the same unit, for the same cohorts and date.",
    why="Of two values for one thing one is wrong, or their sources disagree and that is a conflict. Two equal values "
    "are added up twice.",
    example=Example(
        file="cohorts/invented-alpha.yaml",
        wrong="what: Installations that were migrated",
        right="what: Installations that were left",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the figures of every record with each other."""
    for record in context.records_with_figures:
        for (_, one), (number, other) in combinations(enumerate(record.figures), 2):
            if _counted(one) == _counted(other):
                message = f"{one.value:,} and {other.value:,} {one.unit}, both as of {one.as_of}: {one.what}"
                tip = "keep one figure; where the sources differ, note the conflict"
                yield RULE.finding(message, context.location(record, "figures", number, "value"), tip=tip)


def _counted(figure: Figure) -> tuple[str, str, str, frozenset[str]]:
    return figure.what.casefold(), figure.unit.casefold(), figure.as_of, frozenset(figure.cohorts)
