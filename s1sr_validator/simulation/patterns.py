"""Texts that match a pattern, for the few signs that patterns of code lists and ids are made of."""

import random
import re

_PIECE = re.compile(
    r"(?P<set>\[(?P<inside>[^\]^\\]+)\]|\\d|[^\[\](){}|*+?.\\])(?P<times>\{(?P<least>[0-9]+)(,(?P<most>[0-9]*))?\})?"
)
_RANGE = re.compile(r"(.)-(.)|(.)", re.DOTALL)


def matching_text(pattern: str, chance: random.Random) -> str:
    """Return a text that the pattern matches as a whole.

    Raises:
        ValueError: the pattern has a sign that is not among those understood: letters, sets, and their number.
    """
    texts, place = [], 0
    while place < len(pattern):
        piece = _PIECE.match(pattern, place)
        if piece is None:
            raise ValueError(f"pattern {pattern!r} has a sign at {place + 1} that no text can be made up for")
        letters = _letters(piece)
        texts += [chance.choice(letters) for _ in range(int(piece["least"] or 1))]
        place = piece.end()
    return "".join(texts)


def _letters(piece: re.Match[str]) -> str:
    if piece["set"] == r"\d":
        return "0123456789"
    if not piece["inside"]:
        return piece["set"]
    found = []
    for first, last, alone in _RANGE.findall(piece["inside"]):
        found += [alone] if alone else [chr(code) for code in range(ord(first), ord(last) + 1)]
    return "".join(found)
