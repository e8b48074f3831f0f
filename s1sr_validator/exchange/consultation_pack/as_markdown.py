"""The pack as Markdown: CommonMark with tables, insertions and deletions as the HTML elements that it allows."""

import re

from s1sr_validator.exchange.consultation_pack.document import (
    Block,
    Bullets,
    Change,
    Grid,
    PackDocument,
    PackSection,
    Paragraph,
    Runs,
)
from s1sr_validator.report.as_markdown import escaped
from s1sr_validator.report.visible_text import visible

_BEGINS_BLOCK = re.compile(r"[-+=]|[0-9]{1,9}[.)](\s|$)")
_MARKS = {
    Change.KEPT: ("", ""),
    Change.INSERTED: ("<ins>", "</ins>"),
    Change.DELETED: ("<del>", "</del>"),
}


def to_pack_markdown(document: PackDocument) -> bytes:
    """Return the pack in UTF-8; nothing in a text of the catalogue is Markdown or HTML."""
    parts = [f"# {_plain(document.title)}", _plain(f"As of {document.day}.")]
    for section in document.sections:
        parts += _section(section)
    return ("\n\n".join(parts) + "\n").encode()


def _section(section: PackSection) -> list[str]:
    return [f"## {_plain(section.heading)}", *map(_block, section.blocks)]


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs=runs):
            return _runs(runs)
        case Bullets(items=items, is_numbered=is_numbered):
            heads = (f"{number}." if is_numbered else "-" for number in range(1, len(items) + 1))
            return "\n".join(f"{head} {_runs(item)}" for head, item in zip(heads, items, strict=True))
        case Grid():
            return _table(block)


def _table(table: Grid) -> str:
    head = [_row([_plain(name) for name in table.columns]), _row(["---"] * len(table.columns))]
    return "\n".join([f"**{_plain(table.caption)}**\n", *head, *(_row(list(map(_runs, row))) for row in table.rows)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _runs(runs: Runs) -> str:
    return "".join(f"{_MARKS[run.change][0]}{_plain(run.text)}{_MARKS[run.change][1]}" for run in runs if run.text)


def _plain(text: str) -> str:
    """Return a text that begins no list, heading or block of code either."""
    held = visible(text).strip()
    if _BEGINS_BLOCK.match(held):
        return f"&#{ord(held[0])};{escaped(held[1:])}"
    return escaped(held)
