"""Places in a source as people write them, and which of a source's parts a citation's place names.

`paragraphs 28 and 29`, `section 3.1.1 heading and paragraph 28` and `paragraphs 1 to 5, 7` name numbered paragraphs.
Any other part is named by its own words (`Appendix One, row 2`, `slide Process Amendments`).
"""

import re

_LONGEST_RANGE = 1000  # a slip such as `paragraphs 1 to 10000000000` must not fill the memory
_PARAGRAPHS = re.compile(r"paragraphs?\s+((?:\d+[a-z]?)(?:\s*(?:,|and|to|-)\s*(?:and\s+)?\d+[a-z]?)*)", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,9})[a-z]?\s*(?:to|-)\s*(\d{1,9})[a-z]?")
_NUMBER = re.compile(r"\d{1,9}")


def expand(place: str) -> tuple[str, ...]:
    """Return the parts that a place names: each numbered paragraph as `paragraph N`, else the place itself."""
    numbers: set[int] = set()
    for found in _PARAGRAPHS.finditer(place):
        for first, last in _RANGE.findall(found[1]):
            numbers |= set(range(int(first), min(int(last), int(first) + _LONGEST_RANGE) + 1))
        numbers |= {int(number) for number in _NUMBER.findall(found[1])}
    return tuple(f"paragraph {number}" for number in sorted(numbers)) or (place,)


def names_part(place: str, part: str) -> bool:
    """Say whether a citation's place names a part of its source."""
    if part in expand(place):
        return True
    return re.search(rf"(?<!\w){re.escape(part.casefold())}(?!\w)", place.casefold()) is not None
