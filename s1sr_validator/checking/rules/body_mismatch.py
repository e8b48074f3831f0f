"""REQ008: the body is the one that the SRV asks for."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ008",
    name="body-mismatch",
    severity=Severity.ERROR,
    summary="The body is not the one that the ServiceReferenceVariant asks for.",
    why="The schema lets any body stand under any header, so such a request passes validation and fails later.",
    example=Example(
        file="read_configuration.xml",
        wrong="<sr:ReadInventory></sr:ReadInventory>",
        right="<sr:ReadDeviceConfigurationIdentityExcMPxN></sr:ReadDeviceConfigurationIdentityExcMPxN>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the body element with that of the service."""
    request, expected = context.request, context.service.request_body.element
    if request.body_element == expected or request.is_signed_pre_command or len(request.bodies) != 1:
        return
    given = request.bodies[0]
    place = context.place(given.node, "body")
    if not request.body_element:
        message = f"the body's element {given.text} is not in the sr namespace"
        yield RULE.finding(message, place, tip=f"SRV {context.service.id} asks for sr:{expected}")
        return
    message = f"SRV {context.service.id} asks for the body sr:{expected}, but it is {given.text}"
    services = context.lookup.services.values()
    owner = next((found.id for found in services if found.request_body.element == request.body_element), "")
    tip = f"{given.text} belongs to SRV {owner}" if owner else f"write sr:{expected}"
    yield RULE.finding(message, place, tip=tip)
