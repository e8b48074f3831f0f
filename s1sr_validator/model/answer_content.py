"""The content of an element that an answer carries: its values by dotted path, and what holds them."""

import msgspec


class AnswerField(msgspec.Struct, frozen=True):
    """A value and the element that it stands in, or on: `node` counts the document's elements from 0, in order."""

    text: str
    node: int = 0


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """An element with all that it holds.

    `element` is its local name, `text` its own text where it holds no elements.
    `fields` maps dotted paths below it (`Electricity.LogEntry.Timestamp`) to all of their values; an attribute's path
    ends with `.@name`, one of the element itself is `@name`. An element with neither text nor elements has the text ''.
    `containers` maps the dotted paths of elements that hold others, or nothing at all, to the node of each of them.
    `empty` counts, by dotted path, the elements with neither text nor elements: an empty `Electricity` is how a
    response says that a log has no entries.
    """

    element: str
    node: int = 0
    text: str = ""
    fields: dict[str, tuple[AnswerField, ...]] = {}
    containers: dict[str, tuple[int, ...]] = {}
    empty: dict[str, int] = {}

    def count(self, path: str) -> int:
        """Return how often an element (or attribute) stands at a dotted path."""
        containers, values = self.containers.get(path, ()), self.fields.get(path, ())
        # An empty element is both: something that holds nothing, and a value without text.
        return len({*containers, *(value.node for value in values)})

    @property
    def counts(self) -> dict[str, int]:
        """Return how many elements that hold others, or nothing at all, stand at each dotted path."""
        return {path: len(nodes) for path, nodes in self.containers.items()}

    def first(self, path: str) -> AnswerField | None:
        """Return the first value at a dotted path, or None where there is none."""
        found = self.fields.get(path)
        return found[0] if found else None

    def texts(self, path: str) -> tuple[str, ...]:
        """Return the texts of all values at a dotted path."""
        return tuple(field.text for field in self.fields.get(path, ()))


class ResponsePayload(Content, frozen=True, kw_only=True):
    """The `...Rsp` element of a response; `message_success` is None where it is not stated, or is no boolean."""

    message_success: bool | None = None
