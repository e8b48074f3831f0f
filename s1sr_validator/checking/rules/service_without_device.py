"""REQ117: a Device is given only where the service is for one."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ117",
    name="service-without-device",
    severity=Severity.WARNING,
    summary="A Device is given for a service that no Device takes part in.",
    why="The DCC answers such a request itself, so nothing that is known of the Device bears on it.",
    example=Example(
        file="command line",
        wrong="s1sr check read_inventory.xml --device ESME/1028",
        right="s1sr check read_inventory.xml",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Ask whether the service is for a Device at all."""
    if context.service.non_device_request:
        message = f"SRV {context.service.id} is answered by the DCC, not by a Device"
        yield RULE.finding(message, context.header("ServiceReferenceVariant"), tip="leave --device out")
