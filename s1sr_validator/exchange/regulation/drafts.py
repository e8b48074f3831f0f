"""Which clauses become drafts of behaviours, and what each of them starts with."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from s1sr_validator.exchange.regulation.draft_fields import open_fields
from s1sr_validator.exchange.regulation.numbers import parse_number
from s1sr_validator.exchange.regulation.records import clause_number
from s1sr_validator.model.regulation import ClauseKind
from s1sr_validator.model.regulation_import import ClauseLine, Draft, FoundTerms


def drafts_of(clauses: Sequence[ClauseLine], prefix: str, texts: Mapping[str, str]) -> tuple[Draft, ...]:
    """Return a draft for each clause that describes a behaviour.

    Args:
        clauses: the register.
        prefix: what the private ids begin with, `X-S1SR`.
        texts: the clauses' texts by number, where they are to be kept.
    """
    found = []
    for place, (clause, terms) in enumerate(_describing(clauses), 1):
        found.append(
            Draft(
                behaviour=f"{prefix}-{place:04}",
                clause=f"{prefix}/{clause_number(clause)}",
                number=clause_number(clause),
                heading=clause.heading,
                place=clause.place,
                terms=terms,
                open=open_fields(terms),
                text=texts.get(clause.number, ""),
            )
        )
    return tuple(found)


def _describing(clauses: Sequence[ClauseLine]) -> Iterator[tuple[ClauseLine, FoundTerms]]:
    """Yield clauses that describe a behaviour; an item that says what fails has the SRVs of the clause above it."""
    by_number = {clause.number: clause for clause in clauses}
    for clause in clauses:
        if clause.kind is ClauseKind.BEHAVIOUR:
            yield clause, _with_services(clause, by_number)
        elif clause.terms.outcome and (terms := _with_services(clause, by_number)).services:
            yield clause, terms


def _with_services(clause: ClauseLine, by_number: Mapping[str, ClauseLine]) -> FoundTerms:
    number = parse_number(clause.number)
    while number is not None and not clause.terms.services and number.items and number.parent is not None:
        number = number.parent
        above = by_number.get(str(number))
        if above is not None and above.terms.services:
            return msgspec.structs.replace(clause.terms, services=above.terms.services)
    return clause.terms
