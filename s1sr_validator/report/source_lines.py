"""The lines of the inputs that findings point into, from their bytes."""

import codecs
import re
from collections.abc import Mapping

_MARK = "\ufeff"
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_FIRST_SIGN = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_DECLARED = re.compile(rb"""\A<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_EVERY_BYTE = bytes(range(256))

_LINE_BREAK = re.compile("\r\n|\r|\n")
_YAML_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""YAML 1.1 section 4.2 knows three more: the lines of a record are counted as its reader counts them."""


class SourceLines:
    """Lines by the name of their input; the one that was asked for last stays decoded."""

    def __init__(self, sources: Mapping[str, bytes]) -> None:
        """Take the bytes of each input by the name that findings have for it."""
        self._sources = sources
        self._name = ""
        self._lines: list[str] = []

    def line(self, name: str, number: int) -> str | None:
        """Return a line, counted from 1, without its line break; None where the input or the line is not known."""
        if number < 1 or name not in self._sources:
            return None
        if name != self._name or not self._lines:
            line_break = _YAML_LINE_BREAK if name.endswith(".yaml") else _LINE_BREAK
            self._name, self._lines = name, line_break.split(decoded(self._sources[name]))
        return self._lines[number - 1] if number <= len(self._lines) else None


def decoded(data: bytes) -> str:
    """Return the characters of an input, without a byte order mark; bytes that are none are written out in hex.

    An input that was refused is shown too, so this never fails: what names no encoding that can be read is UTF-8.
    """
    return data.decode(_codec(data), "backslashreplace").removeprefix(_MARK)


def _codec(data: bytes) -> str:
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return codec
    if data[:2] in _FIRST_SIGN:
        return _FIRST_SIGN[data[:2]]
    declared = _DECLARED.match(data)
    name = declared[1].decode("ascii") if declared else ""
    return name if _is_single_byte(name) else "utf-8"


def _is_single_byte(name: str) -> bool:
    """Say whether each byte is one character by this codec, which leaves out those that are no encoding of text."""
    try:
        return bool(name) and len(_EVERY_BYTE.decode(name, "replace")) == len(_EVERY_BYTE)
    except (LookupError, ValueError):
        return False
