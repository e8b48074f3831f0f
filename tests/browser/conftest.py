"""A real browser for the pages: Chromium of the system, driven by Playwright."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest

from s1sr_validator import Catalogue
from tests.browser.built import build
from tests.browser.pages import ROOT, write_pages
from tests.publish.published import PUBLICATION

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NO_BROWSER = "no browser"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


class Visit(NamedTuple):
    """A page that is open, what it wrote to the console or threw, and the addresses that it asked for."""

    page: "Page"
    problems: list[str]
    requests: list[str]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages with the real catalogue, as files."""
    folder = tmp_path_factory.mktemp("site")
    write_pages(folder, Catalogue.load(ROOT / "catalogue").snapshot)
    return folder


@pytest.fixture(scope="module")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the pages, served from this machine."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory, tiny: Catalogue) -> Path:
    """Every kind of page, of the tiny catalogue, built as the site is, in a folder below that which is served."""
    return build(tmp_path_factory.mktemp("whole"), tiny.snapshot, PUBLICATION)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder from this machine, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def absent(reason: str) -> NoReturn:
    """Skip a test, or fail it where S1SR_REQUIRE_REFERENCE=1, for what is not installed."""
    if os.environ.get("S1SR_REQUIRE_REFERENCE") == "1":
        pytest.fail(f"{NO_BROWSER}: {reason}")
    pytest.skip(f"{NO_BROWSER}: {reason}")


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Chromium; without it or its driver tests are skipped, or fail where S1SR_REQUIRE_REFERENCE=1."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        absent("chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may not be there
    except ImportError:
        absent("playwright is not installed")
    with sync_playwright() as driver:
        # As root, in a container, Chromium has no sandbox of its own to start.
        started = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: "Browser") -> Iterator[Visit]:
    """A page with nothing in it yet; every problem fails the test at its end."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    problems: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    yield Visit(page, problems, requests)
    context.close()
    assert problems == []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, at the end, that no browser looked at the pages."""
    skipped = [report for report in terminalreporter.getreports("skipped") if NO_BROWSER in str(report.longrepr)]
    if skipped:
        message = f"{len(skipped)} tests skipped: {NO_BROWSER}. The pages were NOT tried."
        terminalreporter.write_line(message, yellow=True, bold=True)
