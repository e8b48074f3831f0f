"""CAT170: the condition of an exclusion category can hold for exactly the cohorts that the category covers."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.installation import COHORT
from s1sr_validator.lint.points import space_of
from s1sr_validator.model.condition import Condition, comparisons
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.evaluate import evaluate

RULE = Rule(
    code="CAT170",
    name="exclusion-cohorts",
    severity=Severity.ERROR,
    summary="The condition of an exclusion category holds for a cohort that the category does not cover, or for none "
    "of the installations of one that it covers.",
    why="`cohorts` is what people read, the condition is what decides. Where they differ, an installation is told "
    "wrongly that it was excluded, or that it was not.",
    example=Example(
        file="exclusions/invented-silence.yaml",
        wrong="fact: state.installation.cohort, equals: invented-beta",
        right="fact: state.installation.cohort, equals: invented-alpha",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Try every condition for every cohort, unless neither the category nor its condition names any."""
    for exclusion in context.records.exclusions:
        when = exclusion.when
        if when is not None and (exclusion.cohorts or _named(when)):
            for message, tip in _problems(when, frozenset(exclusion.cohorts), context):
                yield RULE.finding(message, context.location(exclusion, "when"), tip=tip)


def _problems(when: Condition, covered: frozenset[str], context: Context) -> Iterator[tuple[str, str]]:
    known = {cohort.id for cohort in context.records.cohorts}
    if space_of((when,), context.installation_vocabulary, {}).is_too_large:
        return  # which condition-decides reports
    for cohort in sorted(known | _named(when)):
        holds = _can_hold(when, cohort, context)
        if holds is not (cohort in covered):
            tip = f"{'name' if holds else 'leave out'} {cohort} under `cohorts`, or correct the condition"
            yield f"the condition {'can hold' if holds else 'never holds'} for {cohort}", tip


def _named(condition: Condition) -> set[str]:
    return {str(value) for found in comparisons(condition) if found.fact == COHORT for value in found.operands}


def _can_hold(condition: Condition, cohort: str, context: Context) -> bool:
    """Say whether the condition is true of some installation of the cohort."""
    space = space_of((condition,), context.installation_vocabulary, {COHORT: cohort})
    return any(evaluate(condition, facts) is Truth.TRUE for facts in space.points())
