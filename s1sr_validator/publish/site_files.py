"""Everything that is published, as paths and bytes: pages, the API, feeds, and the tables that scripts read."""

from collections.abc import Iterable, Iterator

from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.rule import Rule
from s1sr_validator.publish.addresses import markdown_path
from s1sr_validator.publish.api import Files, api_files
from s1sr_validator.publish.contents import Contents, Publication
from s1sr_validator.publish.date_pages import date_pages
from s1sr_validator.publish.decision_requests import request_table
from s1sr_validator.publish.decision_scripts import BUILT, script_files
from s1sr_validator.publish.decision_table import as_json, decision_table
from s1sr_validator.publish.difference_page import difference_page
from s1sr_validator.publish.feeds import feed_files
from s1sr_validator.publish.index_pages import kind_page, kinds_page, records_page, rule_pages
from s1sr_validator.publish.matrix_pages import matrix_pages
from s1sr_validator.publish.page import SitePage, as_markdown
from s1sr_validator.publish.page_stamp import stamped
from s1sr_validator.publish.record_page import record_page
from s1sr_validator.publish.short_addresses import short_files


def site_files(snapshot: Snapshot, publication: Publication, rules: Iterable[Rule]) -> Files:
    """Return every generated file of the site by its path below the site's folder.

    Args:
        snapshot: a catalogue by itself.
        publication: the day that pages speak of, where records are edited, and the text of their files.
        rules: the rules that get a page each.

    Raises:
        ValueError: private overlays are over the catalogue.
    """
    contents, every_rule = Contents(snapshot, publication), tuple(rules)
    pages = {markdown_path(page.path): as_markdown(page).encode() for page in _pages(contents, every_rule)}
    short = short_files(contents, every_rule)
    return pages | api_files(contents) | feed_files(contents) | short | data_files(snapshot, publication)


def _pages(contents: Contents, rules: Iterable[Rule]) -> Iterator[SitePage]:
    """Yield every page; those of rules say nothing of the catalogue, and all others from which it is."""
    for hit in contents.hits.values():
        yield record_page(hit, contents)
    yield from rule_pages(rules)
    yield from (stamped(page, contents) for page in _lists(contents))


def _lists(contents: Contents) -> Iterator[SitePage]:
    for kind in KINDS:
        yield kind_page(kind, contents)
    yield kinds_page(contents)
    yield records_page(contents)
    yield from matrix_pages(contents)
    yield from date_pages(contents)
    yield difference_page(contents)


def data_files(snapshot: Snapshot, publication: Publication) -> Files:
    """Return the tables that scripts read, and the scripts with their tables in them, where scripts are at hand."""
    tables = {"decisions": decision_table(snapshot), "requests": request_table(snapshot)}
    files = {f"{BUILT}/{name}.json": as_json(table) for name, table in tables.items()}
    return files | (script_files(snapshot, publication.scripts) if publication.scripts else {})
