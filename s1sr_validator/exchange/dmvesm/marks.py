"""What a mark says: yes or no, with a footnote or without, and what a redline says of it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from s1sr_validator.exchange.dmvesm.cells import Cell, Look
from s1sr_validator.exchange.dmvesm.layout_file import MarkMeaning
from s1sr_validator.model.matrix_import import MarkChange

YES, NO = MarkMeaning.YES, MarkMeaning.NO
CROSS = "x"
_MEANINGS = dict.fromkeys(("y", "yes", "true", "✓", "✔", "☑", "√", "✅", "applies", "applicable"), YES) | dict.fromkeys(
    ("n", "no", "false", "n/a", "na", "n.a.", "not applicable", "-", "\u2013", "\u2014", "✗", "✘", "none", "☐"), NO
)
_VARIANT = "\ufe0e\ufe0f"  # ask for a symbol as text, or in colour
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKER = r"[*†‡§#]{1,3}|[0-9]{1,2}|[⁰¹²³⁴-⁹]{1,2}"
_WITH_MARKER = re.compile(rf"(?P<core>.+?)\s*(?:(?P<bare>{_MARKER})|[(\[](?P<inner>{_MARKER}|[a-z])[)\]])", re.DOTALL)
_FOOTNOTE = re.compile(
    rf"(?:(?:foot)?note\s*)?[(\[]?(?P<marker>{_MARKER}|(?<=[(\[])[a-z](?=[)\]]))[)\].:]*(?:\s*[=\u2013\u2014:-]\s*|\s+|(?<=[^0-9]))"
    r"(?P<text>[^\W\d_].{2,})",
    re.IGNORECASE | re.DOTALL,
)
_MINORITY = 0.5
_FEW = 3


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A mark that was understood: whether it now applies, what a redline says, by which rule, and its footnote."""

    meaning: MarkMeaning
    change: MarkChange = MarkChange.NONE
    because: str = ""
    footnote: str = ""


class Meanings:
    """What the marks of one sheet mean; decided once over all of them."""

    def __init__(
        self, cells: Iterable[Cell], given: Mapping[str, MarkMeaning], notes: Mapping[str, str], *, is_redline: bool
    ) -> None:
        """Take the cells among which marks are, what a layout file says of them, and the footnotes by marker."""
        held = list(cells)
        self._given = {plain_mark(text): meaning for text, meaning in given.items()}
        self._notes = notes
        self.is_redline = is_redline or any(cell.struck for cell in held)
        known = [text for cell in held for text in (cell.text, cell.struck) if self._core(text)[0] is YES]
        has_cross = any(plain_mark(text) == CROSS for cell in held for text in (cell.text, cell.struck))
        self.cross_is_yes = CROSS not in self._given and has_cross and not known
        self._looks = Counter(cell.look for cell in held if self._core(cell.text)[0] is YES)

    def read(self, cell: Cell, *, heading_struck: bool = False) -> Mark | str:
        """Return what a cell says, or in words why that is not known."""
        live, struck = (self._meaning(text) for text in (cell.text, cell.struck))
        for found in (live, struck):
            if isinstance(found, str):
                return found
        return self._mark(cell, live, struck, heading_struck=heading_struck)  # type: ignore[arg-type] # texts went above

    def is_mark(self, cell: Cell) -> bool:
        """Say whether a cell looks like a mark, understood or not."""
        words = plain_mark(cell.text or cell.struck)
        return words in {CROSS, *self._given} or self._core(words)[0] is not None

    def _mark(self, cell: Cell, live: "_Found", struck: "_Found", *, heading_struck: bool) -> Mark:
        note = live.footnote or struck.footnote
        if live.meaning is YES and heading_struck:
            return Mark(meaning=NO, change=MarkChange.REMOVED, because="its heading is struck out", footnote=note)
        if struck.meaning is YES and live.meaning is not YES:
            return Mark(meaning=NO, change=MarkChange.REMOVED, because="struck out", footnote=note)
        if live.meaning is not YES:
            return Mark(meaning=NO)
        if struck.meaning is NO:
            return Mark(meaning=YES, change=MarkChange.ADDED, because="stands beside a struck out no", footnote=note)
        because = self._added_look(cell.look)
        change = MarkChange.ADDED if because else MarkChange.NONE
        return Mark(meaning=YES, change=change, because=because, footnote=note)

    def _added_look(self, look: Look) -> str:
        """Say in words how a mark of a redline looks that others do not look like; empty where it does not."""
        total = sum(self._looks.values())
        is_rare = total < _FEW or self._looks[look] <= total * _MINORITY
        return f"{look}, unlike other marks of the redline" if self.is_redline and not look.is_plain and is_rare else ""

    def _meaning(self, text: str) -> "_Found | str":
        if not text:
            return _Found(None)
        if plain_mark(text) == CROSS and CROSS not in self._given:
            if self.cross_is_yes:
                return _Found(YES)
            return (
                "an X can mean yes or no, and the sheet has other marks for yes; say in a layout file: marks: {X: no}"
            )
        meaning, marker = self._core(text)
        if meaning is None:
            return "no mark that is known"
        if marker and marker not in self._notes:
            return f"no footnote {marker!r} is in the workbook"
        return _Found(meaning, self._notes.get(marker, "") if marker else "")

    def _core(self, text: str) -> tuple[MarkMeaning | None, str]:
        """Return the meaning of a mark and the marker of its footnote."""
        known = _MEANINGS | self._given
        if plain_mark(text) in known:
            return known[plain_mark(text)], ""
        found = _WITH_MARKER.fullmatch(text.strip())
        if found is None:
            return None, ""
        core = plain_mark(found["core"])
        meaning = YES if core == CROSS and CROSS not in known else known.get(core)
        return meaning, plain_marker(found["bare"] or found["inner"])


class _Found(msgspec.Struct, frozen=True):
    meaning: MarkMeaning | None
    footnote: str = ""


def plain_mark(text: str) -> str:
    """Return a mark without case, spaces and the variants of one symbol."""
    return " ".join(text.casefold().split()).translate(dict.fromkeys(map(ord, _VARIANT)))


def plain_marker(text: str) -> str:
    """Return a footnote's marker with plain digits."""
    return text.translate(_SUPERSCRIPTS).casefold()


def footnote_of(text: str) -> tuple[str, str] | None:
    """Return marker and words of a footnote, where a text is one."""
    found = _FOOTNOTE.fullmatch(text.strip())
    return (plain_marker(found["marker"]), " ".join(found["text"].split())) if found else None
