"""YAML text to a tree of plain text with marks: nothing is guessed, and what could surprise is refused.

Refused: duplicate keys, anchors, aliases, tags, merge keys, empty values, more than one document, keys that are not
plain text. Size and depth are bounded before anything is built, because nests are quadratic for a YAML parser.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath

import msgspec
import yaml

from s1sr_validator.load import rules
from s1sr_validator.load.mark import Mark
from s1sr_validator.load.problems import LoadProblem

MAX_BYTES = 128 * 1024
MAX_DEPTH = 24
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_bounded(path: FilePath) -> bytes:
    """Return the bytes of a file, at most one more than `read_tree` takes; what is larger is not read whole.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


class Scalar(msgspec.Struct, frozen=True):
    """A text value; `quoted` tells whether another YAML reader could have taken it for something else."""

    mark: Mark
    text: str
    quoted: bool


class Sequence(msgspec.Struct, frozen=True):
    """A list of nodes."""

    mark: Mark
    items: tuple["Node", ...]


class Mapping(msgspec.Struct, frozen=True):
    """Keys with their own marks, and their nodes, in file order."""

    mark: Mark
    items: tuple[tuple[Scalar, "Node"], ...]


Node = Scalar | Sequence | Mapping


def read_tree(data: bytes) -> Mapping:
    """Read one YAML document whose top is a mapping.

    Raises:
        LoadProblem: the text is not that, or holds something that this catalogue refuses.
    """
    if len(data) > MAX_BYTES:
        raise LoadProblem(rules.TOO_LARGE, f"the file has more than {MAX_BYTES:,} bytes, the most that is read")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LoadProblem(rules.SYNTAX, f"the file is not UTF-8 text (byte {error.start})") from None
    try:
        events = iter(yaml.parse(text, Loader=_LOADER))
        return _document(events)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(0, 0)
        raise LoadProblem(rules.SYNTAX, f"not YAML: {error.problem or error.context}", place) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # PyYAML without libyaml lets the last two through
        raise LoadProblem(rules.SYNTAX, f"not YAML: {' '.join(str(error).split())}") from None


def _document(events: Iterator[yaml.Event]) -> Mapping:
    found: list[Mapping] = []
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if found:
                raise LoadProblem(rules.SYNTAX, "more than one YAML document in the file", _mark(event))
            found.append(_top(next(events), events))
    if not found:
        raise LoadProblem(rules.SYNTAX, "the file is empty", Mark(1, 1))
    return found[0]


def _top(event: yaml.Event, events: Iterator[yaml.Event]) -> Mapping:
    node = _node(event, events, 0)
    if not isinstance(node, Mapping):
        raise LoadProblem(rules.SYNTAX, "the top of the file is not a mapping of keys to values", node.mark)
    return node


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1) if start else Mark(0, 0)


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    mark = _mark(event)
    if depth > MAX_DEPTH:
        raise LoadProblem(rules.TOO_LARGE, f"more than {MAX_DEPTH} levels deep", mark)
    _refuse_indirection(event, mark)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, mark)
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(mark, tuple(_items(events, depth)))
    return Mapping(mark, tuple(_pairs(events, depth)))


def _refuse_indirection(event: yaml.Event, mark: Mark) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        raise LoadProblem(rules.INDIRECTION, f"alias *{anchor}: write the value out", mark)
    if anchor:
        raise LoadProblem(rules.INDIRECTION, f"anchor &{anchor}: write the value out where it is needed", mark)
    if tag:
        raise LoadProblem(rules.INDIRECTION, f"tag {tag}: types come from the schema, not from tags", mark)


def _scalar(event: yaml.ScalarEvent, mark: Mark) -> Scalar:
    plain = not event.style
    if plain and not event.value:
        raise LoadProblem(rules.EMPTY_VALUE, "a key without a value: leave the key out, or write the value", mark)
    return Scalar(mark, event.value, not plain)


def _items(events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield _node(event, events, depth + 1)


def _pairs(events: Iterator[yaml.Event], depth: int) -> Iterator[tuple[Scalar, Node]]:
    first_at: dict[str, Mark] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, depth + 1)
        if not isinstance(key, Scalar) or key.text == "<<":
            raise LoadProblem(rules.INDIRECTION, "a key must be plain text (and merge keys are refused)", key.mark)
        if key.text in first_at:
            line = first_at[key.text].line
            raise LoadProblem(rules.DUPLICATE_KEY, f"key {key.text!r} stands here and on line {line}", key.mark)
        first_at[key.text] = key.mark
        yield key, _node(next(events), events, depth + 1)
