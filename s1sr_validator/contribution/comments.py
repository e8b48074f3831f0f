"""The comments of a YAML text, which a parser drops: their place, and whether each has its line for itself."""

import re
from collections.abc import Iterator

import msgspec
import yaml

from s1sr_validator.contribution.yaml_events import end_of, events_of, start_of

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)


class Comment(msgspec.Struct, frozen=True):
    """A comment with its mark, the line and column that it starts at (from 0), and whether nothing stands before it."""

    line: int
    column: int
    text: str
    alone: bool


def comments_of(text: str) -> list[Comment]:
    """Return the comments of a YAML text that `read_tree` has accepted, in order; its lines end in a line feed."""
    found = []
    line, counted = 0, 0
    for start, end in _between_scalars(text):
        for match in _COMMENT.finditer(text, start, end):
            line_start = text.rfind("\n", 0, match.start()) + 1
            alone = not text[line_start : match.start()].strip()
            # From the last comment on: from the start each time, a file of nothing but comments took most of a minute.
            line, counted = line + text.count("\n", counted, match.start()), match.start()
            found.append(Comment(line, match.start() - line_start, match[0].rstrip(), alone))
    return found


def _between_scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which `#` can begin a comment: outside of scalars, and in the head of a block scalar."""
    at = 0
    for event in events_of(text):
        if not isinstance(event, yaml.ScalarEvent):
            continue
        yield at, start_of(event).index
        at = end_of(event).index
        if event.style in {"|", ">"}:
            head_end = text.find("\n", start_of(event).index)
            yield start_of(event).index, head_end if head_end >= 0 else len(text)
    yield at, len(text)
