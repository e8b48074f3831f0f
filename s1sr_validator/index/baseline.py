"""What success looks like for a service: the parts that are always there, the smallest answers, the logs."""

from itertools import product

import msgspec

from s1sr_validator.model.payload import Payload, Taking
from s1sr_validator.model.payload_tree import PayloadNode, payload_tree
from s1sr_validator.model.service import Service

Paths = frozenset[str]


class EntryList(msgspec.Struct, frozen=True, kw_only=True):
    """Where entries of a log stand, and how many of them may; `most` is None where there is no bound."""

    path: str
    least: int
    most: int | None


class Baseline(msgspec.Struct, frozen=True, kw_only=True):
    """What a successful answer to a service holds; paths are dotted, below the payload element.

    `payload` is empty where the service has no payload of its own.
    `required` are the elements that every answer has.
    `smallest` has every answer that says nothing and is still legal, each as the elements that it holds: a log without
    entries is one of them.
    `entries` are the lists of log entries.
    """

    srv: str
    payload: str
    required: tuple[str, ...] = ()
    smallest: tuple[tuple[str, ...], ...] = ()
    entries: tuple[EntryList, ...] = ()

    def is_smallest(self, paths: Paths) -> bool:
        """Say whether an answer that holds these elements is one of those that say nothing."""
        return any(paths == frozenset(found) for found in self.smallest)


def baseline(service: Service, payload: Payload | None) -> Baseline:
    """Return what success looks like for a service.

    Args:
        service: the service.
        payload: the payload that its record names; None where it names none.
    """
    if payload is None:
        return Baseline(srv=service.id, payload="")
    tree = payload_tree(payload)
    order = {node.field.path: number for number, node in enumerate(tree.walk())}
    smallest = _smallest_only(_least_inside(tree))
    return Baseline(
        srv=service.id,
        payload=payload.id,
        required=tuple(sorted(frozenset.intersection(*smallest), key=order.__getitem__)),
        smallest=tuple(tuple(sorted(paths, key=order.__getitem__)) for paths in smallest),
        entries=tuple(
            EntryList(path=node.field.path, least=node.field.least, most=node.field.most)
            for node in tree.walk()
            if node.is_entry
        ),
    )


def _least_inside(node: PayloadNode) -> tuple[Paths, ...]:
    """Return each set of elements that makes an element complete with as little as may be."""
    parts = [_least_of(child) for child in node.children if child.field.choice is None]
    if node.alternatives:
        ways = tuple(way for child in node.alternatives for way in _least_of(child))
        optional = any(child.field.choice is Taking.AT_MOST_ONE for child in node.alternatives)
        parts.append((frozenset(),) if optional else ways)
    found = (frozenset[str]().union(*chosen) for chosen in product(*parts))
    return tuple(dict.fromkeys(found))


def _least_of(node: PayloadNode) -> tuple[Paths, ...]:
    if node.field.least == 0:
        return (frozenset(),)
    return tuple(paths | {node.field.path} for paths in _least_inside(node))


def _smallest_only(found: tuple[Paths, ...]) -> tuple[Paths, ...]:
    """Leave out what holds all of another one and more."""
    return tuple(paths for paths in found if not any(other < paths for other in found))
