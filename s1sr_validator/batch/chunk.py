"""A part of a batch that one process works on: messages side by side, in columns, so that few values travel."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from s1sr_validator.batch.arrow import arrow
from s1sr_validator.batch.item import Columns, Item, from_row
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.model.finding import Finding

MOST_BYTES = 16 * 1024 * 1024
"""What a chunk may hold before it is full, whatever the number of its messages."""


class Chunk(NamedTuple):
    """Messages in their order. `devices` are their CPL keys, empty for that of the run; `problems` go by place."""

    names: Sequence[str]
    messages: Sequence[bytes]
    devices: Sequence[str]
    problems: dict[int, Finding]


class Packed(Protocol):
    """Messages as they travel to the process that works on them; the number of them is known before."""

    def __len__(self) -> int:
        """Return how many messages it holds."""
        ...

    def open(self) -> Chunk:
        """Return the messages."""
        ...


class PackedItems:
    """Messages that were read one by one."""

    def __init__(self, items: Iterable[Item]) -> None:
        """Put them into columns."""
        found = tuple(items)
        problems = {place: item.problem for place, item in enumerate(found) if item.problem is not None}
        names, messages, devices = zip(*(item[:3] for item in found), strict=True) if found else ((), (), ())
        self._chunk = Chunk(names, messages, devices, problems)

    def __len__(self) -> int:
        """Return how many messages it holds."""
        return len(self._chunk.names)

    def open(self) -> Chunk:
        """Return the messages."""
        return self._chunk


class PackedRows:
    """Rows of a table in Arrow's own bytes, which are copied and not looked into until they are worked on."""

    def __init__(self, batch: Any, place: str, first: int, columns: Columns) -> None:  # noqa: ANN401 - of an extra
        """Take a record batch with the columns, and the number of its first row in the table called `place`."""
        self._count = int(batch.num_rows)
        self._data = _bytes(batch)
        self._place, self._first, self._columns = place, first, columns

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._count

    def open(self) -> Chunk:
        """Return the messages."""
        pa, _ = arrow()
        with pa.ipc.open_stream(self._data) as stream:
            return of_record_batch(stream.read_next_batch(), self._place, self._first, self._columns)


def _bytes(batch: Any) -> bytes:  # noqa: ANN401 - as above
    """Return a record batch as a stream of one, which holds its dictionaries too."""
    pa, _ = arrow()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return bytes(sink.getvalue())


def of_record_batch(batch: Any, place: str, first: int, columns: Columns) -> Chunk:  # noqa: ANN401 - as above
    """Return the messages of a record batch that has the columns.

    Args:
        batch: an Arrow record batch.
        place: what to call the table where no column names the messages.
        first: the number of the batch's first row in the table.
        columns: where the messages, names and Device Models are.
    """
    pa, _ = arrow()
    column = batch.column(columns.message)
    if column.type in {pa.string(), pa.large_string(), pa.large_binary()}:
        column = column.cast(pa.binary())
    found = column.to_pylist()
    named = batch.column(columns.name).to_pylist() if columns.name else [None] * len(found)
    names = [f"{place}:{row}" if name is None else str(name) for row, name in enumerate(named, start=first)]
    keys = batch.column(columns.device).to_pylist() if columns.device else [""] * len(found)
    are_small = column.nbytes <= MAX_BYTES or all(len(data or b"") <= MAX_BYTES for data in found)
    if (
        are_small
        and column.null_count == 0
        and column.type == pa.binary()
        and (not columns.device or all(type(key) is str and key and not key.isspace() for key in keys))
    ):
        return Chunk(names, found, keys, {})
    rows = zip(names, found, keys, strict=True)
    here = Columns(columns.message, "", columns.device)
    return PackedItems(
        from_row(name, {columns.message: data, columns.device: key}, here) for name, data, key in rows
    ).open()


def packed(items: Iterator[Item], size: int) -> Iterator[PackedItems]:
    """Cut messages into chunks of a size; those whose messages are large hold fewer."""
    held: list[Item] = []
    taken = 0
    for item in items:
        held.append(item)
        taken += len(item.data)
        if len(held) == size or taken >= MOST_BYTES:
            yield PackedItems(held)
            held, taken = [], 0
    if held:
        yield PackedItems(held)
