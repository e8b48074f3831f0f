"""Laws of the reading edge: whatever a file holds, reading ends in a record or in findings."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from s1sr_validator.load import yaml_tree
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.rules import LOAD_RULES
from s1sr_validator.load.yaml_tree import Mapping, Node, Scalar, Sequence, read_tree
from tests.invented import TINY, tiny_copy

TEXTS = {path.relative_to(TINY).as_posix(): path.read_text("utf-8") for path in sorted(TINY.rglob("*.yaml"))}
FILES = list(TEXTS)
CODES = {rule.code for rule in LOAD_RULES}
LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]
PIECES = [
    *"[]{}:,-?!&*|>'\"%@`#~= \n\t\0\\",
    "\n  ",
    "\n- ",
    ": ",
    "---\n",
    "...\n",
    "<<: ",
    "&a ",
    "*a",
    "!!int ",
    "null",
    "0x10",
    "4.10",
    "1e5",
    "2025-10-17",
    "id: ",
    "when:\n  all: []\n",
    "\ufeff",
    "\u2028",
    "\x85",
    "é",
]
garbage = st.one_of(
    st.binary(max_size=80),
    st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from([*PIECES, *"abcdefghij"]), max_size=40).map(lambda found: "".join(found).encode()),
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """Cut a piece out of a text, repeat one, or put something else in its place."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 60)))
    piece = draw(st.one_of(st.just(""), st.sampled_from(PIECES), st.just(text[start:end] * 2), st.text(max_size=5)))
    return (text[:start] + piece + text[end:]).encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny catalogue, of which one file at a time is changed."""
    return tiny_copy(tmp_path_factory.mktemp("damaged"))


def outcome(data: bytes) -> Mapping | LoadProblem:
    """Return the tree of a text, or why there is none."""
    try:
        return read_tree(data)
    except LoadProblem as problem:
        return problem


@pytest.mark.parametrize("loader", LOADERS, ids=["libyaml", "pure Python"])
@given(data=garbage)
@example(data=b'a: "\\UFFFFFFFF"')
@example(data=b"%YAML 1." + b"9" * 5000 + b"\n---\na: b")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_tree_or_a_problem(data: bytes, loader: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - a class without a type
    """Any bytes give a tree, or one problem of a known rule."""
    monkeypatch.setattr(yaml_tree, "_LOADER", loader)
    found = outcome(data)
    assert isinstance(found, Mapping) or (found.rule.code in CODES and found.message)


def plain(node: Node) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return a tree as Python data without marks."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(item) for key, item in node.items}


@given(data=st.data())
def test_what_is_read_is_what_the_text_says(data: st.DataObject) -> None:
    """Where a tree comes out, a plain YAML reader that takes everything for text reads the same."""
    file = data.draw(st.sampled_from(FILES))
    text = data.draw(st.one_of(garbage, damaged(TEXTS[file])))
    tree = outcome(text)
    if isinstance(tree, LoadProblem):
        return
    assert plain(tree) == yaml.load(text.decode(), yaml.CBaseLoader)  # noqa: S506 - it builds text only


@given(data=st.data())
def test_reading_a_catalogue_never_raises(folder: Path, data: st.DataObject) -> None:
    """Whatever one file holds, every other file is read, and what is wrong is found in known files by known rules."""
    file = data.draw(st.sampled_from(FILES))
    text = TEXTS[file]
    (folder / file).write_bytes(data.draw(st.one_of(garbage, damaged(text))))
    try:
        loaded = load_catalogue(folder)
    finally:
        (folder / file).write_text(text, "utf-8")
    assert {finding.code for finding in loaded.findings} <= CODES
    assert {finding.location.file for finding in loaded.findings} <= {f"tiny/{name}" for name in FILES}
    others = {f"tiny/{name}" for name in FILES if name != file}
    unread = others - {found.file for found in loaded.files.values()}
    assert not unread or "CAT010" in {finding.code for finding in loaded.findings}


def test_undamaged_files_are_sound(folder: Path) -> None:
    """What the laws start from has nothing wrong with it."""
    assert () == load_catalogue(folder).findings
