"""A message that would come back, as a plain tree: names with their prefixes, texts, attributes, and remarks on it."""

import msgspec

Attributes = tuple[tuple[str, str], ...]


class Element(msgspec.Struct, frozen=True):
    """An element: its name with the prefix that people know (`sr:Response`), what it holds, and its attributes."""

    name: str
    content: tuple["Element", ...] = ()
    text: str = ""
    attributes: Attributes = ()


class AnswerTree(msgspec.Struct, frozen=True, kw_only=True):
    """A whole message; `remarks` tell a reader what in it is a placeholder and what is not known."""

    root: Element
    remarks: tuple[str, ...] = ()
