"""What comes of a chunk: its rows in columns, where what many rows have in common is held once; and its rejects."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec


class PredictedRow(msgspec.Struct, frozen=True):
    """One request and one Device Model: the assessment, the answer to expect, and the behaviours that say so."""

    name: str
    request_id: str
    srv: str
    device_model: str
    assessment: str
    predicts: str
    deviations: str
    conditions: str


class RejectedRow(msgspec.Struct, frozen=True):
    """A message that no prediction could be made for, and why; `code` is that of the rule, where one says it."""

    name: str
    code: str
    message: str
    line: int = 0
    column: int = 0


class Answer(NamedTuple):
    """The part of a row that requests about one service to one Device Model have in common."""

    srv: str
    device_model: str
    assessment: str
    predicts: str
    deviations: str
    conditions: str


OWN = ("name", "request_id")
"""The columns that every row has for itself."""


class Predicted(NamedTuple):
    """Rows by column: the `answers` are told apart, and `which` has the place of each row's."""

    requests: int
    names: list[str]
    request_ids: list[str]
    which: list[int]
    answers: list[Answer]
    rejected: list[RejectedRow]

    def rows(self) -> Iterator[PredictedRow]:
        """Yield the rows one by one."""
        for name, request_id, place in zip(self.names, self.request_ids, self.which, strict=True):
            yield PredictedRow(name, request_id, *self.answers[place])

    def assessments(self) -> dict[str, int]:
        """Return how many rows have each assessment."""
        counts: Counter[str] = Counter()
        for place, count in Counter(self.which).items():
            counts[self.answers[place].assessment] += count
        return dict(counts)


def lines(rows: Iterable[msgspec.Struct]) -> bytes:
    """Return the rows as lines of JSON; what a file's name has that is not UTF-8 is written as an escape."""
    return b"".join(_line(row) for row in rows)


def _line(row: msgspec.Struct) -> bytes:
    try:
        return msgspec.json.encode(row) + b"\n"
    except UnicodeEncodeError:
        texts = {name: text for name, text in msgspec.structs.asdict(row).items() if isinstance(text, str)}
        legible = {name: text.encode(errors="backslashreplace").decode() for name, text in texts.items()}
        return msgspec.json.encode(msgspec.structs.replace(row, **legible)) + b"\n"
