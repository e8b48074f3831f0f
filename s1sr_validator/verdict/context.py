"""What a rule about an exchange sees: request, answers with their pairing, what came back, and the state."""

from collections.abc import Callable, Mapping

import msgspec

from s1sr_validator.model.answer import Answer
from s1sr_validator.model.condition import Value
from s1sr_validator.model.device import Device
from s1sr_validator.model.finding import Location
from s1sr_validator.model.request import Request
from s1sr_validator.model.service import Service
from s1sr_validator.verdict.pairing import Belongs, Pairing
from s1sr_validator.verdict.seen import Seen

AnswerPosition = Callable[[str, int], tuple[int, int]]
"""Returns line and column of an element, by the name of the answer and the element's node."""


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """A request and its answers. `given` and `revealed` are state values by full fact name."""

    request: Request
    service: Service
    pairings: tuple[Pairing, ...]
    seen: Seen
    devices: tuple[Device, ...]
    given: Mapping[str, Value]
    revealed: Mapping[str, Value]
    position_of: AnswerPosition

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Return the answers that belong to the request, or may."""
        return tuple(pairing.answer for pairing in self.pairings if pairing.belongs is not Belongs.NO)

    def place(self, answer: Answer, path: str, node: int | None = None) -> Location:
        """Return a place in an answer: of an element by its node, else of the part at the path, else of the root."""
        parts = answer.parts.get(path, ())
        found = node if node is not None else parts[0].node if parts else 0
        line, column = self.position_of(answer.name, found)
        return Location(file=answer.name, line=line, column=column, path=path)
