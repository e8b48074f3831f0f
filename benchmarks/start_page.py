"""The first visit to the start page beside the same text as a stock Material page: slow line, slow phone, no cache."""

import functools
import gzip
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.messages import ROOT
from benchmarks.row import Row, Skipped, Spread
from s1sr_validator import Catalogue
from s1sr_validator.publish.decision_scripts import script_files

GOAL = 0.5
WHAT = "start page, first visit on slow 4G with a processor four times slower: largest contentful paint"
SITE = ROOT / "site"
_VISITS = 5
_SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
"""What Lighthouse takes for a slow line: 150 ms and 1.6 Mbit/s, with what applying them to requests adds."""
_PHONE = {"width": 412, "height": 823}
_STOCK = (
    "site_name: Stock\ndocs_dir: site\nsite_dir: build/site\ntheme: {name: material, font: false}\n"
    "markdown_extensions: [admonition, attr_list, def_list, tables]\n"
)
_OBSERVE = """globalThis.painted = 0;
new PerformanceObserver(list => { for (const { startTime } of list.getEntries()) painted = startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });"""


def run() -> Iterator[Row | Skipped]:
    """Visit both pages by turns."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    missing = [name for name in ("material", "playwright", "mkdocs") if importlib.util.find_spec(name) is None]
    if program is None or missing:
        yield Skipped(WHAT, f"not installed: {', '.join(missing) or 'chromium'}")
        return
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as stock:
        _build(Path(ours), (ROOT / "mkdocs.yml").read_text("utf-8"))
        _build(Path(stock), _STOCK)
        with _served(Path(ours)) as our_address, _served(Path(stock)) as stock_address:
            taken = _visits(program, {"ours": our_address, "stock": stock_address})
    ratios = [mine / other for mine, other in zip(taken["ours"], taken["stock"], strict=True)]
    middle = {name: sorted(times)[len(times) // 2] for name, times in taken.items()}
    yield Row(
        WHAT,
        f"{middle['ours'] / 1000:.2f} s",
        f"stock Material with the hand-written pages alone {middle['stock'] / 1000:.2f} s",
        Spread.of(ratios),
        GOAL,
    )


def _build(folder: Path, configuration: str) -> None:
    generated = shutil.ignore_patterns("records", "rules", "dates", "matrix", "api", "feeds", "short", "data")
    shutil.copytree(SITE, folder / "site", ignore=generated)
    (folder / "mkdocs.yml").write_text(configuration, "utf-8")
    sources = {path.name: path.read_text("utf-8") for path in (SITE / "assets" / "js").glob("*.js")}
    for path, data in script_files(Catalogue.bundled().snapshot, sources).items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(data)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict"],
        cwd=folder,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.DEVNULL,
    )


class _Compressed(SimpleHTTPRequestHandler):
    """Sends files as a web server does: compressed."""

    def do_GET(self) -> None:
        """Answer with a file, or with the page of a folder."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        data = gzip.compress(path.read_bytes()) if path.is_file() else b""
        self.send_response(200 if data else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Compressed, directory=str(folder / "build" / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _visits(program: str, addresses: dict[str, str]) -> dict[str, list[float]]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may not be there

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        taken: dict[str, list[float]] = {name: [] for name in addresses}
        for _ in range(_VISITS):
            for name, address in addresses.items():
                taken[name].append(_visit(browser, address))
        browser.close()
    return taken


def _visit(browser: Any, address: str) -> float:  # noqa: ANN401 - Playwright may not be there
    """Return when the largest text was there, in milliseconds."""
    context = browser.new_context(viewport=_PHONE)
    page = context.new_page()
    page.add_init_script(_OBSERVE)
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", _SLOW_4G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_timeout(1500)
    painted: float = page.evaluate("painted")
    context.close()
    return painted
