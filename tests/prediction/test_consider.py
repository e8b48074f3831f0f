"""One claim against one question: the steps at which it can fall out."""

import datetime as dt

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import Application
from s1sr_validator.model.condition import Comparison, Operator
from s1sr_validator.model.device import DevicePattern, DeviceType
from s1sr_validator.model.lifecycle import Event, Span, Standing
from s1sr_validator.model.period import Period
from s1sr_validator.model.prediction import Step
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.consider import Question, consider, joint_span, nearest_patterns, part_of_key
from s1sr_validator.prediction.facts import facts_about
from tests.invented import LOG, MAKER_ONE, REGISTER, behaviour, event, row

BUSY = Comparison(fact="state.invented_mode.name", operator=Operator.EQUALS, operands=("busy",))
OTHER_MAKER = (DevicePattern(device_type=(DeviceType.ESME,), manufacturer=("FFF1",)),)


def question(tiny: Catalogue, *, as_of: str = "2015-06-01", lowest: Standing = Standing.PROPOSED) -> Question:
    """Return a question about the first invented Device Model and the log service, in the calm mode."""
    device = tiny.lookup.devices[MAKER_ONE]
    return Question(
        device=device,
        service=tiny.lookup.services[LOG],
        as_of=dt.date.fromisoformat(as_of),
        lowest_standing=lowest,
        facts=facts_about(device, {"state.invented_mode.name": "calm"}, {}),
    )


@pytest.mark.parametrize(
    ("expected", "application"),
    [
        ((), Application(behaviour("S1B-9100"), row("invented/a"))),
        ((Step.SERVICE,), Application(behaviour("S1B-9100", services=(REGISTER,)), row("invented/a"))),
        ((Step.DEVICE,), Application(behaviour("S1B-9100"), row("invented/a", devices=OTHER_MAKER))),
        (
            (Step.DATE,),
            Application(behaviour("S1B-9100", lifecycle=(event("designated", "2015-06-02"),)), row("invented/a")),
        ),
        (
            (Step.DATE,),
            Application(behaviour("S1B-9100"), row("invented/a", lifecycle=(event("designated", "2015-06-02"),))),
        ),
        (
            (Step.STANDING,),
            Application(behaviour("S1B-9100", lifecycle=(event("observed", "2015-06-01"),)), row("invented/a")),
        ),
        (
            (Step.STANDING,),
            Application(behaviour("S1B-9100"), row("invented/a", lifecycle=(event("withdrawn", "2015-06-01"),))),
        ),
        ((Step.CONDITION,), Application(behaviour("S1B-9100", when=BUSY), row("invented/a"))),
        (
            (Step.SERVICE, Step.DEVICE, Step.DATE, Step.CONDITION),
            Application(
                behaviour("S1B-9100", services=(REGISTER,), when=BUSY, lifecycle=()),
                row("invented/a", devices=OTHER_MAKER),
            ),
        ),
    ],
    ids=["applies", "service", "device", "date", "row's date", "standing", "row's standing", "condition", "nearly all"],
)
def test_steps(expected: tuple[Step, ...], application: Application, tiny: Catalogue) -> None:
    """Every step is asked, and a claim applies when it falls out at none."""
    found = consider(application, question(tiny))
    assert (expected, not expected) == (found.failed, found.applies)


def test_one_pattern_of_several_is_enough(tiny: Catalogue) -> None:
    """A row applies to the Device Models that fit any of its patterns."""
    patterns = (*OTHER_MAKER, DevicePattern(firmware=("00000001",)))
    assert consider(Application(behaviour("S1B-9100"), row("invented/a", devices=patterns)), question(tiny)).applies


