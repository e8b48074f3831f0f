"""The look-up: what is typed finds what is meant, the answer is shown and can be passed on, all of it by keyboard."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Visit

ANSWER = "#srv=4.4.2&device=ESME/1028/5678/0201/03465317&date=2025-11-01&standing=proposed"
STATE = "&state.billing_log.entries_in_period="


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("4.4.2", "service 4.4.2"),
        ("18.17p", "clause S1SR/18.17p"),
        ("S1CE2003", "code S1CE2003"),
        ("03465317", "device ESME/1028/5678/0201/03465317"),
        ("03:46:53:17", "device ESME/1028/5678/0201/03465317"),
        ("Itron", "manufacturer 1028"),
        ("itron", "manufacturer 1028"),
        ("ESME/1028/5678/0201/03465317", "device ESME/1028/5678/0201/03465317"),
        ("S1B-0001", "behaviour S1B-0001"),
        ("4.4.2 03465317", "SRV 4.4.2 and ESME/1028/5678/0201/03465317"),
        ("03465317 4.4.2", "SRV 4.4.2 and ESME/1028/5678/0201/03465317"),
        ("ReadInventory", "service 8.2"),
        ("billing log triggered change", "service 4.4.2"),
        ("Trilliamt", "manufacturer 10C7"),
    ],
)
def test_the_record_that_is_meant_comes_first(visit: Visit, site: str, typed: str, first: str) -> None:
    """Ids, parts of ids, names, words and a slip of the finger lead to the record."""
    visit.page.goto(f"{site}/index.html")
    visit.page.get_by_role("combobox").first.fill(typed)
    found = visit.page.get_by_role("listbox").get_by_role("option").first.inner_text()
    assert re.sub(r"\s+", " ", found).startswith(first)


def test_an_answer_takes_a_few_keys(visit: Visit, site: str) -> None:
    """SRV, Enter, the start of a firmware version, Enter: the answer with clause, condition and standing."""
    visit.page.goto(f"{site}/index.html#date=2025-11-01")
    visit.page.get_by_role("combobox").first.focus()
    visit.page.keyboard.type("4.4.2")
    visit.page.keyboard.press("Enter")
    visit.page.keyboard.type("03465")
    visit.page.keyboard.press("Enter")
    panel = visit.page.get_by_role("region", name="Answer")
    assert "deviates if" in panel.inner_text()
    assert "S1SR 18.17p" in panel.inner_text()
    assert "proposed, since 2025-10-17" in panel.inner_text()
    assert ANSWER in visit.page.url
    assert visit.page.evaluate("document.activeElement.getAttribute('role')") == "combobox"


@pytest.mark.parametrize(
    ("state", "words"),
    [("", "deviates if"), (f"{STATE}0", "deviates."), (f"{STATE}3", "not assessed")],
)
def test_an_address_holds_the_whole_question(visit: Visit, site: str, state: str, words: str) -> None:
    """Whoever opens the address of an answer sees the same answer, the state included."""
    visit.page.goto(f"{site}/index.html{ANSWER}{state}")
    assert words in visit.page.get_by_role("region", name="Answer").inner_text()
    assert visit.page.get_by_label("Day").input_value() == "2025-11-01"


def test_an_address_that_means_nothing_is_not_obeyed(visit: Visit, site: str) -> None:
    """An unknown SRV, a made-up day and markup in the address show the empty look-up, and run nothing."""
    hostile = "#srv=<img src=x onerror=alert(1)>&device=ESME&date=2025-99-99&standing=all&state.x=1&record=codes/<b>"
    visit.page.goto(f"{site}/index.html{hostile}")
    assert "There is no record codes/<b>." in visit.page.get_by_role("region", name="Answer").inner_text()
    assert visit.page.locator("img").count() == 0


def test_a_state_that_is_not_of_its_type_is_said(visit: Visit, site: str) -> None:
    """A word where a number belongs is pointed out in the place of an answer."""
    visit.page.goto(f"{site}/index.html{ANSWER}")
    visit.page.get_by_label("The number of billing data log entries").fill("many")
    assert "'many' is not a whole number" in visit.page.get_by_role("region", name="Answer").inner_text()


def test_it_works_from_a_disk(visit: Visit, site_folder: Path) -> None:
    """The page opened as a file answers too, and asks for nothing but its own files."""
    visit.page.goto(f"{(site_folder / 'index.html').as_uri()}{ANSWER}")
    assert "deviates if" in visit.page.get_by_role("region", name="Answer").inner_text()
    assert [url for url in visit.requests if not url.startswith(("file:", "data:"))] == []


def test_the_list_follows_the_combobox_pattern(visit: Visit, site: str) -> None:
    """The focus stays in the field, the active option is named to it, and Escape closes before it empties."""
    page = visit.page
    page.goto(f"{site}/index.html")
    box = page.get_by_role("combobox").first
    assert box.get_attribute("aria-expanded") == "false"
    box.press_sequentially("4.4")
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("listbox").get_attribute("id") == box.get_attribute("aria-controls")
    assert "found" in page.locator(".s1sr-status").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.get_by_role("listbox").get_by_role("option").last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert (box.get_attribute("aria-expanded"), box.input_value()) == ("false", "4.4")
    page.keyboard.press("Escape")
    assert box.input_value() == ""


def test_a_choice_can_be_taken_back_by_keyboard(visit: Visit, site: str) -> None:
    """Tab leads from the field to what was chosen, Enter removes it, and the focus returns to the field."""
    page = visit.page
    page.goto(f"{site}/index.html{ANSWER}")
    page.get_by_role("combobox").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "srv=" not in page.url
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"


def test_silence_is_never_taken_for_conformance(visit: Visit, site: str) -> None:
    """A pair that nothing speaks of says so, and that this does not mean that the Device conforms."""
    visit.page.goto(f"{site}/index.html#srv=8.2&device=ESME/1028/5678/0201/03465317")
    assert "does not mean that it conforms" in visit.page.get_by_role("region", name="Answer").inner_text()
