"""The batch on Spark gives the rows that it gives here, one by one."""

import importlib
import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.batch.chunk import packed
from s1sr_validator.batch.item import Columns, Item
from s1sr_validator.batch.predicted import Predicted, PredictedRow
from s1sr_validator.batch.predicting import Predictor, Question
from s1sr_validator.batch.spark import REJECTED, predict_table
from s1sr_validator.model.errors import UsageError
from tests.conftest import ROOT
from tests.invented import GAS, LOG, MAKER_ONE, MAKER_TWO, REGISTER, TINY, request_xml
from tests.overlays import TINY_OVERLAY

QUESTION = Question(device=MAKER_ONE, as_of="2030-01-01", standing="observed", state={})
BROKEN = "<broken"
Row = tuple[object, ...]


def _missing() -> str:
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        return "no Spark: it needs Java, and there is none"
    names = ("pyspark", "pyarrow", "pandas")
    absent = [name for name in names if importlib.util.find_spec(name) is None]
    return f"no Spark: {', '.join(absent)} not installed; run make spark" if absent else ""


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Spark in this machine; without it tests are skipped, or fail where CI says that it is there."""
    if reason := _missing():
        wanted = any(os.environ.get(name) == "1" for name in ("S1SR_REQUIRE_REFERENCE", "S1SR_REQUIRE_SYSTEM"))
        (pytest.fail if wanted else pytest.skip)(reason)
    builder: Any = importlib.import_module("pyspark.sql").SparkSession.builder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(ROOT))
        settings = {
            "spark.ui.enabled": "false",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
        }
        session = builder.master("local[2]").config(map=settings).getOrCreate()
        yield session
        session.stop()


@pytest.fixture(params=["plain", "overlaid"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """The tiny catalogue, and that with private records over it."""
    return Catalogue.load(TINY, overlays=[TINY_OVERLAY] if request.param == "overlaid" else [])


def table() -> list[tuple[str, str, str]]:
    """Return invented requests to several Device Models, some of them broken or to nobody."""
    kinds = [
        (request_xml(LOG), MAKER_ONE),
        (request_xml(REGISTER), MAKER_TWO),
        (BROKEN, MAKER_ONE),
        (request_xml(LOG), "ESME/FFF0"),
        (request_xml(LOG), "ESME/0000"),
        (request_xml(LOG), GAS),
    ]
    return [(f"m{number}", *kinds[number % len(kinds)]) for number in range(45)]


def local(catalogue: Catalogue, rows: list[tuple[str, str, str]]) -> list[Row]:
    """Return what a batch on this machine makes of the messages, in the columns of Spark."""
    items = (Item(name, xml.encode(), key) for name, xml, key in rows)
    predictor = Predictor(catalogue, QUESTION)
    return [row for chunk in packed(items, 10) for row in _in_columns(predictor.predict(chunk.open()))]


def _in_columns(found: Predicted) -> Iterator[Row]:
    for row in found.rows():
        yield (*msgspec.structs.astuple(row), None, None, None, None)
    for reject in found.rejected:
        name, *reason = msgspec.structs.astuple(reject)
        yield (name, *[None] * 7, *reason)


def by_text(rows: list[Row]) -> list[Row]:
    """Return the rows in an order of their own."""
    return sorted(rows, key=repr)


def test_rows_are_those_of_a_batch_here(spark: Any, catalogue: Catalogue) -> None:  # noqa: ANN401 - of an extra
    """However Spark cuts the table, its rows and rejects are to the letter those of the batch on this machine."""
    given = spark.createDataFrame(table(), "id string, message string, key string").repartition(3)
    found = predict_table(given, catalogue, QUESTION, Columns("message", "id", "key"))
    assert [*PredictedRow.__struct_fields__, *REJECTED] == found.columns
    rows = [tuple(row) for row in found.collect()]
    expected = local(catalogue, table())
    assert {"m2", "m4"} < {row[0] for row in expected if row[8] is not None}
    assert by_text(expected) == by_text(rows)


def test_bytes_without_names(spark: Any, tiny: Catalogue, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    """Bytes in Parquet are read as they are; without a column of names a row has none. Null is a reject."""
    messages = [(request_xml(LOG).encode(),), (None,), (request_xml(REGISTER).encode(),)]
    spark.createDataFrame(messages, "xml binary").write.parquet(str(tmp_path / "in"))
    predict_table(spark.read.parquet(str(tmp_path / "in")), tiny, QUESTION).write.parquet(str(tmp_path / "out"))
    found = spark.read.parquet(str(tmp_path / "out"))
    assert {("", LOG, None), ("", REGISTER, None), ("", None, "REQ001")} == {
        (row["name"], row["srv"], row["reject_code"]) for row in found.collect()
    }


def test_empty_table(spark: Any, tiny: Catalogue) -> None:  # noqa: ANN401 - as above
    """A table without rows gives one without rows."""
    assert 0 == predict_table(spark.createDataFrame([], "xml string"), tiny, QUESTION).count()


@pytest.mark.parametrize(
    ("question", "columns", "said"),
    [
        (QUESTION, Columns("other"), "no column 'other'"),
        (Question(device="ESME/0000", as_of="2030-01-01", standing="observed", state={}), Columns(), "ESME/0000"),
        (Question(device=GAS, as_of="2030-01-01", standing="observed", state={"no.such": "1"}), Columns(), "no.such"),
    ],
)
def test_wrong_use(spark: Any, tiny: Catalogue, question: Question, columns: Columns, said: str) -> None:  # noqa: ANN401 - as above
    """What cannot be asked is said before anything is sent to other machines."""
    with pytest.raises(UsageError, match=said):
        predict_table(spark.createDataFrame([("<a/>",)], "xml string"), tiny, question, columns)
