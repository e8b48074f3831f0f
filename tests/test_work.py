"""The work that a request takes, counted in calls: it does not creep up unseen, and no clock is needed to see it.

When a bound is exceeded, something is done for each message that was not done before. The failure shows what is called:
do it once for all messages (inquiry.py, routine.py), or not at all. Raise a bound only with a reason, and with the
figures of `python -m benchmarks predict_requests check_requests` before and after.
"""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.message import Message
from tests.invented import MAKER_ONE, TINY
from tests.test_routine import DAY, TEXTS, USUAL, sent


def calls(work: Callable[[], object]) -> Counter[str]:
    """Return how often each function was called, those of Python and those written in C."""
    found: Counter[str] = Counter()

    def note(frame: FrameType, event: str, called: object) -> None:
        if event == "call":
            found[f"{frame.f_code.co_filename}:{frame.f_code.co_qualname}"] += 1
        elif event == "c_call":
            found[getattr(called, "__qualname__", str(called))] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return found


def numbered(text: str, number: int) -> bytes:
    """Return a request with a RequestID of its own, so that nothing can be known of it."""
    return text.replace(":1<", f":{number}<").encode()


CATALOGUE = Catalogue.load(TINY)
LATER = sent(
    {**USUAL, "ReadLogPeriod": {"StartDateTime": "2018-01-01T00:00:00Z", "EndDateTime": "2017-02-01T00:00:00Z"}}
)


@pytest.mark.parametrize(
    ("text", "findings", "most"),
    [
        (TEXTS[0], False, 60),
        (TEXTS[1], False, 54),
        (TEXTS[2], False, 33),
        (TEXTS[2], True, 35),
        (TEXTS[0], True, 175),
        (LATER, True, 195),
    ],
    ids=["log", "period", "register", "register, checked", "log, checked", "log with a finding, checked"],
)
def test_calls_for_a_new_message(text: str, most: int, *, findings: bool) -> None:
    """A message that is new, after others of its kind, takes no more calls than this."""
    for number in range(2, 5):
        CATALOGUE.predict(numbered(text, number), device=MAKER_ONE, as_of=DAY, findings=findings)
    message = numbered(text, 5)
    found = calls(lambda: CATALOGUE.predict(message, device=MAKER_ONE, as_of=DAY, findings=findings))
    assert found.total() <= most, found.most_common(20)


def test_a_glance_starts_no_parser() -> None:
    """Without findings, no tree is built where no condition about the service names a field of its body."""
    inquiry = CATALOGUE.inquiry(device=MAKER_ONE, as_of=DAY)
    first, second = (Message("request", numbered(TEXTS[2], number)) for number in (6, 7))
    inquiry.predict(first)
    found = calls(lambda: inquiry.predict(second))
    assert not [name for name in found if "fromstring" in name or "Parse" in name]
