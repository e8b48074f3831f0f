"""Lines of a text to blocks: broken lines are joined, tables are kept as rows, a table of contents is left out."""

import re
from collections.abc import Iterable

import msgspec

from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.hyphens import Hyphens
from s1sr_validator.exchange.regulation.markers import is_unfinished, marker_of
from s1sr_validator.exchange.regulation.paper import Block
from s1sr_validator.model.finding import Finding, Location

_CONTENTS = re.compile(r"(table of )?contents", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"(\t|\.{3}|\s)\.?\s*\d{1,3}$")
_LINE_END = 40
_LONGEST_BLOCK = 20_000  # nothing is joined to a block that is longer: each joining copies it
_RULE_ROW = re.compile(r"\|[\s:|-]+\|?")
_BULLET = re.compile(r"\s*[-*•]\s+")
_FOOTNOTE = re.compile(r"(<sup>\d+</sup>|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s")
_MARKUP = re.compile(r"</?(?:u|sup|b|i|br)\s*/?>|<sup>\d+</sup>|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\*\*")
_NOTE_MARK = re.compile(r"<sup>\d+</sup>")
_ESCAPED = re.compile(r"\\([_*#\[\]])")


class Line(msgspec.Struct, frozen=True):
    """A line as the file has it: its text, its number, its page (0 where the format has none)."""

    text: str
    number: int
    page: int = 0


def blocks_of(lines: Iterable[Line], name: str) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Return the blocks that lines form, and what was doubtful in joining them."""
    every = list(lines)
    reader = _Reader(name, Hyphens(line.text for line in every))
    for line in every:
        reader.take(line)
    return tuple(reader.blocks), tuple(reader.findings)


class _Reader:
    """Takes line after line and knows what the one before was."""

    def __init__(self, name: str, hyphens: Hyphens) -> None:
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self._name = name
        self._hyphens = hyphens
        self._in_contents = False
        self._table = 0
        self._in_table = False
        self._last_raw = ""
        self._blank_lines = 0

    def take(self, line: Line) -> None:
        if not line.text.strip():
            self._blank_lines += 1
            return
        if not self._is_of_contents(line):
            self._take_text(line)
        self._last_raw, self._blank_lines = line.text, 0

    def _is_of_contents(self, line: Line) -> bool:
        if _CONTENTS.fullmatch(_plain(line.text)):
            self._in_contents = True
        elif self._in_contents:
            is_row = "\t" in line.text or line.text.lstrip().startswith("|")
            self._in_contents = is_row or bool(_CONTENTS_LINE.search(line.text.rstrip()[-_LINE_END:]))
        return self._in_contents

    def _take_text(self, line: Line) -> None:
        cells = _cells(line.text)
        if cells is not None:
            self._take_row(cells, line)
            return
        self._in_table = False
        text = _plain(line.text.replace("\t", " "))
        if not text:
            return
        is_note, is_heading = bool(_FOOTNOTE.match(line.text.lstrip())), line.text.lstrip().startswith("#")
        if self.blocks and not is_note and not is_heading and self._continues(line, text):
            self._join(text, line)
            return
        block = Block(text=text, line=line.number, page=line.page, is_heading=is_heading, is_footnote=is_note)
        self.blocks.append(block)

    def _take_row(self, cells: tuple[str, ...], line: Line) -> None:
        if not any(cells):
            return
        if not self._in_table:
            self._table += 1
        self._in_table = True
        text = "\t".join(cells)
        self.blocks.append(Block(text=text, line=line.number, page=line.page, cells=cells, table=self._table))

    def _continues(self, line: Line, text: str) -> bool:
        before = self.blocks[-1]
        if (
            before.cells
            or before.is_heading
            or len(before.text) > _LONGEST_BLOCK
            or _BULLET.match(line.text)
            or marker_of(text)
        ):
            return False
        unfinished = is_unfinished(before.text)
        if self._blank_lines == 0:
            return unfinished or not text[0].isupper()
        return unfinished and (text[0].islower() or (self._blank_lines == 1 and self._last_raw.endswith(" ")))

    def _join(self, text: str, line: Line) -> None:
        before = self.blocks[-1]
        joined, is_doubtful = self._hyphens.join(before.text, text)
        if is_doubtful:
            message = f"{before.text.split()[-1]!r} stands at the end of a line; the hyphen is kept"
            place = Location(
                file=self._name, line=0 if line.page else line.number, path=f"page {line.page}"[: line.page * 9]
            )
            self.findings.append(rules.HYPHEN.finding(message, place))
        self.blocks[-1] = msgspec.structs.replace(before, text=joined)


def _cells(text: str) -> tuple[str, ...] | None:
    """Return the cells of a row, in tabs or bars; None for a line that is none."""
    bare = text.strip()
    if bare.startswith("|") and bare.count("|") > 1:
        return () if _RULE_ROW.fullmatch(bare) else tuple(_plain(cell) for cell in bare.strip("|").split("|"))
    parts = [_plain(part) for part in bare.split("\t")]
    while parts and not parts[-1]:
        parts.pop()
    numbered_line = 2
    if len(parts) < numbered_line or (len(parts) == numbered_line and _is_marker(parts[0])):
        return None
    return tuple(parts)


def _is_marker(text: str) -> bool:
    found = marker_of(f"{text} X")
    return found is not None and found.rest == "X"


def _plain(text: str) -> str:
    """Return a line without the marks of Markdown and without the numbers that point to footnotes."""
    bare = text.strip().lstrip("#").strip() if text.lstrip().startswith("#") else text.strip()
    bare = _MARKUP.sub("", _NOTE_MARK.sub("", bare))
    return " ".join(_ESCAPED.sub(r"\1", bare).split())
