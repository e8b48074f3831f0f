"""What a ledger holds as a page that a person reads."""

from s1sr_validator.model.evidence import BehaviourEvidence, EvidenceReport
from s1sr_validator.report.page import Ink, Page


def write_evidence(page: Page, report: EvidenceReport) -> None:
    """Write the counts by verdict, then each behaviour by Device Model, then what nothing predicted."""
    about = f" that bear on {report.behaviour}" if report.behaviour else ""
    page.line(f"{report.exchanges} exchange{'s' * (report.exchanges != 1)}{about}", ink=Ink.STRONG)
    for count in report.verdicts:
        page.field(str(count.exchanges), count.verdict, column=9)
    for found in report.behaviours:
        page.line()
        page.line(f"{found.behaviour} on {found.device_model}", ink=Ink.STRONG)
        page.line(_agreement(found), indent=2, ink=Ink.WARN if found.not_seen else Ink.PLAIN)
        page.line(_days(found.first_day.isoformat(), found.last_day.isoformat()), indent=2, ink=Ink.QUIET)
    if report.unpredicted:
        page.line()
        page.line("Deviations that nothing predicted:", ink=Ink.BAD)
    for deviation in report.unpredicted:
        days = _days(deviation.first_day.isoformat(), deviation.last_day.isoformat())
        page.line(f"{deviation.exchanges} of {deviation.srv} on {deviation.device_model}, {days}", indent=2)
    if report.catalogues:
        page.line()
        judged = ", ".join(digest[:12] for digest in report.catalogues)
        page.line(f"judged by catalogue {judged}", ink=Ink.QUIET)


def _agreement(found: BehaviourEvidence) -> str:
    parts = (
        f"seen {found.seen}",
        f"not seen {found.not_seen}",
        f"cannot be told {found.cannot_tell}",
        f"ruled out {found.ruled_out}",
    )
    return ", ".join(parts)


def _days(first: str, last: str) -> str:
    return f"as of {first}" if first == last else f"as of {first} to {last}"
