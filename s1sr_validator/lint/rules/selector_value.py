"""CAT131: every value in a selector selects a Device Model."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.device import KEY_FIELDS, DevicePattern
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT131",
    name="selector-value",
    severity=Severity.WARNING,
    summary="A selector names a value that no Device Model selected by it has.",
    why="In a list of firmware versions one wrong digit goes unnoticed: the other versions still match.",
    example=Example(
        file="matrix/invented-annex/maker-three.yaml",
        wrong='firmware: ["00000001", "00000022"]',
        right='firmware: ["00000001", "00000002"]',
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the values of every selector that selects something with what its Device Models have."""
    for row in context.records.matrix:
        for number, pattern in enumerate(row.devices):
            for field, place, value in _unused(pattern, context):
                message = f"no Device Model that this selects has {field.replace('_', ' ')} {value}"
                yield RULE.finding(message, context.location(row, "devices", number, field, place))


def _unused(pattern: DevicePattern, context: Context) -> Iterator[tuple[str, int, str]]:
    selected = [device.key_parts() for device in context.selected(pattern)]
    if not selected:
        return
    for field, found in zip(KEY_FIELDS, map(set, zip(*selected, strict=True)), strict=True):
        for place, value in enumerate(getattr(pattern, field)):
            if value not in found:
                yield field, place, value
