"""Hostile text in every text field of every kind of record, as a browser shows it: nothing runs, nothing gets out."""

from itertools import cycle
from pathlib import Path

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.kinds import KINDS, Records
from tests.browser.built import build
from tests.browser.conftest import Visit
from tests.hostile.published_suites import naughty_strings
from tests.publish.published import PUBLICATION
from tests.publish.test_site_files import HOSTILE, hostile

_OUTSIDE = "[...document.body.children].map(element => element.localName).join()"
_RUNNING = """[
  ...document.querySelectorAll('iframe, object, embed, img, form, base, body style, svg script, main script'),
  ...[...document.querySelectorAll('*')].filter(element => [...element.attributes].some(({ name, value }) =>
    name.startsWith('on') || name === 'style' ||
    /^\\s*(javascript|data|vbscript):/i.test(value) && element.rel !== 'icon')),
].map(element => element.outerHTML.slice(0, 200))"""


def hostile_everywhere(snapshot: Snapshot, texts: list[str]) -> Snapshot:
    """Return the snapshot with a hostile text in every field that takes one; one record has them all."""
    more = cycle(texts)
    for kind in KINDS:
        snapshot = hostile(snapshot, kind.folder, lambda: f" {next(more)} {HOSTILE}")
    first, *others = snapshot.records.behaviours
    noted = msgspec.structs.replace(first, notes=(*first.notes, *texts))
    records: Records = msgspec.structs.replace(snapshot.records, behaviours=(noted, *others))
    return msgspec.structs.replace(snapshot, records=records)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, tiny: Catalogue) -> Path:
    """The whole site of the tiny catalogue, every text of which is hostile."""
    snapshot = hostile_everywhere(tiny.snapshot, naughty_strings())
    return build(tmp_path_factory.mktemp("hostile"), snapshot, PUBLICATION)


def test_nothing_of_any_record_runs_or_gets_out(visit: Visit, hostile_site: Path) -> None:
    """On every page only our scripts run, the page's own parts stand as they are, and no text widens the page."""
    visit.page.add_init_script("globalThis.alert = () => console.error('a record has run')")
    pages = sorted((hostile_site / "records").rglob("*.html")) + sorted((hostile_site / "dates").rglob("*.html"))
    pages += [hostile_site / name for name in ("matrix/services.html", "matrix/claims.html", "compare.html")]
    assert len(pages) > 60
    for path in pages:
        visit.page.goto(path.as_uri(), wait_until="domcontentloaded")
        assert visit.page.evaluate(_OUTSIDE) == "a,header,main,footer", path
        assert visit.page.evaluate(_RUNNING) == [], path
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 1280, path


def test_suggestions_and_answers_show_hostile_text_as_text(visit: Visit, hostile_site: Path) -> None:
    """The look-up finds records by hostile words and shows them as they are written."""
    visit.page.goto((hostile_site / "index.html").as_uri())
    box = visit.page.get_by_role("combobox").first
    for typed in ("script", "onerror", "4.4.2", "<img", "ESME", "\"'&"):
        box.fill(typed)
        assert visit.page.evaluate(_RUNNING) == [], typed
    box.fill("S1B-9001")
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate(_RUNNING) == []
    assert "<script>" in visit.page.get_by_role("region", name="Answer").inner_text()
