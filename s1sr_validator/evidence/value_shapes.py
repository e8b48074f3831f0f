"""The shapes by which an identifier is known wherever it stands, and the placeholders for what is dropped."""

import base64
import re

from s1sr_validator.evidence.pseudonyms import Pseudonyms
from s1sr_validator.evidence.value_class import ValueClass
from s1sr_validator.model.message_id import read_message_id
from s1sr_validator.model.xsd_types import is_base64

_BYTE = "[0-9A-Fa-f]{2}"
_EUI = re.compile(rf"{_BYTE}(?:-{_BYTE}){{7}}|{_BYTE}(?::{_BYTE}){{7}}|{_BYTE}(?: {_BYTE}){{7}}|[0-9A-Fa-f]{{16}}")
_EUI_LIST = re.compile(rf"(?:{_EUI.pattern})(?:,(?:{_EUI.pattern}))+")
_SHAPED = re.compile(r"[0-9][0-9 ]*[0-9 ]|[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}")
_LONGEST_TEXT = 100
_NUMBER_DIGITS = 9
_LONGEST_BLOB = 64


def pseudonym_of(text: str, pseudonyms: Pseudonyms) -> tuple[str, ValueClass]:
    """Return what stands in for a value that its field says nothing of, and what it was."""
    if message_id := read_message_id(text):
        originator, target, _ = text.split(":")
        parts = (_eui(originator, pseudonyms), _eui(target, pseudonyms), pseudonyms.counter(str(message_id.counter)))
        return ":".join(parts), ValueClass.MESSAGE_ID
    # Sixteen digits with no letter among them are a number; an EUI-64 that is written so would be one too.
    if text.isascii() and text.isdigit():
        return pseudonyms.digits(text), ValueClass.DIGITS
    if _EUI.fullmatch(text):
        return _eui(text, pseudonyms), ValueClass.EUI
    if _EUI_LIST.fullmatch(text):
        return ",".join(_eui(part, pseudonyms) for part in text.split(",")), ValueClass.EUI
    if len(text) <= _LONGEST_TEXT and _SHAPED.fullmatch(text):
        return pseudonyms.in_shape(text), ValueClass.TEXT
    return pseudonyms.letters(text, min(len(text), _LONGEST_TEXT)), ValueClass.TEXT


def number_in_place_of(text: str, pseudonyms: Pseudonyms) -> str:
    """Return a number for one that is not kept, of the same sign and as long, up to what fits into 32 bits."""
    digits = "".join(letter for letter in text if letter.isdigit())
    sign = "-" if text.startswith("-") else ""
    return sign + (
        pseudonyms.digits(digits) if len(digits) <= _NUMBER_DIGITS else pseudonyms.counter(digits, _NUMBER_DIGITS)
    )


def blob_in_place_of(text: str, *, in_hex: bool) -> str | None:
    """Return zeros in base64 or hex, as many as there are bytes up to a bound; None where the text is neither."""
    packed = "".join(text.split())
    if in_hex:
        is_hex = re.fullmatch(f"(?:{_BYTE})+", packed)
        return "00" * min(len(packed) // 2, _LONGEST_BLOB) if is_hex else None
    if not is_base64(packed):
        return None
    count = len(packed) // 4 * 3 - packed.count("=")
    return base64.b64encode(bytes(min(count, _LONGEST_BLOB))).decode("ascii")


def _eui(text: str, pseudonyms: Pseudonyms) -> str:
    """Return a pseudonym in the notation of the value: its separators, and its case where it has letters."""
    found = pseudonyms.eui(text)
    separator = next((letter for letter in text if letter in "-: "), "")
    joined = separator.join(found[place : place + 2] for place in range(0, len(found), 2))
    return joined.lower() if re.search("[a-f]", text) else joined
