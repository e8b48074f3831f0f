"""Cases are asked of the prediction core."""

import datetime as dt

import pytest

from s1sr_validator.lint.rules import case_holds
from s1sr_validator.model.behaviour import Case, CaseExpectation, StateValue
from s1sr_validator.model.condition import AllOf, Comparison, Condition, Not, Operator, Value
from tests.invented import GAS, LOG, MAKER_ONE, REGISTER, behaviour, event, row
from tests.lint.asked import context_with, messages

DEEP = Comparison(fact="request.Depth", operator=Operator.AT_LEAST, operands=(10,))
EMPTY = Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,))
DETAILED = Comparison(fact="request.Detailed", operator=Operator.PRESENT, operands=(True,))
TRIGGERS, CONDITIONAL, SILENT = CaseExpectation.TRIGGERS, CaseExpectation.CONDITIONAL, CaseExpectation.SILENT


def said(
    when: Condition,
    expect: CaseExpectation,
    *,
    device: str = MAKER_ONE,
    service: str = LOG,
    day: str = "2015-06-01",
    **facts: Value,
) -> list[str]:
    """Return what the rule says of a case of a behaviour with this condition; in names of facts, `__` is a dot."""
    case = Case(
        title="invented",
        device=device,
        service=service,
        as_of=dt.date.fromisoformat(day),
        expect=expect,
        facts=tuple(StateValue(name=name.replace("__", "."), value=value) for name, value in facts.items()),
    )
    life = (event("observed", "2010-01-01"), event("withdrawn", "2020-01-01"))
    claim = behaviour("S1B-9101", when=when, cases=(case,), lifecycle=life)
    return messages(case_holds, context_with(claim, row("invented/all", claim.id), only=True))


@pytest.mark.parametrize(
    ("when", "expect", "case"),
    [
        (DEEP, TRIGGERS, {"request__Depth": 10}),
        (DEEP, SILENT, {"request__Depth": 9}),
        (DEEP, CONDITIONAL, {}),
        (DEEP, CONDITIONAL, {"state__invented_log__entries": 3}),
        (DEEP, SILENT, {"request__Detailed": True}),
        (DETAILED, SILENT, {"request__Depth": 10}),
        (Not(part=DETAILED), TRIGGERS, {"request__Depth": 10}),
        (AllOf(), TRIGGERS, {}),
        (AllOf(), SILENT, {"day": "2009-12-31"}),
        (AllOf(), TRIGGERS, {"day": "2019-12-31"}),
        (AllOf(), SILENT, {"day": "2020-01-01"}),
        (AllOf(), SILENT, {"device": GAS}),
        (AllOf(), SILENT, {"service": REGISTER}),
        (AllOf(parts=(DEEP, EMPTY)), CONDITIONAL, {"request__Depth": 10}),
        (AllOf(parts=(DEEP, EMPTY)), SILENT, {"request__Depth": 10, "state__invented_log__entries": 1}),
    ],
)
def test_cases_that_hold(when: Condition, expect: CaseExpectation, case: dict[str, str]) -> None:
    """A case that names request fields has seen the request: what it does not name is absent."""
    assert [] == said(when, expect, **case)


@pytest.mark.parametrize(
    ("found", "when", "expect", "case"),
    [
        ("silent (kept out by: condition)", DEEP, TRIGGERS, {"request__Depth": 9}),
        ("conditional", DEEP, TRIGGERS, {}),
        ("triggers", DEEP, CONDITIONAL, {"request__Depth": 10}),
        ("triggers", AllOf(), SILENT, {}),
        ("silent (kept out by: device)", AllOf(), TRIGGERS, {"device": GAS}),
        ("silent (kept out by: standing)", AllOf(), TRIGGERS, {"day": "2020-01-01"}),
        ("silent (kept out by: date)", AllOf(), TRIGGERS, {"day": "2009-12-31"}),
    ],
)
def test_cases_that_do_not_hold(found: str, when: Condition, expect: CaseExpectation, case: dict[str, str]) -> None:
    """The message says what prediction gives, and which step kept the behaviour out."""
    expected = f"case 'invented' expects {expect}; prediction gives {found}"
    assert [expected] == said(when, expect, **case)


def test_a_case_about_an_unknown_device_is_left_to_the_reference_rule() -> None:
    """What cannot be asked is not reported twice."""
    assert [] == said(AllOf(), TRIGGERS, device="ESME/FFF0/0001/0101/0000000F")


def test_a_behaviour_without_a_row_is_silent() -> None:
    """Where no row applies the behaviour, no case triggers it."""
    case = Case(
        title="invented", device=MAKER_ONE, service=LOG, as_of=dt.date(2015, 6, 1), expect=CaseExpectation.TRIGGERS
    )
    context = context_with(behaviour("S1B-9101", cases=(case,)), row("invented/none"), only=True)
    assert ["case 'invented' expects triggers; prediction gives silent"] == messages(case_holds, context)
