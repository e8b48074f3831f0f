"""The SMETS1 entries of the list held against the Device Model records: new, changed, gone, back, or as before."""

from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.device_records import absent_record, device_record, field_changes
from s1sr_validator.exchange.cpl.entry_steps import ABSENT, DEVICES, Outcome, Step, outcome_of
from s1sr_validator.exchange.cpl.published_list import CplList
from s1sr_validator.exchange.cpl.row import CplRow
from s1sr_validator.model.device import CplStatus
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.model.import_plan import EntryChange, RecordData, RecordEdit


def device_steps(cpl: CplList, records: dict[str, RecordData]) -> tuple[list[Step], list[Finding]]:
    """Return a step for each SMETS1 Device Model of the list and of the catalogue's records, by id."""
    rows, findings = _one_row_each([row for row in cpl.rows if row.is_smets1], cpl)
    steps = [_listed(row, cpl, records.get(row.key)) for row in rows]
    known = {row.key for row in rows}
    gone = [record for key, record in sorted(records.items()) if key not in known]
    return steps + [_not_listed(record, cpl) for record in gone], findings


def device_edits(steps: list[Step]) -> list[RecordEdit]:
    """Return the Device Model records to write."""
    return [
        RecordEdit(folder=DEVICES, id=step.change.key, data=step.data)
        for step in steps
        if step.outcome is not Outcome.UNCHANGED
    ]


def _one_row_each(rows: list[CplRow], cpl: CplList) -> tuple[list[CplRow], list[Finding]]:
    """Keep one row of each Device Model: a Current entry before a Removed one, then the later number."""
    chosen: dict[str, CplRow] = {}
    findings = []
    for row in sorted(rows, key=lambda row: (row.status is CplStatus.CURRENT, row.entry)):
        if row.key in chosen:
            message = f"entries {chosen[row.key].entry} and {row.entry} hold {row.key}; {row.entry} is taken"
            findings.append(rules.TWICE.finding(message, Location(file=cpl.file)))
        chosen[row.key] = row
    return sorted(chosen.values(), key=lambda row: row.entry), findings


def _listed(row: CplRow, cpl: CplList, old: RecordData | None) -> Step:
    data = device_record(row, cpl, old)
    if old is None:
        return Step(Outcome.ADDED, EntryChange(folder=DEVICES, entry=row.entry, key=row.key), data)
    fields = field_changes(old, data)
    change = EntryChange(folder=DEVICES, entry=row.entry, key=row.key, fields=fields)
    return Step(outcome_of(old["cpl"]["status"], fields), change, data)


def _not_listed(old: RecordData, cpl: CplList) -> Step:
    entry, key = old["cpl"]["entry"], old["id"]
    if old["cpl"]["status"] == ABSENT or cpl.may_hold(entry):
        return Step(Outcome.UNCHANGED, EntryChange(folder=DEVICES, entry=entry, key=key), old)
    data = absent_record(old, cpl)
    change = EntryChange(folder=DEVICES, entry=entry, key=key, fields=field_changes(old, data))
    return Step(Outcome.ABSENT, change, data)
