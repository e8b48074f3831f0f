"""Weighing, value by value: the verdict, its sentence, and what is said of every behaviour."""

from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Claim, Outcome, ValueDifference
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import (
    AppliedClaim,
    Assessment,
    Certainty,
    DevicePrediction,
    NearMiss,
    Outlook,
    PredictedAlert,
    PredictedAnswer,
    Step,
)
from s1sr_validator.model.verdict import Bearing, DeviceVerdict, Verdict, WeighedBehaviour
from s1sr_validator.verdict.seen import Seen
from s1sr_validator.verdict.weigh import weigh
from tests.invented import LOG, MAKER_ONE
from tests.invented_claims import answer, applied

GBCS = answer("A successful response.", Outcome.SUCCESS)
FAILS = applied("S1B-9100", title="It fails", clause="9.1p", standing=Standing.DESIGNATED)
ALERT = PredictedAlert(code="S1X9001", list="s1sp_alert", name="", external_references=())
ALERTS = applied(
    "S1B-9101",
    expected=PredictedAnswer(outcome=Outcome.FAILURE, summary="An alert.", alerts=(ALERT,), differences=()),
    certainty=Certainty.CONDITIONAL,
    residual_condition="the log is empty",
)
WORDS = applied(
    "S1B-9102",
    expected=PredictedAnswer(
        outcome=Outcome.SUCCESS,
        summary="Other values.",
        alerts=(),
        differences=(ValueDifference(about="value", says="other"),),
    ),
)
CONFORMS = applied("S1B-9103", claim=Claim.CONFORMS)


def predicted(
    *claims: AppliedClaim, near: tuple[NearMiss, ...] = (), baseline: PredictedAnswer = GBCS
) -> DevicePrediction:
    """Return the prediction that these claims make."""
    return DevicePrediction(
        device_model=MAKER_ONE,
        device_name="Invented meter",
        assessment=Assessment.NOT_ASSESSED,
        predicts=Outlook.UNKNOWN,
        baseline=baseline,
        deviations=claims,
        conformance=(),
        near_misses=near,
        notes=(),
    )


def back(outcome: Outcome | None, *alerts: str) -> Seen:
    """Return what came back."""
    return Seen(outcome=outcome, alerts=alerts, payload=None, says="what came")


SUCCEEDED, FAILED, NOTHING = back(Outcome.SUCCESS), back(Outcome.FAILURE), back(None)
ALERTED, STRANGE = back(Outcome.FAILURE, "S1X9001"), back(Outcome.FAILURE, "S1X9009")
OF_FAILS: dict[str, Any] = {
    "behaviour": "S1B-9100",
    "title": "It fails",
    "clause": "9.1p",
    "standing": Standing.DESIGNATED,
}
OF_ALERTS: dict[str, Any] = {"behaviour": "S1B-9101", "title": "", "clause": "", "standing": Standing.OBSERVED}
OF_WORDS: dict[str, Any] = OF_ALERTS | {"behaviour": "S1B-9102"}
EVERY_NAME = "S1B-9100 (clause 9.1p) and S1B-9101 and S1B-9102"
ONLY_IF = " It applies only if the log is empty."
IS_SEEN = WeighedBehaviour(**OF_FAILS, bearing=Bearing.SEEN, says="what came back is what it says: What S1B-9100 says.")
FAILS_NOT_SEEN = WeighedBehaviour(
    **OF_FAILS, bearing=Bearing.NOT_SEEN, says="it says: What S1B-9100 says. What came back: what came."
)
ALERTS_NOT_SEEN = WeighedBehaviour(
    **OF_ALERTS, bearing=Bearing.NOT_SEEN, says=f"it says: An alert. What came back: what came.{ONLY_IF}"
)
WORDS_OPEN = WeighedBehaviour(
    **OF_WORDS,
    bearing=Bearing.CANNOT_TELL,
    says="outcome and alerts agree; the rest is for a reader: Other values.",
)
WORDS_NOT_SEEN = WeighedBehaviour(
    **OF_WORDS, bearing=Bearing.NOT_SEEN, says="it says: Other values. What came back: what came."
)


