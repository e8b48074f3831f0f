"""CAT145: a condition can be true, and can be false."""

from collections.abc import Iterator, Mapping

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.nodes import Path, children, conditionals, nodes
from s1sr_validator.lint.points import BOUNDS, MOST_STEPS, space_of
from s1sr_validator.model.condition import ALWAYS, Condition
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.truth import Truth
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.evaluate import evaluate

RULE = Rule(
    code="CAT145",
    name="condition-decides",
    severity=Severity.ERROR,
    summary="A condition, or a part of one, is true of every value that its facts can have, or of none.",
    why="A condition that never holds hides its record for good; one that always holds is no condition. As a rule "
    "a bound was mistyped.",
    example=Example(
        file="behaviours/S1B-9001.yaml",
        wrong="fact: state.invented_log.entries\n  at_least: 0",
        right="fact: state.invented_log.entries\n  equals: 0",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Try every condition that is written out on representative values, the innermost parts first."""
    for found in conditionals(context):
        if found.when == ALWAYS:
            continue
        too_much = _too_much(found.when, found.vocabulary)
        problems = [(("when",), too_much)] if too_much else _problems(found.when, ("when",), found.vocabulary)
        for path, problem in problems:
            yield RULE.finding(problem, context.location(found.record, *path))


def _too_much(condition: Condition, vocabulary: Mapping[str, FactType]) -> str:
    """Say so where the condition and all of its parts together are too much to try."""
    spaces = [space_of((part,), vocabulary, {}) for _, part in nodes(condition, ())]
    if spaces[0].is_too_large or sum(space.steps for space in spaces) > MOST_STEPS:
        return f"{spaces[0].size:,} combinations of values, {BOUNDS}"
    return ""


def _problems(condition: Condition, path: Path, vocabulary: Mapping[str, FactType]) -> list[tuple[Path, str]]:
    inside = [problem for step, part in children(condition) for problem in _problems(part, path + step, vocabulary)]
    if inside:
        return inside
    problem = _problem(condition, vocabulary)
    return [(path, problem)] if problem else []


def _problem(condition: Condition, vocabulary: Mapping[str, FactType]) -> str:
    seen: set[Truth] = set()
    for facts in space_of((condition,), vocabulary, {}).points():
        seen.add(evaluate(condition, facts))
        if {Truth.TRUE, Truth.FALSE} <= seen:
            return ""
    return "this is always true" if Truth.TRUE in seen else "this is never true"
