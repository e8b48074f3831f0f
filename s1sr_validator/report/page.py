"""Lines of text for a terminal: wrapped to a width, in colour only when asked."""

import textwrap
from collections.abc import Iterable
from enum import Enum

from s1sr_validator.report.visible_text import visible

MIN_WIDTH = 40


class Ink(Enum):
    """What a piece of text is, for a terminal that shows colour (ANSI SGR codes)."""

    PLAIN = ""
    STRONG = "1"
    QUIET = "2"
    GOOD = "32"
    WARN = "33"
    BAD = "31"
    LINK = "36"


class Page:
    """Collects lines; every one fits the width, unless a single word does not, and no text steers the terminal."""

    def __init__(self, *, width: int = 80, colour: bool = False) -> None:
        """Take the width in columns and whether to colour."""
        self.width = max(width, MIN_WIDTH)
        self._colour = colour
        self._lines: list[str] = []

    def line(self, text: str = "", *, ink: Ink = Ink.PLAIN, indent: int = 0) -> None:
        """Add a paragraph, wrapped."""
        pad = " " * indent
        wrapped = textwrap.wrap(
            visible(text),
            self.width,
            initial_indent=pad,
            subsequent_indent=pad,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
        self._lines += [self.inked(part, ink) for part in wrapped]

    def field(self, label: str, text: str, *, ink: Ink = Ink.PLAIN, indent: int = 2, column: int = 13) -> None:
        """Add a label with its text beside it, or from the next line on where the label is too long."""
        wrapped = textwrap.wrap(visible(text), self.width - column, break_long_words=False, break_on_hyphens=False) or [
            ""
        ]
        head = " " * indent + visible(label)
        if len(head) >= column:
            self._lines.append(self.inked(head, Ink.QUIET))
            head = ""
        for number, part in enumerate(wrapped):
            lead = self.inked(head.ljust(column), Ink.QUIET) if number == 0 else " " * column
            self._lines.append(f"{lead}{self.inked(part, ink)}".rstrip())

    def fields(self, label: str, texts: Iterable[str]) -> None:
        """Add several texts under one label."""
        for number, text in enumerate(texts):
            self.field("" if number else label, text)

    def inked(self, text: str, ink: Ink) -> str:
        """Return the text in its ink, when the page has colour."""
        return f"\x1b[{ink.value}m{text}\x1b[0m" if self._colour and ink.value and text.strip() else text

    def raw(self, text: str) -> None:
        """Add a line as it is, without wrapping."""
        self._lines.append(text)

    def __str__(self) -> str:
        return "\n".join(self._lines) + "\n"
