"""What a rule about an answer sees: the answer, where its elements stand, and the catalogue."""

from collections.abc import Iterator

import msgspec

from s1sr_validator.checking.context import PositionOf
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.answer import Answer
from s1sr_validator.model.answer_content import AnswerField
from s1sr_validator.model.answer_oddity import Oddity, OddityKind
from s1sr_validator.model.code import CodeList
from s1sr_validator.model.finding import Location

MOST = 20
"""Places that one rule names one by one; a file of another kind has thousands."""


class AnswerContext(msgspec.Struct, frozen=True, kw_only=True):
    """An answer and what is known about it."""

    answer: Answer
    position_of: PositionOf
    lookup: Lookup

    def place(self, node: int, path: str) -> Location:
        """Return the place of an element, under a path of the answer's."""
        line, column = self.position_of(node)
        return Location(file=self.answer.name, line=line, column=column, path=path)

    def part(self, name: str, *, owner: str = "") -> Iterator[tuple[str, AnswerField]]:
        """Yield the parts with a local name (`@name` for an attribute), each with its path.

        Args:
            name: the last step of the path.
            owner: the step before it; left out, any.
        """
        end = f"{owner}.{name}" if owner else name
        for path, fields in self.answer.parts.items():
            if path == end or path.endswith(f".{end}"):
                yield from ((path, field) for field in fields)

    def oddities(self, kind: OddityKind) -> tuple[Oddity, ...]:
        """Return the first oddities of a kind, as many as are named one by one."""
        return tuple(oddity for oddity in self.answer.oddities if oddity.kind is kind)[:MOST]

    def known_codes(self, code_list: CodeList) -> tuple[str, ...]:
        """Return the codes of a list; none where the catalogue does not have the list."""
        return tuple(code.id for code in self.lookup.codes.values() if code.list is code_list)
