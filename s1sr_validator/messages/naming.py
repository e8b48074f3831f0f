"""Names of files: which are those of messages, which are hidden, and how a strange one is shown."""

from collections.abc import Iterable

MESSAGE_ENDINGS = (".xml", ".json")
_MAC_FOLDER = "__MACOSX"


def is_named_like_a_message(name: str) -> bool:
    """Say whether a file's name ends as that of a message, in capitals or not."""
    return name.lower().endswith(MESSAGE_ENDINGS)


def is_hidden(parts: Iterable[str]) -> bool:
    """Say whether a file or one of its folders is hidden: by a leading dot, or as what macOS adds to archives."""
    return any(part == _MAC_FOLDER or (part.startswith(".") and part not in {".", ".."}) for part in parts)


def shown(name: str) -> str:
    """Return a name that can be printed anywhere: control characters and stray bytes become escapes."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in name
    )
