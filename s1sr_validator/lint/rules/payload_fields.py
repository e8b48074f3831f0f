"""CAT128: the fields of a payload make up one tree in one order."""

from collections import Counter
from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.payload import COMPLEX, PayloadField
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT128",
    name="payload-fields",
    severity=Severity.ERROR,
    summary="A field of a payload stands below nothing that can hold it, stands there twice, or has no order of its "
    "own.",
    why="A field whose parent is missing is in no message that is made from the payload, and nobody would see that.",
    example=Example(
        file="payloads/ReadInventedRegisterRsp.yaml",
        wrong="path: Registers.@unit",
        right="path: Register.@unit",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look at every field of every payload."""
    for payload in context.records.payloads:
        elements = {field.path: field for field in payload.fields if not field.is_attribute}
        paths = Counter(field.path for field in payload.fields)
        orders = Counter(field.order for field in payload.fields)
        for number, field in enumerate(payload.fields):
            if paths[field.path] > 1:
                problem = f"{field.path} stands more than once"
            elif orders[field.order] > 1:
                problem = f"order {field.order} is that of another field too"
            else:
                problem = _problem(field, elements)
            if problem:
                yield RULE.finding(problem, context.location(payload, "fields", number))


def _problem(field: PayloadField, elements: dict[str, PayloadField]) -> str:
    parent = elements.get(field.parent)
    if field.parent and parent is None:
        return f"{field.path} stands below {field.parent}, which the payload does not have"
    if parent is not None and not field.is_attribute and parent.type != COMPLEX:
        return f"{field.path} stands below {field.parent}, which holds no elements ({parent.type})"
    if parent is not None and field.order <= parent.order:
        return f"{field.path} comes before {field.parent}, in which it stands"
    return ""
