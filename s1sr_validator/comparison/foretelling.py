"""What a catalogue foretells for one case, without the words: what has to be equal for two predictions to be equal."""

import copy

from s1sr_validator.index.lookup import Application, Lookup
from s1sr_validator.model.comparison import ABSENT, Foretold, ForetoldAnswer, ForetoldClaim
from s1sr_validator.model.prediction import AppliedClaim, DevicePrediction, Outlook, PredictedAnswer
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.predict import answer

NOT_THERE = Foretold(
    assessment=ABSENT,
    predicts=Outlook.UNKNOWN.value,
    baseline=ForetoldAnswer(outcome="", alerts=(), differences=()),
    claims=(),
)


def narrowed(lookup: Lookup, applications: tuple[Application, ...]) -> Lookup:
    """Return a lookup in which only these claims are considered; its other indexes are shared."""
    found = copy.copy(lookup)
    found.applications = applications
    return found


def foretell(question: Question, lookup: Lookup) -> Foretold:
    """Ask a question and keep what is to come back, and the claims that say so."""
    return foretold(answer(question, lookup))


def foretold(prediction: DevicePrediction) -> Foretold:
    """Return what a prediction foretells; titles, summaries, citations and near misses are left out."""
    return Foretold(
        assessment=prediction.assessment.value,
        predicts=prediction.predicts.value,
        baseline=_answer(prediction.baseline),
        claims=tuple(sorted(_claim(claim) for claim in (*prediction.deviations, *prediction.conformance))),
    )


def _claim(claim: AppliedClaim) -> ForetoldClaim:
    return ForetoldClaim(
        behaviour=claim.behaviour,
        claim=claim.claim,
        certainty=claim.certainty.value,
        standing=claim.standing.value,
        answer=_answer(claim.expected),
    )


def _answer(found: PredictedAnswer) -> ForetoldAnswer:
    alerts = (
        " ".join([alert.code, *(f"({each.name} {each.value})" for each in alert.external_references)])
        for alert in found.alerts
    )
    return ForetoldAnswer(
        outcome=found.outcome.value,
        alerts=tuple(sorted(alerts)),
        differences=tuple(sorted(f"{each.about}: {each.says}" for each in found.differences)),
    )
