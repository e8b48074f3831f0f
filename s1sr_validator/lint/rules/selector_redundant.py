"""CAT132: no selector of a matrix row lies inside another one of the row."""

from collections.abc import Iterator
from itertools import permutations

from s1sr_validator.lint.context import Context
from s1sr_validator.model.device import KEY_FIELDS, DevicePattern
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT132",
    name="selector-redundant",
    severity=Severity.WARNING,
    summary="A selector of a matrix row lies wholly inside another one of the same row.",
    why="It adds nothing, so either it can go, or the wider one says more than was meant.",
    example=Example(
        file="matrix/invented-annex/maker-three.yaml",
        wrong='devices:\n  - device_type: [ESME]\n  - device_type: [ESME]\n    manufacturer: ["FFF2"]',
        right='devices:\n  - device_type: [ESME]\n    manufacturer: ["FFF2"]',
    ),
)


Parts = tuple[frozenset[str], ...]


def check(context: Context) -> Iterator[Finding]:
    """Compare the selectors of every row with each other; of two equal ones the later is the one too many."""
    for row in context.records.matrix:
        for (number, narrow), (other, wide) in permutations(enumerate(map(_parts, row.devices)), 2):
            if _inside(narrow, wide) and (number > other or not _inside(wide, narrow)):
                message = f"selector {number + 1} lies inside selector {other + 1}"
                yield RULE.finding(message, context.location(row, "devices", number), tip="leave it out")


def _parts(pattern: DevicePattern) -> Parts:
    return tuple(frozenset(getattr(pattern, field)) for field in KEY_FIELDS)


def _inside(narrow: Parts, wide: Parts) -> bool:
    pairs = zip(narrow, wide, strict=True)
    return all(not outer or (bool(inner) and inner <= outer) for inner, outer in pairs)
