"""A message in JSON as text: its name, and what turns a place in it into line and column."""

from functools import cached_property

from s1sr_validator.messages.positions import NOWHERE
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.rule import Rule

_BLOCK = 4096


class JsonSource:
    """The text of a message, and what to call it."""

    def __init__(self, text: str, name: str) -> None:
        """Keep both."""
        self.text = text
        self.name = name

    @cached_property
    def _before_blocks(self) -> list[tuple[int, int]]:
        """For every block of characters: the line ends before it, and where the last of them stands."""
        before, ends, last = [], 0, -1
        for start in range(0, len(self.text) + 1, _BLOCK):
            before.append((ends, last))
            ends += self.text.count("\n", start, start + _BLOCK)
            last = max(last, self.text.rfind("\n", start, start + _BLOCK))
        return before

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return line and column of the n-th character, both from 1."""
        ends, last = self._before_blocks[offset // _BLOCK]
        start = offset // _BLOCK * _BLOCK
        last = max(last, self.text.rfind("\n", start, offset))
        return ends + self.text.count("\n", start, offset) + 1, offset - last

    def problem(self, rule: Rule, message: str, offset: int, tip: str = "") -> InputError:
        """Return the error of a rule that is broken at the n-th character."""
        line, column = self.line_and_column(offset)
        return InputError(rule.finding(message, Location(file=self.name, line=line, column=column), tip=tip))


class JsonPositions:
    """Where the elements that were made from JSON stand in its text: at their keys, or for items of a list, there."""

    def __init__(self, source: JsonSource, offsets: list[int]) -> None:
        """Keep the places of the elements, in the order of the document."""
        self._source = source
        self._offsets = offsets

    def of(self, node: int) -> tuple[int, int]:
        """Return line and column of the n-th element."""
        return self._source.line_and_column(self._offsets[node]) if node < len(self._offsets) else NOWHERE
