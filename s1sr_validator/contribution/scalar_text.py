"""Texts as YAML writes them: plain where every reader takes them for text, else in quotes; long ones folded."""

import functools
import re
import textwrap

import yaml

from s1sr_validator.contribution.written_tree import WrittenScalar
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import reads_as_other

WIDTH = 120
_CODE = re.compile(r"[0-9][0-9A-Fa-f:]+|[0-9]+(\.[0-9]+)+")
_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9_./()-]*( [A-Za-z0-9_./()-]+)*")  # what no reader takes for anything else
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}")
_FOLDABLE = re.compile(r"[!-~\xa1-\ud7ff\uf900-\ufefe]+( [!-~\xa1-\ud7ff\uf900-\ufefe]+)*")
_LITERAL = re.compile(
    r"[!-~\xa1-\ud7ff\uf900-\ufefe][ -~\xa1-\ud7ff\uf900-\ufefe]*(\n+[ -~\xa1-\ud7ff\uf900-\ufefe]+)*"
)
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def one_line(scalar: WrittenScalar, schema: SchemaNode, *, inline: bool) -> str:
    """Return a text on one line.

    Args:
        scalar: the text and how its author wrote it.
        schema: what the schema says of it: a text that reads as a date needs no quotes where a date is asked for.
        inline: whether it stands in brackets, where more has to be quoted.
    """
    text = scalar.text
    if scalar.style in {"'", '"'}:
        return quoted(text, scalar.style)
    if schema.type != "string":
        # The schema takes numbers, truth values and texts here: that it was not quoted is a part of what was written.
        return text if not scalar.style else quoted(text)
    is_day = schema.is_date and _DAY.fullmatch(text) is not None
    return text if is_day or is_plain(text, inline=inline) else quoted(text)


@functools.lru_cache(maxsize=10_000)
def is_plain(text: str, *, inline: bool) -> bool:
    """Say whether every YAML reader takes the bare text for this very text, in brackets or on a line of its own."""
    if _CODE.fullmatch(text) or reads_as_other(text) or not text.isprintable():
        return False
    if _WORDS.fullmatch(text):
        return True
    try:
        return bool(yaml.safe_load(f"[{text}]" if inline else f"- {text}") == [text]) and not _reads_as_key(text)
    except (yaml.YAMLError, ValueError):
        return False


def _reads_as_key(text: str) -> bool:
    """Say whether the text is one that YAML 1.1 merges or YAML 1.2 asks to be quoted at the start of an item."""
    return text in {"<<", "="}


def quoted(text: str, style: str = "") -> str:
    """Return the text in single quotes where it was written so and can be, else in double quotes."""
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES or character.isprintable():
        return _ESCAPES.get(character, character)
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 - four digits of hex


def block(scalar: WrittenScalar, indent: int) -> list[str] | None:
    """Return a long text as the head of a block scalar and its lines; None where only quotes can hold it.

    Lines that fit stay as the author folded them.
    """
    text, pad = scalar.text, " " * indent
    if "\n" in text:
        return ["|-", *(pad + line if line else "" for line in text.split("\n"))] if _LITERAL.fullmatch(text) else None
    if not _FOLDABLE.fullmatch(text):
        return None
    if scalar.folds and all(len(pad + line) <= WIDTH for line in scalar.folds):
        return [">-", *(pad + line for line in scalar.folds)]
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
    )
    return [">-", *lines]
