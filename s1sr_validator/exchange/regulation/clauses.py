"""Blocks of a document to its clauses: numbers are put together from what stands at the beginning of each block."""

from collections.abc import Iterable

import msgspec

from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.digest import text_digest
from s1sr_validator.exchange.regulation.items import Items
from s1sr_validator.exchange.regulation.markers import Marker, breaks_off, is_heading, is_unfinished, marker_of
from s1sr_validator.exchange.regulation.numbers import ClauseNumber, follows, parse_number
from s1sr_validator.exchange.regulation.paper import Block, Paper
from s1sr_validator.model.finding import Finding, Location, in_order


class ReadClause(msgspec.Struct, frozen=True, kw_only=True):
    """A clause as it was read: its own text without that of the clauses below it, and where it stands."""

    number: ClauseNumber
    heading: str
    text: str
    place: str
    line: int
    page: int = 0

    @property
    def whole(self) -> str:
        """Return heading and text together, which is what the digest is of."""
        return f"{self.heading} {self.text}".strip()

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the normal form of heading and text."""
        return text_digest(self.whole)


class ClauseTree(msgspec.Struct, frozen=True):
    """The clauses of a document in its order, each number once, and what was doubtful."""

    clauses: tuple[ReadClause, ...]
    findings: tuple[Finding, ...] = ()


def clause_tree(paper: Paper, blocks: Iterable[Block]) -> ClauseTree:
    """Return the clauses that blocks of a paper form."""
    builder = _Builder(paper)
    for block in blocks:
        if not block.is_footnote:
            builder.take(block)
    return builder.tree()


class _Builder:
    """Takes block after block and knows which clause it is in."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._open: list[ReadClause] = []
        self._findings: list[Finding] = []
        self._items = Items()
        self._dotted: ClauseNumber | None = None
        self._texts: list[list[str]] = []
        self._outside = 0

    def take(self, block: Block) -> None:
        if block.cells:
            self._add(" | ".join(block.cells), block)
            return
        if block.label:
            self._take_automatic(block)
            return
        marker = marker_of(block.text)
        if marker is None:
            self._add(block.text, block)
        elif marker.number is not None:
            self._take_number(marker.number, marker.rest, block)
        else:
            self._take_item(marker, block)

    def _take_automatic(self, block: Block) -> None:
        number = parse_number(block.label)
        if number is not None and not (len(number.dotted) == 1 and self._items.is_inside(block.level)):
            self._begin(number, block.text, block)
            return
        item = block.label.strip("().[] \t")
        if item.isalnum() and self._dotted is not None:
            self._begin(self._items.at_level(item, block.level), block.text, block)
            return
        message = f"{block.label!r} is no clause number; its text is taken as text of the clause above"
        self._findings.append(rules.OUTSIDE.finding(message, self._location(block)))
        self._add(block.shown, block)

    def _take_number(self, number: ClauseNumber, rest: str, block: Block) -> None:
        if not follows(number, self._dotted) and not self._is_item_of_open(number):
            if self._texts and breaks_off(self._last_text(), rest):
                self._reopen(block)
                return
            message = f"clause {number} comes after {self._dotted}"
            tip = "look at the document; a clause between them was not recognised, or this is no clause"
            self._findings.append(rules.OUT_OF_ORDER.finding(message, self._location(block), tip=tip))
        self._begin(number, rest, block)

    def _is_item_of_open(self, number: ClauseNumber) -> bool:
        return bool(number.items) and self._dotted is not None and number.dotted == self._dotted.dotted

    def _take_item(self, marker: Marker, block: Block) -> None:
        number = self._items.next(marker.item) if self._dotted is not None else None
        if number is None and self._dotted is not None and marker.is_bracketed and not is_unfinished(self._last_text()):
            number = self._items.jump(marker.item)
            if number is not None:
                message = f"item {number} does not follow from the one before it"
                self._findings.append(rules.OUT_OF_ORDER.finding(message, self._location(block)))
        if number is None:
            self._add(block.text, block)
        else:
            self._begin(number, marker.rest, block)

    def _begin(self, number: ClauseNumber, rest: str, block: Block) -> None:
        if not number.items or self._dotted is None or number.dotted != self._dotted.dotted:
            self._dotted = ClauseNumber(number.dotted)
        self._items.stand_at(number, block.level)
        heading = rest if not number.items and (block.is_heading or is_heading(rest)) else ""
        self._texts.append([] if heading else [rest])
        self._open.append(
            ReadClause(
                number=number,
                heading=heading,
                text="",
                place=self._paper.place_of(block),
                line=block.line,
                page=block.page,
            )
        )

    def _last_text(self) -> str:
        return self._texts[-1][-1] if self._texts[-1] else self._open[-1].heading

    def _reopen(self, block: Block) -> None:
        """Add a line that only begins like a clause to the sentence that it was broken from."""
        if not self._texts[-1]:
            self._texts[-1].append(self._open[-1].heading)
            self._open[-1] = msgspec.structs.replace(self._open[-1], heading="")
        self._texts[-1][-1] += f" {block.text}"

    def _add(self, text: str, block: Block) -> None:
        if self._texts:
            self._texts[-1].append(text)
            return
        self._outside += 1
        if self._outside == 1:
            message = "text before the first clause is not part of the register"
            self._findings.append(rules.OUTSIDE.finding(message, self._location(block)))

    def _location(self, block: Block) -> Location:
        is_text = self._paper.counted == "line" and not block.page
        place = "" if is_text else self._paper.place_of(block)
        return Location(file=self._paper.name, line=block.line if is_text else 0, path=place)

    def tree(self) -> ClauseTree:
        """Return what was found; of two clauses with one number the first."""
        found: dict[ClauseNumber, ReadClause] = {}
        for clause, texts in zip(self._open, self._texts, strict=True):
            whole = msgspec.structs.replace(clause, text="\n".join(text for text in texts if text))
            if clause.number in found:
                message = f"clause {clause.number} stands at {found[clause.number].place} already"
                place = Location(file=self._paper.name, path=clause.place)
                self._findings.append(rules.TWICE.finding(message, place))
            else:
                found[clause.number] = whole
        return ClauseTree(tuple(found.values()), in_order(self._findings))
