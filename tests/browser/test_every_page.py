"""What holds for every page that has a script: access for all, small screens, and no foreign request."""

from typing import Literal

import pytest

from tests.browser.conftest import Visit, absent

ANSWER = "index.html#srv=4.4.2&device=ESME/1028/5678/0201/03465317&date=2025-11-01"
COMPARED = "compare.html#from=2020-01-01&to=S1SR/16.0-redline"
PAGES = ("index.html", ANSWER, "check.html", "matrix.html", COMPARED)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(visit: Visit, site: str, address: str, scheme: Literal["light", "dark"]) -> None:
    """No rule of axe-core is broken, in light and in dark, with the list of suggestions open and answers shown."""
    try:
        from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 - it may not be there
    except ImportError:
        absent("axe is not installed")
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.goto(f"{site}/{address}")
    if "check" in address:
        visit.page.get_by_role("button", name="Show an example").click()
        visit.page.get_by_role("heading", name="Verdict").wait_for()
    if address == "index.html":
        visit.page.get_by_role("combobox").first.fill("4.4")
        visit.page.keyboard.press("ArrowDown")
    # The policy of the page lets no script in from outside: the tool's own is run by the browser's driver.
    found = Axe().run(visit.page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wider_than_a_phone(visit: Visit, site: str, address: str) -> None:
    """At 360 pixels no page scrolls sideways."""
    visit.page.set_viewport_size({"width": 360, "height": 740})
    visit.page.goto(f"{site}/{address}")
    if "check" in address:
        visit.page.get_by_role("button", name="Show an example").click()
        visit.page.get_by_role("heading", name="Verdict").wait_for()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("address", PAGES)
def test_every_request_goes_to_the_site(visit: Visit, site: str, address: str) -> None:
    """A page asks for its own files only."""
    visit.page.goto(f"{site}/{address}")
    assert [url for url in visit.requests if not url.startswith((site, "data:"))] == []
