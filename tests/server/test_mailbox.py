"""Messages that wait: in order, within bounds."""

import pytest

from s1sr_validator.server.mailbox import Mailbox
from s1sr_validator.server.settings import Limits


def mailbox(messages: int = 10, size: int = 1000) -> Mailbox:
    """Return an empty mailbox with these bounds."""
    return Mailbox(Limits(held_messages=messages, held_bytes=size))


def test_a_message_is_seen_once_it_is_released() -> None:
    """Not before."""
    box = mailbox()
    letter = box.put("r", "u", b"x")
    assert None is box.first_from("u", 0)
    box.release(letter)
    assert letter is box.first_from("u", 0)
    assert None is box.first_from("other", 0)


def test_who_reads_on_misses_nothing() -> None:
    """A message that was delayed comes after those that were seen before it."""
    box = mailbox()
    slow, quick = box.put("1", "u", b"slow"), box.put("2", "u", b"quick")
    box.release(quick)
    first = box.first_from("u", 0)
    assert first is quick
    box.release(slow)
    assert slow is box.first_from("u", first.place + 1)


@pytest.mark.parametrize(("kept", "messages", "size"), [(3, 3, 1000), (2, 10, 20), (0, 10, 5)])
def test_the_oldest_go_first(kept: int, messages: int, size: int) -> None:
    """Bounds of number and of bytes; what was dropped is counted, and is not found."""
    box = mailbox(messages, size)
    letters = [box.put(f"r{number}", "u", b"x" * 10) for number in range(5)]
    for letter in letters:
        box.release(letter)
    assert (kept, 5 - kept) == (len(box), box.dropped)
    found = [letter for letter in letters if box.numbered(letter.number)]
    assert letters[5 - kept :] == found
    assert [bool(letter in found) for letter in letters] == [bool(box.newest_of(f"r{n}")) for n in range(5)]
    assert (found[0] if found else None) is box.first_from("u", 0)


def test_the_same_request_twice() -> None:
    """The newest counts; that an older one is dropped does not matter to it."""
    box = mailbox(messages=1)
    box.put("r", "u", b"1")
    second = box.put("r", "u", b"2")
    assert second.number == box.newest_of("r")
    assert 1 == box.dropped
