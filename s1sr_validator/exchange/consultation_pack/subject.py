"""What a consultation is about: a behaviour on a day, with its clause and the matrix rows that apply it."""

import datetime as dt

import msgspec

from s1sr_validator.index.lookup import Application, Lookup, nearest
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import Standing, standing_on
from s1sr_validator.model.regulation import Clause
from s1sr_validator.prediction.consider import joint_span


class AppliedRow(msgspec.Struct, frozen=True):
    """A matrix row that applies the behaviour, and the standing of the two together on the day."""

    row: MatrixRow
    standing: Standing | None


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """A behaviour on a day. `clause` is None where the behaviour names none, or one that the catalogue lacks."""

    behaviour: Behaviour
    day: dt.date
    standing: Standing | None
    clause: Clause | None
    is_in_register: bool
    rows: tuple[AppliedRow, ...]
    overlay: str = ""


def subject_of(lookup: Lookup, behaviour_id: str, day: dt.date) -> Subject:
    """Return a behaviour on a day.

    Raises:
        UsageError: there is no such behaviour; the tip names the nearest.
    """
    behaviour = _behaviour(lookup, behaviour_id)
    clause = lookup.clauses.get(behaviour.clause)
    return Subject(
        behaviour=behaviour,
        day=day,
        standing=standing_on(behaviour.lifecycle, day),
        clause=clause,
        is_in_register=clause is not None and _is_designated(clause, lookup, day),
        rows=tuple(
            AppliedRow(pair.row, _together(pair, day)) for pair in lookup.applications if pair.behaviour == behaviour
        ),
        overlay=lookup.overlay_of("behaviours", behaviour.id),
    )


def _together(pair: Application, day: dt.date) -> Standing | None:
    span = joint_span(pair, day)
    return span.standing if span else None


def _is_designated(clause: Clause, lookup: Lookup, day: dt.date) -> bool:
    """Say whether the clause is in force: by its own life where it has one, else by any behaviour that rests on it."""
    if clause.lifecycle:
        return standing_on(clause.lifecycle, day) is Standing.DESIGNATED
    lives = (found.lifecycle for found in lookup.behaviours.values() if found.clause == clause.id)
    return any(standing_on(life, day) is Standing.DESIGNATED for life in lives)


def _behaviour(lookup: Lookup, wanted: str) -> Behaviour:
    by_folded = {name.casefold(): found for name, found in lookup.behaviours.items()}
    found = by_folded.get(wanted.strip().casefold())
    if found is None:
        near = nearest(wanted.upper(), tuple(lookup.behaviours))
        tip = f"nearest: {', '.join(near)}" if near else "list them with: s1sr list behaviours"
        raise UsageError(f"there is no behaviour {wanted!r}", tip=tip)
    return found
