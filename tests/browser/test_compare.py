"""Comparing two dates: the answer of `s1sr diff --by-date`, in the address, by keyboard, from a disk."""

from pathlib import Path

import pytest

from tests.browser.conftest import Visit


def test_the_address_holds_both_sides(visit: Visit, site: str) -> None:
    """A comparison that was passed on shows what differs, with links to the records."""
    visit.page.goto(f"{site}/compare.html#from=2025-10-16&to=2025-10-17")
    assert "2 changes of standing" in visit.page.get_by_role("status").inner_text()
    row = visit.page.get_by_role("row").filter(has_text="Billing data log read fails").first
    assert ["behaviour", "began", "none yet", "proposed"] == row.get_by_role("cell").all_inner_texts()
    assert f"{site}/records/behaviours/S1B-0001.html" == row.get_by_role("link").evaluate("link => link.href")
    assert "s1sr diff --by-date 2025-10-16..2025-10-17" in visit.page.inner_text("#s1sr-compare")


def test_an_edition_is_chosen_from_the_list(visit: Visit, site: str) -> None:
    """Choosing one sets the day and the address; that nothing is held of another is said."""
    visit.page.goto(f"{site}/compare.html#from=DMVESM/12.2&to=2026-01-31")
    visit.page.get_by_label("or until").select_option("DMVESM/12.4-redline")
    assert visit.page.url.endswith("#from=DMVESM/12.2&to=DMVESM/12.4-redline")
    assert "2025-10-17" == visit.page.get_by_label("Until the end of").input_value()
    words = visit.page.inner_text("#s1sr-compare")
    assert "both sides stand on the same day" in words
    assert "this catalogue holds no row or clause of it, which does not mean that it has none" in words
    assert "held of it: dmvesm/itron-esme" in words


def test_a_day_is_typed(visit: Visit, site: str) -> None:
    """The keyboard alone changes a day, and the answer is said in a live region."""
    visit.page.goto(f"{site}/compare.html#from=2025-10-17&to=2026-01-31")
    before = visit.page.get_by_role("status").inner_text()
    visit.page.get_by_label("From the end of").fill("2020-08-04")
    after = visit.page.get_by_role("status").inner_text()
    assert "from=2020-08-04" in visit.page.url
    assert before != after
    assert "4 changes of standing" in after


def test_days_in_the_wrong_order_are_turned(visit: Visit, site: str) -> None:
    """The earlier one comes first, and the page says so."""
    visit.page.goto(f"{site}/compare.html#from=2025-10-17&to=2025-10-16")
    assert "2025-10-16 to 2025-10-17" in visit.page.get_by_role("status").inner_text()
    assert "The earlier day comes first here." in visit.page.get_by_role("status").inner_text()


@pytest.mark.parametrize("asked", ["", "#from=2025-02-30&to=S1SR/99", "#from=%3Cimg%20src%3Dx%3E&to=9999-99-99"])
def test_what_is_no_day_gives_way(visit: Visit, site: str, asked: str) -> None:
    """An address with nothing to compare shows what changed last, up to today."""
    visit.page.goto(f"{site}/compare.html{asked}")
    assert "2025-10-16" == visit.page.get_by_label("From the end of").input_value()
    assert "2 changes of standing" in visit.page.get_by_role("status").inner_text()


def test_it_works_from_a_disk(visit: Visit, site_folder: Path) -> None:
    """A page that is opened as a file compares as well."""
    visit.page.goto(f"{(site_folder / 'compare.html').as_uri()}#from=2020-01-01&to=2020-08-05")
    assert "2 changes of standing, 4 Device Models joined the list" in visit.page.get_by_role("status").inner_text()
