"""From a request's bytes to a prediction, in this process, beside lxml that only parses them."""

from collections.abc import Iterator

from lxml import etree

from benchmarks.invented import DAY, REAL_DEVICE, requests
from benchmarks.messages import distinct, official
from benchmarks.row import Row, Skipped, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator import Catalogue

GOAL = 1.2
SLICES = 25


def run() -> Iterator[Row | Skipped]:
    """Measure invented and, where they are at hand, official requests; no message comes twice."""
    catalogue = Catalogue.bundled()
    yield from _measured(catalogue, "invented", requests(catalogue))
    templates = official()
    if templates:
        yield from _measured(catalogue, "official templates", templates)
        small = [message for message in templates if len(message) <= 2600]  # noqa: PLR2004 - as in earlier figures
        yield from _measured(catalogue, "official templates up to 2.6 kB", small)
    else:
        yield Skipped("predict, official templates", "no reference data (S1SR_REFERENCE_DATA)")


def _measured(catalogue: Catalogue, name: str, messages: list[bytes]) -> Iterator[Row]:
    def parse() -> None:
        for message in messages:
            etree.fromstring(message)

    rounds = iter([list(distinct(messages, number)) for number in range(SLICES + 1)])

    def predict_new() -> None:
        for message in next(rounds):
            catalogue.predict(message, device=REAL_DEVICE, as_of=DAY, findings=False)

    taken = side_by_side({"parse": parse, "predict": predict_new}, SLICES)
    count = len(messages)
    yield Row(
        f"predict, {count} {name}, each new",
        shown(median(taken, "predict") / count),
        f"lxml fromstring {shown(median(taken, 'parse') / count)}",
        ratio(taken, "predict", "parse"),
        GOAL,
    )
