"""Which Device Models the rows of a matrix bring a behaviour to, before and after."""

from collections.abc import Iterator

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.comparison import ReachChange


def reach_changes(base: Lookup, head: Lookup) -> tuple[ReachChange, ...]:
    """Return the behaviours that reach other Device Models than before, whatever row names them."""
    return tuple(_changes(base, head))


def _changes(base: Lookup, head: Lookup) -> Iterator[ReachChange]:
    old, new = _reach(base), _reach(head)
    for behaviour in sorted({*old, *new}):
        before, after = old.get(behaviour, frozenset()), new.get(behaviour, frozenset())
        if before != after:
            named = head.behaviours.get(behaviour) or base.behaviours[behaviour]
            yield ReachChange(
                behaviour=behaviour,
                title=named.title,
                gained=tuple(sorted(after - before)),
                lost=tuple(sorted(before - after)),
            )


def _reach(lookup: Lookup) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for application in lookup.applications:
        reached = found.setdefault(application.behaviour.id, set())
        reached |= {
            device.id
            for device in lookup.devices.values()
            if any(pattern.matches(device) for pattern in application.row.devices)
        }
    return {behaviour: frozenset(devices) for behaviour, devices in found.items()}
