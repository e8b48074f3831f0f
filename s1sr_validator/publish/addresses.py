"""Where everything lies in the site: pages and API documents by kind and id, and the way from one page to another."""

import posixpath
import re
from urllib.parse import quote

RECORDS = "records"
API = "api/v1"
RULES = "rules"
DATES = "dates"
DIFFERENCES = f"{DATES}/differences.html"

_UNSAFE = re.compile(r"[^A-Za-z0-9._()-]")
_TAKEN = frozenset({"index", "readme"})
"""Names that MkDocs reads as the index of a folder."""


def page_path(folder: str, record_id: str) -> str:
    """Return the path of a record's page below the site's root, for example `records/services/4.4.2.html`."""
    return f"{RECORDS}/{folder}/{safe_path(record_id)}.html"


def kind_path(folder: str) -> str:
    """Return the path of the page that lists a kind."""
    return f"{RECORDS}/{folder}/index.html"


def api_path(folder: str, record_id: str) -> str:
    """Return the path of a record's API document below the site's root."""
    return f"{API}/{folder}/{safe_path(record_id)}.json"


def decisions_path(device: str) -> str:
    """Return the path of the API document with every decision for a Device Model."""
    return f"{API}/decisions/{safe_path(device)}.json"


def rule_path(code: str) -> str:
    """Return the path of a rule's page."""
    return f"{RULES}/{safe_path(code)}.html"


def date_path(day: str) -> str:
    """Return the path of the register as it stood on a day."""
    return f"{DATES}/{safe_path(day)}.html"


def markdown_path(page: str) -> str:
    """Return the path of the Markdown file that a page is built from."""
    return page.removesuffix(".html") + ".md"


def relative(target: str, page: str) -> str:
    """Return the link from one page to another, written so that it works under any base path and from a disk."""
    path, mark, fragment = target.partition("#")
    return quote(posixpath.relpath(path, posixpath.dirname(page) or "."), safe="/().~") + mark + fragment


def safe_path(record_id: str) -> str:
    """Return an id as a path: whatever a file system or a web server could read otherwise is written as `~` and hex.

    No two ids give one path, and none leads out of its folder.
    """
    return "/".join(_safe_segment(segment) for segment in record_id.split("/"))


def _safe_segment(segment: str) -> str:
    safe = _UNSAFE.sub(lambda found: "".join(f"~{byte:02x}" for byte in found[0].encode(errors="replace")), segment)
    if not safe:
        return "~"
    is_taken = safe.startswith(".") or safe.casefold() in _TAKEN
    return f"~{ord(safe[0]):02x}{safe[1:]}" if is_taken else safe
