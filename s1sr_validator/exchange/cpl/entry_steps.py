"""What an edition of the list means for one entry."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from s1sr_validator.model.device import CplStatus
from s1sr_validator.model.import_plan import EntryChange, FieldChange, RecordData

DEVICES, OTHERS = "devices", "other_models"
ABSENT = CplStatus.ABSENT.value


class Outcome(StrEnum):
    """What happens to an entry that the catalogue or the list has."""

    ADDED = "added"
    CHANGED = "changed"
    ABSENT = "absent"
    RETURNED = "returned"
    UNCHANGED = "unchanged"


class Step(msgspec.Struct, frozen=True):
    """An entry, what happens to it, and the record data that it comes to."""

    outcome: Outcome
    change: EntryChange
    data: RecordData


def outcome_of(old_status: str, fields: tuple[FieldChange, ...]) -> Outcome:
    """Return what happens to an entry that both the catalogue and the list have."""
    if not fields:
        return Outcome.UNCHANGED
    return Outcome.RETURNED if old_status == ABSENT else Outcome.CHANGED


def changes(steps: Iterable[Step], outcome: Outcome) -> tuple[EntryChange, ...]:
    """Return the changes of one outcome."""
    return tuple(step.change for step in steps if step.outcome is outcome)
