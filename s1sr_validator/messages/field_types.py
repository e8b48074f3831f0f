"""The fields of request bodies that have one type wherever their name occurs."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from s1sr_validator.model.service import BodyField, Service

_BUILT_IN = "xs:"
_ANY_SIMPLE = "xs:anySimpleType"


class SimpleField(msgspec.Struct, frozen=True, order=True):
    """A field that holds a value: its name, its built-in type, and the attributes that it may have, with theirs."""

    name: str
    type: str
    attributes: tuple[tuple[str, str], ...] = ()


def simple_fields(services: Iterable[Service]) -> tuple[SimpleField, ...]:
    """Return the fields that hold a value of one and the same type in every service, by name."""
    types: dict[str, set[str]] = defaultdict(set)
    attributes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    containers: set[str] = set()
    for field in (field for service in services for field in service.request_body.fields):
        *above, name = field.path.split(".")
        if name.startswith("@"):
            _note_attribute(attributes, above, name, field)
            containers.update(above[:-1])
        else:
            types[name].add(field.type)
            containers.update(above)
    return tuple(
        SimpleField(name, kind, tuple(sorted((key, _one(found)) for key, found in attributes[name].items())))
        for name, (kind, *others) in sorted((name, sorted(found)) for name, found in types.items())
        if not others and name not in containers and kind.startswith(_BUILT_IN)
    )


def _note_attribute(attributes: dict[str, dict[str, set[str]]], above: list[str], name: str, field: BodyField) -> None:
    if above:
        attributes[above[-1]][name.removeprefix("@")].add(field.type)


def _one(types: set[str]) -> str:
    (found, *others) = sorted(types)
    return found if not others and found.startswith(_BUILT_IN) else _ANY_SIMPLE
