"""When an import is refused: the list is older than what the catalogue holds, or too much would be lost at once."""

from collections import Counter

from s1sr_validator.exchange.cpl.edition import version_key
from s1sr_validator.exchange.cpl.entry_steps import DEVICES, OTHERS, Outcome, Step
from s1sr_validator.exchange.cpl.published_list import CplList
from s1sr_validator.exchange.cpl.state import CplState
from s1sr_validator.model.device import CplStatus
from s1sr_validator.model.errors import UsageError

LARGEST_LOSS = 0.1
"""The share of the entries in the catalogue that may become absent or removed at once."""
_NAMES = {DEVICES: "SMETS1 Device Models", OTHERS: "other Device Models"}


def refuse_older(cpl: CplList, state: CplState) -> None:
    """Refuse an edition that is older than the newest one that the catalogue cites.

    Raises:
        UsageError: it is older.
    """
    newest = state.newest_version
    if newest and version_key(cpl.version) < version_key(newest):
        message = f"{cpl.file} is version {cpl.version} of the list; the catalogue already holds version {newest}"
        raise UsageError(message, tip="import a newer version: an older one would undo what is known")


def refuse_loss(steps: list[Step], state: CplState) -> None:
    """Refuse an import by which too many Device Models become absent or removed, SMETS1 and others each on their own.

    Raises:
        UsageError: too many would; a truncated list looks like this.
    """
    held = Counter(place.folder for place in state.entries().values())
    lost = Counter(step.change.folder for step in steps if _is_lost(step))
    for folder, name in _NAMES.items():
        if lost[folder] > held[folder] * LARGEST_LOSS:
            message = f"{lost[folder]} of {held[folder]} {name} in the catalogue would become absent or removed"
            raise UsageError(message, tip="look at the workbook; if the list says so, import with --force")


def _is_lost(step: Step) -> bool:
    removed = any(
        field.field in {"status", "cpl.status"} and field.new == CplStatus.REMOVED for field in step.change.fields
    )
    return step.outcome is Outcome.ABSENT or (step.outcome is Outcome.CHANGED and removed)
