"""Words that are broken at the end of a line: the document itself says whether the hyphen belongs to the word."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BROKEN = re.compile(r"(?P<head>[A-Za-z]+)-$")
_LONGEST_WORD = 80  # a search through the whole text for each of its lines would take the square of it
_REST = re.compile(r"(?P<tail>[a-z]+)")


class Hyphens:
    """The words of a document, whole ones and those with hyphens."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the words of every line, but not the pieces of those that are broken."""
        self._words: set[str] = set()
        for line in lines:
            self._words.update(word.lower() for word in _WORD.findall(_BROKEN.sub("", line.rstrip())))

    def join(self, before: str, after: str) -> tuple[str, bool]:
        """Return two pieces of a text as one, and whether it is doubtful that a hyphen belongs there."""
        broken, rest = _BROKEN.search(before[-_LONGEST_WORD:]), _REST.match(after)
        if broken is None or rest is None:
            return f"{before}{'' if before.endswith('-') else ' '}{after}", False
        whole, hyphened = f"{broken['head']}{rest['tail']}".lower(), f"{broken['head']}-{rest['tail']}".lower()
        if whole in self._words and hyphened not in self._words:
            return f"{before[:-1]}{after}", False
        return f"{before}{after}", hyphened not in self._words
