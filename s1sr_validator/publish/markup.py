"""HTML that is safe by its type: text is escaped unless it is Html, and Html is made by the functions here alone."""

import html
from collections.abc import Iterable, Sequence

from s1sr_validator.report.visible_text import visible

_VOID = frozenset({"br", "hr", "input", "meta"})
_WEB = ("https://", "http://")


class Html(str):
    """Markup in which everything that came from a record is escaped."""

    __slots__ = ()


def escaped(content: object) -> Html:
    """Return a text as markup: escaped, on one line, with characters that steer written out; markup stays as it is."""
    return content if isinstance(content, Html) else Html(html.escape(visible(str(content))))


def element(name: str, *content: object, **attributes: object) -> Html:
    """Return an element. `class_` is written `class`, `data_table` is written `data-table`; None leaves one out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(escaped(part) for part in content)
    return Html(f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{inside}</{name}>")


def joined(parts: Iterable[object], between: object = "") -> Html:
    """Return parts one after the other."""
    return Html(escaped(between).join(escaped(part) for part in parts))


def lines(parts: Iterable[object]) -> Html:
    """Return parts on lines of their own, so that the page's source can be read and compared."""
    return Html("\n".join(escaped(part) for part in parts))


def link(address: str, words: object, **attributes: object) -> Html:
    """Return a link within the site."""
    return element("a", words, href=address, **attributes)


def web_link(address: str, words: object = "") -> Html:
    """Return a link to the web; an address of any other form is shown and leads nowhere."""
    if not address.startswith(_WEB):
        return escaped(words or address)
    return element("a", words or address, href=address, rel="external noreferrer")


def bullets(items: Iterable[object], **attributes: object) -> Html:
    """Return a list."""
    return element("ul", *(element("li", item) for item in items), **attributes)


def pairs(items: Iterable[tuple[object, object]]) -> Html:
    """Return labels with what belongs to them."""
    parts = (element("dt", label) + element("dd", value) for label, value in items)
    return element("dl", *(Html(part) for part in parts), class_="fields")


def table(head: Sequence[object], rows: Iterable[Sequence[object]], *, caption: object, class_: str = "data") -> Html:
    """Return a table; the first cell of each row is its header."""
    titles = element("tr", *(element("th", title, scope="col") for title in head))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])) for row in rows
    ]
    inside = lines([element("caption", caption), element("thead", titles), element("tbody", lines(body))])
    whole = element("table", inside, class_=class_)
    # A table that is wider than the screen scrolls by itself, by keyboard too.
    return element("div", whole, class_="scroll", tabindex="0", role="region", aria_label=caption)


def days(first: object, last: object = "") -> Html:
    """Return a date, or two with `to` between them, that no line break divides."""
    return joined((element("span", day, class_="day") for day in (first, last) if day), " to ")


def preformatted(text: str, **attributes: object) -> Html:
    """Return text with its line breaks, on one line of source: a blank line would end a block of HTML in Markdown."""
    shown = "&#10;".join(html.escape(visible(line)) for line in text.rstrip("\n").split("\n"))
    return element("pre", element("code", Html(shown)), **attributes)
