"""Every record in one Parquet file: the rows of all.ndjson, each record as JSON text."""

from collections.abc import Iterable

import msgspec

from s1sr_validator.exchange.tables.about import about
from s1sr_validator.exchange.tables.parquet import to_parquet
from s1sr_validator.exchange.tables.table import Table
from s1sr_validator.model.export import TableColumn
from s1sr_validator.publish.api_types import BulkRecord
from s1sr_validator.publish.contents import Contents

# All of them are called keys, for a text that is empty is then an empty text, and never null.
_COLUMNS = tuple(TableColumn(name=name, heading=name, is_key=True) for name in ("kind", "id", "title", "record"))


def record_parquet(contents: Contents, records: Iterable[BulkRecord]) -> bytes:
    """Return the bytes of a Parquet file; equal contents give equal bytes with one version of pyarrow.

    Raises:
        UsageError: pyarrow is not installed.
    """
    rows = tuple((each.kind, each.id, each.title, msgspec.json.encode(each.record).decode()) for each in records)
    return to_parquet(
        Table(
            name="records",
            title="Every record",
            columns=_COLUMNS,
            rows=rows,
            about=about(contents.lookup, contents.as_of),
        )
    )
