"""Where tables and keys stand, whatever stands between them."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.load.toml_positions import Path, toml_positions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("a = 1", {("a",): (1, 1)}),
        ("# a = 1\n\n  b = 2 # c = 3\n", {("b",): (3, 3)}),
        ("a.b = 1\n'c d' = 2\n\"e\" = 3\n", {("a", "b"): (1, 1), ("c d",): (2, 1), ("e",): (3, 1)}),
        ("[x]\na = 1\n[ y . z ]\n", {("x",): (1, 1), ("x", "a"): (2, 1), ("y", "z"): (3, 1)}),
        (
            "[[s]]\na = 1\n[[s]]\n [s.t]\n b = 1\n",
            {
                ("s", 0): (1, 1),
                ("s", 0, "a"): (2, 1),
                ("s", 1): (3, 1),
                ("s", 1, "t"): (4, 2),
                ("s", 1, "t", "b"): (5, 2),
            },
        ),
        ('a = """\n[[s]]\nb = 1 \\"""\n"""\nc = 2\n', {("a",): (1, 1), ("c",): (5, 1)}),
        ("a = '''\n[[s]]\n'''\nc = 2\n", {("a",): (1, 1), ("c",): (4, 1)}),
        ('a = """x"""""\nc = 2\n', {("a",): (1, 1), ("c",): (2, 1)}),
        ('a = [\n  "]", # ]\n  ["x"],\n]\nc = 2\n', {("a",): (1, 1), ("c",): (5, 1)}),
        ("a = [\n['x'],\n]\r\nc = 2\r\n", {("a",): (1, 1), ("c",): (4, 1)}),
        ('a = {b = 1, c = "}"}\nd = 1\n', {("a",): (1, 1), ("d",): (2, 1)}),
    ],
)
def test_positions(text: str, expected: dict[Path, tuple[int, int]]) -> None:
    """Headers and keys at the start of a statement are seen, texts that look like them are not."""
    tomllib.loads(text)
    assert expected == toml_positions(text)


VALUES = st.sampled_from(
    [
        "1",
        '"x"',
        '"[[s]]"',
        '"""\n[[s]]\nk0 = 1\n"""',
        "'''\nk1 = 2\n[[s]]'''",
        '[\n"k2",\n["]"],\n]',
        "2026-01-31",
        '{a = "#"}',
    ]
)
COMMENTS = st.sampled_from(["", "\n", "# [[s]]\n", "  # k0 = '''\n"])


@given(st.lists(st.tuples(COMMENTS, st.lists(st.tuples(VALUES, COMMENTS), max_size=3)), max_size=5))
def test_every_key_has_the_line_that_it_was_written_on(tables: list[tuple[str, list[tuple[str, str]]]]) -> None:
    """A law: however a file is put together, its keys are found where they were put."""
    text = ""
    expected: dict[Path, tuple[int, int]] = {}
    for number, (before, values) in enumerate(tables):
        text += before
        expected["s", number] = (text.count("\n") + 1, 1)
        text += "[[s]]\n"
        for place, (value, after) in enumerate(values):
            expected["s", number, f"k{place}"] = (text.count("\n") + 1, 1)
            text += f"k{place} = {value}\n{after}"
    assert len(tables) == len(tomllib.loads(text).get("s", []))
    assert expected == toml_positions(text)


@given(st.text(alphabet="a=.[]{}\"'#\\\n ,1", max_size=40))
def test_any_text_is_scanned_to_its_end(text: str) -> None:
    """What tomllib would refuse has positions or none, and never stops the scan."""
    assert all(line <= text.count("\n") + 1 for line, _ in toml_positions(text).values())
