"""Laws of opening documents: any bytes have an outcome, and every element stands where its text says."""

import json
from xml.sax.saxutils import escape, quoteattr

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from s1sr_validator import InputError
from s1sr_validator.messages.document import Document, open_document
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_text import read_json
from s1sr_validator.messages.rules import READING_RULES
from s1sr_validator.messages.text_encoding import line_and_column

CODES = {rule.code for rule in READING_RULES}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
XML_PIECES = ["<", ">", "/>", "</a>", "<a>", '<a b="c">', "&amp;", "&#0;", "<!--", "-->", "<?xml version='1.0'?>", "é"]
JSON_PIECES = ["{", "}", "[", "]", ",", ":", '"', '"a"', '"@_b"', "\\", "\\ud800", "1", "-0.5e3", "true", "null", "NaN"]
JSON_PIECES += [" ", "\n", '"header"', '"body"', '"type"', '"request"', '"sr:Request"', '"@_xmlns:sr"', '"#text"']

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
spaces = st.text(" \n\t", max_size=4)
keys = st.sampled_from(["a", "b", "é", "sr:c", "@_d", "#text", "?xml", "header", "body", "type"])
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)


def outcome(data: bytes) -> Document | InputError:
    """Return the document, or the refusal."""
    try:
        return open_document(data, "message")
    except InputError as error:
        return error


@given(
    st.one_of(
        st.binary(max_size=60),
        st.lists(st.sampled_from(XML_PIECES)).map("".join).map(str.encode),
        st.lists(st.sampled_from(JSON_PIECES)).map("".join).map(str.encode),
        st.builds(lambda text, encoding: text.encode(encoding, "surrogatepass"), texts, st.sampled_from(ENCODINGS)),
    )
)
@example(data=b"{")
@example(data=b"\xff\xfe{\0")
@example(data=b"\0{")
@example(data=b'{"a":"\\ud800"}')
@example(data=b"<?xml version='1.0' encoding='idna'?><r/>")
def test_any_bytes_are_a_document_or_a_finding(data: bytes) -> None:
    """Whatever the bytes, they are a document whose elements have places, or one finding of a known rule."""
    found = outcome(data)
    if isinstance(found, Document):
        nodes = sum(1 for _ in found.root.iter())
        assert all(found.positions.of(node) > (0, 0) for node in range(nodes))
        assert (0, 0) == found.positions.of(nodes)
    else:
        assert found.finding.code in CODES
        assert "message" == found.finding.location.file
        assert found.finding.message


@given(values, st.sampled_from(ENCODINGS))
def test_any_json_is_a_document_or_a_finding(value: object, encoding: str) -> None:
    """Whatever a program writes as JSON is a document, or refused for its shape."""
    found = outcome(json.dumps({"a": value}).encode(encoding))
    assert isinstance(found, Document) or "REQ011" == found.finding.code


def plain(text: str) -> object:
    """Return what the standard library makes of a text, with numbers as they are written, or ValueError."""

    def members(pairs: list[tuple[str, object]]) -> object:
        if len({key for key, _ in pairs}) < len(pairs):
            raise ValueError("twice")
        return dict(pairs)

    def constant(name: str) -> object:
        raise ValueError(name)

    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=constant, object_pairs_hook=members)
    except ValueError:
        return ValueError


def ours(text: str) -> object:
    """Return what our reader makes of a text, in the same form."""

    def unplaced(value: object) -> object:
        content = value[0] if isinstance(value, tuple) else value
        if isinstance(content, dict):
            return {key: unplaced(member.value) for key, member in content.items()}
        if isinstance(content, tuple):
            return [unplaced(item) for item in content]
        return content

    try:
        return unplaced(read_json(JsonSource(text, "message")))
    except InputError:
        return ValueError


def as_text(value: object) -> object:
    """Return a value of the standard library with true and false as they are written."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    return [as_text(item) for item in value] if isinstance(value, list) else value


@given(
    st.one_of(
        st.lists(st.sampled_from(JSON_PIECES)).map("".join),
        st.text('{}[],:"\\u0129aeE+-. \n\t', max_size=30),
        values.map(json.dumps),
        st.builds(
            lambda value, at, piece: (text := json.dumps(value))[:at] + piece + text[at:],
            values,
            st.integers(0, 60),
            st.sampled_from(JSON_PIECES),
        ),
    )
)
@example(text="-")
@example(text="01")
@example(text="1.")
@example(text='"\\u12"')
@example(text='"\x7f"')
@example(text="\ufeff1")
@example(text="truefalse")
def test_json_is_read_as_the_standard_library_reads_it(text: str) -> None:
    """A text is accepted by both readers with the same content, or by none, but for equal keys and NaN."""
    assert as_text(plain(text)) == ours(text)


@st.composite
def elements(draw: st.DrawFn) -> str:
    """Write a random element with white space, comments, attributes and text around its children."""
    name = draw(st.sampled_from(["a", "b", "é", "x-1", "long" * 9]))
    attribute = draw(st.one_of(st.just(""), texts.map(lambda text: f" b={quoteattr(text)}")))
    content = draw(
        st.lists(st.one_of(st.deferred(elements), texts.map(escape), spaces, st.just("<!-- <a> -->\n")), max_size=3)
    )
    return f"<{name}{attribute}{draw(spaces)}>{''.join(content)}</{name}>"


@given(elements(), spaces, st.sampled_from(ENCODINGS), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_element_stands_where_its_tag_begins(text: str, before: str, encoding: str, end: str) -> None:
    """The character at an element's line and column is the one that opens its tag, in every encoding."""
    written = (before + text).replace("\n", end)
    document = open_document(written.encode(encoding), "message")
    starts = {line_and_column(written[:at]): written[at:] for at, sign in enumerate(written) if sign == "<"}
    for node, element in enumerate(document.root.iter()):
        assert starts[document.positions.of(node)].startswith(f"<{etree.QName(element).localname}")


@given(st.dictionaries(st.sampled_from(["a", "b", "é", "x-1"]), values, max_size=4), st.integers(0, 3))
def test_every_element_of_json_stands_at_its_key(members: dict[str, object], indent: int) -> None:
    """The text at an element's line and column is its key, or an item of a list."""
    written = json.dumps({"root": members}, indent=indent or None, ensure_ascii=False)
    found = outcome(written.encode("utf-8", "surrogatepass"))
    if isinstance(found, InputError):
        return
    lines = written.split("\n")
    for node, element in enumerate(found.root.iter()):
        line, column = found.positions.of(node)
        rest = lines[line - 1][column - 1 :]
        assert rest.startswith(f'"{element.tag!s}": ') or rest[0] in '"{-0123456789tf'
