"""REQ154: what the DCC answers goes to the DCC."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ154",
    name="target-is-a-device",
    severity=Severity.WARNING,
    summary="The target of the RequestID was stated as a Device, but no Device takes part in the service.",
    why="The second part of the RequestID is the DCC where it answers itself, and the Device everywhere else.",
    example=Example(
        file="read_inventory.xml",
        wrong="a target that is stated as ESME/1028",
        right="a target that is the DCC",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Ask whether the target was stated as a Device."""
    found = read_request_id(context.request.request_id)
    stated = context.targets.get(found.target) if found else None
    if found and stated and context.service.non_device_request:
        message = (
            f"SRV {context.service.id} is answered by the DCC, but the target {found.target} is stated as {stated.id}"
        )
        yield RULE.finding(message, context.header("RequestID"), tip="let the RequestID name the DCC as its target")
