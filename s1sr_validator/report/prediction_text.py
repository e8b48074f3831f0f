"""A prediction as a page that a person reads."""

from collections.abc import Iterable

import msgspec

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.prediction import (
    Assessment,
    DevicePrediction,
    NearMiss,
    Outlook,
    PredictionReport,
    Step,
)
from s1sr_validator.report.claim_text import answer_text, write_claim
from s1sr_validator.report.overlay_text import marked, write_overlays
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.trace_text import write_trace

_INKS = {
    Assessment.DEVIATES: Ink.BAD,
    Assessment.DEVIATES_IF: Ink.WARN,
    Assessment.CONFORMS: Ink.GOOD,
    Assessment.NOT_ASSESSED: Ink.QUIET,
    Assessment.DISPUTED: Ink.WARN,
}
_SEVERITIES = {Severity.ERROR: Ink.BAD, Severity.WARNING: Ink.WARN, Severity.INFO: Ink.QUIET}
_NOT_ASSESSED = (
    "No clause that this catalogue holds speaks of this Device Model and service. That does not mean "
    "that the Device conforms to GBCS."
)


def write_prediction(page: Page, report: PredictionReport) -> None:
    """Write a report: the request, then each group of Device Models that get the same answer."""
    page.line(f"SRV {report.request.srv}  {report.request.service_name}", ink=Ink.STRONG)
    page.line(
        f"{report.request.name}, as of {report.as_of}, standing {report.lowest_standing} or higher"
        f"{', and all that the overlays say' if report.catalogue.overlays else ''}",
        ink=Ink.QUIET,
    )
    for given in report.state:
        page.line(f"given: {given.name} = {given.value}", ink=Ink.QUIET)
    for group in _groups(report.predictions):
        page.line()
        _write_group(page, group)
    if report.findings:
        page.line()
        page.line("About the request itself", ink=Ink.STRONG)
        for finding in report.findings:
            _write_finding(page, finding)
    page.line()
    page.line(f"catalogue {report.catalogue.version}, digest {report.catalogue.digest[:12]}", ink=Ink.QUIET)
    write_overlays(page, report.catalogue)


def _write_finding(page: Page, finding: Finding) -> None:
    page.field(f"{finding.severity} {finding.code}", finding.message, ink=_SEVERITIES[finding.severity], column=18)
    page.field("", f"{finding.location}; {finding.tip}" if finding.tip else str(finding.location), column=18)


def _groups(predictions: Iterable[DevicePrediction]) -> list[list[DevicePrediction]]:
    """Group predictions that say the same of different Device Models, in the order of their first model."""
    groups: dict[bytes, list[DevicePrediction]] = {}
    for prediction in predictions:
        same = msgspec.json.encode(msgspec.structs.replace(prediction, device_model="", device_name=""))
        groups.setdefault(same, []).append(prediction)
    return list(groups.values())


def _write_group(page: Page, group: list[DevicePrediction]) -> None:
    for prediction in group:
        page.field(prediction.device_model, prediction.device_name, indent=0, column=len(prediction.device_model) + 2)
    first = group[0]
    page.line(_headline(first), ink=_INKS[first.assessment], indent=2)
    claims = (*first.deviations, *first.conformance)
    if not claims:
        _write_silence(page, first)
    for claim in claims:
        page.line()
        write_claim(page, claim)
    for missed in first.near_misses:
        page.line()
        _write_near_miss(page, missed)
    for note in first.notes:
        page.field("Note", note)
    if first.trace:
        page.line()
        write_trace(page, first.trace)


def _headline(prediction: DevicePrediction) -> str:
    conditions = {claim.residual_condition for claim in prediction.deviations if claim.residual_condition}
    if prediction.assessment is Assessment.DEVIATES_IF:
        return f"deviates_if: it deviates if {'; or if '.join(sorted(conditions))}{_by_whom(prediction)}"
    words = {
        Assessment.DEVIATES: "deviates: the Device does not do what GBCS says",
        Assessment.CONFORMS: "conforms: evidence shows that the Device does what GBCS says",
        Assessment.DISPUTED: _disputed(prediction),
        Assessment.NOT_ASSESSED: "not_assessed",
    }
    return words[prediction.assessment] + _by_whom(prediction)


def _by_whom(prediction: DevicePrediction) -> str:
    """Say where nothing but private findings stands behind an answer."""
    overlays = {claim.overlay for claim in (*prediction.deviations, *prediction.conformance)}
    if not overlays or "" in overlays:
        return ""
    return f" (private, said by nothing but overlay {' and '.join(sorted(overlays))})"


def _disputed(prediction: DevicePrediction) -> str:
    if any(claim.overlay for claim in (*prediction.deviations, *prediction.conformance)):
        return "disputed: not all that is said of this can be right"
    return "disputed: a source objects to what another says"


def _write_silence(page: Page, prediction: DevicePrediction) -> None:
    if prediction.predicts is Outlook.BASELINE:
        page.line(
            "The known deviation is ruled out by what was given; nothing else is recorded, so the GBCS baseline "
            "is predicted.",
            indent=2,
        )
        page.field("Predicted", answer_text(prediction.baseline))
        return
    page.line(_NOT_ASSESSED, indent=2)
    page.field("GBCS", answer_text(prediction.baseline))


def _write_near_miss(page: Page, missed: NearMiss) -> None:
    clause = f" (clause {missed.clause})" if missed.clause else ""
    label = "Ruled out" if missed.step is Step.CONDITION else "Near miss"
    page.field(label, marked(f"{missed.behaviour}{clause}: {missed.reason}.", missed.overlay))
