"""What an assertion asks: its own arguments first, then what the test says about itself, then the run's defaults."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from s1sr_validator.arguments import read_day
from s1sr_validator.catalogue import Catalogue
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.testing.suite_run import SuiteRun

DEFAULTS = ("device", "as_of", "state", "standing", "role", "srv")
"""What a test can say about itself, for every assertion in it."""


class Question(NamedTuple):
    """An assertion's question to the catalogue, complete; the arguments are those of `Catalogue.verdict`."""

    catalogue: Catalogue
    as_of: dt.date
    device: str
    role: str
    srv: str
    state: Mapping[str, object]
    standing: str


def ask(run: SuiteRun, *, catalogue: Catalogue | None, needs_device: bool = False, **given: object) -> Question:
    """Return the question of an assertion; an argument that is None was not given.

    Raises:
        UsageError: there is no day, no Device Model where one is needed, or the test says something unknown.
        CatalogueError: the run's catalogue cannot be read.
    """
    said: dict[str, Any] = {"as_of": run.settings.as_of, **_defaults_of(run)}
    said |= {name: value for name, value in given.items() if value is not None}
    if said["as_of"] is None:
        raise UsageError("no day is given, and clauses count by the day", tip="say as_of='2025-11-30'")
    if needs_device and not said.get("device"):
        tip = "say device='ESME/1028/...', or mark the test: @pytest.mark.s1sr(device=...)"
        raise UsageError("no Device Model is given, and what is predicted is about one", tip=tip)
    return Question(
        catalogue=catalogue or run.catalogue,
        as_of=read_day(said["as_of"]),
        device=said.get("device", ""),
        role=said.get("role", ""),
        srv=said.get("srv", ""),
        state=said.get("state", {}),
        standing=said.get("standing", Standing.PROPOSED),
    )


def _defaults_of(run: SuiteRun) -> Mapping[str, object]:
    defaults = run.defaults()
    for name in defaults:
        if name not in DEFAULTS:
            message = f"the mark s1sr of {run.test} says {name!r}, which nothing asks for"
            raise UsageError(message, tip=f"it can say {', '.join(DEFAULTS)}")
    return defaults
