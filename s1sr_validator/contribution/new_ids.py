"""Ids that nobody has yet: not in the folder, nor on any branch that is known here."""

import re
from pathlib import Path

from s1sr_validator.contribution.git_folders import names_on_branches
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import Kind

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_NUMBERED = {"behaviours": "S1B-"}


def taken_ids(folder: Path, kind: Kind) -> frozenset[str]:
    """Return the ids of a kind in a catalogue folder and on every branch of its repository."""
    here = (path.relative_to(folder).as_posix() for path in (folder / kind.folder).rglob("*.yaml"))
    start = f"{kind.folder}/"
    return frozenset(
        name.removeprefix(start).removesuffix(".yaml")
        for name in {*here, *names_on_branches(folder)}
        if name.startswith(start) and name.endswith(".yaml")
    )


def next_number(taken: frozenset[str], prefix: str) -> str:
    """Return the id after the last one that was ever given out: a number is never used again."""
    numbers = [int(name.removeprefix(prefix)) for name in taken if re.fullmatch(f"{re.escape(prefix)}[0-9]{{4}}", name)]
    return f"{prefix}{max(numbers, default=0) + 1:04d}"


def slug(text: str) -> str:
    """Return a text as an id: lower-case words with hyphens."""
    return _NOT_IN_IDS.sub("-", text.casefold()).strip("-")[:_LONGEST].rstrip("-")


def free_id(kind: Kind, folder: Path, proposed: str) -> str:
    """Return the id of a new record.

    Args:
        kind: the kind of record.
        folder: the catalogue folder.
        proposed: the id that is wanted; empty where the kind's ids are counted.

    Raises:
        UsageError: the id is taken, or none was given for a kind whose ids are not counted.
    """
    taken = taken_ids(folder, kind)
    if not proposed and kind.folder in _NUMBERED:
        return next_number(taken, _NUMBERED[kind.folder])
    if not proposed:
        raise UsageError(f"a new {kind.singular} needs an id", tip="give one: --set id=...")
    parts = proposed.split("/")
    if proposed != proposed.strip() or any(part in {"", ".", ".."} for part in parts) or "\\" in proposed:
        raise UsageError(f"{proposed!r} is no id", tip="an id is words, digits and hyphens; / makes folders")
    if proposed in taken:
        raise UsageError(
            f"{kind.singular} {proposed} exists here or on a branch", tip="see: s1sr show; or choose another id"
        )
    return proposed
