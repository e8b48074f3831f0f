"""A matrix edition does not apply a behaviour to the same Device Models twice."""

import pytest

from s1sr_validator.lint.rules import duplicate_row
from s1sr_validator.model.behaviour import MatrixRow
from s1sr_validator.model.device import DevicePattern
from tests.invented import row
from tests.lint.asked import context_with, places

ONE, OTHER = DevicePattern(model=("0001", "0002")), DevicePattern(model=("0003",))
ONE_AGAIN = DevicePattern(model=("0002", "0001"))
FIRST = row("invented/a", "S1B-9001", "S1B-9002", devices=(ONE, OTHER))


@pytest.mark.parametrize(
    ("expected", "second"),
    [
        (["behaviours.0"], row("invented/b", "S1B-9001", devices=(ONE, OTHER))),
        (["behaviours.1"], row("invented/b", "S1B-9003", "S1B-9002", devices=(OTHER, ONE_AGAIN))),
        ([], row("invented/b", "S1B-9003", devices=(ONE, OTHER))),
        ([], row("invented/b", "S1B-9001", devices=(ONE,))),
        ([], row("invented/b", "S1B-9001", devices=(ONE, OTHER), edition="INVENTED-ANNEX/1.1")),
    ],
)
def test_two_rows(expected: list[str], second: MatrixRow) -> None:
    """Equal selectors count in any order; another edition may repeat a row."""
    found = places(duplicate_row, context_with(FIRST, second, only=True))
    assert [f"matrix/invented/b.yaml:{path}" for path in expected] == found
