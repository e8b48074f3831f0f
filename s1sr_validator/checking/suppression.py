"""Accepted findings of requests: a project's suppressions set them apart, and are findings themselves once unused."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from operator import or_
from typing import NamedTuple

from s1sr_validator.checking.check import Checked
from s1sr_validator.checking.step_patterns import is_one_file
from s1sr_validator.checking.suppression_match import Case, FileOf, accepts, is_about, is_for
from s1sr_validator.load.project_rules import EXPIRED, UNUSED
from s1sr_validator.model.check_report import CheckedRequest, SuppressedFinding
from s1sr_validator.model.finding import Finding, in_order
from s1sr_validator.model.project import Project, RunCoverage, Suppression


class Run(NamedTuple):
    """What a run looked at.

    Attributes:
        checked: requests with their findings.
        across: findings about several requests together; each is about those of its file's name.
        rules_across: codes of the rules that were asked about all requests together, to the end.
        unread: names of the inputs that could not be read.
    """

    checked: tuple[Checked, ...]
    across: tuple[Finding, ...] = ()
    rules_across: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def requests(self) -> tuple[CheckedRequest, ...]:
        """Return the requests without their findings."""
        return tuple(each.request for each in self.checked)


class Suppressed(NamedTuple):
    """Findings that stay, those that the project accepts, and what is wrong with its suppressions, each in order."""

    kept: tuple[Finding, ...]
    accepted: tuple[SuppressedFinding, ...]
    findings: tuple[Finding, ...]


def suppress(
    run: Run,
    project: Project,
    as_of: dt.date,
    *,
    file_of: FileOf = str,
    coverage: RunCoverage = RunCoverage.PART,
) -> Suppressed:
    """Set the findings apart that a project accepts.

    Args:
        run: what was looked at, and what was found.
        project: the project, as `meaning_of` left it.
        as_of: the day by which suppressions expire.
        file_of: what `file` patterns see of an input's name.
        coverage: how much of the project was looked at.
    """
    live = [each for each in project.suppressions if not _is_expired(each, as_of)]
    by_code: defaultdict[str, list[Suppression]] = defaultdict(list)
    for each in live:
        by_code[each.code].append(each)
    kept: list[Finding] = []
    accepted: set[SuppressedFinding] = set()
    used: set[int] = set()
    for case in _cases(run):
        by = [each for each in by_code[case.finding.code] if accepts(each, case, file_of)]
        used.update(each.number for each in by)
        if by:
            accepted.add(_accepted(case.finding, by))
        else:
            kept.append(case.finding)
    unused = [each for each in live if each.number not in used and _is_covered(each, coverage)]
    known = [each for each in unused if _was_asked(each, run, file_of)]
    return Suppressed(
        in_order(kept),
        tuple(sorted(accepted, key=lambda each: (each.finding.sort_key(), each.reason))),
        in_order([*_expired(project, as_of), *(_unused(each, project) for each in known)]),
    )


def _cases(run: Run) -> Iterator[Case]:
    for each in run.checked:
        yield from (Case(finding, (each.request,)) for finding in each.findings)
    for finding in run.across:
        yield Case(finding, tuple(each for each in run.requests if each.name == finding.location.file))


def _is_expired(suppression: Suppression, as_of: dt.date) -> bool:
    return suppression.expires is not None and suppression.expires <= as_of


def _accepted(finding: Finding, by: list[Suppression]) -> SuppressedFinding:
    """Give the reason of the suppression that holds longest, so that their order does not matter."""
    first = min(by, key=lambda each: (-(each.expires or dt.date.max).toordinal(), each.reason))
    until = first.expires.isoformat() if first.expires else ""
    return SuppressedFinding(finding=finding, reason=first.reason, expires=until)


def _is_covered(suppression: Suppression, coverage: RunCoverage) -> bool:
    if coverage is RunCoverage.FILES:
        return is_one_file(suppression.file)
    return coverage is RunCoverage.WHOLE


def _was_asked(suppression: Suppression, run: Run, file_of: FileOf) -> bool:
    """Say whether the rule was asked to the end for a request that the suppression is for, and failed for none."""
    if any(is_about(suppression, name, file_of) for name in run.unread):
        return False
    meant = [each for each in run.requests if is_for(suppression, each) and is_about(suppression, each.name, file_of)]
    if suppression.code in run.rules_across:
        return bool(meant)
    was_run = [suppression.code in each.rules_run for each in meant]
    why_not = [suppression.code in {rule.code for rule in each.rules_not_asked} for each in meant]
    return any(was_run) and all(map(or_, was_run, why_not))


def _expired(project: Project, as_of: dt.date) -> Iterator[Finding]:
    for each in project.suppressions:
        if _is_expired(each, as_of):
            message = f"the suppression of {each.code} held until {each.expires}; this is as of {as_of}"
            place = project.place("suppress", each.number, "expires")
            yield EXPIRED.finding(message, place, tip="deal with the findings, then delete it")


def _unused(suppression: Suppression, project: Project) -> Finding:
    message = f"{suppression.code} reports nothing here that could be accepted"
    return UNUSED.finding(message, project.place("suppress", suppression.number, "code"), tip="delete the suppression")
