"""What holds for each kind of page of the whole site: for all people, on any screen, without scripts, anywhere.

S1SR_PAGES=all tries every kind in every theme and width (`make pages`); without it, each kind in one of them.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pytest

from tests.browser.conftest import Visit, absent, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EVERYTHING = os.environ.get("S1SR_PAGES") == "all"


class Look(NamedTuple):
    """How a reader's system shows pages. 1,280 pixels at 400 % are 320 with as many in height."""

    scheme: Literal["light", "dark"]
    forced: Literal["active", "none"]
    width: int
    height: int = 900


THEMES: tuple[tuple[Literal["light", "dark"], Literal["active", "none"]], ...] = (
    ("light", "none"),
    ("dark", "none"),
    ("light", "active"),
    ("dark", "active"),
)
LOOKS = (
    *(Look(scheme, forced, width) for scheme, forced in THEMES for width in (320, 768, 1280)),
    *(Look(scheme, forced, 320, 256) for scheme, forced in THEMES),
)


def kinds_of_page(folder: Path) -> list[str]:
    """Return a page of each kind, the largest: of each folder of generated pages one list and one other."""
    largest: dict[tuple[str, ...], Path] = {}
    for path in folder.rglob("*.html"):
        within = path.relative_to(folder)
        if within.parts[0] in {"records", "rules", "dates"}:
            kind = (*within.parts[:2][: len(within.parts) - 1], str(path.name == "index.html"))
        elif path.name == "404.html" or (path.name == "index.html" and within.parts[0] not in {"guides", "index.html"}):
            continue  # a page for the root of a server, or one that only leads on
        else:
            kind = within.parts
        if kind not in largest or path.stat().st_size > largest[kind].stat().st_size:
            largest[kind] = path
    return sorted(path.relative_to(folder).as_posix() for path in largest.values())


@pytest.fixture(scope="module")
def address(whole_site: Path) -> Iterator[str]:
    """The address of the whole site, which does not lie at the root of its server."""
    with served(whole_site.parents[1]) as root:
        yield f"{root}/build/site"


def test_each_kind_of_page_is_for_everybody(visit: Visit, whole_site: Path, address: str) -> None:
    """No rule of axe-core is broken and nothing scrolls sideways, whatever the theme, the width and the zoom."""
    try:
        from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415 - it may not be there
    except ImportError:
        absent("axe is not installed")
    pages = kinds_of_page(whole_site)
    assert len(pages) > 35
    axe, wrong = Axe(), []
    for number, page in enumerate(pages):
        visit.page.goto(f"{address}/{page}")
        for look in LOOKS if EVERYTHING else (LOOKS[number % len(LOOKS)],):
            visit.page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced, reduced_motion="reduce")
            visit.page.set_viewport_size({"width": look.width, "height": look.height})
            found = axe.run(visit.page)
            if found.violations_count:
                wrong.append(f"{page} {look}: {found.generate_report()}")
            if visit.page.evaluate("document.documentElement.scrollWidth") > look.width:
                wrong.append(f"{page} {look} scrolls sideways")
    assert wrong == [], "\n".join(wrong)
    assert [url for url in visit.requests if not url.startswith((address, "data:"))] == []


@pytest.fixture
def without_scripts(browser: "Browser") -> Iterator[Any]:
    """A page of a reader who lets nothing run."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_each_kind_of_page_reads_without_scripts(without_scripts: Any, whole_site: Path, address: str) -> None:  # noqa: ANN401 - a page
    """There is a heading and text under it; where a script would fill a place, a link leads to lists that need none."""
    for page in kinds_of_page(whole_site):
        without_scripts.goto(f"{address}/{page}")
        assert without_scripts.locator("h1").inner_text().strip(), page
        assert len(without_scripts.locator("main").inner_text()) > 60, page
    for page, way_out in (("index", "lists of every record"), ("check", "s1sr check"), ("compare", "the differences")):
        without_scripts.goto(f"{address}/{page}.html")
        assert way_out in without_scripts.locator("noscript").inner_text()


def test_each_kind_of_page_works_from_a_disk(visit: Visit, whole_site: Path) -> None:
    """Opened as a file, pages have their style and their scripts and ask for nothing else."""
    for page in ("index.html", "check.html", "matrix/services.html", "records/index.html", "about/answers.html"):
        visit.page.goto((whole_site / page).as_uri())
        styled = "getComputedStyle(document.querySelector('header')).backgroundColor"
        assert visit.page.evaluate(styled) == "rgb(48, 63, 159)", page
    visit.page.goto((whole_site / "index.html").as_uri())
    assert visit.page.get_by_role("combobox").first.is_visible()
    assert [url for url in visit.requests if not url.startswith(("file:", "data:"))] == []


def test_paper_shows_what_is_read_and_not_what_is_pressed(visit: Visit, address: str) -> None:
    """Printed, navigation and filters are left out, and tables are not cut at the edge of their frames."""
    visit.page.emulate_media(media="print")
    visit.page.goto(f"{address}/matrix/services.html")
    for left_out in ("header", "footer", ".skip", ".s1sr-filters"):
        assert not visit.page.locator(left_out).first.is_visible(), left_out
    frames = "[...document.querySelectorAll('.scroll')].map(frame => getComputedStyle(frame).overflowX)"
    assert set(visit.page.evaluate(frames)) == {"visible"}
    assert visit.page.locator("table").first.is_visible()
