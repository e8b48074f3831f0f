"""A table as Parquet, where pyarrow is installed: `pip install s1sr-validator[parquet]`."""

import datetime as dt
import importlib
from io import BytesIO
from typing import Any

from s1sr_validator.exchange.tables.table import Table
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.export import ColumnType


def to_parquet(table: Table) -> bytes:
    """Return the bytes of a Parquet file; a value that is not known is null, and the facts are in its metadata.

    Raises:
        UsageError: pyarrow is not installed.
    """
    arrow, parquet = _library()
    types = {
        ColumnType.TEXT: arrow.string(),
        ColumnType.DAY: arrow.date32(),
        ColumnType.WHOLE_NUMBER: arrow.int64(),
    }
    fields = [arrow.field(column.name, types[column.type], nullable=not column.is_key) for column in table.columns]
    facts = {"title": table.title} | {fact.name: fact.value for fact in table.about}
    schema = arrow.schema(fields, metadata={f"s1sr.{name}": value for name, value in facts.items()})
    columns = [
        [_value(row[number], column.type, is_key=column.is_key) for row in table.rows]
        for number, column in enumerate(table.columns)
    ]
    arrays = [arrow.array(values, field.type) for values, field in zip(columns, fields, strict=True)]
    written = BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), written, compression="zstd")
    return written.getvalue()


def _library() -> tuple[Any, Any]:
    try:
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError:
        message = "an export to parquet needs pyarrow, which is not installed"
        raise UsageError(message, tip="run: pip install 's1sr-validator[parquet]'") from None


def _value(text: str, kind: ColumnType, *, is_key: bool) -> str | int | dt.date | None:
    if not text:
        return "" if is_key else None
    if kind is ColumnType.WHOLE_NUMBER:
        return int(text)
    return dt.date.fromisoformat(text) if kind is ColumnType.DAY else text
