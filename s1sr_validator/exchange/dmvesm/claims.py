"""The marks of a matrix as claims on the catalogue's behaviours, held against the rows that it has."""

from collections.abc import Iterable, Iterator

import msgspec

from s1sr_validator.exchange.dmvesm.clauses import ClauseNumber
from s1sr_validator.exchange.dmvesm.devices import Column
from s1sr_validator.exchange.dmvesm.edition import MatrixEdition, named_edition, version_key
from s1sr_validator.exchange.dmvesm.reading import Reading, SheetMark
from s1sr_validator.exchange.dmvesm.selectors import canonical
from s1sr_validator.exchange.dmvesm.state import MatrixState, is_live
from s1sr_validator.model.behaviour import MatrixRow
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.lifecycle import EventKind, Standing, timeline
from s1sr_validator.model.matrix_import import MarkChange, RowOutcome

Fact = tuple[DevicePattern, str]
"""One selector and the behaviour that applies to it."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One clause of one mark: its number in the register (or as written), and the behaviours that it stands for."""

    sheet: str
    mark: SheetMark
    clause: str
    clause_id: str
    behaviours: tuple[str, ...]
    edition: MatrixEdition
    problem: str = ""

    @property
    def column(self) -> Column:
        """Return the column of the mark."""
        return self.mark.column

    @property
    def is_removed(self) -> bool:
        """Say whether a redline strikes the mark out."""
        return self.mark.mark.change is MarkChange.REMOVED

    def facts(self) -> Iterator[Fact]:
        """Yield each selector with each behaviour."""
        for pattern in self.column.devices:
            for behaviour in self.behaviours:
                yield pattern, behaviour


def claims_of(readings: Iterable[Reading], state: MatrixState, edition: MatrixEdition) -> tuple[Claim, ...]:
    """Return a claim for every clause of every mark."""
    return tuple(
        claim
        for reading in readings
        for mark in reading.marks
        for claim in _claims(reading.sheet, mark, state, _edition_of(mark, state, edition))
    )


class Held:
    """The live facts of the catalogue's rows."""

    def __init__(self, state: MatrixState) -> None:
        """Index the rows that still count; where two have one fact, the first by id counts."""
        self.rows = tuple(row for row in state.rows if is_live(row))
        self.by_fact: dict[Fact, MatrixRow] = {}
        for row in self.rows:
            for fact in facts_of(row):
                self.by_fact.setdefault(fact, row)

    def settled(self, claim: Claim) -> Claim:
        """Return a claim on the behaviours of its clause that the devices have already, if they have any.

        Where a clause has several behaviours, a person has decided which of them these devices show.
        """
        if claim.mark.subject.behaviour:
            return claim
        devices = claim.column.devices
        known = tuple(name for name in claim.behaviours if all((pattern, name) in self.by_fact for pattern in devices))
        return msgspec.structs.replace(claim, behaviours=known) if known else claim

    def outcome(self, claim: Claim) -> tuple[RowOutcome, str]:
        """Return what becomes of a claim, and the id of the row that has it already."""
        rows = [self.by_fact[fact] for fact in claim.facts() if fact in self.by_fact]
        if not claim.behaviours or claim.problem:
            return RowOutcome.TO_REVIEW, rows[0].id if rows else ""
        if claim.is_removed:
            if not rows:
                return RowOutcome.ABSENT, ""
            proposed = RowOutcome.REMOVAL_PROPOSED if claim.edition.is_redline else RowOutcome.REMOVED
            return proposed, rows[0].id
        if len(rows) < len(list(claim.facts())):
            return RowOutcome.NEW, ""
        is_lifted = any(is_advanced(row, claim.edition) for row in rows)
        return RowOutcome.CHANGED if is_lifted else RowOutcome.UNCHANGED, rows[0].id


def is_advanced(row: MatrixRow, edition: MatrixEdition) -> bool:
    """Say whether an edition designates what the row has as a proposal or a sighting."""
    spans = timeline(row.lifecycle)
    if edition.is_redline or not edition.id or row.edition == edition.id:
        return False
    is_older = version_key(edition.version) < version_key(row.edition.partition("/")[2])
    return not is_older and (not spans or spans[-1].standing is not Standing.DESIGNATED)


def facts_of(row: MatrixRow) -> Iterator[Fact]:
    """Yield each selector of a row with each behaviour of it."""
    for pattern in canonical(row.devices):
        for behaviour in row.behaviours:
            yield pattern, behaviour


def event_of(edition: MatrixEdition) -> EventKind:
    """Return what an edition does to a row that it has for the first time."""
    return EventKind.CONSULTED if edition.is_redline else EventKind.DESIGNATED


def _edition_of(mark: SheetMark, state: MatrixState, edition: MatrixEdition) -> MatrixEdition:
    named = mark.column.edition
    return named_edition(state, named, None) if named and named != edition.id else edition


def _claims(sheet: str, mark: SheetMark, state: MatrixState, edition: MatrixEdition) -> Iterator[Claim]:
    subject = mark.subject
    if subject.behaviour:
        known = state.clause_of.get(subject.behaviour)
        clause = known or (subject.clauses[0].text if subject.clauses else "")
        behaviours = (subject.behaviour,) if known is not None else ()
        problem = "" if known is not None else f"the catalogue has no behaviour {subject.behaviour}"
        number = clause.partition("/")[2] or clause
        yield _claim(sheet, mark, number, clause if "/" in clause else "", behaviours, edition, problem)
        return
    for named in subject.clauses:
        yield _of_clause(sheet, mark, named, state, edition)


def _of_clause(sheet: str, mark: SheetMark, number: ClauseNumber, state: MatrixState, edition: MatrixEdition) -> Claim:
    clause = state.clauses.get(number.key)
    behaviours = state.behaviours_of.get(number.key, ())
    problem = ""
    if clause is None:
        problem = "the register has no such clause"
    elif not behaviours:
        problem = "no behaviour of the catalogue names the clause"
    text, clause_id = (clause.number, clause.id) if clause else (number.text, "")
    return _claim(sheet, mark, text, clause_id, behaviours, edition, problem)


def _claim(
    sheet: str,
    mark: SheetMark,
    clause: str,
    clause_id: str,
    behaviours: tuple[str, ...],
    edition: MatrixEdition,
    problem: str,
) -> Claim:
    note = mark.mark.footnote
    return Claim(
        sheet=sheet,
        mark=mark,
        clause=clause,
        clause_id=clause_id,
        behaviours=behaviours,
        edition=edition,
        problem=problem or (f"a footnote qualifies it: {note}" if note else ""),
    )
