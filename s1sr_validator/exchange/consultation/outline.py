"""A consultation paper's outline: which section each paragraph stands in, and the name by which people cite it."""

from collections.abc import Sequence

import msgspec

from s1sr_validator.exchange.regulation.markers import is_heading, marker_of
from s1sr_validator.exchange.regulation.paper import Block, Paper
from s1sr_validator.model.consultation_paper import PaperSection

TITLE_PAGE = "title page"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A block of a paper with its place as it is cited: a numbered paragraph, a heading, a row, or the title page."""

    block: Block
    text: str
    place: str
    section: str
    is_heading: bool = False
    paragraph: str = ""


class Outline(msgspec.Struct, frozen=True):
    """The parts of a paper in order, and its sections."""

    parts: tuple[Part, ...]
    sections: tuple[PaperSection, ...]


def outline_of(paper: Paper) -> Outline:
    """Return the outline of a paper.

    Sections have dotted numbers or a heading's form; paragraphs are counted through the whole paper, or not at all.
    """
    reader = _Reader(paper)
    for block in paper.blocks:
        if not block.is_footnote:
            reader.take(block)
    return Outline(tuple(reader.parts), tuple(reader.sections))


class _Reader:
    def __init__(self, paper: Paper) -> None:
        self.parts: list[Part] = []
        self.sections: list[PaperSection] = []
        self._paper = paper
        self._section = ""
        self._paragraph = 0
        self._has_title = False

    def take(self, block: Block) -> None:
        if block.cells:
            self._add(block, block.text, self._paper.place_of(block))
            return
        number, rest = _numbered(block)
        if number and self._is_section(block, number, rest):
            self._begin(block, number, rest)
        elif number.isdigit() and self._is_paragraph(int(number)):
            self._paragraph = int(number)
            self._add(block, rest, f"paragraph {number}", paragraph=number)
        elif not number and block.is_heading:
            self._begin(block, "", block.text)
        else:
            self._add(block, block.shown, self._place(block))

    def _is_section(self, block: Block, number: str, rest: str) -> bool:
        """Say whether a number is a section's: a heading's form, and no figure that the paragraphs have come to."""
        if not is_heading(rest) or not rest[0].isupper():
            return False
        if block.is_heading or "." in number:
            return True
        tops = [int(section.number) for section in self.sections if section.number.isdigit()]
        return int(number) == (tops[-1] + 1 if tops else 1) if number.isdigit() else False

    def _is_paragraph(self, number: int) -> bool:
        # A first paragraph can lack its number in a rendering, and one can be lost at a page's end.
        return self._paragraph < number <= self._paragraph + 3

    def _begin(self, block: Block, number: str, title: str) -> None:
        if not number and not self.sections and not self._has_title:
            self._has_title = True
            self._add(block, title, TITLE_PAGE, is_heading=True)
            return
        self._section = f"section {number}" if number else title
        place = self._paper.place_of(block)
        self.sections.append(PaperSection(number=number, title=title, place=place))
        self._add(block, title, f"{self._section} heading" if number else f"heading {title}", is_heading=True)

    def _place(self, block: Block) -> str:
        if paragraph := self._open_paragraph(block):
            return f"paragraph {paragraph}"
        if not self._section and not self._paragraph:
            return TITLE_PAGE
        return ", ".join(part for part in (self._section, self._paper.place_of(block)) if part)

    def _add(self, block: Block, text: str, place: str, *, is_heading: bool = False, paragraph: str = "") -> None:
        self.parts.append(
            Part(
                block=block,
                text=text,
                place=place,
                section=self._section,
                is_heading=is_heading,
                paragraph=paragraph or ("" if is_heading or block.cells else self._open_paragraph(block)),
            )
        )

    def _open_paragraph(self, block: Block) -> str:
        """Return the paragraph that an unnumbered block goes on with: its items, and text after a page's end."""
        last = self.parts[-1] if self.parts else None
        goes_on = last is not None and last.paragraph and not block.is_heading and not is_heading(block.text)
        return last.paragraph if last is not None and goes_on else ""


def _numbered(block: Block) -> tuple[str, str]:
    """Return the number of a block without items, and the text after it."""
    if block.label:
        return block.label.rstrip(".").strip(), block.text
    marker = marker_of(block.text)
    if marker is None or marker.number is None or marker.number.items:
        return "", block.text
    return str(marker.number), marker.rest


def parts_of_section(parts: Sequence[Part], section: str) -> list[Part]:
    """Return the parts that stand directly in a section, its heading first."""
    return [part for part in parts if part.section == section]
