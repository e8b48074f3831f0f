"""The Central Products List into the catalogue: plan what changes, then carry it out."""

from collections.abc import Iterator
from pathlib import Path

from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.device_changes import device_edits, device_steps
from s1sr_validator.exchange.cpl.entry_steps import DEVICES, OTHERS, Outcome, changes
from s1sr_validator.exchange.cpl.import_limits import refuse_loss, refuse_older
from s1sr_validator.exchange.cpl.other_changes import other_edits, other_steps
from s1sr_validator.exchange.cpl.other_records import manufacturer_stub, source_record
from s1sr_validator.exchange.cpl.published_list import CplList, read_list
from s1sr_validator.exchange.cpl.state import CplState, EntryPlace, read_state
from s1sr_validator.exchange.record_writer import write_record
from s1sr_validator.exchange.workbook import read_workbook
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.import_plan import ImportPlan, RecordEdit


def plan_import(workbook: Path, catalogue: Path, *, force: bool = False) -> ImportPlan:
    """Compare a workbook with the catalogue, and write nothing.

    Args:
        workbook: the Central Products List as published, xlsx or xlsm.
        catalogue: the catalogue folder.
        force: also plan an import by which more than a tenth of the Device Models become absent or removed.

    Returns:
        What changes, with the findings about the workbook. An entry with an error stays as the catalogue has it.

    Raises:
        InputError: the file cannot be read, or is not a Central Products List.
        CatalogueError: records that the import has to compare with are not sound.
        UsageError: the workbook is older than the newest edition in the catalogue, or too much would be lost.
    """
    return plan_of(read_list(read_workbook(workbook)), read_state(catalogue), force=force)


def apply(plan: ImportPlan, catalogue: Path) -> None:
    """Carry out a plan: write each record that changes, whole or not at all, the cited source first.

    Raises:
        InputError: a record could not be written; importing again completes the rest.
    """
    for edit in plan.edits:
        write_record(catalogue, edit)


def plan_of(cpl: CplList, state: CplState, *, force: bool = False) -> ImportPlan:
    """Compare an edition of the list with the records of a catalogue; the pure part of `plan_import`."""
    refuse_older(cpl, state)
    devices, findings = device_steps(cpl, state.devices)
    others = other_steps(cpl, state.other_models)
    steps = [*devices, *(step for found in others.values() for step in found)]
    if not force:
        refuse_loss(steps, state)
    edits = [
        *_source_edits(cpl, state),
        *_stub_edits(cpl, state),
        *device_edits(devices),
        *other_edits(others, cpl, state.other_models),
    ]
    return ImportPlan(
        version=cpl.version,
        date=cpl.date,
        added=changes(steps, Outcome.ADDED),
        changed=changes(steps, Outcome.CHANGED),
        absent=changes(steps, Outcome.ABSENT),
        returned=changes(steps, Outcome.RETURNED),
        unchanged_count=len(changes(steps, Outcome.UNCHANGED)),
        findings=in_order([*cpl.findings, *findings, *_renamed(cpl, state), *_other_file(cpl, state)]),
        edits=tuple(edits),
    )


def _source_edits(cpl: CplList, state: CplState) -> Iterator[RecordEdit]:
    if cpl.source_id not in state.sources:
        yield RecordEdit(folder="sources", id=cpl.source_id, data=source_record(cpl))


def _stub_edits(cpl: CplList, state: CplState) -> Iterator[RecordEdit]:
    for manufacturer in sorted({row.manufacturer for row in cpl.rows} - state.manufacturers.keys()):
        yield RecordEdit(folder="manufacturers", id=manufacturer, data=manufacturer_stub(manufacturer, cpl))


def _renamed(cpl: CplList, state: CplState) -> Iterator[Finding]:
    held = state.entries()
    for row in cpl.rows:
        new = EntryPlace(DEVICES if row.is_smets1 else OTHERS, row.key)
        old = held.get(row.entry, new)
        if old != new:
            message = f"entry {row.entry} was {old.key} in {old.folder} and is {new.key} in {new.folder}"
            yield rules.RENAMED.finding(message, Location(file=cpl.file))


def _other_file(cpl: CplList, state: CplState) -> Iterator[Finding]:
    digest = state.sources.get(cpl.source_id, {}).get("file", {}).get("sha256", "")
    if not cpl.sha256.startswith(digest):
        message = f"{cpl.file} calls itself version {cpl.version}, but is not the file that {cpl.source_id} cites"
        yield rules.OTHER_FILE.finding(message, Location(file=cpl.file))
