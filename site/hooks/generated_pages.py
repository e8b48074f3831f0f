"""Keeps what is HTML already away from the Markdown parser, which took nine tenths of the time of a build.

Generated pages have their headings as Markdown, and everything between them as blocks of HTML that are final.
"""  # noqa: INP001 - MkDocs loads it by its path

import re
from typing import Any

FOLDERS = ("records/", "rules/", "dates/", "matrix/")
_HEADING = re.compile(r"^## .*$", flags=re.MULTILINE)
_BUILT = re.compile(r"<h2\b.*?</h2>", flags=re.DOTALL)
_kept: dict[str, list[str]] = {}


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:  # noqa: ANN401 - types are MkDocs's
    """Leave a generated page its headings alone."""
    if not page.file.src_uri.startswith(FOLDERS):
        return markdown
    _kept[page.file.src_uri] = _HEADING.split(markdown)
    return "\n\n".join(_HEADING.findall(markdown))


def on_page_content(html: str, page: Any, **_: Any) -> str:  # noqa: ANN401 - types are MkDocs's
    """Put the blocks between the headings again."""
    first, *blocks = _kept.pop(page.file.src_uri, [""])
    if not first:
        return html
    headings = _BUILT.findall(html)
    if len(headings) != len(blocks):
        raise ValueError(f"{page.file.src_uri} has {len(blocks)} sections and {len(headings)} headings")
    parts = (f"{heading}\n{block.strip()}" for heading, block in zip(headings, blocks, strict=True))
    return "\n".join((first.strip(), *parts))
