"""CAT119: a Device Model's status and dates in the Central Products List agree."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.device import CplEntry, CplStatus
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT119",
    name="cpl-dates",
    severity=Severity.ERROR,
    summary="A Device Model is absent without a date, has a date of absence without being absent, or left the list "
    "before it was first listed.",
    why="Whether a meter could be installed on a day is read from these dates.",
    example=Example(
        file="devices/ESME/FFF2/0003/0101/00000002.yaml",
        wrong='absent_since: {version: "0.1", date: 2001-01-01}',
        right='absent_since: {version: "0.3", date: 2003-01-01}',
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare status and dates of every Device Model."""
    for device in context.records.devices:
        field, problem = _problem(device.cpl)
        if problem:
            yield RULE.finding(problem, context.location(device, "cpl", field))


def _problem(cpl: CplEntry) -> tuple[str, str]:
    since, first = cpl.absent_since, cpl.first_listed
    if cpl.status is CplStatus.ABSENT and since is None:
        return "status", "status absent, but no absent_since"
    if since is not None and cpl.status is not CplStatus.ABSENT:
        return "absent_since", f"status {cpl.status}, yet absent since {since.date}"
    if since is not None and first is not None and since.date <= first.date:
        return "absent_since", f"absent since {since.date}, but first listed on {first.date}"
    return "", ""
