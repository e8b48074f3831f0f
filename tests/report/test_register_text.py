"""Two days of the register in words: editions held, Device Models listed, and what a reader has to know beside."""

import datetime as dt
from typing import Any

import pytest

from s1sr_validator.model.register_change import (
    EditionHolding,
    ListingChange,
    Point,
    RegisterDifference,
    RegisterReport,
)
from s1sr_validator.report.register_text import NOTHING, SAME_DAY, blocks, closing, holding_in_words
from tests.report.shown import STAMP

SINCE, UNTIL = Point(day=dt.date(2099, 1, 1)), Point(day=dt.date(2099, 2, 1))
LISTED = ListingChange(device="ESME/F001", name="Invented meter", date=dt.date(2099, 1, 15), version="9.001")
NAMELESS = ListingChange(device="ESME/F002", name="", date=dt.date(2099, 1, 16), version="9.002")


def report(**fields: Any) -> RegisterReport:  # noqa: ANN401 - fields of RegisterDifference
    """Return a report of what differs, nothing unless the fields say else."""
    empty = dict.fromkeys(("standings", "reach", "joined", "left", "events", "perhaps", "editions"), ())
    found: dict[str, Any] = {"since": SINCE, "until": UNTIL, "undated_models": 0} | empty | fields
    return RegisterReport(catalogue=STAMP, difference=RegisterDifference(**found))


@pytest.mark.parametrize(
    ("words", "rows", "clauses"),
    [
        ("INVENTED/1.0: the catalogue holds no row or clause of it", (), ()),
        ("INVENTED/1.0: held of it, 1 matrix rows and 2 clauses: a, b, c", ("a",), ("b", "c")),
    ],
)
def test_editions(words: str, rows: tuple[str, ...], clauses: tuple[str, ...]) -> None:
    """What names an edition is counted and named; that nothing does says nothing of the edition."""
    assert words == holding_in_words(EditionHolding(edition="INVENTED/1.0", matrix_rows=rows, clauses=clauses))


def test_listings() -> None:
    """Device Models that joined the list and left it, with their names where they have one."""
    found = blocks(report(joined=(LISTED,), left=(NAMELESS,)))
    assert [
        ("Device Models that joined the list", ("2099-01-15 ESME/F001 Invented meter (list version 9.001)",)),
        ("Device Models that left the list", ("2099-01-16 ESME/F002 (list version 9.002)",)),
    ] == [tuple(block) for block in found]


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        ([NOTHING], {}),
        ([SAME_DAY], {"until": SINCE}),
        ([], {"joined": (LISTED,)}),
    ],
)
def test_closing(expected: list[str], fields: dict[str, Any]) -> None:
    """That nothing differs, or that the days are one, is said; the catalogue always."""
    assert [*expected, "catalogue 9.8.7, abababababab"] == list(closing(report(**fields)))
