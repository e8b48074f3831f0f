"""The entries of the list that are not SMETS1, held against the records of their manufacturer identifiers."""

from s1sr_validator.exchange.cpl.entry_steps import ABSENT, OTHERS, Outcome, Step, outcome_of
from s1sr_validator.exchange.cpl.other_records import other_model, other_models_record
from s1sr_validator.exchange.cpl.published_list import CplList
from s1sr_validator.model.import_plan import EntryChange, FieldChange, RecordData, RecordEdit

Steps = dict[str, list[Step]]


def other_steps(cpl: CplList, records: dict[str, RecordData]) -> Steps:
    """Return, by manufacturer identifier, a step for each entry of the list and of the catalogue's records."""
    listed: dict[str, dict[str, RecordData]] = {manufacturer: {} for manufacturer in records}
    for row in cpl.rows:
        if not row.is_smets1:
            listed.setdefault(row.manufacturer, {})[row.entry] = other_model(row)
    return {
        manufacturer: _steps(cpl, records.get(manufacturer, {}).get("models", []), listed[manufacturer])
        for manufacturer in sorted(listed)
    }


def other_edits(steps: Steps, cpl: CplList, records: dict[str, RecordData]) -> list[RecordEdit]:
    """Return the records to write: one for each manufacturer identifier with a change."""
    edits = []
    for manufacturer, found in steps.items():
        if any(step.outcome is not Outcome.UNCHANGED for step in found):
            citations = records.get(manufacturer, {}).get("citations", [])
            models = [step.data for step in found]
            data = other_models_record(manufacturer, models, cpl.source_id, citations)
            edits.append(RecordEdit(folder=OTHERS, id=manufacturer, data=data))
    return edits


def _steps(cpl: CplList, models: list[RecordData], listed: dict[str, RecordData]) -> list[Step]:
    held = {model["entry"]: model for model in models}
    return [_step(cpl, held.get(entry), listed.get(entry)) for entry in sorted(held.keys() | listed.keys())]


def _step(cpl: CplList, old: RecordData | None, new: RecordData | None) -> Step:
    if old is None and new is not None:
        return Step(Outcome.ADDED, EntryChange(folder=OTHERS, entry=new["entry"], key=new["key"]), new)
    was = old or {}
    data = new or (was if cpl.may_hold(was["entry"]) else was | {"status": ABSENT})
    fields = tuple(FieldChange(name, was[name], data[name]) for name in data if data[name] != was[name])
    change = EntryChange(folder=OTHERS, entry=data["entry"], key=data["key"], fields=fields)
    gone = bool(fields) and new is None
    return Step(Outcome.ABSENT if gone else outcome_of(was["status"], fields), change, data)
