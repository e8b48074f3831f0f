"""The field that suggests, held to what people who use it by ear, by keyboard or by touch have to be told.

The numbers are those of the 18 acceptance criteria for an autocomplete of GOV.UK (alphagov/accessible-autocomplete).
"""

from typing import TYPE_CHECKING

from tests.browser.conftest import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def opened(visit: Visit, site: str, asked: str = "") -> "Locator":
    """Return the field of the start page."""
    visit.page.goto(f"{site}/index.html{asked}")
    return visit.page.get_by_role("combobox").first


def status(visit: Visit) -> str:
    """Return what the field's live region says."""
    return visit.page.locator(".s1sr-status").inner_text()


def test_the_field_says_what_it_is_and_how_it_is_used(visit: Visit, site: str) -> None:
    """1 it is reached by keyboard, 2 its focus is seen, 3 it is editable, 5 it suggests, 6 it explains itself."""
    box = opened(visit, site)
    for _ in range(20):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.getAttribute('role')") == "combobox":
            break
    assert visit.page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    outline = "(({ outlineStyle, outlineWidth }) => [outlineStyle, parseFloat(outlineWidth) >= 2])"
    assert visit.page.evaluate(f"{outline}(getComputedStyle(document.activeElement))") == ["solid", True]
    assert box.evaluate("box => [box.localName, box.type, box.readOnly, box.disabled]") == [
        "input",
        "text",
        False,
        False,
    ]
    assert box.get_attribute("aria-autocomplete") == "list"
    hint = visit.page.locator(f"#{box.get_attribute('aria-describedby')}").inner_text()
    assert "arrow keys" in hint
    assert "Enter" in hint
    assert visit.page.locator(f"label[for={box.get_attribute('id')}]").is_visible()


def test_what_is_chosen_already_is_said(visit: Visit, site: str) -> None:
    """4 the field is never filled beforehand: what an address chose stands in a list with a name, before the answer."""
    box = opened(visit, site, "#srv=4.4.2")
    assert box.input_value() == ""
    assert "SRV 4.4.2" in visit.page.get_by_role("list", name="Chosen").inner_text()


def test_the_list_says_that_it_opens_and_how_much_is_found(visit: Visit, site: str) -> None:
    """7 opening is told, 8 matches and none are told, 9 with their number, 10 each time that it changes."""
    box = opened(visit, site)
    assert box.get_attribute("aria-expanded") == "false"
    box.press_sequentially("4.4")
    assert box.get_attribute("aria-expanded") == "true"
    several = status(visit)
    assert several.split()[0] == str(visit.page.get_by_role("listbox").get_by_role("option").count())
    box.press_sequentially(".2")
    assert status(visit) not in {"", several}
    box.fill("qqqqqqqqqqqq")
    assert status(visit) == "Nothing found."
    assert box.get_attribute("aria-expanded") == "false"
    assert visit.page.locator(".s1sr-status").get_attribute("role") == "status"


def test_matches_are_passed_one_key_at_a_time(visit: Visit, site: str) -> None:
    """11 arrows alone lead through them, 12 one key each, 13 the selected one is named, 14 with its place among all."""
    box = opened(visit, site)
    box.fill("4.4")
    count = visit.page.get_by_role("listbox").get_by_role("option").count()
    for number in range(1, 4):
        visit.page.keyboard.press("ArrowDown")
        option = visit.page.locator(f"#{box.get_attribute('aria-activedescendant')}")
        assert option.get_attribute("aria-selected") == "true"
        assert [option.get_attribute("aria-posinset"), option.get_attribute("aria-setsize")] == [
            str(number),
            str(count),
        ]
    assert visit.page.evaluate("document.activeElement.getAttribute('role')") == "combobox"


def test_nothing_is_selected_on_somebodys_behalf_unsaid(visit: Visit, site: str) -> None:
    """15 no match is selected beforehand, and that Enter takes the first is said."""
    box = opened(visit, site)
    box.fill("4.4")
    assert visit.page.locator("[role=option][aria-selected=true]").count() == 0
    assert box.get_attribute("aria-activedescendant") is None
    assert "Enter takes the first" in status(visit)


def test_a_match_is_confirmed_told_and_the_field_has_the_focus(visit: Visit, site: str) -> None:
    """16 Enter, a click or a touch confirms, 17 what was confirmed is told, 18 the field keeps the focus."""
    spoken = visit.page.locator("p.hidden[role=status]")
    for confirm in ("Enter", "click"):
        visit.page.goto("about:blank")
        box = opened(visit, site, "#date=2026-01-31")
        box.fill("S1CE2003")
        if confirm == "Enter":
            visit.page.keyboard.press("Enter")
        else:
            visit.page.get_by_role("listbox").get_by_role("option").first.click()
        assert "S1CE2003" in spoken.inner_text()
        assert box.get_attribute("aria-expanded") == "false"
        assert visit.page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
