"""REQ134: only what is critical is sent as a signed pre-command."""

from collections.abc import Iterator

from s1sr_validator.checking.command_variant import SIGNED
from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ134",
    name="signed-not-critical",
    severity=Severity.ERROR,
    summary="The body is a signed pre-command, but the service is not critical.",
    why="A pre-command comes back for critical services only, to be signed by the User. The schema lets one"
    " stand under any SRV.",
    example=Example(
        file="read_configuration.xml",
        wrong="<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>",
        right="<sr:ReadDeviceConfigurationIdentityExcMPxN></sr:ReadDeviceConfigurationIdentityExcMPxN>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Ask whether the service is critical, or takes a command variant of a signed pre-command."""
    service = context.service
    if context.request.is_signed_pre_command and not service.critical and not SIGNED & {*service.command_variants}:
        message = f"SRV {service.id} is not critical, so there is no pre-command of it to sign"
        place = context.place(context.request.body_node, "body")
        yield RULE.finding(message, place, tip=f"send sr:{service.request_body.element}, or correct the SRV")
