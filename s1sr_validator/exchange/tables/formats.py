"""What can be exported, and into what: the two registries, and the file that is written."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import msgspec

from s1sr_validator.exchange.tables.decisions import decisions
from s1sr_validator.exchange.tables.matrix import matrix_list, matrix_sheet
from s1sr_validator.exchange.tables.parquet import to_parquet
from s1sr_validator.exchange.tables.register import devices, register
from s1sr_validator.exchange.tables.sqlite import to_sqlite
from s1sr_validator.exchange.tables.table import Table
from s1sr_validator.exchange.tables.text import to_csv, to_json_bytes
from s1sr_validator.exchange.tables.xlsx import to_xlsx
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.whole_files import replace_bytes


class ExportFormat(StrEnum):
    """The formats of an export."""

    XLSX = "xlsx"
    CSV = "csv"
    PARQUET = "parquet"
    JSON = "json"
    SQLITE = "sqlite"


class ExportQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What an export depends on besides the catalogue: the day, the lowest standing, the document of a matrix."""

    as_of: dt.date
    lowest_standing: Standing = Standing.PROPOSED
    document: str = "DMVESM"


FORMATS: dict[ExportFormat, Callable[[Table], bytes]] = {
    ExportFormat.XLSX: to_xlsx,
    ExportFormat.CSV: to_csv,
    ExportFormat.PARQUET: to_parquet,
    ExportFormat.JSON: to_json_bytes,
    ExportFormat.SQLITE: to_sqlite,
}
TABLES: dict[str, Callable[[Lookup, ExportQuestion], Table]] = {
    "dmvesm": lambda lookup, asked: matrix_list(lookup, asked.document),
    "register": lambda lookup, asked: register(lookup, asked.as_of),
    "devices": lambda lookup, _: devices(lookup),
    "decisions": lambda lookup, asked: decisions(lookup, asked.as_of, asked.lowest_standing),
}


def exported(kind: str, form: ExportFormat, lookup: Lookup, asked: ExportQuestion) -> bytes:
    """Return a table of the catalogue in a format.

    Args:
        kind: one of `TABLES`.
        form: the format; a matrix as xlsx is a sheet that `s1sr import dmvesm` takes back, else a list of its rows.
        lookup: the catalogue.
        asked: what the table depends on.

    Raises:
        UsageError: there is no such table, or the format needs a package that is not installed.
    """
    if kind not in TABLES:
        raise UsageError(f"there is no export {kind!r}", tip=f"one of: {', '.join(TABLES)}, consultation")
    if kind == "dmvesm" and form is ExportFormat.XLSX:
        return to_xlsx(matrix_sheet(lookup, asked.document))
    return FORMATS[form](TABLES[kind](lookup, asked))


def write_export(data: bytes, path: Path) -> None:
    """Write an export whole or not at all.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
