"""The clause as a redline against the register: what is new is inserted, what ends is deleted."""

from s1sr_validator.exchange.consultation_pack.document import (
    Block,
    PackSection,
    Paragraph,
    Runs,
    deleted,
    inserted,
    kept,
    paragraph,
)
from s1sr_validator.exchange.consultation_pack.subject import Subject
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Claim
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.regulation import Clause, LineageKind

NOT_THE_TEXT = (
    "The catalogue holds the number of a clause and a summary in its own words. It does not hold the text of a clause: "
    "the drafting itself is to be put in the place of these summaries."
)
_NO_CLAUSE = (
    "No source that the catalogue holds proposes a clause for this behaviour. What is inserted here is the catalogue's "
    "summary of the behaviour; document and number are open."
)


def clause_section(subject: Subject, lookup: Lookup) -> PackSection:
    """Return the section that shows the clause before and after."""
    return PackSection("Clause, as a redline against the register", (*_said(subject), *_redline(subject, lookup)))


def _said(subject: Subject) -> tuple[Block, ...]:
    """Say first what the redline is, and what it is not."""
    behaviour = subject.behaviour
    if behaviour.clause and subject.clause is None:
        return (paragraph(f"The behaviour names clause {behaviour.clause}, of which the catalogue holds no record."),)
    if subject.clause is None and _needs_clause(subject):
        return (paragraph(_NO_CLAUSE),)
    if subject.clause is None:
        return (paragraph("The behaviour names no clause, and nothing is open that one would be needed for."),)
    return (paragraph(NOT_THE_TEXT), paragraph(_standing_of(subject)))


def _standing_of(subject: Subject) -> str:
    match subject.standing:
        case Standing.DESIGNATED:
            return "The behaviour is designated: nothing about its clause is proposed on this day."
        case Standing.SUPERSEDED | Standing.WITHDRAWN:
            return f"The behaviour is {subject.standing}."
        case None:
            return "On this day nothing about the behaviour had been published: no change is shown."
    if subject.is_in_register:
        return "The clause is in the register. The behaviour would be added to it."
    return "The clause is not in the register. It would be added."


def _redline(subject: Subject, lookup: Lookup) -> tuple[Block, ...]:
    clause, behaviour = subject.clause, subject.behaviour
    if clause is None:
        shown = not behaviour.clause and _needs_clause(subject)
        return (Paragraph(inserted(f"(number open) {behaviour.summary}")),) if shown else ()
    runs: list[Runs] = []
    if subject.standing is Standing.PROPOSED and not subject.is_in_register:
        runs += [deleted(_line(found)) for found in _replaced_by(clause, lookup)]
    runs += _own_lines(subject, clause)
    return tuple(map(Paragraph, runs))


def _own_lines(subject: Subject, clause: Clause) -> list[Runs]:
    is_open = subject.standing in {Standing.OBSERVED, Standing.PROPOSED}
    if subject.is_in_register:
        added = [inserted(subject.behaviour.summary)] if is_open else []
        return [kept(_line(clause)), *added]
    if is_open:
        return [inserted(_line(clause))]
    has_ended = subject.standing is not None and not subject.standing.is_live
    return [deleted(_line(clause))] if has_ended else [kept(_line(clause))]


def _replaced_by(clause: Clause, lookup: Lookup) -> list[Clause]:
    """Return the clauses in whose place this one comes."""
    return [
        found
        for found in lookup.clauses.values()
        if any(step.kind is LineageKind.REPLACED_BY and step.to == clause.id for step in found.lineage)
    ]


def _line(clause: Clause) -> str:
    return f"{clause.document} {clause.number}: {clause.summary}"


def _needs_clause(subject: Subject) -> bool:
    """Say whether a clause is wanted: a live deviation that is not in the Code has none."""
    is_open = subject.standing in {Standing.OBSERVED, Standing.PROPOSED}
    return is_open and subject.behaviour.claim is Claim.DEVIATES
