"""A page of the site: a heading, what it is about, sections, and the scripts that enhance it."""

import json
from collections.abc import Iterator

import msgspec

from s1sr_validator.publish.markup import Html, element, escaped


class Section(msgspec.Struct, frozen=True):
    """A part of a page under a heading of ours; texts of records are in the content alone."""

    heading: str
    content: Html


class SitePage(msgspec.Struct, frozen=True, kw_only=True):
    """A page before it is written; `path` is that of the built page, `scripts` are files below `assets/js`."""

    path: str
    title: str
    lead: Html
    sections: tuple[Section, ...] = ()
    scripts: tuple[str, ...] = ()
    wide: bool = False


def as_markdown(page: SitePage) -> str:
    """Return the page as Markdown: headings as Markdown, everything else as blocks of HTML that nothing reads again."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: SitePage) -> Iterator[str]:
    yield "---"
    # Templates print the title as it is, so it is escaped here; JSON's texts are texts of YAML as well.
    yield f"title: {json.dumps(escaped(page.title), ensure_ascii=False)}"
    if page.scripts:
        yield f"scripts: {json.dumps(page.scripts)}"
    if page.wide:
        yield "wide: true"
    yield "---"
    yield from _block(element("h1", page.title), page.lead)
    for section in page.sections:
        yield ""
        yield f"## {section.heading}"
        yield from _block(section.content)


def _block(*parts: Html) -> Iterator[str]:
    yield ""
    yield '<div class="record">'
    yield from parts
    yield "</div>"
