"""The same batch on Spark: a table of messages becomes a table of predictions, wherever Spark keeps and works on it.

Nothing here is an engine: Spark hands over record batches of Arrow, and what predicts them is what `s1sr batch` runs.
"""

import functools
from collections.abc import Callable, Iterator
from typing import Any

from s1sr_validator.batch.arrow import arrow, numbers, record_batch, texts
from s1sr_validator.batch.chunk import of_record_batch
from s1sr_validator.batch.item import Columns
from s1sr_validator.batch.predicted import Predicted, PredictedRow
from s1sr_validator.batch.predicting import Predictor, Question
from s1sr_validator.catalogue import Catalogue
from s1sr_validator.index.snapshot import from_bytes, to_bytes
from s1sr_validator.model.errors import UsageError

Batches = Callable[[Iterator[Any]], Iterator[Any]]
"""What `mapInArrow` takes: a function from record batches to record batches."""

REJECTED = {"reject_code": "string", "reject_message": "string", "reject_line": "int", "reject_column": "int"}
"""The columns that are null for a prediction, and say of any other row why there is none."""
_PREDICTED = PredictedRow.__struct_fields__
SCHEMA = ", ".join(f"{name} {kind}" for name, kind in {**dict.fromkeys(_PREDICTED, "string"), **REJECTED}.items())


def predict_table(
    messages: Any,  # noqa: ANN401 - a DataFrame, of an extra
    catalogue: Catalogue,
    question: Question,
    columns: Columns | None = None,
) -> Any:  # noqa: ANN401 - another
    """Return a row for each request and Device Model, and one for each message that cannot be used.

    Args:
        messages: a Spark table with the messages; every machine that works on it has this package and pyarrow.
        catalogue: who is asked, private overlays among it; it travels with the work.
        question: what is asked about every message.
        columns: where the table has messages, their names and Device Models. Rows of Spark have no numbers: without
            a column of names their `name` is empty.

    Returns:
        A table with the columns of `s1sr batch` and those of REJECTED.

    Raises:
        UsageError: the table has no such column, or the question cannot be asked.
    """
    wanted = columns or Columns()
    given = [column for column in wanted if column]
    missing = [column for column in given if column not in messages.columns]
    if missing:
        raise UsageError(f"the table has no column {missing[0]!r}", tip=f"it has {', '.join(messages.columns[:20])}")
    # What is wrong with the question is said here, and not by each machine.
    catalogue.inquiry(
        device=question.device or "ESME", as_of=question.as_of, state=question.state, standing=question.standing
    )
    work = in_batches(to_bytes(catalogue.snapshot), question, wanted)
    return messages.select(*given).mapInArrow(work, SCHEMA)


def in_batches(snapshot: bytes, question: Question, columns: Columns) -> Batches:
    """Return the function that Spark sends to each machine, with a compiled catalogue in it."""

    def predict(batches: Iterator[Any]) -> Iterator[Any]:
        predictor = Predictor(_catalogue(snapshot), question)
        for batch in batches:
            chunk = of_record_batch(batch, "", 0, columns)
            named = chunk if columns.name else chunk._replace(names=[""] * len(chunk.names))
            yield _with_rejects(predictor.predict(named))

    return predict


@functools.lru_cache(maxsize=1)
def _catalogue(snapshot: bytes) -> Catalogue:
    """Return the catalogue, which a process of Spark reads once for all of its partitions."""
    return Catalogue(from_bytes(snapshot))


def _with_rejects(found: Predicted) -> Any:  # noqa: ANN401 - of an extra
    pa, _ = arrow()
    batch, rejected = record_batch(found), found.rejected
    kinds = [pa.string()] * (len(_PREDICTED) + 2) + [pa.int32()] * 2
    good = [batch.column(name).cast(pa.string()) for name in _PREDICTED]
    bad = [
        texts([row.name for row in rejected]),
        *(pa.nulls(len(rejected), pa.string()) for _ in _PREDICTED[1:]),
        texts([row.code for row in rejected]),
        texts([row.message for row in rejected]),
        numbers([row.line for row in rejected]),
        numbers([row.column for row in rejected]),
    ]
    good += [pa.nulls(batch.num_rows, kind) for kind in kinds[len(good) :]]
    columns = [pa.concat_arrays(pair) for pair in zip(good, bad, strict=True)]
    return pa.RecordBatch.from_arrays(columns, names=[*_PREDICTED, *REJECTED])
