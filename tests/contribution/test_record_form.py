"""The canonical form of a record: what it changes, what it leaves, and that it never changes what is said."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.contribution.record_files import record_paths
from s1sr_validator.contribution.record_form import canonical_text
from s1sr_validator.index.canonical import canonical_bytes
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import typed_data
from s1sr_validator.load.yaml_tree import read_tree
from tests.conftest import ROOT

MODELINE = "# yaml-language-server: $schema=../../schemas/source.schema.json\n"
NAMES = [f"place{number}" for number in range(16)]
REST = "publisher: Invented House\nobtained: published\n"


def form(text: str) -> str:
    """Return the form of an invented source."""
    return canonical_text(text.encode(), "source", 1)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("title: T\nid: invented\n", "id: invented\ntitle: T\n", id="keys stand in the schema's order"),
        pytest.param(
            "id:   'invented'\ntitle: T\n", "id: 'invented'\ntitle: T\n", id="quotes stay as they were chosen"
        ),
        pytest.param('id: invented\ntitle: "T"\n', 'id: invented\ntitle: "T"\n', id="double quotes too"),
        pytest.param("id: invented\ntitle: 4.10\n", 'id: invented\ntitle: "4.10"\n', id="codes get quotes"),
        pytest.param("id: invented\ntitle: yes\n", 'id: invented\ntitle: "yes"\n', id="what reads as true gets quotes"),
        pytest.param("id: invented\ntitle: E010101\n", "id: invented\ntitle: E010101\n", id="a name needs no quotes"),
        pytest.param(
            "id: invented\ntitle:\n    two\n    lines\n",
            "id: invented\ntitle: two lines\n",
            id="short texts on one line",
        ),
        pytest.param(
            f"id: invented\ntitle: {'word ' * 25}end\n",
            f"id: invented\ntitle: >-\n  {'word ' * 22}word\n  word word end\n",
            id="long texts are folded at 120 columns",
        ),
        pytest.param(
            "id: invented\ntitle: >-\n      early\n      break\n",
            "id: invented\ntitle: >-\n  early\n  break\n",
            id="folds that fit stay where they are",
        ),
        pytest.param("id: invented\r\ntitle: T\r\n", "id: invented\ntitle: T\n", id="lines end in a line feed"),
        pytest.param("\n\nid: invented\n\ntitle: T", "id: invented\ntitle: T\n", id="blank lines go"),
    ],
)
def test_a_record_has_one_form(written: str, expected: str) -> None:
    """Order, quotes, folds and line ends are put right; what an author may choose stays."""
    assert MODELINE + expected + REST == form(MODELINE + written + ("" if written.endswith("\n") else "\n") + REST)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("notes:\n- one\n- two\n", "notes:\n  - one\n  - two\n"),
        ("notes: [one,   two]\n", "notes: [one, two]\n"),
        (
            f"file: {{name: {'n' * 80}, path: {'p' * 40}}}\n",
            f"file:\n  name: {'n' * 80}\n  path: {'p' * 40}\n",
        ),
        (
            f"places: [{', '.join(NAMES)}]\n",
            f"places: [{', '.join(NAMES[:13])},\n         {', '.join(NAMES[13:])}]\n",
        ),
        ("date: 2025-10\n", "date: 2025-10\n"),
    ],
)
def test_lists_and_mappings_are_laid_out(written: str, expected: str) -> None:
    """Brackets stay where they fit a line; a longer list is wrapped inside them, a longer mapping gets lines."""
    start = f"{MODELINE}id: invented\ntitle: T\n{REST}"
    # The schema has some of these keys before others: only the lines are compared here, not their order.
    assert sorted((start + expected).splitlines()) == sorted(form(start + written).splitlines())


COMMENTED = f"""# first of all
{MODELINE}# about the id
id: invented   # beside the id
title: T
# above the publisher
publisher: P
obtained: published
places:
  # above the first
  - one # beside one
  - two
  # below two
notes: [a, # inside brackets
        b] # behind brackets
# the end
"""


def test_comments_stay_with_what_they_are_about() -> None:
    """Every comment is kept at its entry; one inside brackets goes above the entry."""
    expected = (
        f"# first of all\n{MODELINE}# about the id\nid: invented  # beside the id\ntitle: T\n"
        "# above the publisher\npublisher: P\nobtained: published\nplaces:\n  # above the first\n"
        "  - one  # beside one\n  - two\n  # below two\n"
        "# inside brackets\nnotes: [a, b]  # behind brackets\n# the end\n"
    )
    assert expected == form(COMMENTED)
    assert expected == form(expected)


def test_a_comment_moves_with_its_key() -> None:
    """Sorting keys takes their comments along."""
    written = f"{MODELINE}id: invented\n# why this publisher\npublisher: P\ntitle: T\nobtained: published\n"
    expected = f"{MODELINE}id: invented\ntitle: T\n# why this publisher\npublisher: P\nobtained: published\n"
    assert expected == form(written)


@pytest.mark.parametrize(("singular", "depth", "up"), [("source", 1, "../../"), ("clause", 2, "../../../")])
def test_a_missing_modeline_is_written(singular: str, depth: int, up: str) -> None:
    """Editors find the schema by the first line; where it is missing or another kind's, it is written."""
    texts = {
        "source": f"id: invented\ntitle: T\n{REST}",
        "clause": "id: A/1\ndocument: A\nnumber: one\nkind: unknown\nsummary: S\n"
        "citations:\n  - {source: s, place: p}\n",
    }
    line = f"# yaml-language-server: $schema={up}schemas/{singular}.schema.json\n"
    other = "# yaml-language-server: $schema=../../schemas/device.schema.json\n"
    for head in ("", other):
        assert line + texts[singular] == canonical_text((head + texts[singular]).encode(), singular, depth)


