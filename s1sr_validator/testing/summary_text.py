"""The end of a run as a page: how far the exchanges agreed, which behaviours were met, and what nobody predicted."""

from collections.abc import Iterable

from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.model.suite_report import BehaviourCount, SuiteExchange, SuiteReport
from s1sr_validator.model.verdict import Verdict
from s1sr_validator.report.findings_summary import counted
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.visible_text import visible

_COLUMN = 24
_INKS = {True: Ink.GOOD, False: Ink.BAD}
_TO_NAME = {
    Verdict.UNPREDICTED_DEVIATION: "Unpredicted deviations: candidates for a new clause",
    Verdict.PREDICTED_NOT_SEEN: "Predicted, not seen: candidates for a correction",
}
"""The verdicts whose exchanges are news for the catalogue."""


def provenance_line(stamps: Iterable[CatalogueStamp], as_of: str) -> str:
    """Return which catalogues answered, and for which day."""
    names = " and ".join(_stamp(stamp) for stamp in stamps)
    return f"s1sr: catalogue {names}, as of {as_of}"


def write_summary(page: Page, report: SuiteReport) -> None:
    """Write what the run's exchanges and requests add up to."""
    page.raw(page.inked(visible(provenance_line(report.catalogues, _days(report))), Ink.QUIET))
    if report.exchanges:
        amount = counted(report.exchanges_checked, "exchange")
        agree = report.as_expected == report.exchanges_checked
        page.line(f"{amount} checked, {report.as_expected} as expected", ink=_INKS[agree])
    if report.requests:
        amount = counted(report.requests_checked, "request")
        valid = report.requests_accepted == report.requests_checked
        page.line(f"{amount} checked, {report.requests_accepted} valid", ink=_INKS[valid])
    for count in report.verdicts:
        if count.exchanges:
            page.field(count.verdict, str(count.exchanges), column=_COLUMN)
    for behaviour in report.behaviours:
        page.field(visible(_named(behaviour)), _bearings(behaviour), column=_COLUMN)
    for verdict, heading in _TO_NAME.items():
        _write_news(page, heading, [each for each in report.exchanges if each.verdict is verdict])


def _write_news(page: Page, heading: str, exchanges: list[SuiteExchange]) -> None:
    if exchanges:
        page.line(heading, ink=Ink.STRONG)
    for exchange in exchanges:
        # Whole, so that it can be pasted behind the next run's command.
        page.raw(f"  {visible(exchange.test or 'outside a test')}")
        page.line(visible(f"{exchange.device}: {exchange.says}"), indent=4)


def _named(count: BehaviourCount) -> str:
    return f"{count.behaviour} ({count.clause})" if count.clause else count.behaviour


def _bearings(count: BehaviourCount) -> str:
    found = (
        ("seen", count.seen),
        ("not seen", count.not_seen),
        ("cannot be told", count.cannot_tell),
        ("ruled out", count.ruled_out),
    )
    return ", ".join(f"{words} {amount}" for words, amount in found if amount)


def _days(report: SuiteReport) -> str:
    """Return the days that were asked for; a test may name its own."""
    named = {each.as_of for each in report.exchanges} | {each.as_of for each in report.requests}
    days = sorted(named or {report.as_of})
    return str(days[0]) if len(days) == 1 else f"{len(days)} days from {days[0]} to {days[-1]}"


def _stamp(stamp: CatalogueStamp) -> str:
    overlays = "".join(f" with overlay {each.name} {each.digest[:12]}" for each in stamp.overlays)
    return f"{stamp.version}, digest {stamp.digest[:12]}{overlays}"
