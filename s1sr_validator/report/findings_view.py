"""One value that every format of findings shows, made from the report of a request check or of a catalogue."""

import datetime as dt
from typing import TypedDict

import msgspec

from s1sr_validator.model.check_report import CheckedRequest, CheckReport, RuleNotAsked, SuppressedFinding
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.model.results import FindingsReport
from s1sr_validator.model.verdict import ExchangeReport

NOT_FILES = frozenset({"", "-", "standard input"})
"""What findings are said to be in where their input has no file of its own."""

_UNREAD_RECORDS = "records could not be read"


class Examinee(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at: an input with its requests, or a catalogue; `what` describes it in words.

    An input that could not be read has no rules, and one that no rule is asked about, as a project's own file, neither.
    """

    name: str
    what: str = ""
    was_read: bool = True
    rules_run: tuple[str, ...] = ()
    rules_not_asked: tuple[RuleNotAsked, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[SuppressedFinding, ...] = ()


class FindingsView(msgspec.Struct, frozen=True, kw_only=True):
    """Findings, what was looked at for them, and by what: `amount` of `subject` (requests, or records)."""

    command: str
    software: str
    catalogue: CatalogueStamp
    as_of: dt.date
    subject: str
    amount: int
    examinees: tuple[Examinee, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[SuppressedFinding, ...] = ()

    @property
    def rules_run(self) -> tuple[str, ...]:
        """Return the code of every rule that was asked at least once."""
        return tuple(sorted({code for each in self.examinees for code in each.rules_run}))

    @property
    def unread(self) -> tuple[str, ...]:
        """Return the names of the inputs that could not be read."""
        return tuple(each.name for each in self.examinees if not each.was_read)

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def view_of_check(report: CheckReport, *, software: str) -> FindingsView:
    """Return what the formats show of checked requests.

    Args:
        report: the requests that were checked, and what was found.
        software: the version of this software.
    """
    requests: dict[str, list[CheckedRequest]] = {}
    findings: dict[str, list[Finding]] = {}
    suppressed: dict[str, list[SuppressedFinding]] = {}
    for request in report.requests:
        requests.setdefault(request.name, []).append(request)
    for finding in report.findings:
        findings.setdefault(finding.location.file, []).append(finding)
    for each in report.suppressed:
        suppressed.setdefault(each.finding.location.file, []).append(each)
    examinees = tuple(
        Examinee(
            name=name,
            was_read=name in requests or name not in report.unread,
            findings=tuple(findings.get(name, ())),
            suppressed=tuple(suppressed.get(name, ())),
            **_asked(requests.get(name, [])),
        )
        for name in dict.fromkeys((*requests, *report.unread, *findings, *suppressed))
    )
    return FindingsView(
        command="check",
        software=software,
        catalogue=report.catalogue,
        as_of=report.as_of,
        subject="request",
        amount=len(report.requests),
        examinees=examinees,
        findings=report.findings,
        suppressed=report.suppressed,
    )


def view_of_verdict(report: ExchangeReport, *, software: str) -> FindingsView:
    """Return what the formats of findings show of a verdict: the request, and each answer.

    Args:
        report: the verdict, with its findings.
        software: the version of this software.
    """
    inputs = [(report.request.name, f"{report.request.srv} {report.request.service_name}")]
    inputs += [(answer.name, answer.kind.replace("_", " ")) for answer in report.answers]
    known = {name for name, _ in inputs}
    others = (*report.unread, *(found.location.file for found in report.findings))
    inputs += [(name, "") for name in dict.fromkeys(others) if name not in known]
    return FindingsView(
        command="check",
        software=software,
        catalogue=report.catalogue,
        as_of=report.as_of,
        subject="message",
        amount=len(known),
        examinees=tuple(
            Examinee(
                name=name,
                what=what,
                was_read=name not in report.unread,
                rules_run=report.request.rules_run if name == report.request.name else (),
                rules_not_asked=report.request.rules_not_asked if name == report.request.name else (),
                findings=tuple(found for found in report.findings if found.location.file == name),
                suppressed=tuple(each for each in report.suppressed if each.finding.location.file == name),
            )
            for name, what in inputs
        ),
        findings=report.findings,
        suppressed=report.suppressed,
    )


def view_of_lint(
    report: FindingsReport, *, name: str, as_of: dt.date, software: str, catalogue: CatalogueStamp
) -> FindingsView:
    """Return what the formats show of a catalogue that was linted.

    Args:
        report: the findings, and the rules that were asked.
        name: what to call the catalogue.
        as_of: the day by which exceptions expire.
        software: the version of this software.
        catalogue: the catalogue's own version; one that is being linted need not have a digest.
    """
    examinee = Examinee(
        name=name,
        what=f"{report.records_checked} records",
        rules_run=report.rules_run,
        rules_not_asked=tuple(RuleNotAsked(code=code, reason=_UNREAD_RECORDS) for code in report.rules_skipped),
        findings=report.findings,
    )
    return FindingsView(
        command="lint",
        software=software,
        catalogue=catalogue,
        as_of=as_of,
        subject="record",
        amount=report.records_checked,
        examinees=(examinee,),
        findings=report.findings,
    )


class _Asked(TypedDict):
    """What the requests of one input are, and which rules were and were not asked of them."""

    what: str
    rules_run: tuple[str, ...]
    rules_not_asked: tuple[RuleNotAsked, ...]


def _asked(requests: list[CheckedRequest]) -> _Asked:
    """Put together the requests of one input; a rule that was asked of one of them was asked."""
    asked = {code for request in requests for code in request.rules_run}
    not_asked = {each.code: each for request in requests for each in request.rules_not_asked if each.code not in asked}
    return _Asked(
        what=", ".join(dict.fromkeys(f"{request.srv} {request.service_name}".strip() for request in requests)),
        rules_run=tuple(sorted(asked)),
        rules_not_asked=tuple(not_asked[code] for code in sorted(not_asked)),
    )
