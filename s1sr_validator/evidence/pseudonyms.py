"""Pseudonyms: the same value gives the same one under the same key, in the same shape, and nothing leads back."""

import hashlib
import hmac
import string
from collections.abc import Callable
from functools import lru_cache

PUBLIC_SALT = b"s1sr-validator: public salt of redaction, edition 1"
"""The key where none is given. Everybody has it, so short values can be found again by trying them all."""

EUI_BYTES = 8
COUNTER_DIGITS = 15
"""So many digits fit into 64 bits, and into the numbers of JavaScript."""

_LOCAL = 0b10
_LONG = 1000
"""Texts of more characters go in by their digest: each block of what is made would read them through again."""
_MULTICAST_AND_LOCAL = 0b11


class Pseudonyms:
    """Pseudonyms under one key (HMAC-SHA256)."""

    def __init__(self, key: bytes = b"") -> None:
        """Take the key; without one the public salt is used."""
        self._key = key or PUBLIC_SALT
        self._stream = lru_cache(maxsize=4096)(self._computed)

    def eui(self, text: str) -> str:
        """Return the 16 hex digits, in upper case, for an EUI-64 of any notation.

        They say "locally administered", so that no manufacturer's real Device can be meant.
        """
        digits = _hex_digits(text).upper()
        found = bytearray(self._stream("eui", digits, EUI_BYTES))
        found[0] = found[0] & ~_MULTICAST_AND_LOCAL | _LOCAL
        return found.hex().upper()

    def counter(self, text: str, digits: int = COUNTER_DIGITS) -> str:
        """Return a number of that many digits, which says nothing of how large the counter was."""
        return _as_digits(self._stream(f"counter {digits}", text.lstrip("+0") or "0", digits))

    def digits(self, text: str) -> str:
        """Return as many digits, none of them a leading zero."""
        return self._other_than(text, lambda turn: _as_digits(self._stream(f"digits{turn}", text, len(text))))

    def letters(self, text: str, length: int) -> str:
        """Return so many small letters."""
        alphabet = string.ascii_lowercase
        return self._other_than(
            text,
            lambda turn: "".join(alphabet[byte % 26] for byte in self._stream(f"letters{turn}", text, length)),
        )

    def in_shape(self, text: str) -> str:
        """Return a text with a digit for each digit, a letter for each letter, and the spaces where they are."""
        return self._other_than(text, lambda turn: self._shaped(text, turn))

    def _shaped(self, text: str, turn: str) -> str:
        stream = self._stream(f"shape{turn}", text, len(text))
        return "".join(_same_sort(letter, byte) for letter, byte in zip(text, stream, strict=True))

    def _other_than(self, text: str, make: Callable[[str], str]) -> str:
        """Return what is made, and where that happens to be the value itself, what is made next."""
        turn, found = 0, make("")
        while found == text and turn < len(string.digits):
            turn += 1
            found = make(f" {turn}")
        return found

    def _computed(self, purpose: str, text: str, length: int) -> bytes:
        blocks = bytearray()
        if len(text) > _LONG:
            text = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
        while len(blocks) < length:
            said = f"{purpose}\0{len(blocks)}\0{text}".encode(errors="surrogatepass")
            blocks += hmac.new(self._key, said, hashlib.sha256).digest()
        return bytes(blocks[:length])


def _hex_digits(text: str) -> str:
    return "".join(letter for letter in text if letter in string.hexdigits)


def _as_digits(stream: bytes) -> str:
    return "".join(str(byte % 9 + 1 if place == 0 else byte % 10) for place, byte in enumerate(stream))


def _same_sort(letter: str, byte: int) -> str:
    if letter == " ":
        return letter
    if letter in string.digits:
        return str(byte % 10)
    alphabet = string.ascii_uppercase if letter.isupper() else string.ascii_lowercase
    return alphabet[byte % 26]
