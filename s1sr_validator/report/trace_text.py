"""The trace of a prediction as text: every claim considered, and the step at which it matched or fell out."""

from s1sr_validator.model.prediction import StepResult, TracedClaim
from s1sr_validator.report.overlay_text import marked
from s1sr_validator.report.page import Ink, Page

_INKS = {StepResult.HELD: Ink.GOOD, StepResult.OPEN: Ink.WARN, StepResult.FAILED: Ink.BAD}
_WORDS = {StepResult.HELD: "yes", StepResult.OPEN: "open", StepResult.FAILED: "no"}


def write_trace(page: Page, claims: tuple[TracedClaim, ...]) -> None:
    """Write each claim with its steps."""
    page.line(f"Trace: {len(claims)} claim{'s' * (len(claims) != 1)} considered, near misses first", ink=Ink.STRONG)
    for claim in claims:
        _write_claim(page, claim)


def _write_claim(page: Page, claim: TracedClaim) -> None:
    failed = [step.step for step in claim.steps if step.result is StepResult.FAILED]
    clause = f" (clause {claim.clause})" if claim.clause else ""
    outcome = "applies" if claim.applies else f"fell out at {', '.join(failed)}"
    page.line()
    page.line(marked(f'{claim.behaviour}{clause} by row "{claim.matrix_label}": {outcome}', claim.overlay), indent=2)
    for step in claim.steps:
        page.field(f"{step.step} {_WORDS[step.result]}", step.says, ink=_INKS[step.result], indent=4, column=19)
