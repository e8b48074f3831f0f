"""The matrix: filters, arrow keys, the view as CSV, and a size that no page of today has."""

import csv
from pathlib import Path

import pytest

from tests.browser.conftest import Visit

ROWS = "tbody tr:not(.s1sr-spacer)"


def test_filters_narrow_rows_and_columns(visit: Visit, site: str) -> None:
    """Type, text, column and state each leave out what does not fit, and the count says what is left."""
    page = visit.page
    page.goto(f"{site}/matrix.html")
    assert page.locator(ROWS).count() == 40
    page.get_by_label("Device type").select_option("GSME")
    heads = page.locator("tbody th").all_inner_texts()
    assert heads
    assert all(head.startswith("GSME/") for head in heads)
    page.get_by_label("Rows with").select_option("deviates")
    page.get_by_label("Column contains").fill("clause 1")
    assert "11 of 30 columns" in page.get_by_role("status").inner_text()
    for row in page.locator(ROWS).all():
        assert row.locator("td.deviates:not([hidden])").count() > 0


def test_arrow_keys_lead_from_cell_to_cell(visit: Visit, site: str) -> None:
    """One cell is in the order of the Tab key; arrows, Home and End move on, and the head row can be reached."""
    page = visit.page
    page.goto(f"{site}/matrix.html")
    assert page.locator("table [tabindex='0']").count() == 1
    page.locator("table [tabindex='0']").focus()
    at = "(cell => [cell.parentElement.rowIndex, cell.cellIndex])(document.activeElement.closest('td, th'))"
    assert page.evaluate(at) == [1, 1]
    for key, expected in (
        ("ArrowRight", [1, 2]),
        ("ArrowDown", [2, 2]),
        ("End", [2, 30]),
        ("Home", [2, 0]),
        ("Control+End", [40, 30]),
        ("Control+Home", [1, 0]),
        ("ArrowUp", [0, 0]),
        ("ArrowRight", [0, 1]),
    ):
        page.keyboard.press(key)
        assert expected == page.evaluate(at), key
    assert page.locator("table [tabindex='0']").count() == 1


def test_the_view_is_saved_as_csv(visit: Visit, site: str, tmp_path: Path) -> None:
    """What is filtered out is not in the file, and a letter of the table is a word in it."""
    page = visit.page
    page.goto(f"{site}/matrix.html")
    page.get_by_label("Device type").select_option("ESME")
    page.get_by_label("Column contains").fill("clause 2")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save this view as CSV").click()
    saved.value.save_as(tmp_path / "view.csv")
    with (tmp_path / "view.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:2] == ["Device Model", "clause 2"]
    assert len(rows) == page.locator(ROWS).count()
    assert {cell for row in rows for cell in row[1:]} <= {"not assessed", "deviates"}
    assert saved.value.suggested_filename == "invented.csv"


def test_a_large_matrix_keeps_only_what_is_in_view(visit: Visit, site: str) -> None:
    """Of 400 rows with 500 cells each, those about the view are in the document, wherever one scrolls or moves to."""
    page = visit.page
    page.goto(f"{site}/large.html")
    assert page.locator(ROWS).count() < 150
    page.locator("table [tabindex='0']").focus()
    page.keyboard.press("Control+End")
    head = "document.activeElement.closest('tr').cells[0].innerText"
    assert page.evaluate(head) == "ESME/0009/0001/0101/0000018F"
    page.get_by_label("Device Model contains").fill("0000018")
    assert "17 of 400 Device Models" in page.get_by_role("status").inner_text()


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_scrolls_the_table_and_not_the_page(visit: Visit, site: str, width: int) -> None:
    """On a narrow screen nothing but the table's own frame is wider than the screen."""
    visit.page.set_viewport_size({"width": width, "height": 740})
    visit.page.goto(f"{site}/matrix.html")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
