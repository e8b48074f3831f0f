"""The ids of messages (`EUI:EUI:counter`) and of Devices and users (EUI-64), read from text."""

import re

import msgspec

COUNTER_END = 2**64
"""The first number that a counter cannot hold."""

_EUI = "[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}"
_COUNTER = "0|[1-9][0-9]{0,19}"
_MESSAGE_ID = re.compile(rf"({_EUI}):({_EUI}):({_COUNTER})")


class MessageId(msgspec.Struct, frozen=True):
    """A RequestID or ResponseID: who sent the message, to whom, and the sender's count.

    The EUI-64 are in upper case: DUIS takes either case, so two spellings may mean one id.
    """

    originator: str
    target: str
    counter: int


def read_message_id(text: str) -> MessageId | None:
    """Return the parts of an id, or None where the text is not EUI:EUI:counter with a counter of 64 bits."""
    shape = _MESSAGE_ID.fullmatch(text)
    if shape is None or int(shape[3]) >= COUNTER_END:
        return None
    return MessageId(shape[1].upper(), shape[2].upper(), int(shape[3]))


def is_eui(text: str) -> bool:
    """Say whether a text is an EUI-64: eight groups of two hex digits, joined by hyphens."""
    return re.fullmatch(_EUI, text) is not None
