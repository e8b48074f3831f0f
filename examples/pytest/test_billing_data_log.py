"""What our code sends to an Itron ESME, and what comes back: run with pytest in this folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

REQUEST = Path(__file__).parent.parent / "request_4.4.2.xml"

# Said once for all tests below; each assertion may name something else.
pytestmark = pytest.mark.s1sr(device="ESME/1028/5678/0201/03465317", role="IS")


@pytest.fixture
def send(s1sr_simulate: Callable[..., str]) -> Callable[..., str]:
    """Stand in for a meter; put your own client here, which sends the request and returns what came back."""
    return s1sr_simulate


def test_the_request_is_valid(assert_request_valid: Callable[..., object]) -> None:
    """Nothing is wrong with the request, by its schema and beyond it."""
    assert_request_valid(REQUEST)


def test_an_empty_log_fails_as_clause_18_17p_says(
    assert_predicted: Callable[..., object], send: Callable[..., str]
) -> None:
    """With nothing to read the S1SP raises S1CE2003, where GBCS would have an empty log."""
    empty = {"billing_log.entries_in_period": 0}
    assert_predicted(REQUEST, send(REQUEST, state=empty), state=empty)


def test_a_filled_log_is_read(assert_predicted: Callable[..., object], send: Callable[..., str]) -> None:
    """With entries to read, the Device answers as GBCS says."""
    assert_predicted(REQUEST, send(REQUEST, state={"billing_log.entries_in_period": 2}))
