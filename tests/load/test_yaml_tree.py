"""YAML to plain text with marks: what is read, and every refusal with its place."""

from typing import Any

import pytest
import yaml

from s1sr_validator.load import yaml_tree
from s1sr_validator.load.mark import Mark
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.yaml_tree import MAX_BYTES, MAX_DEPTH, Mapping, Scalar, Sequence, read_tree


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with libyaml, and as where PyYAML was built without it."""
    chosen = yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader
    monkeypatch.setattr(yaml_tree, "_LOADER", chosen)


def plain(node: yaml_tree.Node) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return a tree as Python data without marks."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(item) for key, item in node.items}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ({"srv": "4.10"}, "srv: 4.10"),
        ({"hardware": "0105", "firmware": "03465317"}, "hardware: 0105\nfirmware: 03465317"),
        ({"a": ["yes", "no", "on", "off", "true", "null", "~"]}, "a: [yes, no, on, off, true, null, ~]"),
        ({"a": ["1e5", "0x10", "0o17", "0b1", "1_000", "12:30"]}, "a: [1e5, 0x10, 0o17, 0b1, 1_000, '12:30']"),
        ({"day": "2025-10-17"}, "day: 2025-10-17"),
        ({"a": ""}, "a: ''"),
        ({"a": "x\ny\n"}, "a: |\n  x\n  y\n"),
        ({"a": "x y"}, "a: >-\n  x\n  y\n"),
        ({"a": "é€𝄞"}, "a: é€𝄞"),
        ({"a": "é"}, 'a: "\\u00e9"'),
        ({"a": {"b": ["c", {"d": "e"}]}}, "a:\n  b:\n    - c\n    - d: e\n"),
        ({"a": "b"}, "\ufeffa: b"),
        ({"a": "b"}, "%YAML 1.2\n---\na: b\n...\n"),
        ({"on": "b", "1": "c"}, "on: b\n1: c"),
        ({}, "{}"),
    ],
)
def test_scalars_stay_text(expected: dict[str, Any], text: str) -> None:
    """No scalar is taken for a number, a truth value, a date or nothing."""
    assert expected == plain(read_tree(text.encode()))


def test_marks_and_quotes() -> None:
    """Every node has its line and column, and scalars say whether they were quoted."""
    expected = Mapping(
        Mark(2, 1),
        (
            (Scalar(Mark(2, 1), "a", quoted=False), Scalar(Mark(2, 4), "b", quoted=False)),
            (
                Scalar(Mark(3, 1), "c", quoted=False),
                Sequence(
                    Mark(4, 3),
                    (
                        Scalar(Mark(4, 5), "d", quoted=True),
                        Mapping(
                            Mark(5, 5),
                            ((Scalar(Mark(5, 6), "e", quoted=True), Scalar(Mark(5, 12), "f", quoted=False)),),
                        ),
                    ),
                ),
            ),
        ),
    )
    assert expected == read_tree(b"# comment\na: b\nc:\n  - 'd'\n  - {\"e\" : f}\n")


REFUSED = {
    "duplicate key": ("CAT006", 3, 1, "key 'a' stands here and on line 1", "a: 1\nb: 2\na: 3\n"),
    "duplicate quoted key": ("CAT006", 2, 1, "key 'a' stands here and on line 1", "a: 1\n'a': 3\n"),
    "duplicate key below": ("CAT006", 1, 12, "key 'b' stands here and on line 1", "a: [{b: 1, b: 2}]"),
    "anchor": ("CAT004", 1, 4, "anchor &x: write the value out where it is needed", "a: &x b"),
    "anchor on a mapping": ("CAT004", 1, 4, "anchor &x: write the value out where it is needed", "a: &x {b: c}"),
    "anchor on a list": ("CAT004", 2, 3, "anchor &x: write the value out where it is needed", "a:\n  &x [b]"),
    "anchor on a key": ("CAT004", 1, 1, "anchor &x: write the value out where it is needed", "&x a: b"),
    "alias": ("CAT004", 1, 4, "alias *x: write the value out", "a: *x"),
    "alias as a key": ("CAT004", 1, 1, "alias *x: write the value out", "*x : a"),
    "tag": ("CAT004", 2, 4, "tag tag:yaml.org,2002:str: types come from the schema, not from tags", "a: b\nc: !!str d"),
    "own tag": ("CAT004", 1, 4, "tag !x: types come from the schema, not from tags", "a: !x b"),
    "Python tag": (
        "CAT004",
        1,
        4,
        "tag tag:yaml.org,2002:python/object/apply:os.system: types come from the schema, not from tags",
        "a: !!python/object/apply:os.system [echo]",
    ),
    "bare tag": ("CAT004", 1, 4, "tag !: types come from the schema, not from tags", "a: ! b"),
    "tag on the top": (
        "CAT004",
        1,
        1,
        "tag tag:yaml.org,2002:map: types come from the schema, not from tags",
        "!!map {}",
    ),
    "merge key": ("CAT004", 2, 1, "a key must be plain text (and merge keys are refused)", "a: b\n<<: {c: d}"),
    "list as a key": ("CAT004", 1, 3, "a key must be plain text (and merge keys are refused)", "? [a]\n: b"),
    "mapping as a key": ("CAT004", 1, 1, "a key must be plain text (and merge keys are refused)", "{a: b}: c"),
    "empty value": ("CAT005", 2, 3, "a key without a value: leave the key out, or write the value", "a: b\nc:\n"),
    "empty value in braces": (
        "CAT005",
        1,
        6,
        "a key without a value: leave the key out, or write the value",
        "a: {b}",
    ),
    "empty item": ("CAT005", 2, 4, "a key without a value: leave the key out, or write the value", "a:\n  -\n  - b\n"),
    "two documents": ("CAT002", 2, 1, "more than one YAML document in the file", "a: b\n---\nc: d\n"),
    "two documents, one empty": ("CAT002", 3, 1, "more than one YAML document in the file", "a: b\n...\n---\n"),
    "empty file": ("CAT002", 1, 1, "the file is empty", ""),
    "only a comment": ("CAT002", 1, 1, "the file is empty", "# nothing\n"),
    "top is a list": ("CAT002", 2, 1, "the top of the file is not a mapping of keys to values", "#\n- a\n"),
    "top is a text": ("CAT002", 1, 1, "the top of the file is not a mapping of keys to values", "a"),
    "empty document": ("CAT005", 2, 1, "a key without a value: leave the key out, or write the value", "---\n"),
}


@pytest.mark.parametrize(("code", "line", "column", "message", "text"), REFUSED.values(), ids=REFUSED)
def test_refusals(code: str, line: int, column: int, message: str, text: str) -> None:
    """What could surprise is refused, with the place where it stands."""
    with pytest.raises(LoadProblem) as raised:
        read_tree(text.encode())
    assert (code, message, Mark(line, column)) == (raised.value.rule.code, raised.value.message, raised.value.mark)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Mark(1, 1), "}"),
        (Mark(2, 1), "a: b\n}\n"),
        (Mark(2, 1), "a: 'b\n"),
        (Mark(1, 5), "a: b: c"),
        (Mark(2, 1), "a: b\n\tc: d"),
        (Mark(1, 1), "@a: b"),
        (Mark(1, 1), "%YAML 9.9\n---\na: b"),
        (Mark(1, 9), 'a: "\\q"'),
    ],
)
def test_syntax_errors_have_a_place(expected: Mark, text: str) -> None:
    """What is no YAML is refused on the line on which the parser stopped."""
    with pytest.raises(LoadProblem, match=r"^not YAML: ") as raised:
        read_tree(text.encode())
    mark = raised.value.mark
    assert ("CAT002", expected.line) == (raised.value.rule.code, mark.line if mark else 0)


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ("the file is not UTF-8 text (byte 3)", b"a: \xff"),
        ("the file is not UTF-8 text (byte 0)", "a: b".encode("utf-16")),
        ("the file is not UTF-8 text (byte 3)", b"a: \xed\xa0\x80"),
    ],
)
def test_only_utf_8_is_read(expected: str, data: bytes) -> None:
    """Another encoding is refused, with the first byte that is wrong."""
    with pytest.raises(LoadProblem) as raised:
        read_tree(data)
    assert ("CAT002", expected, None) == (raised.value.rule.code, raised.value.message, raised.value.mark)


@pytest.mark.parametrize(
    "data",
    [
        b"a: \x00",
        b"a: \x1b[31m",
        b"a: \x7f",
        b'a: "\\U00110000"',
        b'a: "\\UFFFFFFFF"',
        b"%YAML 1." + b"9" * 5000 + b"\n---\na: b",
    ],
    ids=["NUL", "escape", "delete", "no such character", "far beyond", "huge version"],
)
def test_bad_characters_and_numbers_are_syntax_errors(data: bytes) -> None:
    """Control characters and numbers out of range are refused like any other bad syntax."""
    with pytest.raises(LoadProblem, match=r"^not YAML: ") as raised:
        read_tree(data)
    assert "CAT002" == raised.value.rule.code


def test_size_is_bounded() -> None:
    """A file of the greatest size is read; one more byte is too many."""
    data = b"a: " + b"x" * (MAX_BYTES - 3)
    assert [MAX_BYTES - 3] == [len(text) for text in plain(read_tree(data)).values()]
    with pytest.raises(LoadProblem) as raised:
        read_tree(data + b"x")
    assert ("CAT003", "the file has more than 131,072 bytes, the most that is read") == (
        raised.value.rule.code,
        raised.value.message,
    )


def test_size_is_asked_before_anything_else() -> None:
    """Bytes that are too many are not looked at."""
    with pytest.raises(LoadProblem) as raised:
        read_tree(b"\xff" * (MAX_BYTES + 1))
    assert "CAT003" == raised.value.rule.code


def test_depth_is_bounded() -> None:
    """Lists within lists are read down to the greatest depth, and no further."""
    deepest = MAX_DEPTH - 1
    read_tree(f"a: {'[' * deepest}b{']' * deepest}".encode())
    with pytest.raises(LoadProblem) as raised:
        read_tree(f"a: {'[' * MAX_DEPTH}b{']' * MAX_DEPTH}".encode())
    expected = ("CAT003", f"more than {MAX_DEPTH} levels deep", Mark(1, 4 + MAX_DEPTH))
    assert expected == (raised.value.rule.code, raised.value.message, raised.value.mark)


@pytest.mark.parametrize("opening", ["[", "{a: ", "? "])
def test_endless_nests_are_cut_off(opening: str) -> None:
    """A nest as deep as the file is long is refused at the depth bound."""
    text = "a: " + opening * ((MAX_BYTES - 3) // len(opening))
    with pytest.raises(LoadProblem) as raised:
        read_tree(text.encode())
    assert raised.value.rule.code in {"CAT002", "CAT003"}
