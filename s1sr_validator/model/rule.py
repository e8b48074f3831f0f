"""A Rule: a stable code, why it exists, and what is wrong and right by it. One text serves every output."""

import msgspec

from s1sr_validator.model.finding import Finding, Location, Severity


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """The same few lines of a file, wrong and right; `file` is the path below the catalogue (or a file's name)."""

    file: str
    wrong: str
    right: str


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What `s1sr explain CODE` prints, and what a finding of that code rests on."""

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    example: Example

    def finding(self, message: str, location: Location, *, tip: str = "") -> Finding:
        """Return a finding of this rule."""
        return Finding(code=self.code, severity=self.severity, message=message, tip=tip, location=location)
