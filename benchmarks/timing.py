"""Times taken side by side: every contender runs once in each slice, so that a busy machine slows all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping

from benchmarks.row import Spread

Clock = Callable[[], float]


def seconds(run: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """Return the time of one run, by the wall unless another clock is given."""
    start = clock()
    run()
    return clock() - start


def side_by_side(
    runs: Mapping[str, Callable[[], object]], slices: int, clock: Clock = time.perf_counter
) -> dict[str, list[float]]:
    """Run every contender once in each slice, in turns, after one run that does not count.

    `time.process_time` is the clock for work in this process alone, on which other processes have the least influence.
    """
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(slices):
        for name, run in runs.items():
            taken[name].append(seconds(run, clock))
    return taken


def ratio(taken: Mapping[str, list[float]], ours: str, peer: str) -> Spread:
    """Return the median, least and greatest over the slices of our time divided by the peer's of the same slice."""
    return Spread.of([one / other for one, other in zip(taken[ours], taken[peer], strict=True)])


def median(taken: Mapping[str, list[float]], name: str) -> float:
    """Return a contender's median time."""
    return statistics.median(taken[name])
