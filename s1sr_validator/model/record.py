"""What every record of the catalogue has: an id, citations, conflicts, notes."""

from enum import StrEnum

import msgspec


class Basis(StrEnum):
    """How a source carries a fact: it says so, or we conclude it from what it says."""

    STATED = "stated"
    INFERRED = "inferred"


class Citation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A source record and the place in it; `covers` names the fields it carries (none named: all)."""

    source: str
    place: str
    covers: tuple[str, ...] = ()
    basis: Basis = Basis.STATED
    reason: str = ""


class ConflictSide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one source says in a conflict."""

    source: str
    place: str
    says: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Sources that disagree about a field: both sides, what the record holds, and why."""

    about: str
    sides: tuple[ConflictSide, ...]
    held: str
    reason: str = ""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of every record: one YAML file under catalogue/, named by its id."""

    id: str
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
