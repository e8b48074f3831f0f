"""REQ136: a signed pre-command holds the signed message."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import is_base64

RULE = Rule(
    code="REQ136",
    name="signed-payload",
    severity=Severity.ERROR,
    summary="The signed pre-command has no GBCSPayload, an empty one, or one that is not base64.",
    why="The GBCSPayload is the signed GBCS message in base64. It is all that goes to the Device.",
    example=Example(
        file="signed.xml",
        wrong="<sr:GBCSPayload>QUJ</sr:GBCSPayload>",
        right="<sr:GBCSPayload>QUJD</sr:GBCSPayload>",
    ),
)

_PAYLOAD = "GBCSPayload"


def check(context: Context) -> Iterator[Finding]:
    """Look for the payload, and read it."""
    if not context.request.is_signed_pre_command:
        return
    payloads = context.request.fields.get(_PAYLOAD, ())
    if len(payloads) != 1:
        message = f"the signed pre-command has {len(payloads) or 'no'} sr:{_PAYLOAD}"
        yield RULE.finding(message, context.body(_PAYLOAD), tip=f"a signed pre-command has one sr:{_PAYLOAD}")
    for payload in payloads:
        if not payload.text or not is_base64(payload.text):
            message = f"the {_PAYLOAD} is {'not base64' if payload.text else 'empty'}"
            place = context.body(_PAYLOAD, payload.node)
            yield RULE.finding(message, place, tip="write the signed GBCS message in base64")
