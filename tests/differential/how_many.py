"""How much the differential tests compare: a sample in every run, everything with S1SR_DIFFERENTIAL=all."""

import os

EVERYTHING = os.environ.get("S1SR_DIFFERENTIAL") == "all"


def how_many(sampled: int, everything: int) -> int:
    """Return how many cases to compare in this run."""
    return everything if EVERYTHING else sampled
