"""Ids of messages and Devices."""

import pytest

from s1sr_validator.model.message_id import MessageId, is_eui, read_message_id

USER, METER = "90-B3-D5-1F-30-00-00-02", "00-00-00-00-00-00-00-0A"


@pytest.mark.parametrize("counter", [0, 1, 10, 2**63, 2**64 - 1])
def test_an_id(counter: int) -> None:
    """An id has an originator, a target and a counter of 64 bits."""
    assert MessageId(USER, METER, counter) == read_message_id(f"{USER}:{METER}:{counter}")


def test_case_makes_no_difference() -> None:
    """Hex digits may be of either case: both spellings are the same id."""
    assert read_message_id(f"{USER}:{METER}:1") == read_message_id(f"{USER}:{METER}:1".lower())


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{USER}:{METER}",
        f"{USER}:{METER}:",
        f"{USER}:{METER}:01",
        f"{USER}:{METER}:-1",
        f"{USER}:{METER}:{2**64}",
        f"{USER}:{METER}:\u0663",
        f"{USER}:{METER}:1\n",
        f"{USER}{METER}:1",
    ],
)
def test_no_id(text: str) -> None:
    """What is not EUI:EUI:counter is no id."""
    assert read_message_id(text) is None


@pytest.mark.parametrize(("expected", "text"), [(True, USER), (True, USER.lower()), (False, USER[:-1]), (False, "")])
def test_eui(expected: bool, text: str) -> None:
    """An EUI-64 is eight groups of two hex digits of either case."""
    assert expected is is_eui(text)
