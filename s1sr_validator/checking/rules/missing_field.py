"""REQ114: the fields that the body must have are there."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ114",
    name="missing-field",
    severity=Severity.ERROR,
    summary="The body lacks a field that it must have.",
    why="Fields directly below the body element that occur once are always there. Deeper ones depend on the "
    "element around them, and are left to the schema.",
    example=Example(
        file="top_up.xml",
        wrong="<sr:TopUpDevice></sr:TopUpDevice>",
        right="<sr:TopUpDevice><sr:UTRN>00000000000000000000</sr:UTRN></sr:TopUpDevice>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for every field that the service's body has directly, and once."""
    there = {path.partition(".")[0] for path in context.request.fields}
    for field in context.service.request_body.fields:
        if field.occurs == "1" and "." not in field.path and field.path not in there:
            message = f"the body of SRV {context.service.id} has no {field.path}"
            what = field.path if field.path.startswith("@") else f"sr:{field.path}"
            yield RULE.finding(message, context.body(field.path), tip=f"add {what} ({field.type})")
