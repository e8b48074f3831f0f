"""CAT172: the values of the fact that names an installation's cohort are the ids of the cohorts."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.installation import COHORT_STATE
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT172",
    name="cohort-values",
    severity=Severity.ERROR,
    summary=f"The state fact {COHORT_STATE} allows other values than the ids of the cohorts.",
    why="A cohort that is not among the values cannot be asked for, and one that does not exist can.",
    example=Example(
        file="states/installation.cohort.yaml",
        wrong="values: [invented-alpha, invented-three]",
        right="values: [invented-alpha, invented-beta]",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the fact's values with the cohorts."""
    cohorts = [cohort.id for cohort in context.records.cohorts]
    for state in context.records.states:
        if state.id != COHORT_STATE:
            continue
        for number, value in enumerate(state.values):
            if value not in cohorts:
                yield RULE.finding(f"no cohort has the id {value!r}", context.location(state, "values", number))
        missing = [cohort for cohort in cohorts if cohort not in state.values]
        if missing:
            yield RULE.finding(f"not among the values: {', '.join(missing)}", context.location(state, "values"))
