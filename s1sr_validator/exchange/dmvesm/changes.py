"""What a matrix changes in the rows of the catalogue, as the edits of records; a row's past is never rewritten.

Where an edition lifts or ends only some behaviours of a row, the row is divided: each part keeps its own dates.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, auto

import msgspec

from s1sr_validator.exchange.dmvesm.claims import Claim, Fact, Held, event_of, facts_of, is_advanced
from s1sr_validator.exchange.dmvesm.edition import MatrixEdition, version_key
from s1sr_validator.exchange.dmvesm.records import cells_in_words, event, free_id, new_row
from s1sr_validator.exchange.dmvesm.selectors import Selection
from s1sr_validator.exchange.dmvesm.state import MatrixState
from s1sr_validator.model.behaviour import MatrixRow
from s1sr_validator.model.import_plan import RecordData, RecordEdit
from s1sr_validator.model.lifecycle import EventKind
from s1sr_validator.model.matrix_import import RowOutcome

MATRIX = "matrix"


class _Part(Enum):
    KEPT = auto()
    LIFTED = auto()
    ENDED = auto()


class Gone(msgspec.Struct, frozen=True):
    """A row of the catalogue, and behaviours of it that the workbook no longer has."""

    row: MatrixRow
    behaviours: tuple[str, ...]


class Changes:
    """Compares claims with what the catalogue holds."""

    def __init__(self, state: MatrixState, claims: Iterable[Claim], source: str) -> None:
        """Sort the claims: present, struck out, and those that a person has to see first."""
        self._state = state
        self._source = source
        self._held = Held(state)
        self._taken = set(state.taken)
        settled = map(self._held.settled, claims)
        self.outcomes = [(claim, *self._held.outcome(claim)) for claim in settled]
        self._present = _by_fact(claim for claim, _, _ in self.outcomes if not claim.is_removed)
        struck = _by_fact(claim for claim, _, _ in self.outcomes if claim.is_removed)
        self._struck = {fact: claim for fact, claim in struck.items() if fact not in self._present}

    def gone(self, edition: MatrixEdition) -> tuple[Gone, ...]:
        """Return the rows of this or an older edition with behaviours that no cell of the workbook has.

        A behaviour without a clause cannot be in a sheet of clauses.
        """
        limit = version_key(edition.version)
        found = []
        for row in self._held.rows:
            seen = {behaviour for fact in facts_of(row) for behaviour in [fact[1]] if self._is_seen(fact)}
            left = tuple(name for name in row.behaviours if name not in seen and self._state.clause_of.get(name))
            if left and limit and version_key(row.edition.partition("/")[2]) <= limit:
                found.append(Gone(row, left))
        return tuple(found)

    def share(self, gone: Iterable[Gone]) -> float:
        """Return how much of what the catalogue holds is gone, from 0 to 1."""
        held = sum(len(row.behaviours) for row in self._held.rows)
        return sum(len(found.behaviours) for found in gone) / held if held else 0.0

    def edits(self, edition: MatrixEdition, ended: Iterable[Gone]) -> Iterator[RecordEdit]:
        """Yield the records to write.

        Args:
            edition: the edition of the workbook.
            ended: what is no longer in it and shall end with it.
        """
        gone = {found.row.id: set(found.behaviours) for found in ended}
        for row in self._held.rows:
            yield from self._row_edits(row, edition, gone.get(row.id, set()))
        yield from self._new_rows()

    def _is_seen(self, fact: Fact) -> bool:
        return fact in self._present or fact in self._struck

    def _new_rows(self) -> Iterator[RecordEdit]:
        groups: dict[tuple[Selection, str], list[Claim]] = {}
        for claim, outcome, _ in self.outcomes:
            if outcome is RowOutcome.NEW and claim.edition.can_be_written:
                held = [behaviour for behaviour in claim.behaviours if not self._has(claim.column.devices, behaviour)]
                own = msgspec.structs.replace(claim, behaviours=tuple(held))
                groups.setdefault((claim.column.devices, claim.edition.id), []).append(own)
        for claims in groups.values():
            first = claims[0]
            wanted = first.column.record.partition("/")[2] or first.column.label
            record_id = free_id(self._state, wanted, first.edition.version, self._taken)
            yield RecordEdit(folder=MATRIX, id=record_id, data=new_row(record_id, claims, self._source))

    def _has(self, devices: Selection, behaviour: str) -> bool:
        return all((pattern, behaviour) in self._held.by_fact for pattern in devices)

    def _row_edits(self, row: MatrixRow, edition: MatrixEdition, gone: set[str]) -> Iterator[RecordEdit]:
        if not edition.can_be_written:
            return
        parts: dict[_Part, list[str]] = {}
        for behaviour in row.behaviours:
            parts.setdefault(self._part(row, behaviour, edition, gone), []).append(behaviour)
        for number, (part, behaviours) in enumerate(sorted(parts.items(), key=lambda item: item[0].value)):
            data = self._part_data(row, part, behaviours, edition)
            if number:
                record_id = free_id(self._state, row.id.partition("/")[2], edition.version, self._taken)
                whole = self._state.data[row.id] | data
                yield RecordEdit(folder=MATRIX, id=record_id, data=whole | {"id": record_id, "behaviours": behaviours})
            elif data or len(parts) > 1:
                yield RecordEdit(folder=MATRIX, id=row.id, data=data | {"behaviours": behaviours})

    def _part(self, row: MatrixRow, behaviour: str, edition: MatrixEdition, gone: set[str]) -> _Part:
        facts = [fact for fact in facts_of(row) if fact[1] == behaviour]
        struck = all(fact in self._struck for fact in facts) and not edition.is_redline
        if behaviour in gone or struck:
            return _Part.ENDED
        lifted = all(fact in self._present and is_advanced(row, self._present[fact].edition) for fact in facts)
        return _Part.LIFTED if lifted else _Part.KEPT

    def _part_data(self, row: MatrixRow, part: _Part, behaviours: list[str], edition: MatrixEdition) -> RecordData:
        """Return the keys of a part that differ from those of the whole row."""
        facts = [fact for fact in facts_of(row) if fact[1] in behaviours]
        struck = [self._struck[fact] for fact in facts if fact in self._struck]
        if part is _Part.LIFTED:
            edition = self._present[facts[0]].edition
            place = cells_in_words(self._present[fact] for fact in facts)
            cited = {"source": self._source, "place": place, "covers": ["edition", "lifecycle"]}
            return {"edition": edition.id} | self._with_event(row, event_of(edition), edition, cited, "")
        if part is _Part.ENDED:
            place = cells_in_words(struck) if struck else "the whole matrix, which has no such mark"
            cited = {"source": self._source, "place": place, "covers": ["lifecycle"]}
            return self._with_event(row, EventKind.WITHDRAWN, edition, cited, "")
        if not struck:
            return {}
        names = ", ".join(sorted({behaviour for claim in struck for behaviour in claim.behaviours}))
        cited = {"source": self._source, "place": cells_in_words(struck), "covers": ["lifecycle"]}
        note = f"The redline strikes the mark out for {names}."
        return self._with_event(row, EventKind.CONSIDERED, edition, cited, note)

    def _with_event(
        self, row: MatrixRow, kind: EventKind, edition: MatrixEdition, cited: RecordData, note: str
    ) -> RecordData:
        """Return lifecycle and citations with one more each; nothing where the row has the event already."""
        data = self._state.data[row.id]
        added = event(kind, edition, cited["source"], cited["place"], note)
        same = [held for held in data["lifecycle"] if (held["date"], held["event"]) == (added["date"], added["event"])]
        if same:
            return {}
        return {"lifecycle": [*data["lifecycle"], added], "citations": [*data["citations"], cited]}


def _by_fact(claims: Iterable[Claim]) -> dict[Fact, Claim]:
    found: dict[Fact, Claim] = {}
    for claim in claims:
        for fact in claim.facts():
            found.setdefault(fact, claim)
    return found
