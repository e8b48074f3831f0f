"""The dated part of the catalogue as a browser needs it to compare two days: lives, listings, events, editions."""

from typing import Any

import msgspec

from s1sr_validator.comparison.register import Living, Register
from s1sr_validator.comparison.register_points import edition_point
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import natural_order, title_of
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.device import Listing
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.publish.decision_table import finished

_EVENT = ("date", "until", "what", "status", "kind", "record", "detail", "basis", "source", "place")
"""The parts of an event, in the order in which the table has them after its first and last day."""


def register_table(snapshot: Snapshot) -> dict[str, Any]:
    """Return what the comparison of two days needs beside the decision table, whose claims and rows it reads."""
    register = Register(Lookup(snapshot))
    return finished(
        {
            "catalogue": {"version": snapshot.header.version, "digest": snapshot.digest},
            "folders": {kind.singular: kind.folder for kind in KINDS},
            "living": [_living(each) for each in register.living],
            "listings": _listings(register.lookup),
            "undated_models": register.undated_models,
            "events": [
                [each.first, each.last, *(getattr(each.moment, name) for name in _EVENT)] for each in register.dated
            ],
            "editions": _editions(register),
            "days": register.days,
        }
    )


def _living(each: Living) -> list[Any]:
    return [
        each.hit.kind.singular,
        each.hit.record.id,
        title_of(each.hit.record),
        [[span.standing, span.period.start, span.period.end] for span in each.spans],
    ]


def _listings(lookup: Lookup) -> list[Any]:
    """Return for each Device Model the list that has it first, and the one that no longer has it."""
    return [
        [device.id, device.cpl.log_name, _listing(device.cpl.first_listed), _listing(device.cpl.absent_since)]
        for device in lookup.devices.values()
    ]


def _listing(listing: Listing | None) -> list[Any] | None:
    return [listing.date, listing.version] if listing else None


def _editions(register: Register) -> list[Any]:
    records = sorted(register.lookup.records.editions, key=lambda edition: natural_order(edition.id))
    return [
        [*msgspec.structs.astuple(edition_point(each)), *msgspec.structs.astuple(register.holding(each.id))[1:]]
        for each in records
    ]
