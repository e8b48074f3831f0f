"""The formats of a batch's rows: newline-delimited JSON, CSV, Parquet; each written in parts and joined."""

import csv
import io
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec

from s1sr_validator.batch.tables import arrow
from s1sr_validator.model.errors import UsageError


class RowFormat(Protocol):
    """Writes rows of one type into a file, and joins such files."""

    def write(self, path: Path, rows: Sequence[msgspec.Struct]) -> None:
        """Write a file of rows."""
        ...

    def join(self, path: Path, parts: Iterable[Path]) -> None:
        """Write one file with the rows of several, in their order."""
        ...


class _Joined:
    """Files of text: joined by what is before the first, and then one after the other."""

    def __init__(self, head: bytes = b"") -> None:
        self._head = head

    def join(self, path: Path, parts: Iterable[Path]) -> None:
        with path.open("wb") as whole:
            whole.write(self._head)
            for part in parts:
                with part.open("rb") as file:
                    shutil.copyfileobj(file, whole)


class JsonRows(_Joined):
    """A JSON object on each line."""

    def write(self, path: Path, rows: Sequence[msgspec.Struct]) -> None:
        """Write a file of rows."""
        path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


class CsvRows(_Joined):
    """CSV with a row of names (RFC 4180); what a spreadsheet would take for a formula begins with an apostrophe."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names of the columns."""
        super().__init__((",".join(names) + "\r\n").encode())

    def write(self, path: Path, rows: Sequence[msgspec.Struct]) -> None:
        """Write a file of rows."""
        text = io.StringIO()
        csv.writer(text).writerows([_harmless(value) for value in msgspec.structs.astuple(row)] for row in rows)
        path.write_bytes(text.getvalue().encode(errors="backslashreplace"))


class ParquetRows:
    """Parquet with a text column for each field."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names of the columns.

        Raises:
            UsageError: pyarrow is not installed.
        """
        self._names = tuple(names)
        arrow()

    def write(self, path: Path, rows: Sequence[msgspec.Struct]) -> None:
        """Write a file of rows."""
        pa, parquet = arrow()
        schema = pa.schema([(name, pa.string()) for name in self._names])
        values = [msgspec.structs.astuple(row) for row in rows]
        try:
            table = _table(values, schema)
        except UnicodeEncodeError:  # the name of a file that is not UTF-8
            table = _table([[_text(value) for value in row] for row in values], schema)
        parquet.write_table(table, path)

    def join(self, path: Path, parts: Iterable[Path]) -> None:
        """Write one file with the rows of several, in their order."""
        pa, parquet = arrow()
        schema = pa.schema([(name, pa.string()) for name in self._names])
        with parquet.ParquetWriter(path, schema) as whole:
            for part in parts:
                whole.write_table(parquet.read_table(part, schema=schema))


def _table(values: Sequence[Sequence[object]], schema: Any) -> Any:  # noqa: ANN401 - pyarrow is an extra
    pa, _ = arrow()
    columns = zip(*values, strict=True) if values else ((),) * len(schema)
    return pa.Table.from_arrays([pa.array(column, pa.string()) for column in columns], schema=schema)


def row_format(out: Path, names: Sequence[str]) -> RowFormat:
    """Return the format that a file's name ends with.

    Raises:
        UsageError: it is none of them, or needs what is not installed.
    """
    match out.suffix.lower():
        case ".ndjson" | ".jsonl":
            return JsonRows()
        case ".csv":
            return CsvRows(names)
        case ".parquet":
            return ParquetRows(names)
    raise UsageError(f"{out} is no file for rows", tip="end its name with .parquet, .ndjson or .csv")


def _harmless(value: object) -> str:
    text = _text(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _text(value: object) -> str:
    return str(value).encode(errors="backslashreplace").decode()
