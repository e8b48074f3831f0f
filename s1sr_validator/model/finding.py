"""A Finding: what is wrong with data, where, and what to do about it."""

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a finding matters, most serious first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for the most serious severity."""
        return list(Severity).index(self)

    def at_least(self, other: "Severity") -> bool:
        """Say whether this severity is as serious as `other`, or more so."""
        return self.rank <= other.rank


class Location(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place in a file. Line and column count from 1; 0 means that no position is known."""

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        """Write the place as `file:line:column`, leaving out what is not known."""
        parts = [self.file or "-", *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding: a stable code, how serious, what is wrong, what to do, and where."""

    code: str
    severity: Severity
    message: str
    tip: str = ""
    location: Location = Location()

    def sort_key(self) -> tuple[Location, str, str]:
        """Order findings by place, then code, then message."""
        return (self.location, self.code, self.message)


def in_order(findings: "list[Finding] | tuple[Finding, ...]") -> tuple[Finding, ...]:
    """Return the findings sorted by place, each once."""
    return tuple(sorted(set(findings), key=Finding.sort_key))
