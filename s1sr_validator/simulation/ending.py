"""Which of the predicted answers is simulated, and what a reader has to know about that."""

import msgspec

from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.prediction import AppliedClaim, DevicePrediction, Outlook, PredictedAnswer
from s1sr_validator.model.vocabulary import STATE

CHOICES = (Outlook.BASELINE, Outlook.DEVIATION)
"""The outcomes that can be asked for."""


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to simulate, and remarks on why it is this one."""

    answer: PredictedAnswer
    remarks: tuple[str, ...]


def ending(prediction: DevicePrediction, wanted: Outlook | None = None) -> Ending:
    """Choose the answer to simulate.

    Args:
        prediction: what is predicted for the one Device Model that answers.
        wanted: baseline or deviation; None takes what the prediction says.

    Raises:
        UsageError: a condition is open and nothing was asked for, or no deviation is predicted.
    """
    outcome = wanted or prediction.predicts
    if outcome is Outlook.EITHER:
        raise _undecided(prediction)
    if outcome is Outlook.DEVIATION:
        return _deviation(prediction)
    if outcome is Outlook.UNKNOWN:
        remark = (
            "Nothing is known of how this Device Model answers this service. "
            "The message has the form of a successful answer, which is no prediction."
        )
        return Ending(answer=prediction.baseline, remarks=(remark,))
    return Ending(answer=prediction.baseline, remarks=("Outcome: the baseline, an ordinary successful answer.",))


def _undecided(prediction: DevicePrediction) -> UsageError:
    claims = prediction.deviations
    conditions = "; ".join(dict.fromkeys(found.residual_condition for found in claims if found.residual_condition))
    facts = sorted({fact for found in claims for fact in found.residual_facts})
    known = " or ".join(
        [*(f"--state {fact.removeprefix(STATE)}=VALUE" for fact in facts if fact.startswith(STATE)), "--outcome"]
    )
    return UsageError(
        f"{prediction.device_model} answers either way; what is open: {conditions}",
        tip=f"decide it with {known} {Outlook.BASELINE}|{Outlook.DEVIATION}",
    )


def _deviation(prediction: DevicePrediction) -> Ending:
    if not prediction.deviations:
        raise UsageError(
            f"no deviation is predicted for {prediction.device_model} here",
            tip="see why: s1sr predict, and its --trace; or simulate --outcome baseline",
        )
    answer = _together([found.expected for found in prediction.deviations])
    return Ending(answer=answer, remarks=tuple(_named(found) for found in prediction.deviations))


def _together(answers: list[PredictedAnswer]) -> PredictedAnswer:
    """Put answers together: a failure outweighs differences of values, which a failure has none of."""
    failed = [answer for answer in answers if answer.outcome is Outcome.FAILURE]
    kept = failed or answers
    return PredictedAnswer(
        outcome=kept[0].outcome,
        summary=" ".join(dict.fromkeys(answer.summary for answer in kept)),
        alerts=tuple(dict.fromkeys(alert for answer in kept for alert in answer.alerts)),
        differences=tuple(dict.fromkeys(found for answer in kept for found in answer.differences)),
    )


def _named(claim: AppliedClaim) -> str:
    clause = f", {claim.document} {claim.clause}" if claim.clause else ""
    return f"Outcome: the deviation of {claim.behaviour}{clause} ({claim.standing}): {claim.expected.summary}"
