"""A table as CSV or JSON."""

import csv
import io

from s1sr_validator.exchange.tables.table import Table, as_export, neutral
from s1sr_validator.report.as_json import to_json


def to_csv(table: Table) -> bytes:
    """Return CSV in UTF-8 as RFC 4180 has it: a row of names, then the rows.

    A text that a spreadsheet could take for a formula has an apostrophe before it. Programs that want the texts as
    they are read JSON, parquet or sqlite.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([neutral(text) for text in row] for row in table.rows)
    return written.getvalue().encode()


def to_json_bytes(table: Table) -> bytes:
    """Return the table in its published JSON shape."""
    return to_json(as_export(table)).encode()
