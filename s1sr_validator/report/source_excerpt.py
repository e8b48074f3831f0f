"""A part of a line that fits a width, with the place of a column in it. DUIS is often one line of thousands."""

from typing import NamedTuple

from s1sr_validator.report.visible_text import columns_of, written_out

_TAB = "  "
_CUT = "..."


class Excerpt(NamedTuple):
    """What to show of a line, and how many columns of it stand before the place."""

    text: str
    before: int


class _Cell(NamedTuple):
    """A character as it is shown, and the columns that it takes."""

    text: str
    columns: int


def excerpt(line: str, column: int, width: int) -> Excerpt:
    """Return the part of a line around a column.

    Args:
        line: any text without line breaks; what it is indented by is left out.
        column: the character of interest, from 1; what lies beyond the end stands for the end.
        width: how many columns of a terminal there are.
    """
    indent = len(line) - len(line.lstrip())
    line = line[indent:]
    target = min(max(column - 1 - indent, 0), len(line))
    first, last = max(target - width, 0), min(target + width, len(line))
    cells = [_cell(character) for character in line[first:last]]
    if last - first == len(line) and _columns(cells) <= width:
        return Excerpt(_text(cells), _columns(cells[:target]))
    start, end = _window(cells, target - first, width - 2 * len(_CUT))
    left = _CUT if first + start > 0 else ""
    right = _CUT if first + end < len(line) else ""
    before = len(left) + _columns(cells[start : target - first])
    return Excerpt(f"{left}{_text(cells[start:end])}{right}", before)


def _window(cells: list[_Cell], target: int, room: int) -> tuple[int, int]:
    """Return the cells around the target that fit: at most half of the room goes to what stands before it."""
    start = _reach_back(cells, target, room // 2)
    end, free = target, room - _columns(cells[start:target])
    while end < len(cells) and cells[end].columns <= free:
        free -= cells[end].columns
        end += 1
    start = _reach_back(cells, start, free)
    while start < target and not cells[start].columns:
        start += 1
    return start, end


def _reach_back(cells: list[_Cell], start: int, room: int) -> int:
    while start > 0 and cells[start - 1].columns <= room:
        start -= 1
        room -= cells[start].columns
    return start


def _cell(character: str) -> _Cell:
    text = _TAB if character == "\t" else written_out(character)
    return _Cell(text, columns_of(text))


def _columns(cells: list[_Cell]) -> int:
    return sum(cell.columns for cell in cells)


def _text(cells: list[_Cell]) -> str:
    return "".join(cell.text for cell in cells)
