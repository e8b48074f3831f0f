"""A YAML text as its author wrote it: values with their style, and comments at the entries that they are about."""

from collections.abc import Iterator

import msgspec
import yaml

from s1sr_validator.contribution.comments import Comment, comments_of
from s1sr_validator.contribution.yaml_events import Point, end_of, events_of, start_of


class WrittenScalar(msgspec.Struct, frozen=True):
    """A text and how it was written: plain (empty), in one sort of quotes, or as a block (`|` or `>`).

    `folds` are the lines of a `>` block of one paragraph, without their indentation.
    """

    text: str
    style: str = ""
    folds: tuple[str, ...] = ()


class Entry(msgspec.Struct):
    """A pair of a mapping, or an item of a list (its key is empty), with its place and the comments about it.

    Lines and columns count from 0; a collection that was not in brackets ends, for `last_line`, with its key.
    """

    key: str
    value: "WrittenScalar | Collection"
    line: int = 0
    column: int = 0
    last_line: int = 0
    above: list[str] = []
    below: list[str] = []
    beside: str = ""


class Collection(msgspec.Struct):
    """A mapping or a list; `flow` is one that was written in brackets, `folds` its lines where it was on several."""

    entries: list[Entry]
    is_mapping: bool
    flow: bool = False
    folds: tuple[str, ...] = ()


class WrittenRecord(msgspec.Struct, frozen=True):
    """A whole text: its mapping, and the comments above the first key."""

    top: Collection
    head: list[str]


def written_record(text: str) -> WrittenRecord:
    """Read a text that `read_tree` has accepted; its lines end in a line feed.

    Comments inside brackets go to the entry that the brackets belong to, because brackets may be put on one line.
    """
    top = _Reading(text).top()
    entries = list(_in_order(top))
    head: list[str] = []
    for comment in comments_of(text):
        if not entries or comment.line < entries[0].line:
            head.append(comment.text)
        else:
            _attach(comment, entries)
    return WrittenRecord(top, head)


class _Reading:
    """Builds the tree from events, and knows where the last one ended."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events = events_of(text)
        self._line = self._end = 0

    def _next(self) -> yaml.Event:
        event = next(self._events)
        end = end_of(event)
        self._line, self._end = end.line, end.index
        return event

    def top(self) -> Collection:
        while not isinstance(event := self._next(), yaml.MappingStartEvent):
            pass
        return self._collection(event)

    def _value(self, event: yaml.Event) -> WrittenScalar | Collection:
        if isinstance(event, yaml.ScalarEvent):
            return WrittenScalar(event.value, event.style or "", self._folds(event))
        assert isinstance(event, yaml.CollectionStartEvent)  # noqa: S101 - read_tree has refused aliases
        return self._collection(event)

    def _folds(self, event: yaml.ScalarEvent) -> tuple[str, ...]:
        if event.style != ">":
            return ()
        block = self._text[start_of(event).index : end_of(event).index]
        lines = tuple(line.strip() for line in block.split("\n")[1:] if line.strip())
        return lines if " ".join(lines) == event.value else ()

    def _collection(self, event: yaml.CollectionStartEvent) -> Collection:
        is_mapping, flow = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
        entries = list(self._entries(is_mapping=is_mapping))
        lines = self._text[start_of(event).index : self._end].split("\n") if flow else []
        folds = tuple(line.strip() for line in lines) if len(lines) > 1 else ()
        return Collection(entries, is_mapping, flow, folds)

    def _entries(self, *, is_mapping: bool) -> Iterator[Entry]:
        while not isinstance(first := self._next(), yaml.CollectionEndEvent):
            start, last_line = start_of(first), self._line
            key = first.value if is_mapping and isinstance(first, yaml.ScalarEvent) else ""
            value = self._value(self._next() if is_mapping else first)
            if isinstance(value, WrittenScalar) or value.flow:
                last_line = self._line
            column = start.column if is_mapping else self._dash_column(start)
            yield Entry(key=key, value=value, line=start.line, column=column, last_line=last_line)

    def _dash_column(self, start: Point) -> int:
        dash = self._text.rfind("-", 0, start.index)
        return dash - self._text.rfind("\n", 0, dash) - 1 if dash >= 0 else start.column


def _in_order(node: WrittenScalar | Collection) -> Iterator[Entry]:
    """Yield every entry that stands on lines of its own, from the top down."""
    if isinstance(node, Collection) and not node.flow:
        for entry in node.entries:
            yield entry
            yield from _in_order(entry.value)


def _attach(comment: Comment, entries: list[Entry]) -> None:
    before = [entry for entry in entries if entry.line <= comment.line]
    after = entries[len(before)] if len(before) < len(entries) else None
    last = before[-1]
    ends = {last.last_line} if isinstance(last.value, Collection) else {last.line, last.last_line}
    if not comment.alone and not last.beside and comment.line in ends:
        last.beside = comment.text
    elif comment.line <= last.last_line and isinstance(last.value, Collection):
        last.above.append(comment.text)
    elif after is not None and after.column >= comment.column:
        after.above.append(comment.text)
    else:
        inside = [entry for entry in before if entry.column <= comment.column]
        (inside[-1] if inside else last).below.append(comment.text)
