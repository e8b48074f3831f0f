"""Messages as tests have them: bytes, a text, the path of a file, or an lxml element."""

from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from s1sr_validator.arguments import in_bytes
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.message import Message

MessageSource = bytes | str | Path | etree._Element | etree._ElementTree  # noqa: SLF001 - lxml has no public names for them
"""What a message can be given as; a text is the message itself, never a path."""

_BEGINNINGS = ("<", "{", "[")


def read_messages(request: MessageSource, responses: Sequence[MessageSource]) -> tuple[Message, ...]:
    """Return the request and what came back, in this order, each with a name of its own.

    Raises:
        UsageError: one of them is nothing that holds a message.
        OSError: a file cannot be read.
    """
    names = ["request", *(f"response {number}" for number in range(1, len(responses) + 1))]
    messages: list[Message] = []
    for name, source in zip(names, (request, *responses), strict=True):
        # A file is called by its path, so that an editor opens it from the message; one given twice is told apart.
        path = str(source) if isinstance(source, Path) else ""
        taken = {message.name for message in messages}
        own = f"{path} ({name})" if path in taken else path
        messages.append(Message(own or name, read_source(source, name)))
    return tuple(messages)


def read_source(source: MessageSource, name: str) -> bytes:
    """Return the bytes of a message.

    Raises:
        UsageError: it is nothing that holds a message.
        OSError: the file cannot be read.
    """
    if isinstance(source, bytes):
        return source
    if isinstance(source, Path):
        return source.read_bytes()
    if isinstance(source, str):
        if _is_a_path(source):
            raise UsageError(f"the {name} is the text {source!r}, which is no message", tip="for a file: Path(...)")
        return in_bytes(source)
    return _element_in_bytes(source, name)


def _element_in_bytes(source: object, name: str) -> bytes:
    if isinstance(source, etree._Element | etree._ElementTree):  # noqa: SLF001 - as above
        return etree.tostring(source, encoding="UTF-8", with_tail=False)
    message = f"the {name} is of type {type(source).__name__}, which holds no message"
    raise UsageError(message, tip="give bytes, a text, a Path or an lxml element")


def _is_a_path(text: str) -> bool:
    """Say whether a text can only be meant as a path: one line that ends like a file's name."""
    stripped = text.strip().removeprefix("\ufeff")
    is_line = bool(stripped) and "\n" not in stripped
    return is_line and not stripped.startswith(_BEGINNINGS) and stripped.casefold().endswith((".xml", ".json"))
