"""Near misses: which one step kept a claim out, in words."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.condition import AllOf, Comparison, Operator
from s1sr_validator.model.device import DevicePattern, DeviceType
from s1sr_validator.model.prediction import NearMiss, Step
from tests.invented import (
    LOG,
    MAKER_ONE,
    MAKER_TWO,
    REGISTER,
    SETTING,
    behaviour,
    event,
    request_xml,
    row,
    with_records,
)

TITLE = "Invented behaviour S1B-9100"
CLAIM = behaviour("S1B-9100", clause="INVENTED/9.1")
EVERY_ESME = row("invented/a", "S1B-9100", label="Invented row")
BUSY = Comparison(fact="state.invented_mode.name", operator=Operator.EQUALS, operands=("busy",))
SHORT = Comparison(fact="request.Detailed", operator=Operator.EQUALS, operands=(False,))
EMPTY = Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,))


def patterns(*found: DevicePattern) -> MatrixRow:
    """Return the row with other patterns."""
    return row("invented/a", "S1B-9100", label="Invented row", devices=found)


def claim(**fields: object) -> Behaviour:
    """Return the claim with other fields."""
    return behaviour("S1B-9100", clause="INVENTED/9.1", **fields)


def missed(tiny: Catalogue, claims: list[Behaviour], rows: list[MatrixRow], srv: str = LOG) -> tuple[NearMiss, ...]:
    """Return the near misses of a request to the first invented Device Model: detailed, in the calm mode."""
    fields = {"Detailed": "true"} if srv == LOG else {}
    report = with_records(tiny, claims, rows, alone=True).predict(
        request_xml(srv, fields), device=MAKER_ONE, as_of="2015-06-01", state={"invented_mode.name": "calm"}
    )
    return report.predictions[0].near_misses


ONE_STEP: dict[str, tuple[Step, str, Behaviour, MatrixRow]] = {
    "condition": (
        Step.CONDITION,
        "it applies only if the invented mode is busy; known here: state.invented_mode.name is calm",
        claim(when=BUSY),
        EVERY_ESME,
    ),
    "condition on several facts": (
        Step.CONDITION,
        (
            "it applies only if Detailed in the request is false and the number of entries in the invented log is 0; "
            "known here: request.Detailed is true, state.invented_log.entries is unknown"
        ),
        claim(when=AllOf(parts=(SHORT, EMPTY))),
        EVERY_ESME,
    ),
    "condition on a field that was not sent": (
        Step.CONDITION,
        "it applies only if Depth in the request is given; known here: request.Depth is absent",
        claim(when=Comparison(fact="request.Depth", operator=Operator.PRESENT, operands=(True,))),
        EVERY_ESME,
    ),
    "standing too low": (
        Step.STANDING,
        "its standing on 2015-06-01 is observed; asked for proposed or higher",
        claim(lifecycle=(event("observed", "2010-01-01"),)),
        EVERY_ESME,
    ),
    "ended": (
        Step.STANDING,
        "its standing on 2015-06-01 is superseded; asked for proposed or higher",
        claim(lifecycle=(event("designated", "2010-01-01"), event("superseded", "2015-06-01"))),
        EVERY_ESME,
    ),
    "too early": (
        Step.DATE,
        "it was first published on 2015-06-02, after 2015-06-01",
        claim(lifecycle=(event("consulted", "2015-06-02"), event("designated", "2016-01-01"))),
        EVERY_ESME,
    ),
    "too early for its row": (
        Step.DATE,
        "it was first published on 2020-01-01, after 2015-06-01",
        CLAIM,
        row("invented/a", "S1B-9100", lifecycle=(event("designated", "2020-01-01"),)),
    ),
    "not published at all": (
        Step.DATE,
        "no event has given it a standing yet",
        claim(lifecycle=(event("considered", "2010-01-01"), event("designated", "2011-01-01", planned=True))),
        EVERY_ESME,
    ),
    "another maker": (
        Step.DEVICE,
        "it applies to manufacturer FFF1, FFF2 (Invented row), not FFF0",
        CLAIM,
        patterns(DevicePattern(device_type=(DeviceType.ESME,), manufacturer=("FFF1", "FFF2"))),
    ),
    "another device type": (
        Step.DEVICE,
        "it applies to device type GSME (Invented row), not ESME",
        CLAIM,
        patterns(DevicePattern(device_type=(DeviceType.GSME,))),
    ),
    "another firmware, or another hardware": (
        Step.DEVICE,
        (
            "it applies to firmware 00000009 (Invented row), not 00000001; "
            "it applies to hardware 0102 (Invented row), not 0101"
        ),
        CLAIM,
        patterns(DevicePattern(firmware=("00000009",)), DevicePattern(hardware=("0102",))),
    ),
    "another variant": (Step.SERVICE, "it is about SRV 9.9.2, not 9.9.1", claim(services=(REGISTER,)), EVERY_ESME),
}


@pytest.mark.parametrize(("step", "reason", "found", "applied"), ONE_STEP.values(), ids=ONE_STEP)
def test_one_step(step: Step, reason: str, found: Behaviour, applied: MatrixRow, tiny: Catalogue) -> None:
    """A claim that fits in all but one step is a near miss, with the reason at that step."""
    expected = NearMiss(behaviour="S1B-9100", title=TITLE, clause="9.1", step=step, reason=reason)
    assert (expected,) == missed(tiny, [found], [applied])


NOT_NEAR: dict[str, tuple[Behaviour, MatrixRow]] = {
    "applies": (CLAIM, EVERY_ESME),
    "open condition": (claim(when=EMPTY), EVERY_ESME),
    "two steps": (claim(when=BUSY, services=(REGISTER,)), EVERY_ESME),
    "two parts of the key": (CLAIM, patterns(DevicePattern(model=("0009",), firmware=("00000009",)))),
    "another service": (claim(services=(SETTING,)), EVERY_ESME),
}


@pytest.mark.parametrize(("found", "applied"), NOT_NEAR.values(), ids=NOT_NEAR)
def test_not_near(found: Behaviour, applied: MatrixRow, tiny: Catalogue) -> None:
    """A claim that applies, or that falls out twice or far away, is none."""
    assert () == missed(tiny, [found], [applied])


def test_a_claim_that_applies_by_another_row_is_none(tiny: Catalogue) -> None:
    """What one row keeps out another lets in."""
    other = row("invented/b", "S1B-9100", devices=(DevicePattern(manufacturer=("FFF1",)),))
    assert () == missed(tiny, [CLAIM], [EVERY_ESME, other])


def test_the_nearest_row_gives_the_reason(tiny: Catalogue) -> None:
    """Of two rows that keep a claim out, the one nearer to applying is named, and a row without a reason is not."""
    far = row("invented/a", "S1B-9100", devices=(DevicePattern(model=("0009",), firmware=("00000009",)),))
    maker = row("invented/b", "S1B-9100", devices=(DevicePattern(manufacturer=("FFF1",)),))
    later = row("invented/c", "S1B-9100", lifecycle=(event("designated", "2020-01-01"),))
    assert [Step.DATE] == [miss.step for miss in missed(tiny, [CLAIM], [far, maker, later])]
    assert [Step.DEVICE] == [miss.step for miss in missed(tiny, [CLAIM], [far, maker])]


def test_nearest_first(tiny: Catalogue) -> None:
    """What only its condition keeps out comes first, what is about another variant last."""
    claims = [
        behaviour("S1B-9101", services=(REGISTER,)),
        behaviour("S1B-9103", lifecycle=(event("designated", "2020-01-01"),)),
        behaviour("S1B-9104", lifecycle=(event("observed", "2010-01-01"),)),
        behaviour("S1B-9105", when=BUSY),
        behaviour("S1B-9100", when=BUSY),
        behaviour("S1B-9102"),
    ]
    rows = [
        row("invented/a", "S1B-9100", "S1B-9101", "S1B-9103", "S1B-9104", "S1B-9105"),
        row("invented/b", "S1B-9102", devices=(DevicePattern(manufacturer=("FFF1",)),)),
    ]
    assert ["S1B-9100", "S1B-9105", "S1B-9104", "S1B-9103", "S1B-9102", "S1B-9101"] == [
        miss.behaviour for miss in missed(tiny, claims, rows)
    ]


def test_a_claim_without_a_clause(tiny: Catalogue) -> None:
    """An observation has no clause number."""
    (miss,) = missed(tiny, [behaviour("S1B-9100", when=BUSY)], [EVERY_ESME])
    assert "" == miss.clause


def test_near_misses_of_the_tiny_catalogue(tiny: Catalogue) -> None:
    """The claim about the other maker's log is near to a request to this one's."""
    report = tiny.predict(request_xml(LOG), device=MAKER_TWO, as_of="2015-06-01", standing="observed")
    assert {
        ("S1B-9001", Step.DEVICE, "it applies to manufacturer FFF0 (Invented maker one), not FFF1"),
        ("S1B-9002", Step.SERVICE, "it is about SRV 9.9.2, not 9.9.1"),
    } <= {(miss.behaviour, miss.step, miss.reason) for miss in report.predictions[0].near_misses}
