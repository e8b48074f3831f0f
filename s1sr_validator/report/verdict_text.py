"""A verdict as a page that a person reads: the verdict first, then what it rests on, then what was not seen."""

from s1sr_validator.model.verdict import (
    Bearing,
    CoverageItem,
    DeviceVerdict,
    ExchangeReport,
    ReadAnswer,
    Verdict,
    WeighedBehaviour,
)
from s1sr_validator.report.page import Ink, Page

_INKS = {
    Verdict.AS_GBCS: Ink.GOOD,
    Verdict.PREDICTED_DEVIATION: Ink.GOOD,
    Verdict.UNPREDICTED_DEVIATION: Ink.BAD,
    Verdict.PREDICTED_NOT_SEEN: Ink.BAD,
    Verdict.NOT_ASSESSED: Ink.WARN,
    Verdict.NOT_A_PAIR: Ink.BAD,
}
_NEXT = {
    Verdict.UNPREDICTED_DEVIATION: "No clause that this catalogue holds says so: a candidate for a new one.",
    Verdict.PREDICTED_NOT_SEEN: "The Device did not do what was predicted: a candidate for a correction.",
}
_BEARINGS = {
    Bearing.SEEN: "seen",
    Bearing.NOT_SEEN: "not seen",
    Bearing.CANNOT_TELL: "cannot be told",
    Bearing.RULED_OUT: "ruled out",
}
_COLUMN = 17


def write_verdict(page: Page, report: ExchangeReport) -> None:
    """Write the verdict, the answers, the behaviours that bear on it, and the coverage; findings follow elsewhere."""
    page.line(f"{report.verdict}: {report.says}.", ink=_INKS[report.verdict])
    if report.verdict in _NEXT:
        page.line(_NEXT[report.verdict])
    page.line()
    page.line(f"SRV {report.request.srv}  {report.request.service_name}", ink=Ink.STRONG)
    page.line(
        f"{report.request.name}, as of {report.as_of}, standing {report.lowest_standing} or higher", ink=Ink.QUIET
    )
    for answer in report.answers:
        _write_answer(page, answer)
    page.fields("State", (f"{found.name} = {found.value} ({found.origin})" for found in report.state))
    _write_devices(page, report)
    page.line()
    page.line("Coverage", ink=Ink.STRONG)
    for item in report.coverage:
        _write_coverage(page, item)


def _write_answer(page: Page, answer: ReadAnswer) -> None:
    codes = f", code {', '.join(answer.codes)}" if answer.codes else ""
    belongs = {"yes": "", "no": "; not an answer to this request", "unknown": "; taken for the answer"}
    page.field("Answer", f"{answer.name}: {answer.kind.replace('_', ' ')}{codes}{belongs[answer.belongs]}")


def _write_devices(page: Page, report: ExchangeReport) -> None:
    differ = len({(found.verdict, found.says) for found in report.devices}) > 1
    for device in report.devices:
        page.line()
        page.field(device.device_model, device.device_name, indent=0, column=len(device.device_model) + 2)
        if differ:
            page.line(f"{device.verdict}: {device.says}.", ink=_INKS[device.verdict], indent=2)
        _write_behaviours(page, device)


def _write_behaviours(page: Page, device: DeviceVerdict) -> None:
    for weighed in device.behaviours:
        _write_behaviour(page, weighed)
    if not device.behaviours:
        page.field("Behaviours", "none that this catalogue holds speaks of this Device Model and service")


def _write_behaviour(page: Page, weighed: WeighedBehaviour) -> None:
    clause = f", clause {weighed.clause}" if weighed.clause else ""
    standing = f" ({weighed.standing})" if weighed.standing else ""
    page.field(weighed.behaviour, f"{_BEARINGS[weighed.bearing]}{clause}{standing}: {weighed.says}", column=_COLUMN)


def _write_coverage(page: Page, item: CoverageItem) -> None:
    ink = Ink.PLAIN if item.checked else Ink.QUIET
    mark = "checked" if item.checked else "not seen"
    page.field(item.aspect, f"{mark}: {item.says}", ink=ink, column=_COLUMN)
