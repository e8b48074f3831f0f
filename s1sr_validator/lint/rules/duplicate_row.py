"""CAT133: a matrix edition does not apply a behaviour to the same Device Models twice."""

from collections.abc import Iterator
from itertools import combinations

from s1sr_validator.lint.context import Context
from s1sr_validator.model.behaviour import MatrixRow
from s1sr_validator.model.device import KEY_FIELDS
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT133",
    name="duplicate-row",
    severity=Severity.ERROR,
    summary="Two rows of one matrix edition apply the same behaviour to the same Device Models.",
    why="When the row changes, one of the two is forgotten, and the old one goes on predicting.",
    example=Example(
        file="matrix/invented-annex/maker-three-table.yaml",
        wrong="behaviours: [S1B-9004]",
        right="behaviours: [S1B-9006]",
    ),
)

Selection = frozenset[tuple[frozenset[str], ...]]


def check(context: Context) -> Iterator[Finding]:
    """Compare the rows of every edition that have equal selectors."""
    alike: dict[tuple[str, Selection], list[MatrixRow]] = {}
    for row in context.records.matrix:
        alike.setdefault((row.edition, _selection(row)), []).append(row)
    for rows in alike.values():
        for earlier, later in combinations(rows, 2):
            for name in sorted(set(earlier.behaviours) & set(later.behaviours)):
                message = f"row {earlier.id} applies {name} to the same Device Models"
                place = later.behaviours.index(name)
                yield RULE.finding(message, context.location(later, "behaviours", place), tip="keep one of the two")


def _selection(row: MatrixRow) -> Selection:
    return frozenset(tuple(frozenset(getattr(pattern, field)) for field in KEY_FIELDS) for pattern in row.devices)
