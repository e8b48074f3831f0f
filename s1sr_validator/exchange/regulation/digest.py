"""The normal form of a clause's text, by which two editions are compared, and its digest."""

import hashlib
import re
import unicodedata

_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u2010\u2011\u2013\u2014", "-")
    | dict.fromkeys("\u00ad\u200b", "")
)


def normal_text(text: str) -> str:
    """Return the text with one blank between words and one sort of quotes and dashes: what typesetting changes is gone.

    Letters keep their case: `Device` is a defined term and `device` is not.
    """
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(_ALIKE)).strip()


def text_digest(text: str) -> str:
    """Return the SHA-256 of the normal form in UTF-8, in hex; nothing for a text without content."""
    normal = normal_text(text)
    return hashlib.sha256(normal.encode(errors="replace")).hexdigest() if normal else ""
