"""A record's tree to text: two blanks for each level, one entry a line, brackets only where they fit a line.

Where an author has a choice that no rule decides, it stays as it was made: brackets or lines, and which quotes.
"""

import textwrap
from collections.abc import Iterator

from s1sr_validator.contribution.scalar_text import WIDTH, block, is_plain, one_line, quoted
from s1sr_validator.contribution.written_tree import Collection, Entry, WrittenScalar
from s1sr_validator.load.schemas import SchemaNode

_STEP = 2


def lines_of(node: Collection, schema: SchemaNode, indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping or list that is not in brackets."""
    pad = " " * indent
    for entry in node.entries:
        inside = schema.member(entry.key) if node.is_mapping else schema.item()
        yield from (pad + comment for comment in entry.above)
        head = f"{pad}{_key_text(entry.key)}:" if node.is_mapping else f"{pad}-"
        yield from _entry_lines(entry, inside, head, indent, is_item=not node.is_mapping)
        yield from (pad + comment for comment in entry.below)


def _key_text(key: str) -> str:
    return key if is_plain(key, inline=True) else quoted(key)


def _entry_lines(entry: Entry, schema: SchemaNode, head: str, indent: int, *, is_item: bool) -> Iterator[str]:
    beside = f"  {entry.beside}" if entry.beside else ""
    value = entry.value
    lines = (
        _scalar_lines(value, schema, head, indent)
        if isinstance(value, WrittenScalar)
        else _flow_lines(value, schema, head)
    )
    if lines:
        yield lines[0] + beside if len(lines) == 1 or lines[0].endswith("-") else lines[0]
        yield from lines[1:-1]
        if len(lines) > 1:
            yield lines[-1] + (beside if not lines[0].endswith("-") else "")
        return
    assert isinstance(value, Collection)  # noqa: S101 - every text has lines
    rest = lines_of(value, schema, indent + _STEP)
    if not is_item or beside:
        yield head + beside
        yield from rest
        return
    yield from _on_the_dash(rest, head, indent)


def _on_the_dash(lines: Iterator[str], head: str, indent: int) -> Iterator[str]:
    """Put the first line of an item behind its dash; comments above that line stay above the dash."""
    for line in lines:
        text = line.lstrip()
        if not text.startswith("#"):
            yield f"{head} {text}"
            break
        yield " " * indent + text
    yield from lines


def _scalar_lines(value: WrittenScalar, schema: SchemaNode, head: str, indent: int) -> list[str]:
    plain = f"{head} {one_line(value, schema, inline=False)}"
    may_fold = schema.type == "string" and " " in value.text
    if not value.folds and "\n" not in value.text and (len(plain) <= WIDTH or not may_fold):
        return [plain]
    folded = block(value, indent + _STEP)
    return [f"{head} {folded[0]}", *folded[1:]] if folded else [plain]


def _flow_lines(value: Collection, schema: SchemaNode, head: str) -> list[str]:
    """Return a collection in brackets; nothing where it is to be written without."""
    if not value.flow and value.entries:
        return []
    text = _inline(value, schema)
    if len(head) + 1 + len(text) <= WIDTH:
        return [f"{head} {text}"]
    is_row = not value.is_mapping and all(isinstance(entry.value, WrittenScalar) for entry in value.entries)
    return _wrapped(value, head, text) if is_row or value.folds else []


def _wrapped(value: Collection, head: str, text: str) -> list[str]:
    """Return a collection in brackets on several lines; those of the author where they fit."""
    pad = " " * (len(head) + _STEP)
    own = [f"{head} {value.folds[0]}", *(pad + line for line in value.folds[1:])] if value.folds else []
    if " ".join(value.folds) == text and all(len(line) <= WIDTH or " " not in line.strip() for line in own):
        return own
    if "  " in text:
        return [f"{head} {text}"]  # a line break would take the blanks of a text with it
    return textwrap.wrap(f"{head} {text}", WIDTH, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def _inline(value: WrittenScalar | Collection, schema: SchemaNode) -> str:
    if isinstance(value, WrittenScalar):
        return one_line(value, schema, inline=True)
    if not value.is_mapping:
        return f"[{', '.join(_inline(entry.value, schema.item()) for entry in value.entries)}]"
    pairs = (f"{_key_text(entry.key)}: {_inline(entry.value, schema.member(entry.key))}" for entry in value.entries)
    return f"{{{', '.join(pairs)}}}"
