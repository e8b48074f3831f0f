"""A DOCX file to blocks, with its automatic numbers, on both sides of its tracked changes."""

from collections.abc import Iterator

from lxml import etree

from s1sr_validator.exchange.archive_bounds import refusal
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.lists import Counters, Lists, NumberedAt
from s1sr_validator.exchange.regulation.package import WordPackage, word
from s1sr_validator.exchange.regulation.paper import Block, Paper
from s1sr_validator.exchange.regulation.revisions import (
    Side,
    is_absent,
    mark_is_absent,
    properties_of,
    row_is_absent,
    text_of,
    tracks_changes,
)
from s1sr_validator.exchange.regulation.styles import Styles
from s1sr_validator.model.finding import Finding, Location, in_order

MAX_BLOCKS = 100_000
_DEEPEST = 200
_CONTAINERS = frozenset(word(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "del"))
_UNREAD = {
    "footnotes.xml": ("footnotes", word("footnote")),
    "endnotes.xml": ("endnotes", word("endnote")),
    "comments.xml": ("comments", word("comment")),
}


def read_docx(data: bytes, name: str, sha256: str) -> Paper:
    """Read a DOCX document.

    Raises:
        InputError: it is none, is damaged, or breaks a bound.
    """
    package = WordPackage.opened(data, name)
    body = package.body()
    lists, styles = Lists(package.beside("numbering.xml")), Styles(package.beside("styles.xml"))
    after = _Walk(name, lists, styles, Side.AFTER)
    blocks = after.blocks(body)
    before = _Walk(name, lists, styles, Side.BEFORE).blocks(body) if tracks_changes(body) else ()
    findings = in_order([*after.findings, *_unread(package, body, name)])
    return Paper(
        name=name, sha256=sha256, format="docx", blocks=blocks, before=before, findings=findings, counted="paragraph"
    )


class _Walk:
    """Goes through a body once, on one side of its changes."""

    def __init__(self, name: str, lists: Lists, styles: Styles, side: Side) -> None:
        self.findings: list[Finding] = []
        self._name = name
        self._styles = styles
        self._lists = lists
        self._counters = Counters(lists)
        self._side = side
        self._line = 0
        self._table = 0
        self._carried = ""

    def blocks(self, body: etree._Element) -> tuple[Block, ...]:
        found = []
        for block in self._blocks(body, 0):
            found.append(block)
            if len(found) > MAX_BLOCKS:
                message = f"{self._name} has more than {MAX_BLOCKS:,} paragraphs and rows, the most that is read"
                raise refusal(rules.OUT_OF_BOUNDS, message, self._name)
        return tuple(found)

    def _blocks(self, holder: etree._Element, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise refusal(rules.OUT_OF_BOUNDS, f"{self._name} is nested deeper than {_DEEPEST} levels", self._name)
        for child in holder:
            if child.tag == word("p"):
                yield from self._paragraph(child)
            elif child.tag == word("tbl"):
                self._table += 1
                yield from self._rows(child, self._table)
            elif child.tag in _CONTAINERS and not is_absent(child, self._side):
                yield from self._blocks(child, depth + 1)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        self._line += 1
        text = self._carried + text_of(paragraph, self._side)
        if mark_is_absent(paragraph, self._side):
            self._carried = text
            return
        self._carried = ""
        properties = properties_of(paragraph, self._side)
        style = self._styles.of(properties)
        text = " ".join(text.split())
        if style.is_contents or (not text and not style.is_heading):
            return
        at = style.numbered_at(properties)
        label = self._label(at, text) if at is not None else ""
        if text or label:
            yield Block(
                text=text,
                line=self._line,
                label=label,
                level=at.level if at is not None and label else -1,
                is_heading=style.is_heading,
            )

    def _label(self, at: NumberedAt, text: str) -> str:
        label = self._counters.next_label(at)
        if label is None:
            message = f"the automatic number of {text[:40]!r} is not read"
            place = Location(file=self._name, path=f"paragraph {self._line}")
            self.findings.append(rules.NOT_NUMBERED.finding(message, place))
        return label or ""

    def _rows(self, table: etree._Element, number: int) -> Iterator[Block]:
        for row in table.iter(word("tr")):
            if row.getparent() is not table and _table_of(row) is not table:
                continue
            self._line += 1
            if row_is_absent(row, self._side):
                continue
            cells = tuple(self._cell(cell) for cell in row.iter(word("tc")) if _row_of(cell) is row)
            if any(cells):
                yield Block(text="\t".join(cells), line=self._line, cells=cells, table=number)

    def _cell(self, cell: etree._Element) -> str:
        texts = (text_of(paragraph, self._side) for paragraph in cell.iter(word("p")))
        return " ".join(" ".join(texts).split())


def _table_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(word("tbl")), None)


def _row_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(word("tr")), None)


def _unread(package: WordPackage, body: etree._Element, name: str) -> Iterator[Finding]:
    counts = {}
    for part, (what, tag) in _UNREAD.items():
        root = package.beside(part)
        notes = (
            [] if root is None else [each for each in root.iter(tag) if each.get(word("type"), "normal") == "normal"]
        )
        counts[what] = len(notes)
    counts["text boxes"] = sum(1 for _ in body.iter(word("txbxContent")))
    counts["pictures"] = sum(1 for _ in body.iter(word("drawing"), word("pict")))
    found = {what: count for what, count in counts.items() if count}
    if found:
        listed = ", ".join(f"{count} {what}" for what, count in found.items())
        yield rules.NOT_READ.finding(f"{name} has {listed}, which are not read", Location(file=name))
