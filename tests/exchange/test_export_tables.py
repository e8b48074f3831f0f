"""What an export holds, in every format: nothing of the catalogue is lost, turned into a number or into a formula."""

import csv
import datetime as dt
import importlib
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from s1sr_validator import Catalogue
from s1sr_validator.exchange.tables.formats import TABLES, ExportFormat, ExportQuestion, exported
from s1sr_validator.exchange.tables.sqlite import to_sqlite
from s1sr_validator.exchange.tables.table import Table, neutral, without_apostrophe
from s1sr_validator.exchange.tables.text import to_csv
from s1sr_validator.exchange.tables.xlsx import to_xlsx
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.export import About, ColumnType, TableColumn

ROOT = Path(__file__).parents[2]
ASKED = ExportQuestion(as_of=dt.date(2012, 6, 1), document="INVENTED")
CODES = ("0105", "03465317", "4.10", "12E4", "1/2", "TRUE", "2012-06-01")
FORMULAS = ("=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\uff1dx")


def table(*texts: str) -> Table:
    """Return a table with these texts in one column, numbered in the other."""
    columns = (
        TableColumn(name="number", heading="Number", type=ColumnType.WHOLE_NUMBER, is_key=True),
        TableColumn(name="text", heading="Text", is_searched=True),
    )
    rows = tuple((str(number), text) for number, text in enumerate(texts))
    return Table(name="t", title="T", columns=columns, rows=rows, about=(About(name="digest", value="abc"),))


def sheet_of(data: bytes) -> Any:  # noqa: ANN401 - openpyxl's sheet
    """Return the first sheet of a workbook."""
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_codes_stay_texts_in_a_spreadsheet() -> None:
    """No code becomes a number, a truth value or a day."""
    column = [row[1] for row in sheet_of(to_xlsx(table(*CODES))).iter_rows(min_row=2)]
    assert [(code, "s", "@") for code in CODES] == [(cell.value, cell.data_type, cell.number_format) for cell in column]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text: str) -> None:
    """An apostrophe stands before it in a spreadsheet and in CSV; a database has it as it is."""
    cell = sheet_of(to_xlsx(table(text)))["B2"]
    assert ("s", "'") == (cell.data_type, cell.value[0])
    (_, row) = csv.reader(io.StringIO(to_csv(table(text)).decode(), newline=""))
    assert f"'{text}" == row[1]
    assert text == without_apostrophe(neutral(text))


def test_a_spreadsheet_opens_well() -> None:
    """The headings are frozen and filtered, and columns are as wide as their texts."""
    sheet = sheet_of(to_xlsx(table("a rather long text in a column")))
    assert ("B2", "A1:B2") == (sheet.freeze_panes, sheet.auto_filter.ref)
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_a_database_has_types_key_index_and_what_it_is_from(tmp_path: Path) -> None:
    """A whole number is one, and the about table names the catalogue."""
    path = tmp_path / "t.sqlite"
    path.write_bytes(to_sqlite(table("0105", "")))
    connection = sqlite3.connect(path)
    assert [(0, "0105"), (1, None)] == connection.execute("SELECT number, text FROM t ORDER BY number").fetchall()
    assert [("abc",)] == connection.execute("SELECT value FROM about WHERE name = 'digest'").fetchall()
    indexes = {row[1] for row in connection.execute("PRAGMA index_list('t')")}
    assert "t_by_text" in indexes
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO t VALUES (0, 'again')")
    connection.close()


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_any_text_can_be_exported(texts: list[str]) -> None:
    """Control characters that no file of a format can hold are replaced, never an error; JSON and SQLite read back."""
    held = table(*texts)
    assert len(texts) == sum(1 for _ in sheet_of(to_xlsx(held)).iter_rows(min_row=2))
    assert len(texts) + 1 == len(list(csv.reader(io.StringIO(to_csv(held).decode(), newline=""))))


@pytest.mark.parametrize("kind", sorted(TABLES))
@pytest.mark.parametrize("form", [form for form in ExportFormat if form is not ExportFormat.PARQUET])
def test_an_export_is_the_same_every_time(tiny: Catalogue, kind: str, form: ExportFormat) -> None:
    """Two exports of one catalogue are the same bytes."""
    assert exported(kind, form, tiny.lookup, ASKED) == exported(kind, form, tiny.lookup, ASKED)


@pytest.mark.parametrize("kind", sorted(TABLES))
def test_json_is_as_its_schema_says(tiny: Catalogue, kind: str) -> None:
    """Rows have a value for every column, and the digest is that of the catalogue."""
    made = json.loads(exported(kind, ExportFormat.JSON, tiny.lookup, ASKED))
    schema = json.loads((ROOT / "schemas/output/export.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(made)
    assert made["rows"]
    assert {len(made["columns"])} == {len(row["values"]) for row in made["rows"]}
    assert tiny.digest in {fact["value"] for fact in made["about"]}


def test_decisions_are_those_of_a_prediction(tiny: Catalogue) -> None:
    """Every Device Model stands with every service, once, and says what a prediction would."""
    made = TABLES["decisions"](tiny.lookup, ASKED)
    found = {(row[0], row[1]): row[3] for row in made.rows}
    assert len(tiny.lookup.devices) * len(tiny.lookup.services) == len(found) == len(made.rows)
    assert {"not_assessed", "deviates_if"} <= set(found.values())
    named = {row[1]: row[5] for row in made.rows if row[0] == "ESME/FFF0/0001/0101/00000001"}
    assert "S1B-9001" == named["9.9.1"]


def test_parquet_reads_back(tiny: Catalogue, tmp_path: Path) -> None:
    """With pyarrow, every row reads back, with null where nothing is known."""
    pytest.importorskip("pyarrow")
    parquet = importlib.import_module("pyarrow.parquet")
    path = tmp_path / "d.parquet"
    path.write_bytes(exported("devices", ExportFormat.PARQUET, tiny.lookup, ASKED))
    read = parquet.read_table(path)
    assert len(tiny.lookup.devices) == read.num_rows
    assert tiny.digest.encode() == read.schema.metadata[b"s1sr.catalogue_digest"]


def test_an_unknown_document_is_refused(tiny: Catalogue) -> None:
    """The error names the documents that have rows."""
    with pytest.raises(UsageError) as raised:
        exported("dmvesm", ExportFormat.CSV, tiny.lookup, ExportQuestion(as_of=ASKED.as_of, document="NOBODY"))
    assert "INVENTED" in raised.value.tip
