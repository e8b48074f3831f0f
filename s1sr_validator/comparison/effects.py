"""What a change of a field can do: change predictions, change what is known, or change words alone."""

from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.comparison import Effect
from s1sr_validator.model.lifecycle import timeline
from s1sr_validator.model.record import Record

_DECIDING = {
    "behaviours": {"services", "claim", "when", "baseline", "deviation", "disputes"},
    "matrix": {"devices", "behaviours"},
    "devices": {"device_type", "manufacturer", "model", "hardware_version", "hardware_revision", "firmware_version"},
    "services": {"request_body"},
    "states": {"type", "values", "minimum", "maximum", "scope"},
}
_WORDS = {"title", "summary", "note", "notes", "reason", "place", "description", "label", "obtained_note", "text"}


def field_effect(folder: str, path: tuple[str, ...], before: Record, after: Record) -> Effect:
    """Return what a changed value can do, by its kind and the names on the way to it."""
    if path[-1] in _WORDS or (path[0] == "notes") or _is_said_of_dispute(path):
        return Effect.WORDING
    if (
        path[0] == "lifecycle"
        and isinstance(before, Behaviour | MatrixRow)
        and isinstance(after, Behaviour | MatrixRow)
    ):
        same = timeline(before.lifecycle) == timeline(after.lifecycle)
        return Effect.KNOWN if same else Effect.PREDICTED
    return Effect.PREDICTED if path[0] in _DECIDING.get(folder, ()) else Effect.KNOWN


def record_effect(folder: str) -> Effect:
    """Return what a record that is added or removed can do."""
    return Effect.PREDICTED if folder in _DECIDING else Effect.KNOWN


def strongest(effects: list[Effect]) -> Effect:
    """Return the effect that comes first."""
    return min(effects, key=list(Effect).index)


def _is_said_of_dispute(path: tuple[str, ...]) -> bool:
    return path[0] == "disputes" and path[-1] in {"says", "source"}
