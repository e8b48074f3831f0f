"""CAT167: an id, a name or a GroupID means one cohort."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.migration import Cohort
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT167",
    name="cohort-name",
    severity=Severity.ERROR,
    summary="Two cohorts share a GroupID or a name, or one is called what the other's id is.",
    why="People ask for a cohort by any of the three, and get the first that is called so.",
    example=Example(file="cohorts/invented-beta.yaml", wrong="group_id: X1", right="group_id: X2"),
)
_CALLED = ("id", "name", "group_id")


def check(context: Context) -> Iterator[Finding]:
    """Look for cohorts that are called the same, in any case."""
    known: dict[str, Cohort] = {}
    for cohort in context.records.cohorts:
        for field in _CALLED:
            called = getattr(cohort, field)
            first = known.setdefault(called.casefold(), cohort) if called else cohort
            if first is not cohort:
                message = f"cohort {first.id} is called {called} too"
                yield RULE.finding(message, context.location(cohort, field))
