"""Lines of inputs, from bytes in any encoding."""

import codecs
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.report.source_lines import SourceLines, decoded

XML = "<a>\u00e9</a>"


@pytest.mark.parametrize(
    "data",
    [
        XML.encode(),
        codecs.BOM_UTF8 + XML.encode(),
        XML.encode("utf-16-le"),
        XML.encode("utf-16-be"),
        XML.encode("utf-16"),
        codecs.BOM_UTF16_BE + XML.encode("utf-16-be"),
    ],
)
def test_unicode_is_recognised(data: bytes) -> None:
    """By its mark, or by the zeros beside the first sign; the mark is no character of the text."""
    assert XML == decoded(data)


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252", "latin1", "iso-8859-15"])
def test_declared_encodings_are_used(encoding: str) -> None:
    """Each byte is a character."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>{XML}'
    assert text == decoded(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["punycode", "idna", "hex", "undefined", "utf-7", "shift_jis", "no-such", "zip"])
def test_other_declarations_are_read_as_utf_8(encoding: str) -> None:
    """What names no encoding of single bytes is not tried: some would run for minutes."""
    text = f"<?xml version='1.0' encoding='{encoding}'?>{XML}"
    assert text == decoded(text.encode())


def test_bytes_that_are_no_characters_are_written_out() -> None:
    """The line that was refused is the one to be seen."""
    assert "<a>\\xe9</a>" == decoded(XML.encode("latin-1"))


@pytest.mark.parametrize(("number", "line"), [(0, None), (1, "a"), (2, "b"), (3, ""), (4, "c\x85\u2028d"), (5, None)])
def test_lines_end_as_in_xml(number: int, line: str | None) -> None:
    """At LF, CR and both together; no other character ends one."""
    assert line == SourceLines({"x.xml": "a\r\nb\r\nc\x85\u2028d".replace("b\r\n", "b\r\n\r").encode()}).line(
        "x.xml", number
    )


def test_lines_of_records_end_as_in_yaml() -> None:
    """YAML 1.1 has three more line breaks, and its reader counts them."""
    assert "c" == SourceLines({"x.yaml": "a\x85b\u2028c".encode()}).line("x.yaml", 3)


def test_inputs_that_are_not_there_have_no_lines() -> None:
    """A finding may be about something whose bytes nobody has."""
    lines = SourceLines({"a": b"one", "b": b"two"})
    assert [None, "one", "two", "one"] == [lines.line(name, 1) for name in ("c", "a", "b", "a")]


@given(
    st.lists(st.text(st.characters(exclude_categories=["C"], exclude_characters="<>&"), max_size=8), min_size=1),
    st.sampled_from(["\n", "\r", "\r\n"]),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
)
def test_lines_and_columns_are_those_of_the_parser(texts: list[str], line_break: str, encoding: str) -> None:
    """What Expat says of an element leads to its start tag."""
    data = ("<r>" + line_break.join(f"{text}<b/>" for text in texts) + "</r>").encode(encoding)
    places: list[tuple[int, int]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda *_: places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber))
    parser.Parse(data, True)
    lines = SourceLines({"x": data})
    for line, column in places[1:]:
        assert (lines.line("x", line) or "")[column:].startswith("<b/>")


@given(st.binary())
def test_any_bytes_can_be_shown(data: bytes) -> None:
    """An input that was refused is shown too."""
    assert decoded(data) is not None
    assert decoded(b"<?xml version='1.0' encoding='latin1'?>" + data)
