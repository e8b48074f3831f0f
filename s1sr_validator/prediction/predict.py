"""Prediction: for a request, Device Models and a day, what comes back and which claims say so."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Claim
from s1sr_validator.model.condition import Value
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import (
    SCHEMA_VERSION,
    AppliedClaim,
    Assessment,
    Certainty,
    DevicePrediction,
    GivenState,
    Outlook,
    PredictedAnswer,
    PredictionReport,
    RequestSummary,
    Step,
)
from s1sr_validator.model.request import Request
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.answers import applied_claim, predicted_answer, service_baseline
from s1sr_validator.prediction.consider import Considered, Question, consider
from s1sr_validator.prediction.contradictions import opposed, private_contradictions, with_disputes
from s1sr_validator.prediction.devices import device_notes, overlay_notes
from s1sr_validator.prediction.facts import facts_about, request_values
from s1sr_validator.prediction.near_misses import near_misses
from s1sr_validator.prediction.trace import trace
from s1sr_validator.prediction.vocabulary import vocabulary_for
from s1sr_validator.prediction.words import value_text


def predict(
    request: Request,
    devices: tuple[Device, ...],
    lookup: Lookup,
    *,
    as_of: dt.date,
    state: Mapping[str, Value],
    lowest_standing: Standing,
    traced: bool = False,
) -> PredictionReport:
    """Predict the answer to a request for each Device Model.

    Args:
        request: a Service Request whose SRV the catalogue knows.
        devices: the Device Models to answer for.
        lookup: the catalogue.
        as_of: the day whose clauses count.
        state: what the caller knows of the Device's state, by full fact name.
        lowest_standing: claims of a lower standing are not listened to.
        traced: whether to say of every claim considered how each step went.
    """
    service = lookup.services[request.srv]
    seen = request_values(request, service)
    questions = [
        Question(
            device=device,
            service=service,
            as_of=as_of,
            lowest_standing=lowest_standing,
            facts=facts_about(device, state, seen),
        )
        for device in devices
    ]
    return PredictionReport(
        schema_version=SCHEMA_VERSION,
        catalogue=lookup.snapshot.stamp,
        as_of=as_of,
        lowest_standing=lowest_standing,
        request=RequestSummary(
            name=request.name, srv=service.id, service_name=service.name, request_id=request.request_id
        ),
        state=tuple(GivenState(name=name, value=value_text(value)) for name, value in sorted(state.items())),
        predictions=tuple(
            _with_request_notes(answer(question, lookup, traced=traced), request) for question in questions
        ),
    )


def answer(question: Question, lookup: Lookup, *, traced: bool = False) -> DevicePrediction:
    """Answer one question: the assessment, the claims that apply, those that nearly did, and on demand the trace."""
    # A claim about neither the service nor another variant of it can neither apply nor be a near miss.
    candidates = lookup.applications if traced else lookup.applications_about(question.service)
    considered = [consider(application, question) for application in candidates]
    applying = _one_each(found for found in considered if found.applies)
    alone = tuple(applied_claim(found, question, lookup) for found in applying)
    contradictions = private_contradictions(alone, lookup)
    claims = with_disputes(alone, contradictions)
    vocabulary, numbers = vocabulary_for(lookup, question.service), lookup.clause_numbers
    return DevicePrediction(
        device_model=question.device.id,
        device_name=question.device.cpl.log_name,
        assessment=_assess(claims),
        predicts=Outlook.EITHER if opposed(contradictions) else _outlook(claims, considered),
        baseline=_baseline(considered, question, lookup),
        deviations=tuple(claim for claim in claims if claim.claim == Claim.DEVIATES),
        conformance=tuple(claim for claim in claims if claim.claim == Claim.CONFORMS),
        near_misses=near_misses(considered, question, vocabulary, numbers),
        notes=(*device_notes(question.device), *overlay_notes(question.device, question.service, lookup)),
        trace=trace(considered, question, _wide_vocabulary(considered, lookup), numbers) if traced else (),
    )


def _wide_vocabulary(considered: list[Considered], lookup: Lookup) -> dict[str, FactType]:
    """Return the facts of every service that a claim is about: a trace says conditions of other services too."""
    names = {srv for found in considered for srv in found.application.behaviour.services}
    return vocabulary_for(lookup, *(lookup.services[srv] for srv in sorted(names) if srv in lookup.services))


def _one_each(applying: Iterable[Considered]) -> list[Considered]:
    """Keep each behaviour once: where several rows bring it, the catalogue's own, then the highest standing."""
    best: dict[str, Considered] = {}
    for found in applying:
        held = best.get(found.application.behaviour.id)
        if held is None or _rank(found) > _rank(held):
            best[found.application.behaviour.id] = found
    return list(best.values())


def _rank(found: Considered) -> tuple[bool, int]:
    return (not found.application.overlay, found.span.standing.rank if found.span else -1)


def _assess(applied: tuple[AppliedClaim, ...]) -> Assessment:
    """Weigh the claims that apply. Only a claim with evidence makes a Device conform; silence never does."""
    certain = {found.claim for found in applied if found.certainty is Certainty.CERTAIN}
    open_claims = {found.claim for found in applied if found.certainty is Certainty.CONDITIONAL}
    if any(found.disputes for found in applied):
        return Assessment.DISPUTED
    if Claim.DEVIATES in certain:
        return Assessment.DEVIATES
    if Claim.DEVIATES in open_claims:
        return Assessment.DEVIATES_IF
    return Assessment.CONFORMS if Claim.CONFORMS in certain else Assessment.NOT_ASSESSED


def _baseline(considered: list[Considered], question: Question, lookup: Lookup) -> PredictedAnswer:
    """Return what GBCS would have the Device answer: as the claims say it, else the service's plain success."""
    for found in considered:
        if found.applies:
            return predicted_answer(found.application.behaviour.baseline, lookup)
    return service_baseline(question.service)


def _outlook(applied: tuple[AppliedClaim, ...], considered: list[Considered]) -> Outlook:
    """Say which answer to expect. A deviation that only its condition rules out leaves the baseline."""
    claims = {(found.claim, found.certainty) for found in applied}
    if (Claim.DEVIATES, Certainty.CERTAIN) in claims:
        return Outlook.DEVIATION
    if (Claim.DEVIATES, Certainty.CONDITIONAL) in claims:
        return Outlook.EITHER
    ruled_out = any(
        found.failed == (Step.CONDITION,) and found.application.behaviour.claim is Claim.DEVIATES
        for found in considered
    )
    conforms = (Claim.CONFORMS, Certainty.CERTAIN) in claims
    return Outlook.BASELINE if ruled_out or conforms else Outlook.UNKNOWN


def _with_request_notes(prediction: DevicePrediction, request: Request) -> DevicePrediction:
    if not request.is_signed_pre_command:
        return prediction
    note = "The body is a signed pre-command: its content cannot be seen, so conditions on it stay open."
    return msgspec.structs.replace(prediction, notes=(*prediction.notes, note))
