"""How near a claim came: which misses are near, in which order, and whose claim it was."""

import datetime as dt
from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import Application
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.condition import Comparison, Operator
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Step
from s1sr_validator.prediction.consider import Question, consider, is_heard
from s1sr_validator.prediction.facts import facts_about
from s1sr_validator.prediction.near_misses import is_near, near_misses, nearness
from tests.invented import LOG, MAKER_ONE, REGISTER, SETTING, behaviour, event, row

LATER = (event("designated", "2020-01-01"),)
ENDED = (event("designated", "2010-01-01"), event("withdrawn", "2011-01-01"))
BUSY = Comparison(fact="state.invented_mode.name", operator=Operator.EQUALS, operands=("busy",))


@pytest.fixture
def question(tiny: Catalogue) -> Question:
    """A question about the first invented Device Model and the log service, in the calm mode."""
    device = tiny.lookup.devices[MAKER_ONE]
    return Question(
        device=device,
        service=tiny.lookup.services[LOG],
        as_of=dt.date(2015, 6, 1),
        lowest_standing=Standing.PROPOSED,
        facts=facts_about(device, {"state.invented_mode.name": "calm"}, {}),
    )


def claim(overlay: str = "", pattern: DevicePattern | None = None, **fields: Any) -> Application:  # noqa: ANN401 - of Behaviour
    """Return a claim with a row for every Device Model, or those of a pattern."""
    found: Behaviour = behaviour("S1B-9100", **fields)
    applied: MatrixRow = row("invented/a", devices=(pattern or DevicePattern(),))
    return Application(found, applied, behaviour_overlay=overlay)


@pytest.mark.parametrize(
    ("near", "application"),
    [
        (False, claim()),
        (True, claim(services=(REGISTER,))),
        (False, claim(services=(SETTING,))),
        (True, claim(services=(SETTING, REGISTER))),
        (True, claim(pattern=DevicePattern(model=("0009",)))),
        (False, claim(pattern=DevicePattern(model=("0009",), firmware=("00000009",)))),
        (True, claim(lifecycle=LATER)),
        (True, claim(lifecycle=ENDED)),
        (True, claim(when=BUSY)),
        (False, claim(when=BUSY, lifecycle=ENDED)),
    ],
)
def test_near(question: Question, near: bool, application: Application) -> None:
    """One step may fail: of a Device one part of its key, of a service its variant."""
    assert near is is_near(consider(application, question), question)


def test_the_later_it_fell_out_the_nearer(question: Question) -> None:
    """Those that apply stand first, then by step from condition to service, then by id."""
    every = [
        claim(),
        claim(when=BUSY),
        claim(lifecycle=ENDED),
        claim(lifecycle=LATER),
        claim(pattern=DevicePattern(model=("0009",))),
        claim(services=(REGISTER,)),
    ]
    ranks = [nearness(consider(each, question)) for each in every]
    assert [(number, "S1B-9100") for number in range(-1, 5)] == ranks


@pytest.mark.parametrize("overlay", ["", "own"])
def test_whose_claim_it_was(question: Question, overlay: str) -> None:
    """A near miss of a private overlay says so."""
    found = near_misses([consider(claim(overlay, when=BUSY), question)], question, {}, {})
    assert [(Step.CONDITION, overlay)] == [(each.step, each.overlay) for each in found]


@pytest.mark.parametrize(
    ("heard", "overlay", "standing", "lowest"),
    [
        (True, "", Standing.OBSERVED, Standing.OBSERVED),
        (False, "", Standing.OBSERVED, Standing.PROPOSED),
        (True, "own", Standing.OBSERVED, Standing.DESIGNATED),
        (False, "own", Standing.WITHDRAWN, Standing.OBSERVED),
        (False, "", Standing.SUPERSEDED, Standing.OBSERVED),
    ],
)
def test_who_is_heard(heard: bool, overlay: str, standing: Standing, lowest: Standing) -> None:
    """The catalogue's own from the standing asked for upwards, an overlay's whatever is asked; nobody's that ended."""
    assert heard is is_heard(claim(overlay), standing, lowest)
