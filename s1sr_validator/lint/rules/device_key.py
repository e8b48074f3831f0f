"""CAT110: a Device Model's id is the CPL key that its fields give."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.device import key_of
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT110",
    name="device-key",
    severity=Severity.ERROR,
    summary="A Device Model's id is not the CPL key that its fields give.",
    why="Devices are looked up by id and selected by fields. If the two differ, one meter gets another one's answers.",
    example=Example(
        file="devices/ESME/FFF2/0003/0101/00000001.yaml",
        wrong='hardware_revision: "02"',
        right='hardware_revision: "01"',
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Put the key together from the fields of every Device Model."""
    for device in context.records.devices:
        key = key_of(device.key_parts())
        if key != device.id:
            message = f"the fields give the key {key}, the id is {device.id}"
            yield RULE.finding(message, context.location(device, "id"), tip="correct the field, or rename the file")
