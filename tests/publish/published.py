"""The site of a catalogue as its tests read it: files, the links and the tags of a page."""

import datetime as dt
import posixpath
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import Origin, Snapshot
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.publish.api import Files
from s1sr_validator.publish.contents import Contents, Publication
from s1sr_validator.publish.site_files import site_files

AS_OF = dt.date(2020, 6, 1)
PUBLICATION = Publication(as_of=AS_OF)


def files_of(catalogue: Catalogue | Snapshot, publication: Publication = PUBLICATION) -> Files:
    """Return everything that is published of a catalogue, without rules."""
    snapshot = catalogue if isinstance(catalogue, Snapshot) else catalogue.snapshot
    return site_files(snapshot, publication, ())


def contents_of(catalogue: Catalogue) -> Contents:
    """Return a catalogue's contents on the tests' day."""
    return Contents(catalogue.snapshot, PUBLICATION)


class Seen(HTMLParser):
    """What a browser would make of a page: tags, attributes by tag, links, and all text."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag holds."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.ids |= {value for name, value in attrs if name == "id" and value}

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """Return all text of the page."""
        return "".join(self.words)


def pages_of(files: Files) -> dict[str, str]:
    """Return the Markdown of every page by the path of the page that is built from it."""
    return {path.removesuffix(".md") + ".html": data.decode() for path, data in files.items() if path.endswith(".md")}


def target_of(link: str, page: str) -> str:
    """Return the path that a link within the site leads to; empty for one that leads out of it."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page


def placed(snapshot: Snapshot) -> Snapshot:
    """Return a snapshot with a file for every record, as one that was compiled has."""
    names = [f"{kind.folder}/{record.id}" for kind in KINDS for record in snapshot.records.of_kind(kind.folder)]
    origins = {name: Origin(f"invented/{name}.yaml", 1) for name in names}
    return msgspec.structs.replace(snapshot, origins=origins | snapshot.origins)
