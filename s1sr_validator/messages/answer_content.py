"""Reading the content of an element of an answer: values by dotted path, and what holds them."""

from collections.abc import Iterator

from s1sr_validator.messages.answer_element import Element
from s1sr_validator.messages.xml import local_name
from s1sr_validator.model.answer_content import AnswerField, Content, ResponsePayload

MAX_PATH = 1000
"""Characters of a value's path; the longest of DUIS and MMC has some 300. Long nested names would fill memory."""

_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class PathTooLongError(Exception):
    """A value's path is longer than any of DUIS and MMC; it carries the length, and the element's number."""

    def __init__(self, length: int, number: int) -> None:
        """Keep both."""
        super().__init__(length, number)
        self.length, self.number = length, number


def read_content(element: Element) -> Content:
    """Read all that an element holds in its own namespace.

    Raises:
        PathTooLongError: the path of a value is longer than any of DUIS and MMC.
    """
    fields: dict[str, list[AnswerField]] = {}
    containers: dict[str, list[int]] = {}
    empty: dict[str, int] = {}
    for path, inner in _descend(element):
        holds = len(inner.node) > 0
        if not holds:
            fields.setdefault(path, []).append(AnswerField(inner.text, inner.number))
        if holds or not inner.text:
            containers.setdefault(path, []).append(inner.number)
        if not holds and not inner.text:
            empty[path] = empty.get(path, 0) + 1
        for name, text in inner.attributes():
            fields.setdefault(f"{path}.@{name}", []).append(AnswerField(text, inner.number))
    own = {f"@{name}": (AnswerField(text, element.number),) for name, text in element.attributes()}
    return Content(
        element=local_name(element.node),
        node=element.number,
        text="" if len(element.node) else element.text,
        fields=own | {path: tuple(found) for path, found in fields.items()},
        containers={path: tuple(found) for path, found in containers.items()},
        empty=empty,
    )


def read_payload(element: Element) -> ResponsePayload:
    """Read the `...Rsp` element of a response.

    Raises:
        PathTooLongError: the path of a value is longer than any of DUIS and MMC.
    """
    content = read_content(element)
    return ResponsePayload(
        element=content.element,
        node=content.node,
        text=content.text,
        fields=content.fields,
        containers=content.containers,
        empty=content.empty,
        message_success=_BOOLEANS.get(element.attribute("MessageSuccess")),
    )


def _descend(top: Element) -> Iterator[tuple[str, Element]]:
    """Yield the elements of the top's own namespace with their paths, each before what is inside it."""
    prefix = top.name.rpartition(":")[0]
    waiting = [("", top)]
    while waiting:
        path, element = waiting.pop()
        if path:
            yield path, element
        below = []
        for child in element.children():
            owner, _, local = child.name.rpartition(":")
            if owner == prefix:
                below.append((f"{path}.{local}" if path else local, child))
        for longer, child in below:
            if len(longer) > MAX_PATH:
                raise PathTooLongError(len(longer), child.number)
        waiting.extend(reversed(below))
