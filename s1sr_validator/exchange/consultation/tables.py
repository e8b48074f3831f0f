"""The tables of a consultation paper, whole again where the end of a page has cut one in two."""

from collections.abc import Iterable, Sequence

from s1sr_validator.exchange.consultation.outline import Part
from s1sr_validator.exchange.consultation.questions import is_question
from s1sr_validator.model.consultation_paper import PaperRow, PaperTable

_CAPTION = "table "


def tables_of(parts: Sequence[Part]) -> tuple[PaperTable, ...]:
    """Return the tables in order; a piece that follows a piece with nothing between them is the same table."""
    pieces: list[list[Part]] = []
    for place, part in enumerate(parts):
        if not part.block.cells:
            continue
        goes_on = place > 0 and pieces and parts[place - 1] is pieces[-1][-1] and _fits(pieces[-1], part)
        if goes_on:
            pieces[-1].append(part)
        else:
            pieces.append([part])
    return tuple(_table(rows, _caption(rows[-1], parts)) for rows in pieces if not all(map(is_question, rows)))


def _fits(rows: Sequence[Part], part: Part) -> bool:
    return part.block.table == rows[-1].block.table or len(part.block.cells) == len(rows[0].block.cells)


def _table(rows: Sequence[Part], caption: str) -> PaperTable:
    columns = rows[0].block.cells
    filled = (_filled(row.block.cells, len(columns)) for row in rows[1:])
    return PaperTable(
        section=rows[0].section,
        caption=caption,
        columns=columns,
        rows=tuple(PaperRow(cells=cells) for cells in filled),
        place=rows[0].place,
    )


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _caption(last: Part, parts: Sequence[Part]) -> str:
    after: Iterable[Part] = parts[parts.index(last) + 1 : parts.index(last) + 2]
    return next((part.text for part in after if part.text.lower().startswith(_CAPTION)), "")
