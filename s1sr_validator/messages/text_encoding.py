"""From bytes to characters, once for every parser: in the encoding that a message has and says that it has.

Sources: XML 1.0 appendix F (a first character of `<` tells the family of encodings), RFC 8259 section 8.1 (UTF-8).
"""

import codecs
import re
from typing import Never

from s1sr_validator.messages import rules
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

_SINGLE_BYTE = {
    "ascii": "ASCII",
    "us-ascii": "ASCII",
    "iso-8859-1": "ISO-8859-1",
    "latin1": "ISO-8859-1",
    "iso-8859-15": "ISO-8859-15",
    "windows-1252": "windows-1252",
}
_DECLARED = re.compile(r"""\A<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']""")
_DECLARATION_BYTES = 1000
_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_WIDE_STARTS = tuple(f"{first}".encode(codec) for first in "<{[ " for codec in ("utf-32-le", "utf-32-be"))
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_FAMILIES = ("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be")
_ALSO_CALLED = {"utf-16-le": ("utf-16", "utf-16le"), "utf-16-be": ("utf-16", "utf-16be"), "utf-8": ("utf8",)}
_MARK = "\ufeff"
_READ = "UTF-8, UTF-16, ASCII, ISO-8859-1, ISO-8859-15 and windows-1252 are read"


def decoded(data: bytes, name: str) -> str:
    """Return a message's characters, without a byte order mark.

    Args:
        data: the message, which is not empty.
        name: what to call it in a finding.

    Raises:
        InputError: the encoding is not read, not the declared one, or a byte does not belong to it.
    """
    codec = _codec(data, name)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        _refuse_byte(error, codec, name)
    text = text.removeprefix(_MARK)
    if text.startswith(_MARK):
        _refuse("the input starts with two byte order marks", name, "remove them; UTF-8 needs none")
    return text


def line_and_column(text: str) -> tuple[int, int]:
    """Return where the character after this text stands, both from 1."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def is_json(text: str) -> bool:
    """Say whether a text is meant to be JSON, by its first character that is not white."""
    return text.lstrip()[:1] in {"{", "["}


def _codec(data: bytes, name: str) -> str:
    family = _family(data, name)
    found = _DECLARED.match(data[:_DECLARATION_BYTES].decode(family, "replace").removeprefix(_MARK))
    declared = found[1] if found else ""
    if declared.lower() in ("", family, *_ALSO_CALLED[family]):
        return family
    if family == "utf-8" and declared.lower() in _SINGLE_BYTE and not data.startswith(codecs.BOM_UTF8):
        return _SINGLE_BYTE[declared.lower()]
    message = f"the input declares the encoding {declared!r}"
    label = _label(family)
    if declared.lower() in (*_FAMILIES, *_SINGLE_BYTE):
        tip = f'declare encoding="{label}", or leave it out'
        return _refuse(f"{message}, but its bytes are {label}", name, tip)
    return _refuse(f"{message}, which is not read", name, _READ)


def _family(data: bytes, name: str) -> str:
    """Tell the codec from the byte order mark, or from the zeros about the first character."""
    if data.startswith(_WIDE_MARKS) or data[:4] in _WIDE_STARTS:
        _refuse("the input is UTF-32, which is not read", name, _READ)
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return codec
    zeros = [byte == 0 for byte in data[:2]]
    return "utf-16-be" if zeros == [True, False] else "utf-16-le" if zeros == [False, True] else "utf-8"


def _label(codec: str) -> str:
    return "UTF-16" if codec.startswith("utf-16") else codec.upper()


def _refuse_byte(error: UnicodeDecodeError, codec: str, name: str) -> Never:
    before = error.object[: error.start].decode(codec)
    line, column = line_and_column(before.removeprefix(_MARK))
    shown = " ".join(f"{byte:02X}" for byte in error.object[error.start : error.end][:4])
    message = f"the input is not {_label(codec)} here: {error.reason} (byte {shown})"
    place = Location(file=name, line=line, column=column)
    tip = "declare the encoding that it has, or save it as UTF-8"
    raise InputError(rules.WRONG_ENCODING.finding(message, place, tip=tip)) from None


def _refuse(message: str, name: str, tip: str) -> Never:
    raise InputError(rules.WRONG_ENCODING.finding(message, Location(file=name, line=1, column=1), tip=tip))
