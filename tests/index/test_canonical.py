"""Canonical form: equal data gives equal bytes."""

import hashlib
from typing import Any

import pytest

from s1sr_validator.index.canonical import canonical, canonical_bytes, digest


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        (b"{}", {}),
        (b'{"a":1,"b":{"c":2,"d":3}}', {"b": {"d": 3, "c": 2}, "a": 1}),
        (b'["a","b"]', ["b", "a"]),
        (b'["a","b"]', ("b", "a")),
        (b'["1",1,10,2,null,true]', [True, "1", 10, 2, 1, None]),
        (b'[{"a":1,"b":2},{"a":2}]', [{"a": 2}, {"b": 2, "a": 1}]),
        (b'[["a","b"],["c"]]', [["c"], ["b", "a"]]),
        (b'["a","a"]', ["a", "a"]),
        ('"é"'.encode(), "é"),
        (b"100000000000000000000000000000", 10**29),
    ],
)
def test_canonical_bytes(expected: bytes, data: Any) -> None:  # noqa: ANN401 - plain data of any shape
    """Keys are sorted, and list items by their JSON; nothing is lost."""
    assert expected == canonical_bytes(data)


def test_canonical_leaves_its_input_alone() -> None:
    """The order of the data given is not changed."""
    data = {"b": [3, 1, 2], "a": 1}
    canonical(data)
    assert ["b", "a"] == list(data)
    assert [3, 1, 2] == data["b"]


def test_digest() -> None:
    """The digest is the SHA-256 of the canonical JSON."""
    assert hashlib.sha256(b'{"a":[1,2]}').hexdigest() == digest({"a": [2, 1]})


@pytest.mark.parametrize(
    ("one", "other"),
    [({"a": 1}, {"a": "1"}), ({"a": 1}, {"b": 1}), (["a"], ["a", "a"]), ({"a": [1]}, {"a": [[1]]}), ([True], [1])],
)
def test_different_data_has_different_digests(one: Any, other: Any) -> None:  # noqa: ANN401 - plain data
    """Order makes no difference; everything else does."""
    assert digest(one) != digest(other)
