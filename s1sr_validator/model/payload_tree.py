"""A payload's fields as the tree that they describe, in the schema's order."""

from collections.abc import Iterator

import msgspec

from s1sr_validator.model.payload import COMPLEX, EMPTY, Payload, PayloadField

DATE_TIME = "xs:dateTime"
_ENTRY = "LogEntry"


class PayloadNode(msgspec.Struct, frozen=True):
    """An element of a payload with its attributes and the elements in it, in order."""

    field: PayloadField
    attributes: tuple[PayloadField, ...]
    children: tuple["PayloadNode", ...]

    @property
    def alternatives(self) -> tuple["PayloadNode", ...]:
        """Return the elements in it that exclude each other."""
        return tuple(child for child in self.children if child.field.choice is not None)

    @property
    def is_entry(self) -> bool:
        """Say whether it is an entry of a log: repeated, and named so or with a time of its own."""
        dated = any(child.field.type == DATE_TIME for child in self.children)
        return self.field.is_repeated and bool(self.children) and (dated or _ENTRY in self.field.name)

    def walk(self) -> Iterator["PayloadNode"]:
        """Yield the element and everything in it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def payload_tree(payload: Payload) -> PayloadNode:
    """Return the payload element as a tree; its own path is empty."""
    inside: dict[str, list[PayloadField]] = {}
    for field in sorted(payload.fields, key=lambda field: field.order):
        inside.setdefault(field.parent, []).append(field)
    holds_elements = any(not field.is_attribute for field in payload.fields)
    root = PayloadField(order=0, path="", type=COMPLEX if holds_elements else EMPTY, occurs="1")
    return _node(root, inside)


def _node(field: PayloadField, inside: dict[str, list[PayloadField]]) -> PayloadNode:
    held = inside.get(field.path, ())
    return PayloadNode(
        field=field,
        attributes=tuple(found for found in held if found.is_attribute),
        children=tuple(_node(found, inside) for found in held if not found.is_attribute),
    )
