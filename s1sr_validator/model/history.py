"""Answers about the regulatory history: dated moments, exclusion categories that were met, parts of sources."""

import msgspec

from s1sr_validator.model.record import Basis
from s1sr_validator.model.truth import Truth


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a date: what, how firm, on which record, and where that is stated or inferred from.

    `overlay` names the private overlay that holds the record; it is empty for the catalogue's own.
    """

    date: str
    until: str
    what: str
    status: str
    kind: str
    record: str
    detail: str
    basis: Basis
    source: str
    place: str
    overlay: str = ""


class CategoryAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One category: met (`true`), not met (`false`) or open (`unknown`), with its rule and what is still open."""

    exclusion: str
    name: str
    clause: str
    met: Truth
    rule: str
    still_open: str
    still_open_facts: tuple[str, ...]
    effect: str
    source_file: str
    line: int
    overlay: str = ""


class CoveredPart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a source: the records that cite it (`folder/id`), and the reason why it was set aside (empty: not)."""

    part: str
    cited_by: tuple[str, ...]
    set_aside: str

    @property
    def is_open(self) -> bool:
        """Say whether nobody cites the part, and nobody said why."""
        return not self.cited_by and not self.set_aside
