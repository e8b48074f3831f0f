"""Arguments of the public questions, read from what callers write."""

import datetime as dt
import re

from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import LIVE_STANDINGS, Standing

_DECLARED_ENCODING = re.compile(r"""\A(\ufeff?<\?xml\s[^>]*?)\sencoding\s*=\s*(?:"[^">]*"|'[^'>]*')""")


def in_bytes(text: bytes | str) -> bytes:
    """Encode a text; the encoding that its XML declaration names was that of the bytes it once was."""
    if isinstance(text, bytes):
        return text
    return _DECLARED_ENCODING.sub(r"\1", text, count=1).encode(errors="surrogatepass")


def read_day(value: dt.date | str) -> dt.date:
    """Return a day from a date or ISO 8601 text.

    Raises:
        UsageError: the text is no day.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{value!r} is not a day", tip="write it as 2025-11-30") from None


def read_standing(value: str) -> Standing:
    """Return the lowest standing to listen to.

    Raises:
        UsageError: the text names no standing that predicts anything.
    """
    if value in LIVE_STANDINGS:
        return Standing(value)
    raise UsageError(f"{value!r} is not a standing to ask for", tip=f"one of: {', '.join(LIVE_STANDINGS)}")
