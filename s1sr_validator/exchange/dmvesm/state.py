"""What the catalogue holds that a matrix is compared with: its rows, clauses with behaviours, editions, devices."""

from pathlib import Path

import msgspec

from s1sr_validator.exchange.dmvesm.clauses import clause_key
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.behaviour import MatrixRow
from s1sr_validator.model.device import Device
from s1sr_validator.model.errors import CatalogueError, UsageError
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.import_plan import RecordData
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.lifecycle import timeline
from s1sr_validator.model.regulation import Clause, Document, Edition, Manufacturer

_FOLDERS = (
    "behaviours",
    "clauses",
    "devices",
    "documents",
    "editions",
    "manufacturers",
    "matrix",
    "sources",
)


class MatrixState(msgspec.Struct, frozen=True, kw_only=True):
    """The records that an import of one document's matrix looks at.

    `clauses` and `behaviours_of` are by the form of a clause number in which spellings are equal; `data` is the plain
    data of the rows by id, `taken` every id of a matrix row, of this document or another.
    """

    document: Document
    rows: tuple[MatrixRow, ...]
    data: dict[str, RecordData]
    taken: frozenset[str]
    clauses: dict[str, Clause]
    behaviours_of: dict[str, tuple[str, ...]]
    clause_of: dict[str, str]
    editions: tuple[Edition, ...]
    sources: frozenset[str]
    manufacturers: tuple[Manufacturer, ...]
    devices: tuple[Device, ...]


def read_matrix_state(catalogue: Path, document: str) -> MatrixState:
    """Read the records that an import looks at.

    Raises:
        CatalogueError: one of them is not sound.
        UsageError: the catalogue has no such document.
    """
    loaded = load_catalogue(catalogue)
    places = tuple(f"{catalogue.name}/{folder}/" for folder in _FOLDERS)
    broken = [
        finding
        for finding in loaded.findings
        if finding.severity is Severity.ERROR and finding.location.file.startswith(places)
    ]
    if broken:
        message = f"{len(broken)} findings in records that the import has to read, the first in {broken[0].location}"
        raise CatalogueError(message, broken, tip="run `s1sr lint`, mend these records, then import again")
    data = {record_id: file.data for (folder, record_id), file in loaded.files.items() if folder == "matrix"}
    return state_of(loaded.records, document, data)


def state_of(records: Records, document: str, data: dict[str, RecordData]) -> MatrixState:
    """Return what of these records an import of the document's matrix looks at.

    Raises:
        UsageError: there is no such document.
    """
    known = {found.id: found for found in records.documents}
    if document not in known:
        message = f"the catalogue has no document {document!r}"
        raise UsageError(message, tip=f"name one of: {', '.join(sorted(known)) or 'none is there'}")
    editions = tuple(edition for edition in records.editions if edition.document == document)
    own = {edition.id for edition in editions}
    clauses = _clauses(records, known[document].part_of)
    clause_of = {behaviour.id: behaviour.clause for behaviour in records.behaviours}
    return MatrixState(
        document=known[document],
        rows=tuple(row for row in sorted(records.matrix, key=lambda row: row.id) if row.edition in own),
        data=data,
        taken=frozenset(row.id for row in records.matrix),
        clauses=clauses,
        behaviours_of=_behaviours_of(clauses, clause_of),
        clause_of=clause_of,
        editions=editions,
        sources=frozenset(source.id for source in records.sources),
        manufacturers=records.manufacturers,
        devices=records.devices,
    )


def is_live(row: MatrixRow) -> bool:
    """Say whether a row still counts after all its events; one that only waits for its first does too."""
    spans = timeline(row.lifecycle)
    return not spans or spans[-1].standing.is_live


def _clauses(records: Records, part_of: str) -> dict[str, Clause]:
    """Return the clauses that a matrix is about by key: those of the document that it is part of, if of one."""
    return {clause_key(clause.number): clause for clause in records.clauses if part_of in {"", clause.document}}


def _behaviours_of(clauses: dict[str, Clause], clause_of: dict[str, str]) -> dict[str, tuple[str, ...]]:
    by_id: dict[str, list[str]] = {}
    for behaviour, clause in sorted(clause_of.items()):
        by_id.setdefault(clause, []).append(behaviour)
    return {key: tuple(by_id[clause.id]) for key, clause in clauses.items() if clause.id in by_id}
