"""What the records cite of the sources that list their parts: who cites each part, and which parts were set aside."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from s1sr_validator.index.places import expand, names_part
from s1sr_validator.model.history import CoveredPart
from s1sr_validator.model.kinds import KINDS, Records
from s1sr_validator.model.migration import Consultation
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Source

Path = tuple[str | int, ...]

_NUMBERED = re.compile(r"paragraph \d+")


class CitedPlace(msgspec.Struct, frozen=True):
    """A place in a source that a record rests on, and where in the record the place stands."""

    source: str
    place: str
    path: Path


class SourceCoverage(msgspec.Struct, frozen=True, kw_only=True):
    """A source that lists its parts, with what became of each, in the order of the source."""

    source: str
    parts: tuple[CoveredPart, ...]


def cited_places(record: Record) -> Iterator[CitedPlace]:
    """Yield every place that the record gives with its source.

    A consultation's question gives its place alone: it is yielded with each source that the consultation cites, as any
    of them can hold it.
    """
    yield from _with_source(msgspec.to_builtins(record), ())
    if isinstance(record, Consultation):
        for source in dict.fromkeys(citation.source for citation in record.citations):
            for number, question in enumerate(record.questions):
                yield CitedPlace(source, question.place, ("questions", number, "place"))


def named_parts(place: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of a source's parts a place names, in their order.

    What a longer part has in common with a shorter one names the longer one alone: `footnote 2 to paragraph 15` is not
    paragraph 15, and `Appendix One, row 2` is not the whole of Appendix One.
    """
    named, rest = _in_words(place, parts)
    numbered = frozenset(expand(rest))
    return tuple(part for part in parts if part in named or part.casefold() in numbered)


def missing_paragraphs(place: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the numbered paragraphs that a place names and that its source, which numbers paragraphs, lacks."""
    known = frozenset(part.casefold() for part in parts)
    if not any(_NUMBERED.fullmatch(part) for part in known):
        return ()
    _, rest = _in_words(place, parts)
    return tuple(number for number in expand(rest) if _NUMBERED.fullmatch(number) and number not in known)


def _in_words(place: str, parts: tuple[str, ...]) -> tuple[set[str], str]:
    """Return the parts, other than numbered paragraphs, that a place names, and what is left of the place."""
    rest, named = place.casefold(), set()
    for part in sorted(parts, key=len, reverse=True):
        words = part.casefold()
        if words in rest and not _NUMBERED.fullmatch(words) and names_part(rest, words):
            named.add(part)
            rest = rest.replace(words, ";")
    return named, rest


def coverage(records: Records) -> tuple[SourceCoverage, ...]:
    """Return what is cited of every source that lists its parts, by the sources' ids."""
    listing = {source.id: source for source in records.sources if source.places}
    citing: dict[str, dict[str, set[str]]] = {source_id: {} for source_id in listing}
    for folder, record in _every_record(records):
        for cited in cited_places(record):
            if cited.source in listing:
                citing[cited.source].setdefault(cited.place, set()).add(f"{folder}/{record.id}")
    return tuple(_covered(source, citing[source_id]) for source_id, source in sorted(listing.items()))


def _every_record(records: Records) -> Iterator[tuple[str, Record]]:
    for kind in KINDS:
        for record in records.of_kind(kind.folder):
            yield kind.folder, record


def _covered(source: Source, citing: dict[str, set[str]]) -> SourceCoverage:
    found: dict[str, set[str]] = {part: set() for part in source.places}
    for place, names in citing.items():
        for part in named_parts(place, source.places):
            found[part] |= names
    aside = {part: uncited.reason for uncited in source.uncited for part in uncited.places}
    parts = (
        CoveredPart(part=part, cited_by=tuple(sorted(names)), set_aside=aside.get(part, ""))
        for part, names in found.items()
    )
    return SourceCoverage(source=source.id, parts=tuple(parts))


def _with_source(value: Any, path: Path) -> Iterator[CitedPlace]:  # noqa: ANN401 - plain data of any shape
    members = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict) and value.get("source") and value.get("place"):
        yield CitedPlace(value["source"], value["place"], path)
    for step, member in members:
        if isinstance(member, dict | list | tuple):
            yield from _with_source(member, (*path, step))
