"""Why an assertion fails, as it is read in a test runner's output: the verdict first, then what it rests on."""

from collections.abc import Iterable, Sequence

from s1sr_validator.model.finding import Finding
from s1sr_validator.model.prediction import AppliedClaim, DevicePrediction, PredictionReport
from s1sr_validator.model.verdict import ExchangeReport, ReadAnswer, Verdict, WeighedBehaviour
from s1sr_validator.report.claim_text import answer_text
from s1sr_validator.report.page import Page
from s1sr_validator.report.visible_text import visible

_WIDTH = 72
"""What is left of 80 columns beside the margin of pytest."""

_COLUMN = 18
_SHOWN_MODELS = 5
_BELONGS = {"yes": "", "no": "; not an answer to this request", "unknown": "; taken for the answer"}
_NEXT = {
    Verdict.UNPREDICTED_DEVIATION: "No clause that this catalogue holds says so: a candidate for a new one.",
    Verdict.PREDICTED_NOT_SEEN: "The Device did not do what was predicted: a candidate for a correction.",
    Verdict.NOT_ASSESSED: "Nothing was compared, so nothing was checked; allow_not_assessed=True accepts that.",
}


def verdict_failure(report: ExchangeReport, prediction: PredictionReport, unread: Sequence[Finding]) -> str:
    """Return why an exchange is not what was predicted, or not all of it could be read."""
    page = Page(width=_WIDTH)
    for finding in unread:
        page.line(visible(f"{_place(finding)} could not be read: {_says(finding)}"))
    page.line(visible(f"{report.verdict}: {report.says}."))
    if report.verdict in _NEXT:
        page.line(_NEXT[report.verdict])
    page.line(f"SRV {report.request.srv} {report.request.service_name}")
    page.line(f"{report.device}, as of {report.as_of}, standing {report.lowest_standing} or higher")
    _section(page, "Expected", (line for group in _groups(prediction.predictions) for line in _expected(group)))
    _section(page, "Came", (_came(answer) for answer in report.answers))
    _section(page, "State", ((found.name, f"{found.value} ({found.origin})") for found in report.state))
    _section(page, "Behaviours", _bearings(report))
    # What was said above is not said again: why a message could not be read, and the verdict, which is a finding too.
    others = (found for found in report.findings if found not in unread and report.says not in found.message)
    write_findings_section(page, others)
    _section(page, "Not seen", ((item.aspect, item.says) for item in report.coverage if not item.checked))
    return _finished(page, report.catalogue.version, report.catalogue.digest)


def unread_failure(unread: Sequence[Finding]) -> str:
    """Return why there is no verdict at all."""
    page = Page(width=_WIDTH)
    for finding in unread:
        page.line(visible(f"{_place(finding)} could not be used: {_says(finding)}"))
        if finding.tip:
            page.line(visible(finding.tip), indent=2)
    page.line("Nothing was compared." if unread else "Nothing came back for the request, so nothing was compared.")
    return str(page).rstrip()


def request_failure(headline: str, findings: Iterable[Finding], version: str, digest: str) -> str:
    """Return why a request is not valid."""
    page = Page(width=_WIDTH)
    page.line(visible(headline))
    write_findings_section(page, findings)
    return _finished(page, version, digest)


def write_findings_section(page: Page, findings: Iterable[Finding]) -> None:
    """Write findings under their heading, each with its place and what to do."""
    _section(page, "Findings", (line for finding in findings for line in _finding(finding)))


def _finished(page: Page, version: str, digest: str) -> str:
    page.line(f"catalogue {version}, digest {digest[:12]}")
    return str(page).rstrip()


def _section(page: Page, heading: str, lines: Iterable[tuple[str, str]]) -> None:
    for number, (label, text) in enumerate(lines):
        if number == 0:
            page.line(heading)
        page.field(visible(label), visible(text), column=_COLUMN)


def _groups(predictions: Iterable[DevicePrediction]) -> list[list[DevicePrediction]]:
    """Group Device Models of which the same is predicted."""
    groups: dict[tuple[object, ...], list[DevicePrediction]] = {}
    for prediction in predictions:
        claims = tuple((claim.behaviour, claim.residual_condition) for claim in prediction.deviations)
        groups.setdefault((prediction.baseline, claims), []).append(prediction)
    return list(groups.values())


def _expected(group: list[DevicePrediction]) -> Iterable[tuple[str, str]]:
    yield "Device", _models([prediction.device_model for prediction in group])
    yield "GBCS", answer_text(group[0].baseline)
    for claim in group[0].deviations:
        yield claim.behaviour, _claimed(claim)


def _claimed(claim: AppliedClaim) -> str:
    clause = f"clause {claim.clause}, " if claim.clause else ""
    condition = f", if {claim.residual_condition}" if claim.residual_condition else ""
    unsaid = [alert for alert in claim.expected.alerts if alert.code not in claim.expected.summary]
    alerts = ", ".join(f"{alert.code} {alert.name}".rstrip() for alert in unsaid)
    alert = f" Alert {alerts}." if alerts else ""
    return f"{clause}{claim.standing}{condition}: {answer_text(claim.expected)}{alert}"


def _came(answer: ReadAnswer) -> tuple[str, str]:
    codes = f", code {', '.join(answer.codes)}" if answer.codes else ""
    return answer.name, f"{answer.kind.replace('_', ' ')}{codes}{_BELONGS[answer.belongs]}"


def _bearings(report: ExchangeReport) -> Iterable[tuple[str, str]]:
    """Yield how each behaviour bears on what came; where Device Models differ, of each verdict of theirs."""
    groups: dict[tuple[Verdict, str, tuple[WeighedBehaviour, ...]], list[str]] = {}
    for device in report.devices:
        groups.setdefault((device.verdict, device.says, device.behaviours), []).append(device.device_model)
    for (verdict, says, behaviours), models in groups.items():
        if len(groups) > 1:
            yield verdict, f"{_models(models)}: {says}"
        for weighed in behaviours:
            clause = f", clause {weighed.clause}" if weighed.clause else ""
            yield weighed.behaviour, f"{weighed.bearing.replace('_', ' ')}{clause}: {weighed.says}"
    if not any(behaviours for _, _, behaviours in groups):
        yield "none", "that this catalogue holds bears on what came"


def _models(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN_MODELS
    return ", ".join(names[:_SHOWN_MODELS]) + (f" and {more} more" if more > 0 else "")


def _finding(finding: Finding) -> Iterable[tuple[str, str]]:
    yield f"{finding.severity} {finding.code}", f"{_place(finding)}: {finding.message}"
    if finding.tip:
        yield "", finding.tip


def _place(finding: Finding) -> str:
    place = finding.location
    return f"{place} {place.path}" if place.path and not place.line else str(place)


def _says(finding: Finding) -> str:
    return f"{finding.message} ({finding.code})"
