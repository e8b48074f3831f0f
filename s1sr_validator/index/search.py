"""Finding records by id and by words."""

import re
from collections.abc import Callable, Iterator

import msgspec

from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.record import Record

_WORDS = re.compile(r"[a-z][a-z-]{2,}")
_NUMBERS = re.compile(r"([0-9]+)")
_TITLE_FIELDS = ("title", "name", "label", "summary")


class Hit(msgspec.Struct, frozen=True):
    """A record, its kind, and the private overlay that it is from (none: empty)."""

    kind: Kind
    record: Record
    overlay: str = ""


def every_record(snapshot: Snapshot) -> Iterator[Hit]:
    """Yield every record, kind by kind."""
    for kind in KINDS:
        for record in snapshot.records.of_kind(kind.folder):
            origin = snapshot.origins.get(f"{kind.folder}/{record.id}")
            yield Hit(kind, record, origin.overlay if origin else "")


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
    """Return the records that an id can mean.

    The id itself in any case, `:` for `/`; the id after its kind (`cohort:moc-secure`); a clause's bare number; and for
    a clause that is only known by its parts (`S1SR:2A`) those parts.
    """
    asked = wanted.strip().replace(":", "/").casefold()
    kind, _, rest = asked.partition("/")
    tests: tuple[Callable[[Hit], bool], ...] = (
        lambda hit: hit.record.id.casefold() == asked,
        lambda hit: kind in {hit.kind.singular, hit.kind.folder} and hit.record.id.casefold() == rest,
        lambda hit: hit.record.id.casefold().endswith("/" + asked),
        lambda hit: hit.kind.folder == "clauses" and hit.record.id.casefold().startswith((asked + ".", asked + "(")),
    )
    for test in tests:
        found = tuple(hit for hit in every_record(snapshot) if test(hit))
        if found:
            return found
    return ()


def search(snapshot: Snapshot, words: str) -> tuple[Hit, ...]:
    """Return the records in which every word occurs, best first: by id, then by title, then anywhere in the text.

    A word that occurs in no record is taken for the nearest word that does.
    """
    hits = tuple(every_record(snapshot))
    texts = [msgspec.json.encode(hit.record).decode().casefold() for hit in hits]
    wanted = [_mended(word, texts) for word in words.casefold().split()]
    scored = []
    for order, (hit, text) in enumerate(zip(hits, texts, strict=True)):
        score = _score(hit.record, text, wanted)
        if score:
            scored.append((-score, order, hit))
    return tuple(hit for _, _, hit in sorted(scored, key=lambda entry: entry[:2]))


def _mended(word: str, texts: list[str]) -> str:
    """Return the word, or where no text holds it the nearest word that some text holds."""
    if any(word in text for text in texts):
        return word
    known = {found for text in texts for found in _WORDS.findall(text)}
    import difflib  # noqa: PLC0415 - most words occur

    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.75)
    return near[0] if near else word


def _score(record: Record, text: str, wanted: list[str]) -> int:
    if any(word not in text for word in wanted):
        return 0
    title = title_of(record).casefold()
    return sum(_word_score(word, record.id.casefold(), title) for word in wanted)


def _word_score(word: str, record_id: str, title: str) -> int:
    """Weigh where a word stands: it is the id, a part of the id, its beginning, a word of the title, elsewhere."""
    ranks = (
        (100, word == record_id),
        (60, word in record_id.split("/")),
        (40, record_id.startswith(word)),
        (30, word in title.split()),
        (20, word in title or word in record_id),
    )
    return next((score for score, holds in ranks if holds), 5)
