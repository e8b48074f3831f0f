"""The built site: it builds without a warning, every link of every page holds, and nothing inline runs."""

import base64
import datetime as dt
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from s1sr_validator.cli.app import main
from s1sr_validator.publish.words import TERMS
from tests.publish.published import Seen, target_of

ROOT = Path(__file__).parents[2]
GENERATED = ("records", "rules", "dates", "matrix", "api", "feeds", "data", "short")
LEADS_ON = "content=\"default-src 'none'\""
"""What only the pages of short addresses have; tests/publish/test_short_addresses.py has their tests."""
POLICY = (ROOT / "site/overrides/partials/frame/policy.html").read_text("utf-8").strip()
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle=|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
_STYLE_INSIDE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_FOREIGN = re.compile(r"""<(?:script|img|iframe|source|object|embed)[^>]+(?:src|data)=["']?(?:https?:)?//""")
_FOREIGN_STYLE = re.compile(r"""<link[^>]+rel=["']?(?:stylesheet|preconnect|preload)[^>]+href=["']?(?:https?:)?//""")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of the site, by its path, built in a fresh folder as `make site` does."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site", folder / "site", ignore=shutil.ignore_patterns(*GENERATED, ".published.json"))
    assert main(["publish", "--out", str(folder / "site"), "--as-of", "2026-01-31"]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    site = folder / "build" / "site"
    built_pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return dict.fromkeys(files, "") | built_pages


@pytest.fixture(scope="module")
def pages(built: dict[str, str]) -> dict[str, Seen]:
    """What a browser makes of every page."""
    return {path: Seen(text) for path, text in built.items() if path.endswith(".html") and LEADS_ON not in text}


def test_every_link_of_every_page_leads_somewhere(built: dict[str, str], pages: dict[str, Seen]) -> None:
    """Each link within the site leads to a file, and each fragment to a place on its page."""
    dangling = set()
    for page, seen in pages.items():
        # A server shows the page for what is not there under any path, so its links are from the root.
        for link in seen.links if page != "404.html" else ():
            target = target_of(link, page)
            fragment = link.partition("#")[2]
            if target and (target not in built or (fragment and fragment not in pages[target].ids)):
                dangling.add((page, link))
    assert dangling == set()


def test_the_policy_is_strict() -> None:
    """Nothing is allowed but the site's own files, pictures in addresses, and one style by its digest."""
    allowed = dict(part.strip().split(" ", 1) for part in POLICY.split(";"))
    assert allowed.pop("default-src") == "'none'"
    assert re.fullmatch(r"'self' 'sha256-[A-Za-z0-9+/]{43}='", allowed.pop("style-src"))
    assert allowed == {
        "script-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_style_inside_the_start_page_is_the_one_that_the_policy_names(built: dict[str, str]) -> None:
    """Whoever changes a style writes this digest into site/overrides/partials/frame/policy.html."""
    (style,) = _STYLE_INSIDE.findall(built["index.html"])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in POLICY, f"write 'sha256-{digest}' into site/overrides/partials/frame/policy.html"


def test_one_policy_stands_on_every_page(built: dict[str, str], pages: dict[str, Seen]) -> None:
    """Only the site's own files run, and no form, frame or base can lead elsewhere."""
    for page in pages:
        assert f'http-equiv="Content-Security-Policy" content="{POLICY}"' in built[page], page


def test_nothing_inline_runs_and_nothing_foreign_is_loaded(built: dict[str, str], pages: dict[str, Seen]) -> None:
    """No script or style stands in a page, and none comes from another site."""
    for page in pages:
        for pattern in (_INLINE, _FOREIGN, _FOREIGN_STYLE):
            text = re.sub(r"<code>.*?</code>", "", built[page], flags=re.DOTALL)
            assert pattern.search(_STYLE_INSIDE.sub("", text) if page == "index.html" else text) is None, page


def test_pages_are_small_and_do_not_repeat_the_catalogue(built: dict[str, str]) -> None:
    """Generated pages stay out of the navigation: small records have small pages, 1,000 of them 40 MB."""
    sizes = {page: len(text.encode()) for page, text in built.items() if page.startswith("records/codes/")}
    assert sorted(sizes.values())[len(sizes) // 2] < 9_000
    total = sum(len(text.encode()) for text in built.values())
    assert total / sum(page.endswith(".html") for page in built) < 40_000


def test_every_page_has_one_heading_and_a_way_back(pages: dict[str, Seen], built: dict[str, str]) -> None:
    """One h1 on each page, and links to the look-up, the matrix and the lists."""
    for page, seen in pages.items():
        assert len(re.findall(r"<h1[\s>]", built[page])) == 1, page
        if page != "404.html":
            targets = {target_of(link, page) for link in seen.links}
            assert {"index.html", "matrix.html", "find.html"} <= targets, page


def test_the_places_that_scripts_fill_are_there(built: dict[str, str]) -> None:
    """The look-up, the check and the matrix each have their element, and say what there is without scripts."""
    assert '<div id="s1sr-lookup"></div>' in built["index.html"]
    assert '<div id="s1sr-check"></div>' in built["check.html"]
    assert 'id="s1sr-matrix" data-table="device-models-by-srv"' in built["matrix/services.html"]
    assert "<noscript>" in built["index.html"]
    assert "<noscript>" in built["check.html"]


@pytest.mark.parametrize("wanted", ["18.17p", "4.4.2", "S1CE2003", "03465317", "Itron"])
def test_the_list_of_every_record_has_what_people_look_for(built: dict[str, str], wanted: str) -> None:
    """Without scripts, a browser's own search finds these on one page."""
    assert wanted in Seen(built["records/all.html"]).text


def test_the_glossary_and_the_hover_texts_agree(built: dict[str, str]) -> None:
    """Abbreviations are explained on hover, and those of the words module are the ones that pages include."""
    included = (ROOT / "site/includes/abbreviations.md").read_text("utf-8")
    assert "".join(f"*[{term}]: {words}\n" for term, words in TERMS.items()) == included
    assert '<abbr title="Great Britain Companion Specification">' in built["index.html"]


def test_the_day_is_the_one_that_was_asked_for(built: dict[str, str]) -> None:
    """Pages speak of the day of the publication."""
    assert dt.date(2026, 1, 31).isoformat() in Seen(built["matrix/services.html"]).text
