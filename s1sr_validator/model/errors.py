"""What stops a run.

S1srError
    UsageError      the caller asked for something that cannot be (exit code 2)
    InputError      an input could not be read or is not what it should be (exit code 3)
    CatalogueError  the catalogue itself is not sound (exit code 3)

What is wrong with data is a Finding; these exceptions carry the findings that made going on pointless.
"""

from collections.abc import Sequence

from s1sr_validator.model.finding import Finding


class S1srError(Exception):
    """Base of everything this package raises on purpose."""

    exit_code = 2

    def __init__(self, message: str, *, tip: str = "") -> None:
        """Keep the message (what is wrong, where) and the tip (what to do about it)."""
        super().__init__(message)
        self.message = message
        self.tip = tip


class UsageError(S1srError):
    """A wrong argument: an unknown device, an unknown state name, a value of the wrong type."""


class InputError(S1srError):
    """An input that cannot be used; `finding` says where and why."""

    exit_code = 3

    def __init__(self, finding: Finding) -> None:
        """Take message and tip from the finding."""
        super().__init__(finding.message, tip=finding.tip)
        self.finding = finding


class CatalogueError(S1srError):
    """The catalogue has errors; `findings` holds all of them."""

    exit_code = 3

    def __init__(self, message: str, findings: Sequence[Finding], *, tip: str = "") -> None:
        """Keep every finding, not only the first."""
        super().__init__(message, tip=tip)
        self.findings = tuple(findings)
