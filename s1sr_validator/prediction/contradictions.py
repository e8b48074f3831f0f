"""Claims that cannot both be right. Where a private overlay is on either side, each claim says so of the other."""

from collections.abc import Iterable
from itertools import combinations

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.prediction import AppliedClaim, Certainty

Pair = tuple[AppliedClaim, AppliedClaim]


def disagree(first: Behaviour, second: Behaviour) -> bool:
    """Say whether the two cannot both be right where both apply."""
    if first.claim is second.claim:
        return first.expected.contradicts(second.expected)
    return first.expected.contradicts(second.expected) or any(
        claim.deviation is not None and claim.deviation.differs_from(claim.baseline) for claim in (first, second)
    )


def private_contradictions(claims: Iterable[AppliedClaim], lookup: Lookup) -> tuple[Pair, ...]:
    """Return every two claims of which one is an overlay's and that disagree where at least one is certain.

    Two claims that both hang on what only the Device knows may exclude each other: neither has won, and the rule
    `overlap` tries their conditions. Claims of the catalogue alone are held against each other by that rule too.
    """
    return tuple(
        (one, other)
        for one, other in combinations(claims, 2)
        if (one.overlay or other.overlay)
        and Certainty.CERTAIN in {one.certainty, other.certainty}
        and disagree(lookup.behaviours[one.behaviour], lookup.behaviours[other.behaviour])
    )


def opposed(contradictions: Iterable[Pair]) -> bool:
    """Say whether one claim of some two has the Device deviate and the other has it do what GBCS says."""
    return any(one.claim is not other.claim for one, other in contradictions)


def with_disputes(claims: Iterable[AppliedClaim], contradictions: Iterable[Pair]) -> tuple[AppliedClaim, ...]:
    """Return the claims, each with what a contradicting one says added to its disputes."""
    said: dict[str, list[str]] = {}
    for one, other in contradictions:
        said.setdefault(one.behaviour, []).append(_says(other))
        said.setdefault(other.behaviour, []).append(_says(one))
    return tuple(
        msgspec.structs.replace(claim, disputes=(*claim.disputes, *said.get(claim.behaviour, ()))) for claim in claims
    )


def _says(claim: AppliedClaim) -> str:
    speaker = (
        f"overlay {claim.overlay} (private, {claim.standing})" if claim.overlay else f"the {claim.standing} record"
    )
    limit = f", if {claim.residual_condition}" if claim.certainty is Certainty.CONDITIONAL else ""
    return f"{speaker} {claim.behaviour} says otherwise{limit}: {claim.expected.outcome}: {claim.expected.summary}"
