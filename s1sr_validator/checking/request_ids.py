"""The parts of a RequestID: originator, target and counter."""

import re

import msgspec

EUI = "[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}"
"""An EUI-64 as DUIS writes it, in hex digits of either case."""

_SHAPE = re.compile(rf"({EUI}):({EUI}):(0|[1-9][0-9]{{0,19}})")
_COUNTER_END = 2**64
COUNTER_MOST = _COUNTER_END - 1
"""The greatest counter that 64 bits hold."""


class RequestId(msgspec.Struct, frozen=True):
    """A RequestID; the EUI-64 are in upper case, so that two of them can be compared."""

    originator: str
    target: str
    counter: int

    @property
    def fits(self) -> bool:
        """Say whether the counter is one of 64 bits."""
        return self.counter < _COUNTER_END


def read_request_id(text: str) -> RequestId | None:
    """Return the parts of a RequestID, or None where the text has not its shape."""
    found = _SHAPE.fullmatch(text)
    return RequestId(found[1].upper(), found[2].upper(), int(found[3])) if found else None
