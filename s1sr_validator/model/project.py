"""A project's own file, `s1sr.toml`: defaults, which rules to ask, which findings it accepts, and its Devices."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.finding import Finding, Location, Severity

Path = tuple[str | int, ...]
"""The keys and list numbers that lead to a value of the file."""


class RunCoverage(StrEnum):
    """How much of a project a run looked at; only of that it is known that a suppression is not needed."""

    PART = "part"
    """Some requests, or requests as they are not usually checked: nothing is known."""

    FILES = "files"
    """Some requests as they are always checked: known for suppressions of one file."""

    WHOLE = "whole"
    """Every request of the project: known for all suppressions."""


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which rules to ask: codes, beginnings of codes or names; nothing in `select` stands for all of them."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


EVERYTHING = Selection()
"""The selection that leaves no rule out."""


class Defaults(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says in place of options that are not given; empty where it says nothing."""

    fail_on: Severity | None = None
    role: str = ""
    device: str = ""
    standing: str = ""


class Suppression(msgspec.Struct, frozen=True, kw_only=True):
    """Findings that the project accepts: those of one rule for which everything else that is given holds too.

    `number` counts the tables of the file from 0. `expires` is the day from which the findings are reported again,
    None where the file says `never`.
    """

    number: int
    code: str
    reason: str
    expires: dt.date | None
    path: str = ""
    file: str = ""
    srv: str = ""
    device: str = ""


class StatedDevice(msgspec.Struct, frozen=True, kw_only=True):
    """What the project says of one Device of its test environment: its EUI-64, as written there, and its CPL key."""

    eui: str
    key: str


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """What a project's file says; `findings` are what was wrong with it, and what is wrong is left out of the rest.

    `folder` is the file's own folder, which the `file` patterns of suppressions start from. `positions` holds line and
    column of tables and keys, from 1.
    """

    file: str = ""
    folder: str = ""
    selection: Selection = EVERYTHING
    defaults: Defaults = Defaults()
    suppressions: tuple[Suppression, ...] = ()
    devices: tuple[StatedDevice, ...] = ()
    findings: tuple[Finding, ...] = ()
    positions: dict[Path, tuple[int, int]] = {}

    def place(self, *path: str | int) -> Location:
        """Return the place of a value, or of the nearest table or key around it that has a position."""
        known = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in self.positions), None)
        line, column = self.positions[known] if known else (0, 0)
        return Location(file=self.file, line=line, column=column, path=dotted(path))


def dotted(path: Path) -> str:
    """Write a path as `suppress[0].code`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
