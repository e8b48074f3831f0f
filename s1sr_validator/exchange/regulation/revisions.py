"""The text of a DOCX paragraph on either side of its tracked changes."""

from collections.abc import Iterator
from enum import StrEnum

from lxml import etree

from s1sr_validator.exchange.regulation.package import word


class Side(StrEnum):
    """With every tracked change refused, or with every one accepted."""

    BEFORE = "before"
    AFTER = "after"


_INSERTED = (word("ins"), word("moveTo"))
_DELETED = (word("del"), word("moveFrom"))
_ABSENT = {Side.BEFORE: _INSERTED, Side.AFTER: _DELETED}
_TRACKED = (*_INSERTED, *_DELETED, word("pPrChange"))
_BLANKS = (word("tab"), word("br"), word("cr"), word("ptab"))
_SKIPPED = (
    word("pPr"),
    word("rPr"),
    word("instrText"),
    word("delInstrText"),
    word("drawing"),
    word("pict"),
    word("object"),
    word("txbxContent"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)


def tracks_changes(body: etree._Element) -> bool:
    """Say whether a body holds tracked changes."""
    return next(body.iter(*_TRACKED), None) is not None


def is_absent(element: etree._Element, side: Side) -> bool:
    """Say whether an element is a change that one side does not have."""
    return element.tag in _ABSENT[side]


def text_of(paragraph: etree._Element, side: Side) -> str:
    """Return the text of a paragraph on one side; fields show their result, hidden text is left out."""
    return "".join(_pieces(paragraph, side))


def _pieces(element: etree._Element, side: Side) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or is_absent(child, side) or _is_hidden(child):
            continue
        if child.tag == word("t") or (child.tag == word("delText") and side is Side.BEFORE):
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield " "
        elif child.tag == word("noBreakHyphen"):
            yield "-"
        else:
            yield from _pieces(child, side)


def _is_hidden(run: etree._Element) -> bool:
    found = run.find(f"{word('rPr')}/{word('vanish')}") if run.tag == word("r") else None
    return found is not None and found.get(word("val"), "1") not in {"0", "false"}


def mark_is_absent(paragraph: etree._Element, side: Side) -> bool:
    """Say whether a paragraph's end was inserted or deleted, so that on this side it runs into the next one."""
    marks = paragraph.find(f"{word('pPr')}/{word('rPr')}")
    return marks is not None and any(child.tag in _ABSENT[side] for child in marks)


def row_is_absent(row: etree._Element, side: Side) -> bool:
    """Say whether a row of a table was inserted or deleted, so that this side does not have it."""
    properties = row.find(word("trPr"))
    return properties is not None and any(child.tag in _ABSENT[side] for child in properties)


def properties_of(paragraph: etree._Element, side: Side) -> etree._Element | None:
    """Return a paragraph's properties as they are on a side."""
    properties = paragraph.find(word("pPr"))
    if properties is None or side is Side.AFTER:
        return properties
    earlier = properties.find(f"{word('pPrChange')}/{word('pPr')}")
    return properties if earlier is None else earlier
