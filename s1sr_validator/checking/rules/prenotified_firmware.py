"""REQ152: a pre-notification says which Device Model it is about."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ152",
    name="prenotified-firmware",
    severity=Severity.INFO,
    summary="A Device is notified without its firmware version, or without its SMETS or CHTS version.",
    why="One model and hardware can be SMETS1 with one firmware and SMETS2+ with another. Without these "
    "fields it cannot be told which entry of the Central Products List is meant; the schema lets them "
    "be left out.",
    example=Example(
        file="prenotification.xml",
        wrong="<sr:SMETSCHTSVersion>SMETS V1.2</sr:SMETSCHTSVersion>",
        right="<sr:SMETSCHTSVersion>SMETS V1.2</sr:SMETSCHTSVersion><sr:FirmwareVersion>03465317</sr:FirmwareVersion>",
    ),
)

MODEL = "DeviceModel"
NARROWER = ("SMETSCHTSVersion", "FirmwareVersion")


def check(context: Context) -> Iterator[Finding]:
    """Look for both where a body that has a place for them names a model."""
    declared = {field.path for field in context.service.request_body.fields}
    if not declared.issuperset((MODEL, *NARROWER)) or MODEL not in context.request.fields:
        return
    for name in NARROWER:
        if name not in context.request.fields:
            message = f"the Device is notified without {name}, so its Device Model stays open"
            yield RULE.finding(message, context.body(MODEL), tip=f"add sr:{name}, if it is known")
