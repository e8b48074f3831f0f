"""A prediction as a page that a person reads."""

from collections.abc import Iterable

import msgspec

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import EventKind, Standing
from s1sr_validator.model.prediction import (
    Announcement,
    AppliedClaim,
    Assessment,
    Certainty,
    DevicePrediction,
    NearMiss,
    Outlook,
    PredictedAlert,
    PredictedAnswer,
    PredictionReport,
    Step,
)
from s1sr_validator.model.record import Basis
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
_LIST_NAMES = {
    "s1sp_alert": "S1SP alert",
    "dcc_alert": "DCC alert",
    "gbcs_alert": "GBCS alert",
    "response": "response code",
}


def write_prediction(page: Page, report: PredictionReport) -> None:
    """Write a report: the request, then each group of Device Models that get the same answer."""
    page.line(f"SRV {report.request.srv}  {report.request.service_name}", ink=Ink.STRONG)
    page.line(
        f"{report.request.name}, as of {report.as_of}, standing {report.lowest_standing} or higher", ink=Ink.QUIET
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
        _write_claim(page, claim)
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
        return f"deviates_if: it deviates if {'; or if '.join(sorted(conditions))}"
    words = {
        Assessment.DEVIATES: "deviates: the Device does not do what GBCS says",
        Assessment.CONFORMS: "conforms: evidence shows that the Device does what GBCS says",
        Assessment.DISPUTED: "disputed: a source objects to what another says",
        Assessment.NOT_ASSESSED: "not_assessed",
    }
    return words[prediction.assessment]


def _write_silence(page: Page, prediction: DevicePrediction) -> None:
    if prediction.predicts is Outlook.BASELINE:
        page.line(
            "The known deviation is ruled out by what was given; nothing else is recorded, so the GBCS baseline "
            "is predicted.",
            indent=2,
        )
        page.field("Predicted", _answer(prediction.baseline))
        return
    page.line(_NOT_ASSESSED, indent=2)
    page.field("GBCS", _answer(prediction.baseline))


def _write_claim(page: Page, claim: AppliedClaim) -> None:
    page.line(f"{claim.behaviour}  {claim.title}", indent=2, ink=Ink.STRONG)
    page.field("GBCS", _answer(claim.baseline))
    page.field("Device", _answer(claim.expected), ink=Ink.BAD if claim.claim == "deviates" else Ink.GOOD)
    page.fields("Alert", (_alert(alert) for alert in claim.expected.alerts))
    page.fields("Differs", (f"{found.about}: {found.says}" for found in claim.expected.differences))
    page.field("Certainty", _certainty(claim))
    page.field("Clause" if claim.clause else "Standing", _standing(claim))
    page.field("Matrix", f'{claim.matrix_edition.replace("/", " ")}, row "{claim.matrix_label}"')
    page.fields("Planned", (_planned(event) for event in claim.announced if event.event == EventKind.DESIGNATED))
    page.fields("Disputed", claim.disputes)
    page.fields("Sources", _sources(claim))
    page.field("Record", f"{claim.source_file}:{claim.line}", ink=Ink.LINK)


def _standing(claim: AppliedClaim) -> str:
    if claim.standing is Standing.OBSERVED:
        return f"observed since {claim.in_force_since}: a public report, below every clause, not regulation"
    clause = f"{claim.document} {claim.clause}, " if claim.clause else ""
    return f"{clause}{claim.standing} since {claim.in_force_since}"


def _planned(event: Announcement) -> str:
    until = f" to {event.latest}" if event.latest != event.date else ""
    return f"to be designated on {event.date}{until}; whether that happened is not recorded"


def _sources(claim: AppliedClaim) -> list[str]:
    """Return each source with its places: first what it states, then what is inferred from it."""
    places: dict[tuple[bool, str], list[str]] = {}
    for cited in claim.citations:
        held = places.setdefault((cited.basis is Basis.INFERRED, cited.source), [])
        if cited.place not in held:
            held.append(cited.place)
    return [
        f"{source}{', inferred from' if inferred else ':'} {'; '.join(found)}"
        for (inferred, source), found in sorted(places.items())
    ]


def _certainty(claim: AppliedClaim) -> str:
    if claim.certainty is Certainty.CERTAIN:
        return f"certain: {claim.condition}" if claim.condition else "certain: no condition"
    options = ", ".join(
        f"--state {name.removeprefix('state.')}=..." for name in claim.residual_facts if name.startswith("state.")
    )
    return f"conditional on what only the Device knows{f'; settle it with {options}' if options else ''}"


def _write_near_miss(page: Page, missed: NearMiss) -> None:
    clause = f" (clause {missed.clause})" if missed.clause else ""
    label = "Ruled out" if missed.step is Step.CONDITION else "Near miss"
    page.field(label, f"{missed.behaviour}{clause}: {missed.reason}.")


def _answer(answer: PredictedAnswer) -> str:
    return f"{answer.outcome}: {answer.summary}"


def _alert(alert: PredictedAlert) -> str:
    references = "".join(f", {reference.name} {reference.value}" for reference in alert.external_references)
    return f"{alert.code} {alert.name} ({_LIST_NAMES.get(alert.list, alert.list)}){references}"
