"""Rules about observations: records that break them, and records that do not."""

from typing import Any

import pytest

from s1sr_validator.lint.asking import RuleModule
from s1sr_validator.lint.rules import (
    contradiction_sides,
    observation_behaviour,
    observation_services,
    observed_behaviour,
)
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.observation import Confidence, Contradiction, Observation, Stage, StatedDevice
from s1sr_validator.model.record import Basis, Citation
from tests.invented import LOG, REGISTER, behaviour, event, row
from tests.lint.asked import context_with, places

ROW = "invented/row"


def observation(*contradictions: Contradiction, **fields: Any) -> Observation:  # noqa: ANN401 - fields of the record
    """Return an invented observation."""
    usual: dict[str, Any] = {
        "id": "invented-seen",
        "title": "t",
        "summary": "s",
        "device": StatedDevice(text="not stated"),
        "confidence": Confidence.ONE,
        "stage": Stage.UNKNOWN,
        "contradictions": contradictions,
    }
    return Observation(**(usual | fields))


def citation(basis: Basis, *covers: str) -> Citation:
    """Return a citation that covers these fields."""
    return Citation(source="invented-report", place="p", covers=covers, basis=basis, reason="r")


def against(observed: str = "", source: str = "", place: str = "") -> Contradiction:
    """Return a contradiction."""
    return Contradiction(says="no", observation=observed, source=source, place=place)


OBSERVED, CONSULTED = event("observed", "2010-01-01"), event("consulted", "2011-01-01")
EXPECTED = event("observed", "2012-01-01", planned=True)
STATED, INFERRED = citation(Basis.STATED, "title", "services"), citation(Basis.INFERRED, "services")
ON_TITLE, ON_ALL = citation(Basis.INFERRED, "title"), citation(Basis.STATED)
WITH_ROW = StatedDevice(text="a meter", matrix_row=ROW)


@pytest.mark.parametrize(
    ("paths", "lifecycle", "fields"),
    [
        (["behaviour"], (CONSULTED,), {}),
        (["behaviour"], (CONSULTED, EXPECTED), {}),
        (["services"], (OBSERVED,), {"services": (REGISTER,)}),
        (["device.matrix_row"], (OBSERVED,), {"device": WITH_ROW}),
        ([], (OBSERVED, CONSULTED), {}),
        ([], (OBSERVED,), {"services": (REGISTER, LOG)}),
        ([], (OBSERVED,), {"device": StatedDevice(text="a meter", matrix_row="invented/nothing")}),
        ([], (CONSULTED,), {"behaviour": ""}),
        ([], (CONSULTED,), {"behaviour": "S1B-9999"}),
    ],
)
def test_observation_behaviour(paths: list[str], lifecycle: tuple[Event, ...], fields: dict[str, Any]) -> None:
    """The behaviour was observed, is about one of the services, and is applied by the row."""
    claim = behaviour("S1B-9101", lifecycle=lifecycle)
    seen = observation(**({"behaviour": "S1B-9101"} | fields))
    found = places(observation_behaviour, context_with(claim, row(ROW, "S1B-9001"), seen))
    assert [f"observations/invented-seen.yaml:{path}" for path in paths] == found


def test_a_row_that_applies_the_behaviour() -> None:
    """The Device that was observed is one that the behaviour is predicted for."""
    claim = behaviour("S1B-9101", lifecycle=(OBSERVED,))
    seen = observation(behaviour="S1B-9101", device=WITH_ROW)
    assert [] == places(observation_behaviour, context_with(claim, row(ROW, "S1B-9101"), seen))


