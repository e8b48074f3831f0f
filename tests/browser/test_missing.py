"""The page for an address that is none, under a base path: it finds its script, its styles, and what was meant."""

import functools
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.browser.pages import OVERRIDES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BASE = "/some/base"


class _Static(SimpleHTTPRequestHandler):
    """Serves a folder below a base path, and its 404.html for everything else, as static hosts do."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """Return the file below the base path."""
        inside = path.removeprefix(BASE) if path.startswith(f"{BASE}/") else "/nothing-here"
        return super().translate_path(inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="module")
def host(site_folder: Path) -> Iterator[str]:
    """The address of the site below its base path."""
    template = Environment(loader=FileSystemLoader(OVERRIDES), autoescape=False)  # noqa: S701 - as MkDocs
    # Without an address of the site MkDocs takes the root of the server for its place.
    template.filters["url"] = lambda address: f"/{address}"
    config = SimpleNamespace(site_name="Invented", site_description="Invented")
    page = template.get_template("404.html").render(config=config, nav=SimpleNamespace(items=[]))
    (site_folder / "404.html").write_text(page, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Static, directory=str(site_folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A page whose failing requests are part of the test."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("records/services/4.4.22.html", "records/services/4.4.2.html"),
        ("records/services/4.4.2", "records/services/4.4.2.html"),
        ("S1CE2030", "records/codes/S1CE2003.html"),
        ("api/v1/behaviours/S1B-001.json", "records/behaviours/S1B-0001.html"),
        ("esme/1028/5678/0201/03465318/", "records/devices/ESME/1028/5678/0201/03465317.html"),
        ("Itron", "records/manufacturers/1028.html"),
        ("records/clauses/S1SR/18.17.html", "records/clauses/S1SR/18.17p.html"),
    ],
)
def test_what_was_meant_is_suggested(page: "Page", host: str, address: str, meant: str) -> None:
    """However deep the address is, the nearest record is among the first, and its link holds under the base path."""
    page.goto(f"{host}/{address}")
    links = page.locator("#s1sr-missing li a")
    links.first.wait_for()
    assert f"{host}/{meant}" in links.evaluate_all("links => links.slice(0, 3).map(link => link.href)")


def test_the_ways_on_lead_into_the_site(page: "Page", host: str) -> None:
    """Links and styles that were written for the root of a server are set right."""
    page.goto(f"{host}/records/nothing/like/this/zzzzzzzz.html")
    page.wait_for_function("document.querySelector('main a').href.includes('/some/base/')")
    assert f"{host}/index.html" == page.locator("main a").first.evaluate("link => link.href")
    styles = page.locator("link[rel=stylesheet]").evaluate_all("links => links.map(link => link.href)")
    assert all(style.startswith(host) for style in styles)


def test_an_address_is_text(page: "Page", host: str) -> None:
    """Nothing of it runs, and nothing of it is shown as markup."""
    page.goto(f"{host}/%3Cimg%20src=x%20onerror=document.title='run'%3E%E2%80%AE%ZZ")
    page.wait_for_function("document.getElementById('s1sr-missing').dataset.filled === ''")
    assert "run" != page.title()
    assert 0 == page.locator("main img").count()
