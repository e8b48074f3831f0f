"""A fleet's report as text and as HTML: bars, shares, unknown Device Models. Everything in it is invented."""

import datetime as dt
from typing import Any

from s1sr_validator.model.fleet_report import FleetReport, MeterCount, UnknownModel
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.report.fleet_html import fleet_html
from s1sr_validator.report.fleet_text import write_fleet
from s1sr_validator.report.page import Page
from tests.report.shown import STAMP


def count(number: int, touched: int, meters: int = 100, name: str = "Invented <maker>") -> MeterCount:
    """Return meters of one sort."""
    return MeterCount(id=f"F{number:03}", name=name, meters=meters, touched=touched)


def report(**fields: Any) -> FleetReport:  # noqa: ANN401 - fields of FleetReport
    """Return a report about a few meters."""
    usual: dict[str, Any] = {
        "schema_version": "1",
        "catalogue": STAMP,
        "as_of": dt.date(2099, 1, 31),
        "lowest_standing": Standing.PROPOSED,
        "question": "What does <9.1> touch?",
        "behaviours": ("S1B-9001",),
        "meters": 1_000,
        "meters_touched": 25,
        "meters_unknown": 0,
        **dict.fromkeys(("by_maker", "by_model", "by_service", "by_cohort", "unknown"), ()),
    }
    return FleetReport(**(usual | fields))


def text_of(found: FleetReport) -> list[str]:
    """Return the lines of the page."""
    page = Page()
    write_fleet(page, found)
    return str(page).splitlines()


def test_nothing_touched() -> None:
    """Without a line that is touched there is neither a table nor a bar."""
    found = report(meters=0, meters_touched=0, behaviours=(), by_maker=(count(1, 0),))
    assert [
        "What does <9.1> touch?",
        "0 of 0 meters, on 2099-01-31, standing proposed or higher",
        "",
        "catalogue 9.8.7 (abababababab)",
    ] == text_of(found)
    html = fleet_html(found)
    assert "Behaviours: none" in html
    assert "<table" not in html
    assert "<h1>What does &lt;9.1&gt; touch?</h1>" in html


def test_bars_and_shares() -> None:
    """The longest bar is the most frequent one's, every other is in proportion and never empty."""
    found = report(by_maker=(count(1, 50), count(2, 25, name=""), count(3, 1), count(4, 0)))
    assert [
        "By maker",
        f"  {'#' * 24}          50 (50.0%) F001 Invented <maker>",
        f"  {'#' * 12}{' ' * 12}          25 (25.0%) F002",
        f"  #{' ' * 23}           1 (1.0%) F003 Invented <maker>",
    ] == text_of(found)[3:7]
    html = fleet_html(found)
    assert html.count("<tr><td>F00") == 3
    assert "<td>Invented &lt;maker&gt;</td><td class=n>50</td>" in html
    assert "<meter value=0.5000>50.0%</meter> 50.0%" in html


def test_what_is_too_much_is_counted() -> None:
    """Fifteen lines of a sort are shown; how many more there are is said. A line without an id is of none."""
    many = tuple(count(number, 100 - number, name="") for number in range(16))
    lines = text_of(report(by_service=many, by_cohort=(MeterCount(id="", name="", meters=2, touched=1),)))
    assert "  and 1 more; --format json has all of them" in lines
    assert 15 == sum(" F0" in line for line in lines)
    assert lines[-3].endswith("1 (50.0%) none")


def test_unknown_models() -> None:
    """Texts of the table that the catalogue does not know: three of them in the text, all of them in the page."""
    unknown = tuple(UnknownModel(text=f"<strange {number}>", meters=number) for number in (4, 3, 2, 1))
    found = report(meters_unknown=10, unknown=unknown)
    shown = "'<strange 4>', '<strange 3>', '<strange 2>'"
    assert f"Device Model unknown to the catalogue: 10 meters, for example {shown}" == " ".join(text_of(found)[2:4])
    html = fleet_html(found)
    assert "<h2>Device Models that the catalogue does not know</h2>" in html
    assert 4 == html.count("&lt;strange ")
