"""Chunks: however a table holds its messages, they are cut, packed and opened as they are."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.batch.chunk import MOST_BYTES, Chunk, Packed, packed
from s1sr_validator.batch.item import Columns, Item
from s1sr_validator.batch.sources import chunks
from s1sr_validator.messages.bounds import MAX_BYTES
from tests.invented import GAS, MAKER_ONE

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def opened(found: Packed) -> Chunk:
    """Return a chunk as another process opens it."""
    copy: Packed = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    assert len(copy) == len(copy.open().names)
    return copy.open()


def of_table(tmp_path: Path, columns: dict[str, Any], wanted: Columns, size: int = 2) -> list[Chunk]:
    """Return the chunks of a Parquet with these columns."""
    pq.write_table(pa.table(columns), tmp_path / "in.parquet", row_group_size=3)
    return [opened(chunk) for chunk in chunks([str(tmp_path / "in.parquet")], wanted, size)]


@given(sizes=st.lists(st.integers(0, 5), max_size=30), size=st.integers(1, 7))
def test_cut_and_opened(sizes: list[int], size: int) -> None:
    """Every message is in one chunk, in its order, and no chunk is larger than it may be."""
    items = [Item(f"m{place}", b"x" * length, "d") for place, length in enumerate(sizes)]
    found = [chunk.open() for chunk in packed(iter(items), size)]
    assert items == [Item(*each) for chunk in found for each in zip(*chunk[:3], strict=True)]
    assert all(len(chunk.names) <= size for chunk in found)


def test_large_messages_make_small_chunks() -> None:
    """What a chunk holds is bounded in bytes too."""
    items = [Item("large", b"x" * (MOST_BYTES // 2))] * 5
    assert [2, 2, 1] == [len(chunk) for chunk in packed(iter(items), 1000)]


def test_large_rows_make_small_chunks(tmp_path: Path) -> None:
    """So is what is read of a table at once."""
    # Each another one: equal values are one in a Parquet file.
    values = [bytes([number]) * (MOST_BYTES // 4) for number in range(6)]
    found = of_table(tmp_path, {"xml": values}, Columns(), size=1000)
    assert 6 == sum(len(chunk.names) for chunk in found)
    assert 4 >= max(len(chunk.names) for chunk in found)


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.binary(), pa.large_string(), pa.large_binary(), pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)
def test_columns_of_any_kind(tmp_path: Path, kind: Any) -> None:  # noqa: ANN401 - of an extra
    """A text and bytes of any kind that Arrow has are messages; their rows number them through all row groups."""
    texts = ["<a/>", "<\u00e9/>", "<a/>", "<b/>", "<c/>"]
    is_binary = pa.types.is_binary(kind) or pa.types.is_large_binary(kind)
    values = [text.encode() for text in texts] if is_binary else texts
    found = of_table(tmp_path, {"xml": pa.array(values).cast(kind)}, Columns())
    assert [text.encode() for text in texts] == [data for chunk in found for data in chunk.messages]
    names = [f"{tmp_path / 'in.parquet'}:{row}" for row in range(1, 6)]
    assert names == [name for chunk in found for name in chunk.names]
    assert not any(chunk.problems for chunk in found)


def test_rows_that_are_no_messages(tmp_path: Path) -> None:
    """A row without a message or Device Model, or with one that is too large, is refused by itself."""
    columns = {
        "xml": ["<a/>", None, "<a/>", "<a/>", "x" * (MAX_BYTES + 1)],
        "key": [GAS, GAS, None, " ", MAKER_ONE],
        "id": ["first", None, "third", "fourth", "fifth"],
    }
    found = of_table(tmp_path, columns, Columns("xml", "id", "key"), size=5)
    refused = [chunk.names[place] for chunk in found for place in sorted(chunk.problems)]
    assert [f"{tmp_path / 'in.parquet'}:2", "third", "fourth", "fifth"] == refused
    assert (b"<a/>", GAS) == (found[0].messages[0], found[0].devices[0])


def test_inputs_of_several_kinds(tmp_path: Path) -> None:
    """Tables and files stand in the order of the inputs; no chunk holds both."""
    (tmp_path / "a.xml").write_text("<a/>", "utf-8")
    (tmp_path / "c.ndjson").write_text(json.dumps({"xml": "<c/>"}) + "\n", "utf-8")
    pq.write_table(pa.table({"xml": ["<b/>"]}), tmp_path / "b.parquet")
    inputs = [str(tmp_path / name) for name in ("a.xml", "b.parquet", "c.ndjson", "a.xml")]
    found = [chunk.open().messages for chunk in chunks(inputs, Columns(), 10)]
    assert [[b"<a/>"], [b"<b/>"], [b"<c/>", b"<a/>"]] == [list(messages) for messages in found]
