"""The forms in which a word processor writes the numbers of a list."""

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 9999


def _roman(value: int) -> str:
    text = ""
    for amount, letters in (*_ROMAN, *_SMALL_ROMAN):
        text += letters * (value // amount)
        value %= amount
    return text


def _letters(value: int) -> str:
    """Return a to z, then aa, bb and so on, as word processors do it."""
    repeats, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (repeats + 1) if value > 0 else ""


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "none": lambda _value: "",
}
"""How a number is written, by the name of the form in the file."""


def label_of(value: int, form: str) -> str:
    """Return a number in a form of `FORMS`; a number beyond any list is shown in digits."""
    return FORMS[form](value) if 0 <= value <= _LARGEST else str(value)
