"""An input: the bytes of a message and what to call it, or why it could not be read."""

import msgspec

from s1sr_validator.model.finding import Finding


class Message(msgspec.Struct, frozen=True):
    """Bytes that hold one message; `name` is the path, with the member's path after it for an archive."""

    name: str
    data: bytes


class Unread(msgspec.Struct, frozen=True):
    """An input that could not be opened or read, which travels beside those that could."""

    name: str
    finding: Finding
