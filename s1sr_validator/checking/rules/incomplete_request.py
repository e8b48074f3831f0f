"""REQ006: a request has every part that its schema asks for, once."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.request import HEADER_FIELDS
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ006",
    name="incomplete-request",
    severity=Severity.ERROR,
    summary="The request lacks a part that every request has, or has it twice.",
    why="The schema asks for a Header with RequestID, CommandVariant, ServiceReference and ServiceReferenceVariant, "
    "and a Body with exactly one element. Without them it is not clear what is asked.",
    example=Example(
        file="read_configuration.xml",
        wrong="<sr:Body></sr:Body>",
        right="<sr:Body><sr:ReadDeviceConfigurationIdentityExcMPxN></sr:ReadDeviceConfigurationIdentityExcMPxN>"
        "</sr:Body>",
    ),
)

_PARTS = ("sr:Header", "sr:Body")


def check(context: Context) -> Iterator[Finding]:
    """Count the parts of the envelope, the fields of the header, and the elements of the body."""
    request = context.request
    if request.is_bare_body:
        return
    counts = {name: len(request.envelope.get(name, ())) for name in _PARTS}
    for name in _PARTS:
        if counts[name] != 1:
            tip = f"a request has one {name}"
            yield RULE.finding(f"sr:Request has {_amount(counts[name])} {name}", context.place(0, ""), tip=tip)
    header = request.envelope.get("sr:Header", ())
    for field in HEADER_FIELDS if header else ():
        times = len(request.header.get(field, ()))
        if times != 1:
            message = f"sr:Header has {_amount(times)} sr:{field}"
            yield RULE.finding(message, context.header(field), tip=f"a header has one sr:{field}")
    if counts["sr:Body"] == 1 and len(request.bodies) != 1:
        message = f"sr:Body holds {len(request.bodies)} elements; it must hold exactly one"
        yield RULE.finding(message, context.place(request.body_node, "body"), tip="see: s1sr show SRV")


def _amount(count: int) -> str:
    return "no" if count == 0 else f"{count} times"
