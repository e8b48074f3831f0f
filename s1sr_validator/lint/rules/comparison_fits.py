"""CAT144: a condition compares facts in ways that mean something."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.nodes import conditionals, nodes
from s1sr_validator.model.condition import Comparison, Operator, ValueType
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.vocabulary import REQUEST, FactType

RULE = Rule(
    code="CAT144",
    name="comparison-fits",
    severity=Severity.ERROR,
    summary="A condition puts texts or truth values in order, or asks whether something other than a request field "
    "is present.",
    why="The order of hex text is not the order in which firmware came out, and a state always has some value.",
    example=Example(
        file="behaviours/S1B-9005.yaml",
        wrong="fact: device.firmware\n      at_least:",
        right="fact: device.firmware\n      equals:",
    ),
)
_IN_ORDER = (Operator.LESS_THAN, Operator.AT_MOST, Operator.MORE_THAN, Operator.AT_LEAST)
_WITH_ORDER = (ValueType.INTEGER, ValueType.DATETIME)


def check(context: Context) -> Iterator[Finding]:
    """Look at every comparison of every condition."""
    for found in conditionals(context):
        for path, node in nodes(found.when, ("when",)):
            problem = _problem(node, found.vocabulary) if isinstance(node, Comparison) else ""
            if problem:
                yield RULE.finding(problem, context.location(found.record, *path))


def _problem(comparison: Comparison, vocabulary: dict[str, FactType]) -> str:
    fact = vocabulary.get(comparison.fact)
    if comparison.operator is Operator.PRESENT and not comparison.fact.startswith(REQUEST):
        return f"only a request field can be present or not, and {comparison.fact} is none"
    if comparison.operator in _IN_ORDER and fact and fact.type not in _WITH_ORDER:
        return f"{comparison.fact} is {fact.type}, which has no order: name the values with one_of"
    return ""
