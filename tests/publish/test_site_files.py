"""The whole site: a page and a document for every record, links that hold, nothing of a record that runs."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import markdown  # type: ignore[import-untyped] # it ships no types
import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.kinds import KINDS, Records
from s1sr_validator.model.prediction import OverlayStamp
from s1sr_validator.publish.addresses import api_path, page_path
from s1sr_validator.publish.contents import Publication
from s1sr_validator.publish.site_files import site_files
from tests.invented import behaviour, row, with_records
from tests.publish.published import PUBLICATION, Seen, contents_of, files_of, pages_of, placed, target_of

HOSTILE = (
    "</div></code><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:a) \"'&\n\n# h\n\u202e{{ 1 }}"
)
OUR_TAGS = {
    "a",
    "b",
    "circle",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "li",
    "line",
    "p",
    "pre",
    "span",
    "summary",
    "svg",
    "table",
    "text",
    "title",
    "ul",
} | {"caption", "tbody", "td", "th", "thead", "tr", "abbr", "em", "strong"}
OUR_ATTRIBUTES = {
    "aria-label",
    "class",
    "cx",
    "cy",
    "data-table",
    "href",
    "id",
    "r",
    "rel",
    "role",
    "scope",
    "tabindex",
    "viewbox",
} | {"text-anchor", "x", "x1", "x2", "y", "y1", "y2", "title"}
_KEPT = frozenset({"date", "latest", "as_of", "id", "path", "occurs", "node", "published"})
"""Fields whose form is checked when a record is read, so that no text of any form reaches a page by them."""


def test_every_record_has_a_page_and_a_document(tiny: Catalogue) -> None:
    """No kind is left out."""
    files = files_of(tiny)
    for folder, record_id in contents_of(tiny).hits:
        assert page_path(folder, record_id).replace(".html", ".md") in files
        assert api_path(folder, record_id) in files


def test_every_link_of_a_generated_page_leads_somewhere(tiny: Catalogue) -> None:
    """A page, an API document or a feed stands where each link points."""
    files = files_of(tiny)
    pages = pages_of(files)
    dangling = {
        (page, link)
        for page, text in pages.items()
        for link in Seen(text).links
        if (target := target_of(link, page)) and target not in pages and target not in files
    }
    assert dangling == set()


def test_links_go_both_ways(tiny: Catalogue) -> None:
    """The page of a record that is named leads to the page of every record that names it."""
    contents = contents_of(tiny)
    pages = pages_of(files_of(tiny))
    links = {page: {target_of(link, page) for link in Seen(text).links} for page, text in pages.items()}
    for user, named in contents.named.items():
        for reference in named:
            if contents.has(reference.folder, reference.id):
                page = page_path(reference.folder, reference.id)
                assert page_path(*user) in links[page], f"{page} does not lead to {user}"


def test_equal_catalogues_give_equal_bytes(tiny: Catalogue) -> None:
    """Publishing twice gives the same files, the database too."""
    assert files_of(tiny) == files_of(tiny)


def test_no_page_is_empty(tiny: Catalogue) -> None:
    """Every heading has something under it: what is not known says so."""
    for page, text in pages_of(files_of(tiny)).items():
        for section in text.split("\n## ")[1:]:
            assert Seen(section.partition("\n")[2]).text.strip(), f"{page}: {section[:40]}"


def test_pages_say_day_and_catalogue(tiny: Catalogue) -> None:
    """Each record's page names the catalogue's version and digest and the day that it speaks of."""
    pages = pages_of(files_of(tiny))
    for name in contents_of(tiny).hits:
        shown = Seen(pages[page_path(*name)]).text
        assert f"{tiny.version}, digest {tiny.digest[:12]}, shown as of 2020-06-01" in shown


@pytest.mark.parametrize("folder", [kind.folder for kind in KINDS])
def test_nothing_of_a_record_runs(tiny: Catalogue, folder: str) -> None:
    """Hostile text in every field of every record of a kind stays text, in what Markdown makes of the page as well."""
    for page, text in pages_of(files_of(hostile(tiny.snapshot, folder))).items():
        built = Seen(markdown.markdown(text.split("---\n", 2)[2], extensions=["abbr", "attr_list", "tables", "toc"]))
        assert built.tags <= OUR_TAGS, page
        assert built.attributes <= OUR_ATTRIBUTES, page
        assert not [link for link in built.links if link.startswith("javascript")], page


def hostile(snapshot: Snapshot, folder: str, ending: Callable[[], str] = lambda: HOSTILE) -> Snapshot:
    """Return the snapshot with hostile text in every field of a kind whose type takes it, one at a time."""
    kind = next(kind for kind in KINDS if kind.folder == folder)
    records = []
    for record in snapshot.records.of_kind(folder):
        data = msgspec.to_builtins(record)
        for holder, key in list(_texts(data)):
            kept, holder[key] = holder[key], str(holder[key]) + ending()
            try:
                msgspec.convert(data, kind.type)
            except msgspec.ValidationError:
                holder[key] = kept
        records.append(msgspec.convert(data, kind.type))
    changed: Records = msgspec.structs.replace(snapshot.records, **{folder: tuple(records)})
    return msgspec.structs.replace(snapshot, records=changed)


def _texts(data: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - plain data of any shape
    """Yield each text with what holds it."""
    members = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in members:
        if isinstance(value, str) and key not in _KEPT:
            yield data, key
        elif isinstance(value, dict | list):
            yield from _texts(value)


def test_hostile_text_is_really_there(tiny: Catalogue) -> None:
    """The check above means something: the text reaches the pages, escaped."""
    pages = pages_of(files_of(hostile(tiny.snapshot, "behaviours")))
    assert "&lt;script&gt;alert(1)" in pages["records/behaviours/S1B-9001.html"]


def test_work_grows_with_the_claims(tiny: Catalogue) -> None:
    """Twice as many behaviours give twice as many bytes, not four times."""
    sizes = []
    for count in (20, 40, 80):
        names = [f"S1B-7{number:03}" for number in range(count)]
        more = with_records(tiny, [behaviour(name) for name in names], [row("invented/many", *names)], alone=True)
        sizes.append(sum(map(len, files_of(placed(more.snapshot)).values())))
    first, second = sizes[1] - sizes[0], sizes[2] - sizes[1]
    assert second < 2.4 * first


def test_private_records_are_never_published(tiny: Catalogue) -> None:
    """A catalogue with an overlay over it is refused."""
    stamp = OverlayStamp(name="acme", version="", digest="0", records=0)
    private = msgspec.structs.replace(tiny.snapshot, overlays=(stamp,))
    with pytest.raises(ValueError, match="acme"):
        files_of(private)


def test_records_lead_to_where_they_are_changed(tiny: Catalogue) -> None:
    """With a repository there is a link to edit and one to report; with the file's text, one to the YAML."""
    file = tiny.lookup.origin("behaviours", "S1B-9001").file
    told = Publication(as_of=dt.date(2020, 6, 1), repository="https://example.org/p", authored={file: b"id: x\n"})
    files = site_files(tiny.snapshot, told, ())
    page = Seen(pages_of(files)["records/behaviours/S1B-9001.html"])
    assert f"https://example.org/p/edit/main/{file}" in page.links
    assert files["api/v1/behaviours/S1B-9001.yaml"] == b"id: x\n"
    assert "YAML" not in pages_of(files_of(tiny, PUBLICATION))["records/behaviours/S1B-9001.html"]
