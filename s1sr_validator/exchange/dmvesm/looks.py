"""How a cell looks, out of a workbook's styles: struck out, coloured, underlined, filled, in a font of symbols."""

from typing import Any

import msgspec

from s1sr_validator.exchange.dmvesm.cells import Look

_BLACK_INDEXES = {0, 8, 64}
_WHITE_INDEXES = {1, 9, 64, 65}
_TICKS_BY_FONT = {"wingdings": {"ü": "✓", "û": "✗", "þ": "☑", "ý": "☒"}, "wingdings 2": {"P": "✓", "O": "✗"}}


class Style(msgspec.Struct, frozen=True):
    """The style of a whole cell: its look, whether it is struck out, its font's name and its number format."""

    look: Look
    struck: bool
    font: str
    number_format: str


def style_of(book: Any, style_id: int) -> Style:  # noqa: ANN401 - openpyxl's own tables of styles, which no stub has
    """Return the style that a cell names by its place in the workbook's table."""
    entry = book._cell_styles[style_id]  # noqa: SLF001 - the one place where the parser's style numbers are kept
    font, fill = book._fonts[entry.fontId], book._fills[entry.fillId]  # noqa: SLF001 - as above
    filled = fill_colour(fill)
    look = Look(colour=font_colour(font.color), underlined=is_underlined(font.u), fill=filled)
    return Style(look, bool(font.strike), str(font.name or ""), _number_format(book, entry.numFmtId))


def font_colour(colour: Any) -> str:  # noqa: ANN401 - openpyxl's Color or None
    """Return a font's colour in words; empty for black and for what a sheet has by default."""
    return _colour(colour, plain_rgb="000000", plain_theme=1, plain_indexes=_BLACK_INDEXES)


def fill_colour(fill: Any) -> str:  # noqa: ANN401 - openpyxl's PatternFill or GradientFill
    """Return a fill's colour in words; empty where there is none, and for white."""
    kind = getattr(fill, "fill_type", None)
    if kind is None:
        return ""
    if kind != "solid":
        return str(kind)
    return _colour(fill.fgColor, plain_rgb="FFFFFF", plain_theme=0, plain_indexes=_WHITE_INDEXES)


def is_underlined(underline: str | None) -> bool:
    """Say whether a font's underline is one."""
    return underline not in {None, "none"}


def symbol(text: str, font: str) -> str:
    """Return the tick or cross that a letter shows in a font of symbols; any other text as it is."""
    return _TICKS_BY_FONT.get(font.casefold(), {}).get(text, text)


def _colour(colour: Any, *, plain_rgb: str, plain_theme: int, plain_indexes: set[int]) -> str:  # noqa: ANN401 - as above
    if colour is None or colour.type == "auto":
        return ""
    if colour.type == "theme":
        is_plain = colour.theme == plain_theme and not colour.tint
        return "" if is_plain else f"theme {colour.theme}"
    if colour.type == "indexed":
        return "" if colour.indexed in plain_indexes else f"index {colour.indexed}"
    rgb = str(colour.rgb)[-6:].upper()
    return "" if rgb == plain_rgb else f"#{rgb}"


def _number_format(book: Any, number: int) -> str:  # noqa: ANN401 - as above
    from openpyxl.styles.numbers import (  # noqa: PLC0415 - needed for a cell with a number alone
        BUILTIN_FORMATS,
        BUILTIN_FORMATS_MAX_SIZE,
    )

    if number < BUILTIN_FORMATS_MAX_SIZE:
        return BUILTIN_FORMATS.get(number, "General")
    return str(book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])  # noqa: SLF001 - as above
