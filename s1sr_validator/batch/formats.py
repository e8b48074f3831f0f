"""The formats of a batch's rows as text: newline-delimited JSON and CSV; each written in parts and joined."""

import csv
import io
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from s1sr_validator.batch.parquet_rows import ParquetRows
from s1sr_validator.batch.predicted import Predicted, lines
from s1sr_validator.model.errors import UsageError


class RowFormat(Protocol):
    """Writes what came of a chunk into a file, and joins such files."""

    def write(self, path: Path, found: Predicted) -> None:
        """Write a file of rows."""
        ...

    def join(self, path: Path, parts: Iterable[Path]) -> None:
        """Write one file with the rows of several, in their order, each as soon as it comes."""
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

    def write(self, path: Path, found: Predicted) -> None:
        """Write a file of rows."""
        path.write_bytes(lines(found.rows()))


class CsvRows(_Joined):
    """CSV with a row of names (RFC 4180); what a spreadsheet would take for a formula begins with an apostrophe."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names of the columns."""
        super().__init__((",".join(names) + "\r\n").encode())

    def write(self, path: Path, found: Predicted) -> None:
        """Write a file of rows."""
        text = io.StringIO()
        csv.writer(text).writerows([_harmless(value) for value in msgspec.structs.astuple(row)] for row in found.rows())
        path.write_bytes(text.getvalue().encode(errors="backslashreplace"))


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
            return ParquetRows()
    raise UsageError(f"{out} is no file for rows", tip="end its name with .parquet, .ndjson or .csv")


def _harmless(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
