"""Vectors about the register on two days: which standings, Device Models, reaches and events differ."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from s1sr_validator.comparison.register import Register
from s1sr_validator.comparison.register_points import point
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.publish.decision_register import register_table
from s1sr_validator.publish.decision_table import decision_table
from tests.publish import generated_catalogues
from tests.publish.vectors import Vector, canonical, table_of


def differences(name: str, catalogue: Snapshot, count: int, seed: int = 1) -> Iterator[Vector]:
    """Yield that many comparisons of two days or editions of a catalogue, around the days on which it changes."""
    chance = Random(f"{name}/{seed}")  # noqa: S311 - the same vectors in every run
    register, decisions, dates = Register(Lookup(catalogue)), f"{name} decisions", f"{name} register"
    yield table_of(decisions, decision_table(catalogue))
    yield table_of(dates, register_table(catalogue))
    near = [day + dt.timedelta(days=each) for day in register.days for each in (-1, 0, 1)]
    sides = [day.isoformat() for day in near] + [edition.id for edition in catalogue.records.editions]
    for _ in range(count):
        chosen = [point(chance.choice(sides), catalogue) for _ in range(2)]
        since, until = sorted(chosen, key=lambda each: each.day)
        asked = [each.edition or each.day.isoformat() for each in (since, until)]
        answer = canonical(register.difference(since, until))
        yield {"kind": "difference", "decisions": decisions, "register": dates, "sides": asked, "expected": answer}


def generated_differences(count: int, seed: int = 1, each: int = 20) -> Iterator[Vector]:
    """Yield that many comparisons of days of invented catalogues."""
    for number in range(-(-count // each)):
        chance = Random(f"{seed}/{number}")  # noqa: S311 - the same vectors in every run
        yield from differences(f"generated {number}", generated_catalogues.snapshot(chance), each, seed)
