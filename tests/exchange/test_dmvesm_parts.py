"""The parts of the import of a matrix, each by a table: clause numbers, headings, marks, footnotes, selectors."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.exchange.dmvesm.cells import Cell, Look
from s1sr_validator.exchange.dmvesm.clauses import read_clauses
from s1sr_validator.exchange.dmvesm.layout_file import MarkMeaning
from s1sr_validator.exchange.dmvesm.marks import Mark, Meanings, footnote_of
from s1sr_validator.exchange.dmvesm.selectors import read_selection, selection_text
from s1sr_validator.exchange.dmvesm.words import DeviceWords
from s1sr_validator.model.matrix_import import MarkChange


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("18.17p", ["18.17.p"]),
        ("18.17(p)", ["18.17.p"]),
        ("18.17 (P)", ["18.17.p"]),
        ("S1SR clause 18.17p", ["18.17.p"]),
        ("CLAUSE 17.3.2 (b)(iii)", ["17.3.2.b.iii"]),
        ("2A 1.1", ["2.a.1.1"]),
        ("18.17p, 18.17q", ["18.17.p", "18.17.q"]),
        ("18.17p\nInvented title", ["18.17.p"]),
        ("18.17(a) to (c)", []),
        ("18.17(a)-(c)", []),
        ("1 Only a footnote", []),
        ("03465317", []),
        ("2025-10-17", []),
        ("ESME", []),
        ("", []),
    ],
)
def test_clause_numbers_are_read_as_people_write_them(text: str, keys: list[str]) -> None:
    """Spellings of one number have one key; a range or anything else is no clause number."""
    assert keys == [number.key for number in read_clauses(text)]


@pytest.mark.parametrize(
    ("text", "field", "parts", "left_over"),
    [
        ("Invented maker FFF0 ESME", "", {"manufacturer": {"FFF0"}, "device_type": {"ESME"}}, ""),
        ("All FFF1 GSME devices", "", {"manufacturer": {"FFF1"}, "device_type": {"GSME"}}, ""),
        ("ESME and GSME", "", {"device_type": {"ESME", "GSME"}}, ""),
        ("Electricity meters", "", {"device_type": {"ESME"}}, ""),
        ("ESME fw 00:00:00:01", "", {"device_type": {"ESME"}, "firmware": {"00000001"}}, ""),
        ("ESME model 0003", "", {"device_type": {"ESME"}, "model": {"0003"}}, ""),
        ("00000001, 00:00:00:02", "firmware", {"firmware": {"00000001", "00000002"}}, ""),
        ("FF:F0", "manufacturer", {"manufacturer": {"FFF0"}}, ""),
        ("All", "firmware", {}, ""),
        ("ESME except FFF0", "", {"device_type": {"ESME"}, "manufacturer": {"FFF0"}}, "except"),
        ("Not ESME", "", {"device_type": {"ESME"}}, "not"),
        ("Meters", "", {}, "meters"),
    ],
)
def test_headings_name_devices_by_their_words(
    tiny: Catalogue, text: str, field: str, parts: dict[str, set[str]], left_over: str
) -> None:
    """What is left over makes a heading one that is not understood."""
    records = tiny.snapshot.records
    words = DeviceWords(records.manufacturers, records.devices).read(text, field, {})
    assert (parts, left_over) == ({name: set(held) for name, held in words.parts.items()}, words.left_over)


def cell(text: str, struck: str = "", look: Look = Look()) -> Cell:  # noqa: B008 - a frozen value
    """Return a cell in the middle of a sheet."""
    return Cell(row=5, column=5, text=text, struck=struck, look=look)


@pytest.mark.parametrize(
    ("found", "meaning", "change"),
    [
        (cell("Y"), MarkMeaning.YES, MarkChange.NONE),
        (cell("✔\ufe0f"), MarkMeaning.YES, MarkChange.NONE),
        (cell("n/a"), MarkMeaning.NO, MarkChange.NONE),
        (cell("", "Y"), MarkMeaning.NO, MarkChange.REMOVED),
        (cell("N", "Y"), MarkMeaning.NO, MarkChange.REMOVED),
        (cell("Y", "N"), MarkMeaning.YES, MarkChange.ADDED),
        (cell("", "N"), MarkMeaning.NO, MarkChange.NONE),
        (cell("Y", look=Look(underlined=True)), MarkMeaning.YES, MarkChange.ADDED),
    ],
)
def test_marks_in_a_redline(found: Cell, meaning: MarkMeaning, change: MarkChange) -> None:
    """What is struck out is removed; what stands beside a struck no, or looks new, is added."""
    mark = Meanings([found, cell("Y"), cell("Y"), cell("Y")], {}, {}, is_redline=True).read(found)
    assert isinstance(mark, Mark)
    assert (meaning, change) == (mark.meaning, mark.change)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("* Only for some", ("*", "Only for some")),
        ("1. Only for some", ("1", "Only for some")),
        ("(a) Only for some", ("a", "Only for some")),
        ("² Only for some", ("2", "Only for some")),
        ("Note 1: Only for some", ("1", "Only for some")),
        ("12.4 release", None),
        ("Only for some", None),
    ],
)
def test_footnotes_have_a_marker_and_words(text: str, found: tuple[str, str] | None) -> None:
    """A number of a version is no marker."""
    assert found == footnote_of(text)


@pytest.mark.parametrize("text", ["ESME/1028", "ESME+GSME/1031/*/0102", "*/*", "*/FFF0", "CHF", "CHF; ESME/1028"])
def test_selectors_go_out_and_in_again(text: str) -> None:
    """A selector's text reads back as the selector."""
    assert text == selection_text(read_selection(text))


@pytest.mark.parametrize("text", ["*", "meter", "ESME/12", "ESME/1028/1/2/3/4", "ESME; what", "", "ESME/10 28"])
def test_what_is_no_selector_is_none(text: str) -> None:
    """One part that is wrong makes the whole text no selector."""
    assert () == read_selection(text)
