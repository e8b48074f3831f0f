"""SMETS1 entries of the list to Device Model records, and a record to what an edition changes in it."""

from typing import Any

from s1sr_validator.exchange.cpl.citations import absence_citation, entry_citations, renewed
from s1sr_validator.exchange.cpl.published_list import LOG_FIELDS, CplList
from s1sr_validator.exchange.cpl.row import CplRow
from s1sr_validator.exchange.cpl.version_log import EntryHistory
from s1sr_validator.model.device import CplStatus, Listing
from s1sr_validator.model.import_plan import FieldChange, RecordData

OWNED = (
    "id",
    "device_type",
    "manufacturer",
    "model",
    "hardware_version",
    "hardware_revision",
    "firmware_version",
    "cpl",
)
"""The keys that the import writes, besides its own citations."""


def device_record(row: CplRow, cpl: CplList, old: RecordData | None = None) -> RecordData:
    """Return the record of a SMETS1 entry; what the workbook does not tell at all stays as the old record has it."""
    history = cpl.histories.get(row.entry)
    record = _facts(row, history)
    for field in sorted(cpl.unseen):
        _keep(record, old or {}, field.split("."))
    keep_log = bool(cpl.unseen.intersection(LOG_FIELDS))
    citations = entry_citations(cpl.source_id, row.entry, history)
    return record | {"citations": renewed((old or {}).get("citations", []), citations, keep_log=keep_log)}


def absent_record(old: RecordData, cpl: CplList) -> RecordData:
    """Return the record of a Device Model that the edition no longer has; the rest of it stays as it was."""
    entry = old["cpl"]["entry"]
    held = {key: value for key, value in old["cpl"].items() if key != "absent_since"}
    changed = held | {"status": CplStatus.ABSENT.value, "absent_since": _listing(cpl.listing)}
    citations = [*old["citations"], absence_citation(cpl.source_id, entry)]
    return {key: old[key] for key in OWNED} | {"cpl": changed, "citations": citations}


def field_changes(old: RecordData, new: RecordData) -> tuple[FieldChange, ...]:
    """Return the fields that the import owns and that differ between two states of a record."""
    before, after = _flat({key: old.get(key) for key in OWNED}), _flat({key: new.get(key) for key in OWNED})
    names = dict.fromkeys((*before, *after))
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(FieldChange(name, was, will_be) for name, was, will_be in pairs if was != will_be)


def _facts(row: CplRow, history: EntryHistory | None) -> RecordData:
    return {
        "id": row.key,
        "device_type": row.device_type.value,
        "manufacturer": row.manufacturer,
        "model": row.model,
        "hardware_version": row.hardware_version,
        "hardware_revision": row.hardware_revision,
        "firmware_version": row.firmware,
        "cpl": _cpl(row) | _logged(history),
    }


def _cpl(row: CplRow) -> RecordData:
    image = {"hash": row.image_hash, "creator": row.image_creator, "descriptor": row.image_descriptor}
    held = {key: value for key, value in image.items() if value}
    return {
        "entry": row.entry,
        "status": row.status.value,
        "device_type_name": row.device_type_name,
        "smets_version": row.smets_version,
        "gbcs_version": row.gbcs_version,
    } | ({"image": held} if held else {})


def _logged(history: EntryHistory | None) -> RecordData:
    if history is None:
        return {}
    logged: RecordData = {"log_name": history.name} if history.name else {}
    if history.first is not None:
        logged["first_listed"] = _listing(history.first)
    return logged | {"mentioned_in": list(history.mentioned_in)}


def _listing(listing: Listing) -> RecordData:
    return {"version": listing.version, "date": listing.date.isoformat()}


def _keep(record: RecordData, old: RecordData, steps: list[str]) -> None:
    """Copy one value from the old record, where the old record has it."""
    *above, last = steps
    for step in above:
        old = old.get(step, {})
    if last not in old:
        return
    for step in above:
        record = record.setdefault(step, {})
    record[last] = old[last]


def _flat(value: Any, name: str = "") -> dict[str, str]:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, dict):
        parts = [_flat(item, f"{name}.{key}" if name else key) for key, item in value.items()]
        return {key: text for part in parts for key, text in part.items()}
    if isinstance(value, list):
        return {name: ", ".join(map(str, value))}
    return {} if value is None else {name: str(value)}
