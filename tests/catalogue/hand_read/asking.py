"""Facts that were read by hand out of a paper, and the questions that ask the catalogue for them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.history import Moment
from s1sr_validator.model.record import Conflict, Record
from s1sr_validator.model.regulation import Clause

Ask = Callable[[Catalogue], object]


class Fact(NamedTuple):
    """What a paper says in a place, what the catalogue should answer, and how to ask it."""

    place: str
    says: str
    expected: object
    ask: Ask


def each(*facts: Fact) -> pytest.MarkDecorator:
    """Run a test once for each fact; its id is the place in the paper and what stands there."""
    return pytest.mark.parametrize("fact", facts, ids=[f"{fact.place}: {fact.says}" for fact in facts])


def held(record_id: str, field: str) -> Ask:
    """Ask for a field of a record."""
    return lambda catalogue: getattr(_only(catalogue, record_id), field)


def all_in(record_id: str, field: str) -> Ask:
    """Ask for what a list of a record holds; the order of its items means nothing."""
    return lambda catalogue: set(getattr(_only(catalogue, record_id), field))


def dated(record_id: str, event: str, source: str) -> Ask:
    """Ask when an event of a record was by one source: `2022-06-10 final`, `2025-12-12..2026-01-12 draft`."""
    kind, _, own_id = record_id.rpartition(":")

    def ask(catalogue: Catalogue) -> tuple[str, ...]:
        moments = (
            moment
            for moment in catalogue.history(record_id)
            if (moment.record, moment.what, moment.source) == (own_id, event, source)
        )
        return tuple(_in_words(moment) for moment in moments if kind in {"", moment.kind})

    return ask


def counted(source: str, *words: str) -> Ask:
    """Ask for the figures of a source in whose description or record id all the words are: `about 154,000 meters`."""

    def ask(catalogue: Catalogue) -> tuple[str, ...]:
        figures = (found for found in catalogue.timeline() if (found.status, found.source) == ("figure", source))
        return tuple(
            dict.fromkeys(
                found.what for found in figures if all(word in f"{found.record}: {found.detail}" for word in words)
            )
        )

    return ask


def told(place: str, says: str, record_id: str, *words: str) -> Fact:
    """Return the fact that a record tells in its own words; the words given are those that it cannot do without."""

    def ask(catalogue: Catalogue) -> tuple[str, ...]:
        prose = "\n".join(_texts(msgspec.to_builtins(_only(catalogue, record_id)))).casefold()
        return tuple(word for word in words if word.casefold() in prose)

    return Fact(place, says, words, ask)


def known(*record_ids: str) -> Ask:
    """Ask which of some ids the catalogue has a record of."""
    return lambda catalogue: tuple(record.id for record_id in record_ids for record in catalogue.show(record_id))


def listed(kind: str, *where: str) -> Ask:
    """Ask for the ids of the records of a kind for which every `field=value` holds."""
    return lambda catalogue: tuple(record.id for record in catalogue.list(kind, *where))


def questions(record_id: str) -> Ask:
    """Ask for the numbers of a consultation's questions, in the order of the paper."""

    def ask(catalogue: Catalogue) -> tuple[str, ...]:
        asked = sorted(_only(catalogue, record_id).questions, key=lambda question: question.order)
        return tuple(question.number for question in asked)

    return ask


def led_on(kind: str, place: str) -> Ask:
    """Ask where clauses lead by one row of a paper's table: `{clause: (where it leads,)}`, nowhere being empty."""

    def ask(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
        clauses = (record for record in catalogue.list("clause", f"lineage.kind={kind}") if isinstance(record, Clause))
        steps = [(clause.id, step) for clause in clauses for step in clause.lineage if step.place.endswith(place)]
        return {clause_id: tuple(step.to for owner, step in steps if owner == clause_id) for clause_id, _ in steps}

    return ask


def sides(record_id: str, about: str, words: str) -> Ask:
    """Ask which sources say these words in the record's conflicts about a field."""

    def ask(catalogue: Catalogue) -> set[str]:
        found = (side for conflict in _conflicts(catalogue, record_id, about) for side in conflict.sides)
        return {f"{side.source}, {side.place}" for side in found if words in side.says}

    return ask


def kept_side(record_id: str, about: str) -> Ask:
    """Ask which side the record holds in its conflicts about a field."""
    return lambda catalogue: tuple(conflict.held for conflict in _conflicts(catalogue, record_id, about))


def _conflicts(catalogue: Catalogue, record_id: str, about: str) -> tuple[Conflict, ...]:
    return tuple(conflict for conflict in _only(catalogue, record_id).conflicts if conflict.about == about)


def _texts(value: object) -> Iterator[str]:
    """Yield every text of plain data but those that only say where a fact comes from."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for key in value.keys() - {"source", "place"} for text in _texts(value[key]))
    elif isinstance(value, list | tuple):
        yield from (text for item in value for text in _texts(item))


def _only(catalogue: Catalogue, record_id: str) -> Any:  # noqa: ANN401 - a record of any kind, asked for its own fields
    found: tuple[Record, ...] = catalogue.show(record_id)
    assert 1 == len(found), f"{record_id} is {len(found)} records"
    return found[0]


def _in_words(moment: Moment) -> str:
    return f"{moment.date}..{moment.until} {moment.status}" if moment.until else f"{moment.date} {moment.status}"
