"""The verdict for one Device Model: the prediction on one side, what came back on the other."""

from s1sr_validator.model.behaviour import Claim
from s1sr_validator.model.prediction import AppliedClaim, Certainty, DevicePrediction, NearMiss, Step
from s1sr_validator.model.service import Service
from s1sr_validator.model.verdict import Bearing, DeviceVerdict, Verdict, WeighedBehaviour
from s1sr_validator.verdict.matching import Match, matches
from s1sr_validator.verdict.seen import Seen

_OF_THIS_DEVICE = {Step.CONDITION, Step.DATE, Step.STANDING}
"""Steps at which a behaviour of this Device Model and service falls out."""

_BEARINGS = {Match.YES: Bearing.SEEN, Match.NO: Bearing.NOT_SEEN, Match.CANNOT_TELL: Bearing.CANNOT_TELL}


def weigh(prediction: DevicePrediction, seen: Seen, service: Service) -> DeviceVerdict:
    """Hold what came back against the prediction for a Device Model."""
    claims = [claim for claim in prediction.deviations if claim.claim == Claim.DEVIATES]
    matched = [(claim, matches(claim.expected, seen, service)) for claim in claims]
    is_baseline = matches(prediction.baseline, seen, service) is not Match.NO
    verdict, says = _decide(matched, seen, is_baseline=is_baseline)
    return DeviceVerdict(
        device_model=prediction.device_model,
        device_name=prediction.device_name,
        verdict=verdict,
        says=says,
        behaviours=(
            *(_weighed(claim, match, seen) for claim, match in matched if seen.outcome is not None),
            *(_ruled_out(missed) for missed in prediction.near_misses if missed.step in _OF_THIS_DEVICE),
        ),
    )


def _decide(matched: list[tuple[AppliedClaim, Match]], seen: Seen, *, is_baseline: bool) -> tuple[Verdict, str]:
    by_match = {match: [claim for claim, found in matched if found is match] for match in Match}
    certain_unseen = [claim for claim in by_match[Match.NO] if claim.certainty is Certainty.CERTAIN]
    if seen.outcome is None:
        return Verdict.NOT_ASSESSED, f"{seen.says}; there is nothing to compare"
    if by_match[Match.YES]:
        return Verdict.PREDICTED_DEVIATION, f"{seen.says}, as {_names(by_match[Match.YES])} says"
    if by_match[Match.CANNOT_TELL]:
        names = _names(by_match[Match.CANNOT_TELL])
        return Verdict.NOT_ASSESSED, f"{seen.says}; whether its values differ as {names} says cannot be seen by program"
    if not is_baseline:
        expected = f"; {_names(by_match[Match.NO])} would have it differ in another way" if by_match[Match.NO] else ""
        return Verdict.UNPREDICTED_DEVIATION, f"{seen.says}, which is neither the baseline nor predicted{expected}"
    if certain_unseen:
        return Verdict.PREDICTED_NOT_SEEN, f"{seen.says}, though {_names(certain_unseen)} says otherwise"
    return Verdict.AS_GBCS, f"{seen.says}, as the GBCS baseline says"


def _names(claims: list[AppliedClaim]) -> str:
    return " and ".join(_name(claim.behaviour, claim.clause) for claim in claims)


def _name(behaviour: str, clause: str) -> str:
    return f"{behaviour} (clause {clause})" if clause else behaviour


def _weighed(claim: AppliedClaim, match: Match, seen: Seen) -> WeighedBehaviour:
    words = {
        Match.YES: f"what came back is what it says: {claim.expected.summary}",
        Match.NO: f"it says: {claim.expected.summary} What came back: {seen.says}.",
        Match.CANNOT_TELL: f"outcome and alerts agree; the rest is for a reader: {claim.expected.summary}",
    }
    condition = claim.residual_condition
    still_open = f" It applies only if {condition}." if condition and match is not Match.YES else ""
    return WeighedBehaviour(
        behaviour=claim.behaviour,
        title=claim.title,
        clause=claim.clause,
        standing=claim.standing,
        bearing=_BEARINGS[match],
        says=words[match] + still_open,
    )


def _ruled_out(missed: NearMiss) -> WeighedBehaviour:
    return WeighedBehaviour(
        behaviour=missed.behaviour,
        title=missed.title,
        clause=missed.clause,
        standing="",
        bearing=Bearing.RULED_OUT,
        says=missed.reason,
    )
