"""CAT171: an exclusion category lists the error codes that its condition asks for, and no others."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.installation import ERROR_CODE
from s1sr_validator.lint.nodes import nodes
from s1sr_validator.lint.texts import Path
from s1sr_validator.model.condition import Comparison, Condition
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT171",
    name="exclusion-codes",
    severity=Severity.ERROR,
    summary="An exclusion category's condition asks for an error code that `error_codes` does not list, or does not "
    "ask for one that it lists.",
    why="Who looks for the categories of an error code reads the list; the condition decides. Both name the evidence.",
    example=Example(file="exclusions/invented-silence.yaml", wrong="error_codes: [XX91]", right="error_codes: [XX90]"),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the list of every category that has a condition with the codes in the condition."""
    for exclusion in context.records.exclusions:
        for path, problem in _problems(exclusion, exclusion.when) if exclusion.when is not None else ():
            yield RULE.finding(problem, context.location(exclusion, *path))


def _problems(exclusion: Exclusion, when: Condition) -> Iterator[tuple[Path, str]]:
    asked = [(path, str(code)) for path, node in nodes(when, ("when",)) for code in _codes(node)]
    for path, code in asked:
        if code not in exclusion.error_codes:
            yield path, f"`error_codes` does not list {code}"
    for number, code in enumerate(exclusion.error_codes):
        if code not in {found for _, found in asked}:
            yield ("error_codes", number), f"the condition does not ask for {code}"


def _codes(node: Condition) -> tuple[object, ...]:
    return node.operands if isinstance(node, Comparison) and node.fact == ERROR_CODE else ()
