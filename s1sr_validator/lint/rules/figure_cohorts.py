"""CAT165: it is plain which cohorts a figure is over."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.texts import Path
from s1sr_validator.model.dated import Figure
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.migration import Cohort, Exclusion
from s1sr_validator.model.record import Record
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT165",
    name="figure-cohorts",
    severity=Severity.ERROR,
    summary="A figure of a category with several cohorts names none of them, or a figure names other cohorts than its "
    "record.",
    why="Figures are added up by cohort. One that is over several, and does not say so, is counted for each of them.",
    example=Example(
        file="exclusions/invented-lost-keys.yaml",
        wrong="place: table, row 2",
        right="place: table, row 2\n    cohorts: [invented-alpha, invented-beta]",
    ),
)
_BY_COHORT = {"installations", "meters"}
"""Units of what belongs to a cohort. Costs, codes or days are not over cohorts, unless the figure says so."""


def check(context: Context) -> Iterator[Finding]:
    """Compare the cohorts of every figure with those that its record is about."""
    for record in context.records_with_figures:
        for number, figure in enumerate(record.figures):
            path, problem = _problem(figure, record)
            if problem:
                yield RULE.finding(problem, context.location(record, "figures", number, *path))


def _problem(figure: Figure, record: Record) -> tuple[Path, str]:
    match record:
        case Cohort():
            return _of_cohort(figure, record)
        case Exclusion():
            return _of_category(figure, record)
    return (), ""


def _of_cohort(figure: Figure, record: Cohort) -> tuple[Path, str]:
    if figure.cohorts and record.id not in figure.cohorts:
        return ("cohorts",), f"this is the record of {record.id}, and the figure is over {', '.join(figure.cohorts)}"
    return (), ""


def _of_category(figure: Figure, record: Exclusion) -> tuple[Path, str]:
    for number, cohort in enumerate(figure.cohorts):
        if record.cohorts and cohort not in record.cohorts:
            return ("cohorts", number), f"the category does not cover {cohort}"
    if not figure.cohorts and len(record.cohorts) > 1 and figure.unit in _BY_COHORT:
        return (), f"over which of {', '.join(record.cohorts)} is this figure?"
    return (), ""
