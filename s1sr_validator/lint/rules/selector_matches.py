"""CAT130: every selector of a matrix row selects a Device Model."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.behaviour import MatrixRow
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT130",
    name="selector-matches",
    severity=Severity.ERROR,
    summary="A selector of a matrix row selects no Device Model of the catalogue.",
    why="Its behaviours are never predicted: reports say `not assessed` of the very meters that the row is about.",
    example=Example(file="matrix/invented-annex/maker-three.yaml", wrong='model: ["0030"]', right='model: ["0003"]'),
)


def check(context: Context) -> Iterator[Finding]:
    """Ask for the Device Models that every selector selects."""
    for row in context.records.matrix:
        for number, pattern in enumerate(row.devices):
            if not context.selected(pattern):
                yield RULE.finding(_message(pattern, context), _location(context, row, number))


def _message(pattern: DevicePattern, context: Context) -> str:
    missed = [pattern.mismatches(device) for device in context.records.devices]
    alone = sorted({parts[0] for parts in missed if len(parts) == 1})
    near = f"; but for {' or '.join(alone)} it would" if alone else ""
    return f"this selects none of the {len(missed)} Device Models{near}"


def _location(context: Context, row: MatrixRow, number: int) -> Location:
    return context.location(row, "devices", number)
