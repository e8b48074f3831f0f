"""Findings as newline-delimited JSON: a line about the run, one for each input and each finding, one that sums up."""

from collections.abc import Iterator

import msgspec

from s1sr_validator.model.check_report import RuleNotAsked
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.report.as_json import to_json_line
from s1sr_validator.report.findings_view import FindingsView

LINE_VERSION = "1"


class RunLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="run"):
    """The first line: which command, software and catalogue, and the day that was asked about.

    `digest` is empty for `lint`, which reads records that may not compile.
    """

    schema_version: str = LINE_VERSION
    command: str
    software: str
    catalogue: CatalogueStamp
    as_of: str


class CheckedLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="checked"):
    """An input, or a catalogue: what it is, whether it could be read, and which rules were and were not asked."""

    name: str
    what: str
    was_read: bool
    rules_run: tuple[str, ...]
    rules_not_asked: tuple[RuleNotAsked, ...]


class FindingLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="finding"):
    """A finding. `suppressed` ones have the reason for which they are accepted, and the day until which, if any."""

    code: str
    severity: Severity
    message: str
    tip: str
    location: Location
    suppressed: bool
    reason: str
    expires: str


class SummaryLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="summary"):
    """The last line: without it the output is not whole. `checked` counts requests, or records for `lint`."""

    errors: int
    warnings: int
    infos: int
    suppressed: int
    checked: int
    unread: int
    rules_run: tuple[str, ...]


def to_ndjson(view: FindingsView) -> str:
    """Return one JSON object a line, each with a `type`: run, checked, finding or summary."""
    return "".join(to_json_line(line) for line in _lines(view))


def _lines(view: FindingsView) -> Iterator[msgspec.Struct]:
    yield RunLine(command=view.command, software=view.software, catalogue=view.catalogue, as_of=view.as_of.isoformat())
    for each in view.examinees:
        yield CheckedLine(
            name=each.name,
            what=each.what,
            was_read=each.was_read,
            rules_run=each.rules_run,
            rules_not_asked=each.rules_not_asked,
        )
    yield from (_line_of(finding) for finding in view.findings)
    for accepted in view.suppressed:
        yield _line_of(accepted.finding, suppressed=True, reason=accepted.reason, expires=accepted.expires)
    yield _summary(view)


def _line_of(finding: Finding, *, suppressed: bool = False, reason: str = "", expires: str = "") -> FindingLine:
    return FindingLine(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        tip=finding.tip,
        location=finding.location,
        suppressed=suppressed,
        reason=reason,
        expires=expires,
    )


def _summary(view: FindingsView) -> SummaryLine:
    return SummaryLine(
        errors=view.count(Severity.ERROR),
        warnings=view.count(Severity.WARNING),
        infos=view.count(Severity.INFO),
        suppressed=len(view.suppressed),
        checked=view.amount,
        unread=len(view.unread),
        rules_run=view.rules_run,
    )
