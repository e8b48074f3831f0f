"""Claims of a matrix as records: new rows, rows that an edition lifts or ends, and the source and edition they name."""

import re
from collections.abc import Iterable, Iterator

from s1sr_validator.exchange.dmvesm.cells import Cell
from s1sr_validator.exchange.dmvesm.claims import Claim, event_of
from s1sr_validator.exchange.dmvesm.edition import MatrixEdition
from s1sr_validator.exchange.dmvesm.state import MatrixState
from s1sr_validator.exchange.dmvesm.workbook import MatrixWorkbook
from s1sr_validator.model.device import KEY_FIELDS, DevicePattern
from s1sr_validator.model.import_plan import RecordData
from s1sr_validator.model.lifecycle import EventKind
from s1sr_validator.model.regulation import EditionStatus, Publication

PUBLISHER = "SECAS"  # the Smart Energy Code's administrator publishes its subsidiary documents
_LONGEST_ID = 60


def source_id(state: MatrixState, edition: MatrixEdition) -> str:
    """Return the id of the source record of an edition's workbook."""
    ending = "-redline" if edition.is_redline else ""
    return f"{state.document.id.casefold()}-{edition.version}{ending}"


def source_record(record_id: str, state: MatrixState, edition: MatrixEdition, workbook: MatrixWorkbook) -> RecordData:
    """Return the source record of a workbook; publisher and how it was obtained are for a person to correct."""
    return {
        "id": record_id,
        "title": state.document.title,
        "publisher": PUBLISHER,
        "date": _day(edition),
        "version": edition.version,
        "obtained": Publication.PUBLISHED.value,
        "file": {"name": workbook.name, "sha256": workbook.sha256},
    }


def edition_record(state: MatrixState, edition: MatrixEdition, source: str) -> RecordData:
    """Return the record of an edition that the catalogue does not have yet."""
    status = EditionStatus.REDLINE if edition.is_redline else EditionStatus.PUBLISHED
    return {
        "id": edition.id,
        "document": state.document.id,
        "version": edition.version,
        "status": status.value,
        "status_as_of": _day(edition),
        "published": _day(edition),
        "citations": [{"source": source, "place": "the workbook as a whole"}],
    }


def new_row(record_id: str, claims: list[Claim], source: str) -> RecordData:
    """Return the record of a row that the claims of one heading make."""
    first = claims[0]
    place = cells_in_words(claims)
    return {
        "id": record_id,
        "edition": first.edition.id,
        "label": first.column.label,
        "devices": [pattern_data(pattern) for pattern in first.column.devices],
        "behaviours": sorted({behaviour for claim in claims for behaviour in claim.behaviours}),
        "lifecycle": [event(event_of(first.edition), first.edition, source, place)],
        "citations": [
            {"source": source, "place": place, "covers": ["label", "edition", "behaviours", "lifecycle"]},
            _device_citation(first, source),
        ],
    }


def event(kind: EventKind, edition: MatrixEdition, source: str, place: str, note: str = "") -> RecordData:
    """Return an event on the edition's day."""
    held = {"date": _day(edition), "event": kind.value, "source": source, "place": place}
    return held | ({"note": note} if note else {})


def pattern_data(pattern: DevicePattern) -> RecordData:
    """Return a selector as its record holds it."""
    return {field: [str(value) for value in values] for field in KEY_FIELDS if (values := getattr(pattern, field))}


def cells_in_words(claims: Iterable[Claim]) -> str:
    """Return where the claims stand: `sheet 'Matrix', cells C5 and C7`."""
    by_sheet: dict[str, list[Cell]] = {}
    for claim in claims:
        by_sheet.setdefault(claim.sheet, []).append(claim.mark.cell)
    return "; ".join(f"sheet '{sheet}', {_addresses(cells)}" for sheet, cells in by_sheet.items())


def free_id(state: MatrixState, label: str, version: str, taken: set[str]) -> str:
    """Return an id for a row by its label, with the version and then a number where it is taken."""
    folder = state.document.id.casefold()
    name = re.sub(r"[^a-z0-9]+", "-", label.casefold())[:_LONGEST_ID].strip("-") or "row"
    for candidate in _candidates(f"{folder}/{name}", version):
        if candidate not in taken:
            taken.add(candidate)
            return candidate
    raise AssertionError("numbers do not end")


def _candidates(name: str, version: str) -> Iterator[str]:
    yield name
    yield f"{name}-{version}"
    number = 2
    while True:
        yield f"{name}-{version}-{number}"
        number += 1


def _device_citation(claim: Claim, source: str) -> RecordData:
    cells = list(dict.fromkeys(claim.column.cells))
    held = {"source": source, "place": f"sheet '{claim.sheet}', {_addresses(cells)}", "covers": ["devices"]}
    if not claim.column.is_inferred:
        return held
    words = " | ".join(cell.words for cell in cells)
    reason = (
        f"The sheet writes: {words}. Identifiers and types are those that the catalogue's records of makers and "
        "Device Models have for these words."
    )
    return held | {"basis": "inferred", "reason": reason}


def _addresses(cells: Iterable[Cell]) -> str:
    *first, last = dict.fromkeys(cell.address for cell in sorted(cells, key=lambda cell: cell.place))
    return f"cells {', '.join(first)} and {last}" if first else f"cell {last}"


def _day(edition: MatrixEdition) -> str:
    return edition.date.isoformat() if edition.date else ""
