"""Builders of claims that apply, as a prediction tells them: nothing here is a real behaviour."""

import datetime as dt
from typing import Any

from s1sr_validator.model.behaviour import Claim, Outcome
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import AppliedClaim, Certainty, PredictedAnswer


def answer(summary: str, outcome: Outcome = Outcome.FAILURE) -> PredictedAnswer:
    """Return a predicted answer without alerts."""
    return PredictedAnswer(outcome=outcome, summary=summary, alerts=(), differences=())


def applied(name: str, **fields: Any) -> AppliedClaim:  # noqa: ANN401 - fields of AppliedClaim
    """Return a claim that applies for certain, an overlay's unless the fields say else."""
    usual: dict[str, Any] = {
        **dict.fromkeys(("title", "condition", "residual_condition", "clause", "clause_id", "document"), ""),
        **dict.fromkeys(("matrix_row", "matrix_label", "matrix_edition", "source_file"), ""),
        **dict.fromkeys(("residual_facts", "announced", "disputes", "citations"), ()),
        "claim": Claim.DEVIATES,
        "standing": Standing.OBSERVED,
        "certainty": Certainty.CERTAIN,
        "expected": answer(f"What {name} says."),
        "baseline": answer("A successful response.", Outcome.SUCCESS),
        "in_force_since": dt.date(2010, 1, 1),
        "line": 1,
        "overlay": "own",
    }
    return AppliedClaim(behaviour=name, **(usual | fields))
