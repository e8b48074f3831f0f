"""Finding records by id and by words."""

import re
from collections.abc import Iterator

import msgspec

from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.record import Record

_NUMBERS = re.compile(r"([0-9]+)")
_TITLE_FIELDS = ("title", "name", "label", "summary")


class Hit(msgspec.Struct, frozen=True):
    """A record and its kind."""

    kind: Kind
    record: Record


def every_record(snapshot: Snapshot) -> Iterator[Hit]:
    """Yield every record, kind by kind."""
    for kind in KINDS:
        for record in snapshot.records.of_kind(kind.folder):
            yield Hit(kind, record)


def natural_order(record_id: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key that puts 4.4.2 before 4.10 and N9 before N10."""
    parts = _NUMBERS.split(record_id)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts if part)


def title_of(record: Record) -> str:
    """Return what a person would call the record."""
    for field in _TITLE_FIELDS:
        text = getattr(record, field, "")
        if text and text != record.id:
            return str(text)
    cpl = getattr(record, "cpl", None)
    return str(getattr(cpl, "log_name", "") or getattr(record, "list", "") or getattr(record, "summary", ""))


def find_id(snapshot: Snapshot, wanted: str) -> tuple[Hit, ...]:
    """Return the records that an id can mean: the id itself in any case, `:` for `/`, a clause's bare number."""
    asked = wanted.strip().replace(":", "/").casefold()
    exact = tuple(hit for hit in every_record(snapshot) if hit.record.id.casefold() == asked)
    if exact:
        return exact
    kind, _, rest = asked.partition("/")
    named = tuple(
        hit
        for hit in every_record(snapshot)
        if kind in {hit.kind.singular, hit.kind.folder} and hit.record.id.casefold() == rest
    )
    return named or tuple(hit for hit in every_record(snapshot) if hit.record.id.casefold().endswith("/" + asked))


def search(snapshot: Snapshot, words: str) -> tuple[Hit, ...]:
    """Return the records in which every word occurs, best first: by id, then by title, then anywhere in the text."""
    wanted = words.casefold().split()
    scored = []
    for order, hit in enumerate(every_record(snapshot)):
        score = _score(hit.record, wanted)
        if score:
            scored.append((-score, order, hit))
    return tuple(hit for _, _, hit in sorted(scored, key=lambda entry: entry[:2]))


def _score(record: Record, wanted: list[str]) -> int:
    record_id, title = record.id.casefold(), title_of(record).casefold()
    text = ""
    total = 0
    for word in wanted:
        if word == record_id:
            total += 100
        elif word in record_id.split("/"):
            total += 60
        elif record_id.startswith(word):
            total += 40
        elif word in title.split():
            total += 30
        elif word in title or word in record_id:
            total += 20
        else:
            text = text or msgspec.json.encode(record).decode().casefold()
            if word not in text:
                return 0
            total += 5
    return total
