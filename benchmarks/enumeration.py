"""Every Device Model x every service x states, for growing numbers of invented behaviours: is the growth linear?"""

from collections.abc import Iterator
from itertools import product

from benchmarks.invented import DAY, world
from benchmarks.row import Row, shown
from benchmarks.timing import seconds
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.prediction.decisions import Decisions

MODELS, FEW, MANY = 131, 500, 2000
GOAL = 1.0


def run() -> Iterator[Row]:
    """Measure time per behaviour, beside a quarter as many; at most 1 is linear or better."""
    few, many = (min(_enumerated(count) for _ in range(3)) for count in (FEW, MANY))
    yield Row(
        f"enumeration {MODELS} x 129 x 4 states, {MANY:,} behaviours",
        f"{shown(many)}",
        f"{FEW} behaviours {shown(few)}; times {MANY // FEW}",
        many / few / (MANY / FEW),
        GOAL,
    )


def _enumerated(behaviours: int) -> float:
    lookup = world(behaviours, MODELS, 1).catalogue.lookup
    states = [{"state.invented.one": one, "state.invented.two": two} for one, two in product((0, 9), (0, 9))]

    def decide_all() -> None:
        decisions = Decisions(lookup, DAY, Standing.PROPOSED)
        for device, srv, state in product(lookup.devices, lookup.services, states):
            decisions.decide(device, srv, state)

    return seconds(decide_all)