@pytest.mark.parametrize(
    ("verdict", "says", "claims", "seen", "behaviours"),
    [
        (Verdict.AS_GBCS, "what came, as the GBCS baseline says", (), SUCCEEDED, ()),
        (Verdict.UNPREDICTED_DEVIATION, "what came, which is neither the baseline nor predicted", (), FAILED, ()),
        (Verdict.NOT_ASSESSED, "what came; there is nothing to compare", (FAILS,), NOTHING, ()),
        (Verdict.PREDICTED_DEVIATION, "what came, as S1B-9100 (clause 9.1p) says", (FAILS,), FAILED, (IS_SEEN,)),
        (
            Verdict.PREDICTED_DEVIATION,
            "what came, as S1B-9100 (clause 9.1p) says",
            (FAILS, ALERTS),
            FAILED,
            (IS_SEEN, ALERTS_NOT_SEEN),
        ),
        (
            Verdict.PREDICTED_DEVIATION,
            "what came, as S1B-9101 says",
            (ALERTS,),
            ALERTED,
            (WeighedBehaviour(**OF_ALERTS, bearing=Bearing.SEEN, says="what came back is what it says: An alert."),),
        ),
        (
            Verdict.NOT_ASSESSED,
            "what came; whether its values differ as S1B-9102 says cannot be seen by program",
            (FAILS, WORDS),
            SUCCEEDED,
            (FAILS_NOT_SEEN, WORDS_OPEN),
        ),
        (
            Verdict.UNPREDICTED_DEVIATION,
            f"what came, which is neither the baseline nor predicted; {EVERY_NAME} would have it differ in another way",
            (FAILS, ALERTS, WORDS),
            STRANGE,
            (FAILS_NOT_SEEN, ALERTS_NOT_SEEN, WORDS_NOT_SEEN),
        ),
        (
            Verdict.PREDICTED_NOT_SEEN,
            "what came, though S1B-9100 (clause 9.1p) says otherwise",
            (ALERTS, FAILS),
            SUCCEEDED,
            (ALERTS_NOT_SEEN, FAILS_NOT_SEEN),
        ),
        (Verdict.AS_GBCS, "what came, as the GBCS baseline says", (ALERTS,), SUCCEEDED, (ALERTS_NOT_SEEN,)),
        (Verdict.AS_GBCS, "what came, as the GBCS baseline says", (CONFORMS,), SUCCEEDED, ()),
    ],
)
def test_verdict_in_words(
    tiny: Catalogue,
    verdict: Verdict,
    says: str,
    claims: tuple[AppliedClaim, ...],
    seen: Seen,
    behaviours: tuple[WeighedBehaviour, ...],
) -> None:
    """One that is seen decides, then one that nobody can tell, then the baseline, then what was certain."""
    expected = DeviceVerdict(
        device_model=MAKER_ONE, device_name="Invented meter", verdict=verdict, says=says, behaviours=behaviours
    )
    assert expected == weigh(predicted(*claims), seen, tiny.lookup.services[LOG])


def near(step: Step) -> NearMiss:
    """Return a claim that one step kept out."""
    return NearMiss(behaviour="S1B-9109", title="Nearly", clause="9.9", step=step, reason=f"not for its {step}")


@pytest.mark.parametrize("step", Step)
def test_behaviours_that_were_ruled_out(tiny: Catalogue, step: Step) -> None:
    """A near miss bears on the verdict where it is about this Device Model and service, and not else."""
    found = weigh(predicted(near=(near(step),)), SUCCEEDED, tiny.lookup.services[LOG])
    expected = WeighedBehaviour(
        behaviour="S1B-9109",
        title="Nearly",
        clause="9.9",
        standing="",
        bearing=Bearing.RULED_OUT,
        says=f"not for its {step}",
    )
    assert found.behaviours == ((expected,) if step in {Step.CONDITION, Step.DATE, Step.STANDING} else ())


def test_a_baseline_that_only_a_reader_can_tell(tiny: Catalogue) -> None:
    """Where the baseline agrees as far as can be seen, what came back is as GBCS says."""
    found = weigh(predicted(baseline=WORDS.expected), SUCCEEDED, tiny.lookup.services[LOG])
    assert Verdict.AS_GBCS is found.verdict
