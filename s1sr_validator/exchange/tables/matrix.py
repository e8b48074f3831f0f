"""The rows of a matrix as a sheet that people read and the import takes back, and as a list for programs."""

import msgspec

from s1sr_validator.exchange.dmvesm.selectors import canonical, selection_text
from s1sr_validator.exchange.tables.about import about
from s1sr_validator.exchange.tables.table import Table
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import natural_order
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.export import TableColumn

YES = "Y"
_SIDE = (
    TableColumn(name="clause", heading="Clause"),
    TableColumn(name="behaviour", heading="Behaviour", is_key=True),
    TableColumn(name="title", heading="Title"),
)
_LIST = (
    TableColumn(name="row", heading="Record", is_key=True),
    TableColumn(name="behaviour", heading="Behaviour", is_key=True),
    TableColumn(name="clause", heading="Clause", is_searched=True),
    TableColumn(name="device", heading="Device selector", is_searched=True),
    TableColumn(name="label", heading="Label"),
    TableColumn(name="edition", heading="Edition"),
)


class Matrix(msgspec.Struct, frozen=True):
    """The rows of one document's matrix, the behaviours that they apply, and the number of the clause of each."""

    document: str
    rows: tuple[MatrixRow, ...]
    behaviours: tuple[Behaviour, ...]
    clauses: dict[str, str]


def matrix_of(lookup: Lookup, document: str) -> Matrix:
    """Return the matrix of a document.

    Raises:
        UsageError: no row is of an edition of such a document.
    """
    editions = {edition.id: edition.document for edition in lookup.records.editions}
    rows = [row for row in lookup.records.matrix if editions.get(row.edition) == document]
    if not rows:
        known = sorted({editions[row.edition] for row in lookup.records.matrix if row.edition in editions})
        raise UsageError(f"no matrix row is of document {document!r}", tip=f"documents with rows: {', '.join(known)}")
    named = {name for row in rows for name in row.behaviours}
    clauses = {name: _number(lookup.behaviours[name], lookup) for name in named if name in lookup.behaviours}
    held = sorted(clauses, key=lambda name: (natural_order(clauses[name]), name))
    ordered = tuple(sorted(rows, key=lambda row: row.id))
    return Matrix(document, ordered, tuple(lookup.behaviours[name] for name in held), clauses)


def matrix_sheet(lookup: Lookup, document: str) -> Table:
    """Return a matrix with its clauses down and a column for each row, in the layout that the import recognises."""
    matrix = matrix_of(lookup, document)
    columns = [TableColumn(name=row.id, heading=selection_text(canonical(row.devices))) for row in matrix.rows]
    headings = (
        ("Record", "", "", *(row.id for row in matrix.rows)),
        ("Edition", "", "", *(row.edition for row in matrix.rows)),
        ("Label", "", "", *(row.label for row in matrix.rows)),
    )
    rows = tuple(
        (
            matrix.clauses[behaviour.id],
            behaviour.id,
            behaviour.title,
            *(YES if behaviour.id in row.behaviours else "" for row in matrix.rows),
        )
        for behaviour in matrix.behaviours
    )
    return Table(
        name="dmvesm",
        title=f"Matrix {document}",
        columns=(*_SIDE, *columns),
        rows=rows,
        about=about(lookup),
        headings=headings,
    )


def matrix_list(lookup: Lookup, document: str) -> Table:
    """Return a matrix with a line for every behaviour of every row."""
    matrix = matrix_of(lookup, document)
    rows = tuple(
        (
            row.id,
            behaviour.id,
            matrix.clauses[behaviour.id],
            selection_text(canonical(row.devices)),
            row.label,
            row.edition,
        )
        for row in matrix.rows
        for behaviour in matrix.behaviours
        if behaviour.id in row.behaviours
    )
    return Table(name="dmvesm", title=f"Matrix {document}", columns=_LIST, rows=rows, about=about(lookup))


def _number(behaviour: Behaviour, lookup: Lookup) -> str:
    clause = lookup.clauses.get(behaviour.clause)
    return clause.number if clause else behaviour.clause.partition("/")[2]
