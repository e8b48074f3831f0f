"""Messages in the rows of tables: newline-delimited JSON, CSV and Parquet, each read piece by piece."""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from s1sr_validator.batch.arrow import arrow
from s1sr_validator.batch.chunk import MOST_BYTES, PackedRows
from s1sr_validator.batch.item import Columns, Item, from_row, refused
from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.model.errors import UsageError

_LINE = 2 * MAX_BYTES


def json_lines(file: BinaryIO, name: str, columns: Columns) -> Iterator[Item]:
    """Yield the message of each line; a line that is no JSON object, or is too long, is refused by itself."""
    number = 0
    while line := file.readline(_LINE):
        number += 1
        place = f"{name}:{number}"
        if len(line) == _LINE and not line.endswith(b"\n"):
            while not line.endswith(b"\n") and (line := file.readline(_LINE)):
                pass
            yield refused(place, rules.TOO_LARGE, f"the line has more than {_LINE:,} bytes")
        elif line.strip():
            yield _of_line(place, line, columns)


def _of_line(place: str, line: bytes, columns: Columns) -> Item:
    try:
        return from_row(place, msgspec.json.decode(line, type=dict[str, object]), columns)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return refused(place, rules.NOT_JSON, f"the line is no JSON object: {error}")


def csv_rows(path: Path, name: str, columns: Columns) -> Iterator[Item]:
    """Yield the message of each row; the first row names the columns."""
    csv.field_size_limit(min(MAX_BYTES + 1, sys.maxsize))
    with path.open(encoding="utf-8-sig", newline="", errors="surrogateescape") as file:
        reader = csv.DictReader(file)
        _check(columns, reader.fieldnames or (), name)
        rows = iter(reader)
        while True:
            place = f"{name}:{reader.line_num + 1}"
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield refused(place, rules.UNREADABLE, f"the row cannot be read: {error}")
                continue
            yield from_row(place, {str(key): value for key, value in row.items()}, columns)


def parquet_rows(path: Path, name: str, columns: Columns, size: int) -> Iterator[PackedRows]:
    """Yield the messages of the rows, a record batch after the other.

    Raises:
        UsageError: pyarrow is not installed, or the table has no such column.
    """
    _, parquet = arrow()
    with parquet.ParquetFile(path, pre_buffer=False) as table:
        _check(columns, table.schema_arrow.names, name)
        wanted = [column for column in columns if column]
        first = 1
        for batch in table.iter_batches(batch_size=_batch_size(table.metadata, size), columns=wanted):
            yield PackedRows(batch, name, first, columns)
            first += batch.num_rows


def _batch_size(metadata: Any, size: int) -> int:  # noqa: ANN401 - of an extra
    """Return how many rows to read at once: fewer where they are large."""
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    largest = max((group.total_byte_size // max(group.num_rows, 1) for group in groups), default=0)
    return max(1, min(size, MOST_BYTES // max(largest, 1)))


def _check(columns: Columns, there: object, name: str) -> None:
    known = [str(column) for column in there] if isinstance(there, list | tuple) else []
    for column in columns:
        if column and column not in known:
            tip = f"it has {', '.join(known[:20])}; see --column and --device-column"
            raise UsageError(f"{name} has no column {column!r}", tip=tip)


def row_count(inputs: Sequence[str]) -> int | None:
    """Return how many messages the inputs hold where that is quickly known: of Parquet alone."""
    if not inputs or not all(name.lower().endswith(".parquet") and Path(name).is_file() for name in inputs):
        return None
    _, parquet = arrow()
    return sum(int(parquet.read_metadata(name).num_rows) for name in inputs)
