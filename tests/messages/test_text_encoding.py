"""From bytes to characters: the encodings that are read, and how others are refused."""

import codecs

import pytest

from s1sr_validator import InputError
from s1sr_validator.messages.text_encoding import decoded, line_and_column
from s1sr_validator.model.finding import Location


def xml(declared: str) -> str:
    """Return XML that declares an encoding and has a character beyond ASCII."""
    return f'<?xml version="1.0" encoding="{declared}"?>\n<r>é</r>'


READ = [
    ("\0", b"\0"),
    ("<r>é</r>", "<r>é</r>".encode()),
    ("<r>é</r>", codecs.BOM_UTF8 + "<r>é</r>".encode()),
    ("<r>é</r>", "<r>é</r>".encode("utf-16")),
    ("<r>é</r>", "<r>é</r>".encode("utf-16-le")),
    ("<r>é</r>", "<r>é</r>".encode("utf-16-be")),
    ("<r>é</r>", codecs.BOM_UTF16_BE + "<r>é</r>".encode("utf-16-be")),
    (' {"é": 1}', ' {"é": 1}'.encode("utf-16-be")),
    (xml("UTF-8"), codecs.BOM_UTF8 + xml("UTF-8").encode()),
    (xml("utf8"), xml("utf8").encode()),
    (xml("UTF-16"), xml("UTF-16").encode("utf-16")),
    (xml("UTF-16LE"), xml("UTF-16LE").encode("utf-16-le")),
    (xml("UTF-16BE"), xml("UTF-16BE").encode("utf-16-be")),
    (xml("ISO-8859-1"), xml("ISO-8859-1").encode("latin-1")),
    (xml("latin1"), xml("latin1").encode("latin-1")),
    (xml("iso-8859-15"), xml("iso-8859-15").encode("iso-8859-15")),
    (xml("Windows-1252"), xml("Windows-1252").encode("cp1252")),
    ('<?xml version="1.0" encoding="US-ASCII"?><r/>', b'<?xml version="1.0" encoding="US-ASCII"?><r/>'),
    ('<r encoding="UTF-16"/>', b'<r encoding="UTF-16"/>'),
    ("\ud7ff\U0001f600", "\ud7ff\U0001f600".encode("utf-16")),
]


@pytest.mark.parametrize(("expected", "data"), READ, ids=range(len(READ)))
def test_what_is_read(expected: str, data: bytes) -> None:
    """Every encoding that two parsers agree on is read, by its mark, by its zeros or as it is declared."""
    assert expected == decoded(data, "request.xml")


SAVED = "declare the encoding that it has, or save it as UTF-8"
LIST = "UTF-8, UTF-16, ASCII, ISO-8859-1, ISO-8859-15 and windows-1252 are read"
REFUSED = {
    "UTF-16 declared": (
        "the input declares the encoding 'utf-16', but its bytes are UTF-8",
        'declare encoding="UTF-8", or leave it out',
        (1, 1),
        xml("utf-16").encode(),
    ),
    "UTF-8 declared": (
        "the input declares the encoding 'utf-8', but its bytes are UTF-16",
        'declare encoding="UTF-16", or leave it out',
        (1, 1),
        xml("utf-8").encode("utf-16"),
    ),
    "other order": (
        "the input declares the encoding 'UTF-16BE', but its bytes are UTF-16",
        'declare encoding="UTF-16", or leave it out',
        (1, 1),
        xml("UTF-16BE").encode("utf-16-le"),
    ),
    "ISO-8859-1 with the mark of UTF-8": (
        "the input declares the encoding 'ISO-8859-1', but its bytes are UTF-8",
        'declare encoding="UTF-8", or leave it out',
        (1, 1),
        codecs.BOM_UTF8 + xml("ISO-8859-1").encode(),
    ),
    "bytes of ISO-8859-1": (
        "the input is not UTF-8 here: invalid continuation byte (byte E9)",
        SAVED,
        (2, 4),
        xml("UTF-8").encode("latin-1"),
    ),
    "not ASCII": (
        "the input is not ASCII here: ordinal not in range(128) (byte C3)",
        SAVED,
        (2, 4),
        xml("us-ascii").encode(),
    ),
    "surrogate in UTF-8": (
        "the input is not UTF-8 here: invalid continuation byte (byte ED)",
        SAVED,
        (1, 4),
        b"<r>\xed\xa0\x80</r>",
    ),
    "lone surrogate in UTF-16": (
        "the input is not UTF-16 here: illegal UTF-16 surrogate (byte 00 D8)",
        SAVED,
        (2, 1),
        "<r>\r\n\ud800</r>".encode("utf-16", "surrogatepass"),
    ),
    "half a character": (
        "the input is not UTF-16 here: truncated data (byte 3E)",
        SAVED,
        (1, 4),
        "<r/>".encode("utf-16")[:-1],
    ),
    "EBCDIC": ("the input is not UTF-8 here: invalid start byte (byte A7)", SAVED, (1, 3), b"\x4c\x6f\xa7\x94"),
    "UTF-32": ("the input is UTF-32, which is not read", LIST, (1, 1), "<r/>".encode("utf-32")),
    "UTF-32 without a mark": ("the input is UTF-32, which is not read", LIST, (1, 1), "<r/>".encode("utf-32-be")),
    "two marks": (
        "the input starts with two byte order marks",
        "remove them; UTF-8 needs none",
        (1, 1),
        codecs.BOM_UTF8 * 2 + b"<r/>",
    ),
}


@pytest.mark.parametrize(("message", "tip", "place", "data"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(message: str, tip: str, place: tuple[int, int], data: bytes) -> None:
    """A wrong encoding is named, with the first byte that does not belong and where it stands."""
    with pytest.raises(InputError) as raised:
        decoded(data, "request.xml")
    finding = raised.value.finding
    assert ("REQ009", message, tip) == (finding.code, finding.message, finding.tip)
    assert Location(file="request.xml", line=place[0], column=place[1]) == finding.location


@pytest.mark.parametrize(
    "encoding",
    ["no-such-encoding", "utf-7", "shift_jis", "big5", "base64", "idna", "undefined", "rot13", "utf-32", "x" * 300],
)
def test_encodings_that_are_not_read(encoding: str) -> None:
    """An encoding that two parsers might read differently, or Python alone knows, is refused by its name."""
    with pytest.raises(InputError) as raised:
        decoded(f'<?xml version="1.0" encoding="{encoding}"?><r/>'.encode(), "request.xml")
    finding = raised.value.finding
    expected = ("REQ009", f"the input declares the encoding {encoding!r}, which is not read", LIST)
    assert expected == (finding.code, finding.message, finding.tip)


@pytest.mark.parametrize(
    ("expected", "text"), [((1, 1), ""), ((1, 3), "ab"), ((2, 1), "a\n"), ((3, 2), "\r\n\rb"), ((3, 1), "\n\n")]
)
def test_line_and_column(expected: tuple[int, int], text: str) -> None:
    """Lines end with any of the three ends that XML knows."""
    assert expected == line_and_column(text)
