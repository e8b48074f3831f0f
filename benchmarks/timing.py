"""Times taken side by side: every contender runs once in each slice, so that a busy machine slows all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping


def seconds(run: Callable[[], object]) -> float:
    """Return the wall time of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def side_by_side(runs: Mapping[str, Callable[[], object]], slices: int) -> dict[str, list[float]]:
    """Run every contender once in each slice, in turns, after one run that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(slices):
        for name, run in runs.items():
            taken[name].append(seconds(run))
    return taken


def ratio(taken: Mapping[str, list[float]], ours: str, peer: str) -> float:
    """Return the median over the slices of our time divided by the peer's of the same slice."""
    return statistics.median(one / other for one, other in zip(taken[ours], taken[peer], strict=True))


def median(taken: Mapping[str, list[float]], name: str) -> float:
    """Return a contender's median time."""
    return statistics.median(taken[name])
