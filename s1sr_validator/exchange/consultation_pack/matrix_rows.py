"""The matrix rows of a behaviour before and after, and the Device Models that they take in."""

from s1sr_validator.exchange.consultation_pack.document import (
    Block,
    Grid,
    PackSection,
    Runs,
    grid,
    inserted,
    kept,
    paragraph,
)
from s1sr_validator.exchange.consultation_pack.subject import AppliedRow, Subject
from s1sr_validator.exchange.dmvesm.selectors import canonical, selection_text
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Standing

NO_ROW = "No matrix row applies the behaviour to a Device Model."
_COLUMNS = ("Row", "Label", "Edition", "Device selector", "Standing", "Before", "After")
_MARK = "Y"


def matrix_section(subject: Subject) -> PackSection:
    """Return the rows: before has what is designated on the day, after what is proposed too."""
    heading = "DMVESM rows before and after"
    if not subject.rows:
        return PackSection(heading, (paragraph(NO_ROW),))
    said: list[Block] = [
        paragraph(
            f"Before: designated on {subject.day}. After: with what is proposed on that day. A row counts as its own "
            "standing and that of the behaviour together allow."
        )
    ]
    if any(applied.standing is Standing.OBSERVED for applied in subject.rows):
        said.append(paragraph("A row that is only observed is in neither: no source proposes it."))
    said.append(Grid(f"Matrix rows on {subject.day}", _COLUMNS, tuple(map(_row, subject.rows))))
    return PackSection(heading, tuple(said))


def _row(applied: AppliedRow) -> tuple[Runs, ...]:
    row = applied.row
    said = (row.id, row.label, row.edition, selection_text(canonical(row.devices)), standing_text(applied.standing))
    before, after = {
        Standing.DESIGNATED: (kept(_MARK), kept(_MARK)),
        Standing.PROPOSED: (kept(""), inserted(_MARK)),
    }.get(applied.standing or Standing.WITHDRAWN, (kept(""), kept("")))
    return (*map(kept, said), before, after)


def standing_text(standing: Standing | None) -> str:
    """Return a standing in a word."""
    return standing.value if standing else "none yet"


def devices_section(subject: Subject, lookup: Lookup) -> PackSection:
    """Return every Device Model that a row takes in, with the rows that do so."""
    heading = "Device Models that it applies to"
    found = [(device, _taking_in(device, subject)) for device in lookup.devices.values()]
    rows = [
        (device.id, device.cpl.log_name, device.cpl.status.value, ", ".join(labels))
        for device, labels in found
        if labels
    ]
    if not rows:
        return PackSection(heading, (paragraph(NO_ROW if not subject.rows else "The rows match no Device Model."),))
    table = grid(
        "Device Models by their keys", ("Device Model", "Name in the CPL's log", "CPL status", "Matrix rows"), rows
    )
    return PackSection(heading, (paragraph(f"Device Models of the catalogue that the rows match: {len(rows)}."), table))


def _taking_in(device: Device, subject: Subject) -> list[str]:
    """Return the live rows that take a Device Model in."""
    return [
        f"{applied.row.id} ({applied.standing})"
        for applied in subject.rows
        if applied.standing
        and applied.standing.is_live
        and any(pattern.matches(device) for pattern in applied.row.devices)
    ]