@pytest.mark.parametrize(
    "text",
    [
        "id: invented\n",
        "id: invented\ntitle: [unclosed\n",
        "id: &a invented\ntitle: T\n" + REST,
        "id: invented\nid: invented\ntitle: T\n" + REST,
        "id: invented\ntitle: T\nunknown_key: 1\n" + REST,
        "id: invented\ntitle: " + "[" * 2000 + "]" * 2000 + "\n" + REST,
        "id: invented\ntitle: " + "x" * 200_000 + "\n" + REST,
    ],
    ids=["incomplete", "syntax", "anchor", "key twice", "unknown key", "deep", "large"],
)
def test_a_broken_record_is_refused(text: str) -> None:
    """What the catalogue would not read has no form."""
    with pytest.raises(LoadProblem):
        form(text)


def said(data: bytes, singular: str) -> bytes:
    """Return what a record says, whatever its form."""
    return canonical_bytes(typed_data(read_tree(data), SchemaNode.of_kind(singular)).data)


@pytest.mark.parametrize("folder", ["tests/tiny_catalogue", "tests/tiny_overlay"])
def test_every_record_keeps_what_it_says(folder: str) -> None:
    """Over every record at hand the form says the same, and is its own form."""
    for record in record_paths([ROOT / folder]):
        data = record.path.read_bytes()
        text = canonical_text(data, record.singular, record.depth)
        assert said(data, record.singular) == said(text.encode(), record.singular)
        assert text == canonical_text(text.encode(), record.singular, record.depth), record.path


def test_the_catalogue_is_in_canonical_form() -> None:
    """Every record of the catalogue is its own form, so the form keeps what each says and has nothing to add."""
    records = record_paths([ROOT / "catalogue"])
    differing = [
        record.path.name
        for record in records
        if record.path.read_text("utf-8") != canonical_text(record.path.read_bytes(), record.singular, record.depth)
    ]
    assert [] == differing, "run: s1sr fmt"
    assert len(records) > 1000


texts = st.text(min_size=1, max_size=150) | st.from_regex(r"\A[a-z,.:#'\"\[\]{}&*!|>%@`?-]+( [a-z,.:#'-]+){0,40}\Z")
records = st.fixed_dictionaries(
    {"id": st.just("invented"), "title": texts, "publisher": texts, "obtained": st.just("published")},
    optional={
        "notes": st.lists(texts, unique=True, max_size=4),
        "places": st.lists(texts, unique=True, max_size=30),
        "date": st.sampled_from(["2025", "2025-10", "2025-10-17"]),
        "uncited": st.lists(
            st.fixed_dictionaries({"places": st.lists(texts, min_size=1, max_size=3, unique=True), "reason": texts}),
            max_size=2,
            unique_by=repr,
        ),
    },
)


@given(records, st.sampled_from([True, False, None]), st.integers(20, 300), st.sampled_from([None, '"', "'", ">", "|"]))
def test_the_form_is_its_own_form_and_says_the_same(
    record: dict[str, object], flow: bool | None, width: int, style: str | None
) -> None:
    """However a record was written: the form holds the same values, and its form is itself."""
    text = yaml.safe_dump(record, default_flow_style=flow, width=width, default_style=style, allow_unicode=True)
    formed = form(text)
    assert said(text.encode(), "source") == said(formed.encode(), "source")
    assert formed == form(formed)


@given(st.lists(st.sampled_from(range(14)), max_size=8), st.booleans())
def test_no_comment_is_lost(places: list[int], beside: bool) -> None:
    """Wherever comments stand in a record, every one of them is in its form, and the form is its own form."""
    lines = [
        "id: invented", "title: >-", "  a", "  b", "publisher: P", "obtained: published", "places:", "  - one",
        "  - two", "notes: [a,", "   b]", "uncited:", "  - places: [one]", "    reason: because",
    ]  # fmt: skip
    for number, place in enumerate(sorted(places, reverse=True)):
        if place in {1, 2, 3}:
            continue  # inside of a text, where a comment is a part of it
        pad = " " * (len(lines[place]) - len(lines[place].lstrip()))
        if beside:
            lines[place] += f"  # comment {number}"
        else:
            lines.insert(place, f"{pad}# comment {number}")
    text = "\n".join(lines) + "\n"
    formed = form(text)
    assert text.count("# comment") == formed.count("# comment")
    assert formed == form(formed)


def test_the_kind_of_a_file_follows_from_its_place(tmp_path: Path) -> None:
    """The kind of a file follows from the folder below the header, or else above the id."""
    for name in ("catalogue.yaml", "matrix/observations/meters.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("id: observations/meters\n", "utf-8")
    found = {record.path.name: (record.singular, record.depth) for record in record_paths([tmp_path])}
    assert {"catalogue.yaml": ("catalogue", 0), "meters.yaml": ("matrix_row", 2)} == found
    (tmp_path / "catalogue.yaml").unlink()
    assert ["matrix_row"] == [record.singular for record in record_paths([tmp_path])]