@pytest.mark.parametrize(
    ("expected", "standing", "lowest"),
    [
        (True, "observed", Standing.OBSERVED),
        (False, "observed", Standing.PROPOSED),
        (True, "consulted", Standing.PROPOSED),
        (False, "consulted", Standing.DESIGNATED),
        (True, "designated", Standing.OBSERVED),
        (True, "designated", Standing.DESIGNATED),
        (False, "superseded", Standing.OBSERVED),
        (False, "withdrawn", Standing.OBSERVED),
    ],
)
def test_standing_floor(expected: bool, standing: str, lowest: Standing, tiny: Catalogue) -> None:
    """A claim is listened to from its standing upwards; an ended one never is."""
    claim = behaviour("S1B-9100", lifecycle=(event(standing, "2010-01-01"),))
    assert expected is consider(Application(claim, row("invented/a")), question(tiny, lowest=lowest)).applies


def test_the_truth_of_the_condition_is_kept(tiny: Catalogue) -> None:
    """An open condition does not keep a claim out."""
    empty = Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,))
    found = consider(Application(behaviour("S1B-9100", when=empty), row("invented/a")), question(tiny))
    assert (True, Truth.UNKNOWN) == (found.applies, found.truth)


def span(standing: Standing, start: str, end: str = "") -> Span:
    """Return a span from texts."""
    last = dt.date.fromisoformat(end) if end else None
    return Span(standing=standing, period=Period(start=dt.date.fromisoformat(start), end=last))


CONSULTED, OBSERVED = event("consulted", "2010-01-01"), event("observed", "2010-01-01")
DESIGNATED, WITHDRAWN = event("designated", "2012-01-01"), event("withdrawn", "2016-01-01")


@pytest.mark.parametrize(
    ("expected", "of_behaviour", "of_row", "day"),
    [
        (None, (CONSULTED,), (), "2015-01-01"),
        (None, (CONSULTED,), (DESIGNATED,), "2011-12-31"),
        (span(Standing.PROPOSED, "2012-01-01"), (CONSULTED,), (DESIGNATED,), "2012-01-01"),
        (span(Standing.PROPOSED, "2012-01-01"), (DESIGNATED,), (CONSULTED,), "2020-01-01"),
        (span(Standing.OBSERVED, "2010-01-01", "2012-01-01"), (OBSERVED, DESIGNATED), (CONSULTED,), "2011-01-01"),
        (span(Standing.PROPOSED, "2012-01-01"), (OBSERVED, DESIGNATED), (CONSULTED,), "2012-01-01"),
        (
            span(Standing.DESIGNATED, "2012-01-01", "2016-01-01"),
            (DESIGNATED,),
            (event("designated", "2011-01-01"), WITHDRAWN),
            "2015-12-31",
        ),
        (
            span(Standing.WITHDRAWN, "2016-01-01"),
            (DESIGNATED,),
            (event("designated", "2011-01-01"), WITHDRAWN),
            "2016-01-01",
        ),
    ],
)
def test_joint_span(
    expected: Span | None, of_behaviour: tuple[Event, ...], of_row: tuple[Event, ...], day: str
) -> None:
    """Claim and row hold together from the day on which both do; the weaker standing counts, and an end ends both."""
    application = Application(behaviour("S1B-9100", lifecycle=of_behaviour), row("invented/a", lifecycle=of_row))
    assert expected == joint_span(application, dt.date.fromisoformat(day))


def test_nearest_patterns(tiny: Catalogue) -> None:
    """Only a pattern that the Device Model misses in a single part is near."""
    device = tiny.lookup.devices[MAKER_ONE]
    near = DevicePattern(device_type=(DeviceType.ESME,), model=("0009",))
    far = DevicePattern(model=("0009",), firmware=("00000009",))
    application = Application(behaviour("S1B-9100"), row("invented/a", devices=(far, near)))
    assert [("model", near)] == nearest_patterns(application, device)
    assert ["ESME", "FFF0", "0001", "0101", "00000001"] == [
        part_of_key(device, part) for part in ("device_type", "manufacturer", "model", "hardware", "firmware")
    ]
