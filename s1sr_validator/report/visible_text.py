"""Text that a terminal, an XML parser or a browser can be given: characters that steer are written out in hex."""

import unicodedata

_BLANKS = {ord("\t"): " ", ord("\n"): " ", ord("\r"): " "}
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LAST_BYTE, _LAST_SHORT = 0xFF, 0xFFFF


def visible(text: str) -> str:
    """Return one line in which control, format and unassigned characters and lone surrogates are written out.

    Tabs and line breaks become blanks. Escape sequences could rewrite a terminal, and marks that turn the direction of
    writing could make a line say what is not there.
    """
    text = text.translate(_BLANKS)
    # Most texts are plain, and a long one of them is shown once for each rule that it is about.
    return text if text.isprintable() else "".join(map(written_out, text))


def written_out(character: str) -> str:
    """Return a character, or its escape where it cannot be seen."""
    if character.isascii() and character.isprintable():
        return character
    if unicodedata.category(character) not in _STEERING:
        return character
    number = ord(character)
    if number <= _LAST_BYTE:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= _LAST_SHORT else f"\\U{number:08x}"


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a visible text takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
