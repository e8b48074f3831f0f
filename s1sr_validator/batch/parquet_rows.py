"""Rows as Parquet: each part a file of Arrow, encoded once, when the parts are joined."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from s1sr_validator.batch.arrow import arrow, record_batch
from s1sr_validator.batch.predicted import OWN, Predicted, PredictedRow

_GROUP = 32_000
"""Rows of a row group at least: more of them would be in memory at once, fewer make the table slow to read."""


class ParquetRows:
    """Parquet with a text column for each field."""

    def __init__(self) -> None:
        """Look whether pyarrow is there.

        Raises:
            UsageError: pyarrow is not installed.
        """
        arrow()

    def write(self, path: Path, found: Predicted) -> None:
        """Write a file of rows."""
        pa, _ = arrow()
        batch = record_batch(found)
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, batch.schema) as writer:
            writer.write_batch(batch)

    def join(self, path: Path, parts: Iterable[Path]) -> None:
        """Write one file with the rows of several, in their order, each as soon as it comes."""
        pa, parquet = arrow()
        text, repeated = pa.string(), pa.dictionary(pa.int32(), pa.string())
        schema = pa.schema([(name, text if name in OWN else repeated) for name in PredictedRow.__struct_fields__])
        # Without our schema beside the data, readers see texts and no dictionaries.
        with parquet.ParquetWriter(path, schema, store_schema=False) as whole:
            for tables in _groups(parts):
                whole.write_table(pa.concat_tables(tables).unify_dictionaries())


def _groups(parts: Iterable[Path]) -> Iterator[list[Any]]:
    """Yield the tables of as many parts as make a row group."""
    pa, _ = arrow()
    held: list[Any] = []
    for part in parts:
        with pa.OSFile(str(part)) as file:
            held.append(pa.ipc.open_file(file).read_all())
        if sum(table.num_rows for table in held) >= _GROUP:
            yield held
            held = []
    if held:
        yield held
