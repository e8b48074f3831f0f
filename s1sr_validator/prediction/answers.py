"""From claims to the answers that a report shows: alerts with names, baselines, and the whole deviation."""

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Answer, Behaviour, Outcome
from s1sr_validator.model.condition import fact_names
from s1sr_validator.model.prediction import (
    Announcement,
    AppliedClaim,
    Certainty,
    CitedPlace,
    PredictedAlert,
    PredictedAnswer,
)
from s1sr_validator.model.record import Citation
from s1sr_validator.model.service import Service
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.consider import Considered, Question
from s1sr_validator.prediction.evaluate import residual
from s1sr_validator.prediction.vocabulary import vocabulary_for
from s1sr_validator.prediction.words import in_words


def predicted_answer(answer: Answer, lookup: Lookup) -> PredictedAnswer:
    """Return an answer with the alerts' lists and names looked up."""
    alerts = []
    for alert in answer.alerts:
        code = lookup.codes.get(alert.code)
        alerts.append(
            PredictedAlert(
                code=alert.code,
                list=code.list if code else "",
                name=code.name if code else "",
                external_references=alert.external_references,
            )
        )
    return PredictedAnswer(
        outcome=answer.outcome, summary=answer.summary, alerts=tuple(alerts), differences=answer.differences
    )


def service_baseline(service: Service) -> PredictedAnswer:
    """Return what success looks like for a service where no claim says it more closely."""
    if service.response_payload:
        summary = f"A successful response with payload {service.response_payload}."
    elif service.non_device_request:
        summary = "A successful answer from the DCC itself; no Device is asked."
    else:
        summary = "A successful response without a payload of its own."
    return PredictedAnswer(outcome=Outcome.SUCCESS, summary=summary, alerts=(), differences=())


def applied_claim(found: Considered, question: Question, lookup: Lookup) -> AppliedClaim:
    """Return the claim as a report shows it."""
    behaviour, row = found.application.behaviour, found.application.row
    assert found.span is not None  # noqa: S101 - a claim that applies has a standing on that day
    certain = found.truth is Truth.TRUE
    rest = residual(behaviour.when, question.facts)
    vocabulary = vocabulary_for(lookup, question.service)
    clause = lookup.clauses.get(behaviour.clause)
    origin = lookup.origin("behaviours", behaviour.id)
    return AppliedClaim(
        behaviour=behaviour.id,
        title=behaviour.title,
        claim=behaviour.claim,
        standing=found.span.standing,
        certainty=Certainty.CERTAIN if certain else Certainty.CONDITIONAL,
        condition=in_words(behaviour.when, vocabulary),
        residual_condition="" if certain else in_words(rest, vocabulary),
        residual_facts=() if certain else tuple(sorted(fact_names(rest))),
        expected=predicted_answer(behaviour.expected, lookup),
        baseline=predicted_answer(behaviour.baseline, lookup),
        clause=clause.number if clause else "",
        clause_id=behaviour.clause,
        document=clause.document if clause else "",
        matrix_row=row.id,
        matrix_label=row.label,
        matrix_edition=row.edition,
        in_force_since=found.span.period.start,
        announced=_announced(behaviour, question),
        disputes=tuple(f"{dispute.says} ({dispute.source}, {dispute.place})" for dispute in behaviour.disputes),
        citations=tuple(_cited(citation) for citation in (*behaviour.citations, *row.citations)),
        source_file=origin.file,
        line=origin.line,
        overlay=found.application.overlay,
        matrix_overlay=found.application.row_overlay,
    )


def _cited(citation: Citation) -> CitedPlace:
    return CitedPlace(source=citation.source, place=citation.place, basis=citation.basis, reason=citation.reason)


def _announced(behaviour: Behaviour, question: Question) -> tuple[Announcement, ...]:
    """Return planned events of which the outcome is not recorded: they might have changed the standing since."""
    happened = {event.event for event in behaviour.lifecycle if not event.planned and event.date <= question.as_of}
    open_events = [event for event in behaviour.lifecycle if event.planned and event.event not in happened]
    return tuple(
        Announcement(
            event=event.event,
            date=event.date,
            latest=event.latest or event.date,
            source=event.source,
            place=event.place,
        )
        for event in sorted(open_events, key=lambda event: event.date)
    )
