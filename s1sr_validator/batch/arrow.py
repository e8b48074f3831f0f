"""Arrow, an extra: what came of a chunk as one of its record batches."""

import importlib
from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from s1sr_validator.batch.predicted import OWN, Answer, Predicted
from s1sr_validator.model.errors import UsageError


def arrow() -> tuple[Any, Any]:
    """Return pyarrow and pyarrow.parquet, an extra.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError:
        tip = "run: pip install 's1sr-validator[parquet]'"
        raise UsageError("a table in Parquet needs pyarrow, which is not installed", tip=tip) from None


def record_batch(found: Predicted) -> Any:  # noqa: ANN401 - of an extra
    """Return the rows as a record batch: texts that each row has for itself, and dictionaries of what is repeated."""
    pa, _ = arrow()
    which = numbers(found.which)
    own = [texts(found.names), texts(found.request_ids)]
    shared = zip(*found.answers, strict=True) if found.answers else ((),) * len(Answer._fields)
    repeated = [_repeated(which, column) for column in shared]
    return pa.RecordBatch.from_arrays([*own, *repeated], names=[*OWN, *Answer._fields])


def texts(values: Sequence[str]) -> Any:  # noqa: ANN401 - as above
    """Return an array of texts; what a file's name has that is not UTF-8 is written as an escape.

    Made of its two buffers, for pyarrow's own way imports pandas, where there is one, for longer than a chunk takes.
    """
    pa, _ = arrow()
    whole = "".join(values)
    if whole.isascii():
        data, lengths = whole.encode(), map(len, values)
    else:
        encoded = [value.encode(errors="backslashreplace") for value in values]
        data, lengths = b"".join(encoded), map(len, encoded)
    ends = array("i", accumulate(lengths, initial=0))
    return pa.StringArray.from_buffers(len(values), pa.py_buffer(ends), pa.py_buffer(data))


def numbers(values: Sequence[int]) -> Any:  # noqa: ANN401 - as above
    """Return an array of numbers of 32 bits."""
    pa, _ = arrow()
    return pa.Array.from_buffers(pa.int32(), len(values), [None, pa.py_buffer(array("i", values))])


def _repeated(which: Any, values: Sequence[str]) -> Any:  # noqa: ANN401 - as above
    """Return the values by place, each of them held once."""
    pa, _ = arrow()
    distinct = {value: place for place, value in enumerate(dict.fromkeys(values))}
    places = numbers([distinct[value] for value in values])
    return pa.DictionaryArray.from_arrays(places.take(which), texts(list(distinct)))