@pytest.mark.parametrize(
    ("is_reported", "lifecycle", "named"),
    [
        (True, (OBSERVED,), ""),
        (True, (OBSERVED, event("withdrawn", "2015-01-01")), ""),
        (True, (OBSERVED, event("designated", "2015-01-01", planned=True)), ""),
        (False, (OBSERVED,), "S1B-9101"),
        (False, (OBSERVED, CONSULTED), ""),
        (False, (CONSULTED,), ""),
        (False, (event("withdrawn", "2015-01-01"),), ""),
    ],
)
def test_observed_behaviour(is_reported: bool, lifecycle: tuple[Event, ...], named: str) -> None:
    """A behaviour that came no further than observed needs the report that it rests on."""
    claim = behaviour("S1B-9101", lifecycle=lifecycle)
    found = places(observed_behaviour, context_with(claim, observation(behaviour=named)))
    assert ["behaviours/S1B-9101.yaml:id"] * is_reported == found


@pytest.mark.parametrize(
    ("paths", "stated", "citations"),
    [
        (["services"], False, (STATED,)),
        (["services"], False, (ON_TITLE,)),
        (["services"], False, (ON_ALL,)),
        (["services_stated"], True, (INFERRED,)),
        (["services_stated"], True, (INFERRED, citation(Basis.STATED, "title"))),
        ([], False, (INFERRED,)),
        ([], False, (STATED, INFERRED)),
        ([], False, (citation(Basis.INFERRED),)),
        ([], True, (STATED, INFERRED)),
        ([], True, (ON_ALL,)),
    ],
)
def test_observation_services(paths: list[str], stated: bool, citations: tuple[Citation, ...]) -> None:
    """Services that a source states are cited as stated, and those that we infer as inferred."""
    seen = observation(services=(LOG,), services_stated=stated, citations=citations)
    found = places(observation_services, context_with(seen))
    assert [f"observations/invented-seen.yaml:{path}" for path in paths] == found


@pytest.mark.parametrize(("paths", "stated"), [(["services_stated"], True), ([], False)])
def test_an_observation_without_services(paths: list[str], stated: bool) -> None:
    """Without services there are none that a source could state."""
    found = places(observation_services, context_with(observation(services_stated=stated, citations=(ON_ALL,))))
    assert [f"observations/invented-seen.yaml:{path}" for path in paths] == found


BACK = against(observed="invented-seen")


@pytest.mark.parametrize(
    ("is_reported", "contradiction", "other"),
    [
        (True, against(), observation(BACK)),
        (True, against(source="invented-source"), observation(BACK)),
        (True, against(place="p"), observation(BACK)),
        (True, against("invented-other", "invented-source", "p"), observation(BACK)),
        (True, against("invented-other", place="p"), observation(BACK)),
        (True, against("invented-seen"), observation(BACK)),
        (True, against("invented-other"), observation()),
        (True, against("invented-other"), observation(against("invented-table-fails"))),
        (True, against("invented-other"), observation(BACK, behaviour="S1B-9001")),
        (False, against("invented-other"), observation(BACK)),
        (False, against("invented-other"), observation(against(source="a", place="p"), BACK, behaviour="S1B-9002")),
        (False, against("invented-nothing"), observation()),
        (False, against(source="invented-source", place="p"), observation()),
    ],
)
def test_contradiction_sides(is_reported: bool, contradiction: Contradiction, other: Observation) -> None:
    """Either a source with its place, or another observation that names this one and predicts something else."""
    seen = observation(contradiction, behaviour="S1B-9001")
    found = places(contradiction_sides, context_with(seen, _called(other, "invented-other")))
    assert ["observations/invented-seen.yaml:contradictions.0"] * is_reported == [
        place for place in found if "invented-seen" in place
    ]


def test_two_observations_without_a_behaviour() -> None:
    """What predicts nothing predicts nothing that excludes itself."""
    seen = observation(against("invented-other"))
    assert [] == places(contradiction_sides, context_with(seen, _called(observation(BACK), "invented-other")))


RULES: list[RuleModule] = [observation_behaviour, observed_behaviour, observation_services, contradiction_sides]


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.RULE.name)
def test_the_invented_observations(module: RuleModule) -> None:
    """The invented catalogue keeps the rules."""
    assert [] == places(module, context_with())


def _called(record: Observation, record_id: str) -> Observation:
    fields = {name: getattr(record, name) for name in record.__struct_fields__}
    return Observation(**(fields | {"id": record_id}))
