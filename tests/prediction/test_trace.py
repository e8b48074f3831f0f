"""The trace: every claim considered, each step and what decided it, near misses first."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.condition import Comparison, Operator
from s1sr_validator.model.device import DevicePattern, DeviceType
from s1sr_validator.model.prediction import Step, StepResult, TracedClaim
from tests.invented import LOG, MAKER_ONE, REGISTER, behaviour, event, request_xml, row, with_records

EMPTY = Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,))
GAS_ONLY = (DevicePattern(device_type=(DeviceType.GSME,), manufacturer=("FFF9",)),)
HELD, OPEN, FAILED = StepResult.HELD, StepResult.OPEN, StepResult.FAILED


def traced(tiny: Catalogue, claims: list[Behaviour], rows: list[MatrixRow], **state: object) -> tuple[TracedClaim, ...]:
    """Return the trace for a request of the log service to the first invented Device Model."""
    report = with_records(tiny, claims, rows, alone=True).predict(
        request_xml(LOG), device=MAKER_ONE, as_of="2015-06-01", trace=True, state=state
    )
    return report.predictions[0].trace


CASES: dict[str, tuple[Step, StepResult, str, Behaviour, MatrixRow]] = {
    "no condition": (
        Step.CONDITION,
        HELD,
        "it has no condition",
        behaviour("S1B-9100"),
        row("invented/a", "S1B-9100"),
    ),
    "open condition": (
        Step.CONDITION,
        OPEN,
        "the number of entries in the invented log is 0; known here: state.invented_log.entries is unknown",
        behaviour("S1B-9100", when=EMPTY),
        row("invented/a", "S1B-9100"),
    ),
    "other service": (
        Step.SERVICE,
        FAILED,
        "it is about SRV 9.9.2, not 9.9.1",
        behaviour("S1B-9100", services=(REGISTER,)),
        row("invented/a", "S1B-9100"),
    ),
    "other device": (
        Step.DEVICE,
        FAILED,
        'the Device Model is none of "Invented row invented/a"',
        behaviour("S1B-9100"),
        row("invented/a", "S1B-9100", devices=GAS_ONLY),
    ),
    "not yet": (
        Step.DATE,
        FAILED,
        "it was first published on 2020-01-01, after 2015-06-01",
        behaviour("S1B-9100", lifecycle=(event("designated", "2020-01-01"),)),
        row("invented/a", "S1B-9100"),
    ),
    "low standing": (
        Step.STANDING,
        FAILED,
        "its standing on 2015-06-01 is observed; asked for proposed or higher",
        behaviour("S1B-9100", lifecycle=(event("observed", "2010-01-01"),)),
        row("invented/a", "S1B-9100"),
    ),
}


@pytest.mark.parametrize(("step", "result", "says", "claim", "matrix_row"), CASES.values(), ids=CASES)
def test_each_step_says_what_decided_it(
    tiny: Catalogue, step: Step, result: StepResult, says: str, claim: Behaviour, matrix_row: MatrixRow
) -> None:
    """A step that held, failed or stayed open says so, with the reason; the others held."""
    (found,) = traced(tiny, [claim], [matrix_row])
    steps = {each.step: each for each in found.steps}
    assert list(Step) == list(steps)
    assert (result, says) == (steps[step].result, steps[step].says)
    assert {HELD} == {each.result for name, each in steps.items() if name is not step}
    assert found.applies == (result is not FAILED)


def test_near_misses_come_first(tiny: Catalogue) -> None:
    """Then what applies, then what fell out at more steps, or far from fitting at one."""
    claims = [
        behaviour("S1B-9101", services=(REGISTER,), lifecycle=(event("designated", "2020-01-01"),)),
        behaviour("S1B-9102"),
        behaviour("S1B-9103", when=EMPTY),
    ]
    rows = [row("invented/a", "S1B-9101", "S1B-9102", "S1B-9103")]
    found = traced(tiny, claims, rows, **{"invented_log.entries": 3})
    assert ["S1B-9103", "S1B-9102", "S1B-9101"] == [claim.behaviour for claim in found]


def test_a_claim_is_traced_by_every_row(tiny: Catalogue) -> None:
    """Two rows that bring one claim are two ways to apply it."""
    rows = [row("invented/a", "S1B-9100"), row("invented/b", "S1B-9100", devices=GAS_ONLY)]
    found = traced(tiny, [behaviour("S1B-9100")], rows)
    assert [("invented/a", True), ("invented/b", False)] == [(claim.matrix_row, claim.applies) for claim in found]


def test_without_being_asked_nothing_is_traced(tiny: Catalogue) -> None:
    """The trace costs nothing where nobody wants it."""
    report = tiny.predict(request_xml(LOG), device=MAKER_ONE, as_of="2015-06-01")
    assert () == report.predictions[0].trace
