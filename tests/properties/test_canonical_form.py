"""Laws of the canonical form: order never matters, and nothing else is lost."""

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.index.canonical import canonical, canonical_bytes, digest
from s1sr_validator.index.compile import compile_snapshot
from s1sr_validator.index.snapshot import from_bytes, to_bytes
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.yaml_tree import Mapping, Node, Scalar, Sequence, read_tree
from tests.invented import TINY

scalars = st.one_of(st.booleans(), st.integers(-10, 10), st.text(max_size=3), st.none())
data = st.recursive(
    scalars,
    lambda parts: st.one_of(st.lists(parts, max_size=4), st.dictionaries(st.text(max_size=3), parts, max_size=4)),
    max_leaves=15,
)


def shuffled(value: Any, random: Random) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return the same data with keys and list items in another order."""
    if isinstance(value, dict):
        return {key: shuffled(value[key], random) for key in random.sample(list(value), len(value))}
    if isinstance(value, list):
        return [shuffled(item, random) for item in random.sample(value, len(value))]
    return value


@given(data, st.randoms(use_true_random=False))
def test_order_makes_no_difference(value: Any, random: Random) -> None:  # noqa: ANN401 - plain data of any shape
    """Data in another order has the same bytes and the same digest."""
    other = shuffled(value, random)
    assert canonical_bytes(value) == canonical_bytes(other)
    assert digest(value) == digest(other)


@given(data)
def test_canonical_once_is_canonical(value: Any) -> None:  # noqa: ANN401 - plain data of any shape
    """Canonical data stays as it is, and reads back as it was written."""
    once = canonical(value)
    assert once == canonical(once)
    assert once == json.loads(canonical_bytes(value))


@given(data, data)
def test_equal_bytes_mean_equal_data(one: Any, other: Any) -> None:  # noqa: ANN401 - plain data of any shape
    """Two values with the same bytes differ in order only."""
    same = json.dumps(canonical(one), sort_keys=True) == json.dumps(canonical(other), sort_keys=True)
    assert same is (canonical_bytes(one) == canonical_bytes(other))


def rewritten(node: Node, random: Random) -> str:
    """Return a YAML text of the same content: other order, other quotes, other layout."""
    match node:
        case Scalar(text=text, quoted=quoted):
            bare = not quoted and re.fullmatch(r"-?[0-9]+|true|false", text)
            return text if bare else json.dumps(text, ensure_ascii=random.random() < 0.5)
        case Sequence(items=items):
            parts = [rewritten(item, random) for item in items]
            return "[" + ", ".join(random.sample(parts, len(parts))) + "]"
        case Mapping(items=pairs):
            parts = [f"{json.dumps(key.text)}: {rewritten(value, random)}" for key, value in pairs]
            return "{" + ", ".join(random.sample(parts, len(parts))) + "}"


@pytest.fixture(scope="module")
def texts() -> dict[Path, Mapping]:
    """The tiny catalogue's files as trees."""
    return {path.relative_to(TINY): read_tree(path.read_bytes()) for path in sorted(TINY.rglob("*.yaml"))}


@settings(max_examples=20)
@given(seed=st.integers(0, 10**6))
def test_rewriting_every_file_keeps_the_digest(
    seed: int, texts: dict[Path, Mapping], tiny: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The order of files, keys and list items, quotes and layout are not content."""
    random = Random(seed)  # noqa: S311 - nothing secret
    folder = tmp_path_factory.mktemp("rewritten") / "tiny_catalogue"
    for path, tree in texts.items():
        below = [path.parts[0], random.choice("abc"), *path.parts[1:]] if len(path.parts) > 1 else [path.name]
        target = folder.joinpath(*below)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(rewritten(tree, random), "utf-8")
    loaded = load_catalogue(folder)
    assert () == loaded.findings
    snapshot = compile_snapshot(loaded)
    assert tiny.digest == snapshot.digest
    assert tiny.snapshot.records == snapshot.records
    assert snapshot == from_bytes(to_bytes(snapshot))
