"""Messages of the stand-in that wait to be fetched: in order, by request and by User, within bounds."""

import asyncio
from collections import OrderedDict
from itertools import count

import msgspec

from s1sr_validator.server.settings import Limits


class Letter(msgspec.Struct, kw_only=True):
    """A message for a User: its number, the request that it answers, its text, and its place among those to be seen.

    `place` is 0 until the message may be seen. Delays differ, so places come in another order than numbers; who reads
    on from a place misses nothing.
    """

    number: int
    request_id: str
    user: str
    xml: bytes
    place: int = 0


class Mailbox:
    """Keeps messages until newer ones need the room. Only the event loop's thread touches it."""

    def __init__(self, limits: Limits) -> None:
        """Start empty."""
        self.limits = limits
        self.dropped = 0
        self._bytes = 0
        self._numbers = count(1)
        self._places = count(1)
        self._letters: OrderedDict[int, Letter] = OrderedDict()
        self._seen: dict[str, dict[int, Letter]] = {}
        self._newest: dict[str, int] = {}
        self._changed = asyncio.Event()
        self._is_closed = False

    def __len__(self) -> int:
        """Return how many messages are kept."""
        return len(self._letters)

    def put(self, request_id: str, user: str, xml: bytes) -> Letter:
        """Keep a message that may not be seen yet; the oldest ones make room for it."""
        letter = Letter(number=next(self._numbers), request_id=request_id, user=user, xml=xml)
        self._letters[letter.number] = letter
        self._newest[request_id] = letter.number
        self._bytes += len(xml)
        while len(self._letters) > self.limits.held_messages or self._bytes > self.limits.held_bytes:
            self._drop_oldest()
        return letter

    def release(self, letter: Letter) -> None:
        """Let a message be seen, and wake whoever waits for one."""
        letter.place = next(self._places)
        if letter.number in self._letters:
            self._seen.setdefault(letter.user, {})[letter.place] = letter
        self._wake()

    def newest_of(self, request_id: str) -> int:
        """Return the number of the newest message for a request, 0 where there is none."""
        return self._newest.get(request_id, 0)

    def numbered(self, number: int) -> Letter | None:
        """Return a message by its number if it is kept."""
        return self._letters.get(number)

    def first_from(self, user: str, place: int) -> Letter | None:
        """Return a User's first message that may be seen, from a place on."""
        found = None
        for letter in reversed(self._seen.get(user, {}).values()):  # who polls has mostly seen all but the last
            if letter.place < place:
                break
            found = letter
        return found

    def close(self) -> None:
        """Send everybody home who waits."""
        self._is_closed = True
        self._wake()

    async def changed(self, deadline: float) -> bool:
        """Wait until a message can be seen that could not before; False where none came in time."""
        if self._is_closed:
            return False
        try:
            async with asyncio.timeout_at(deadline):
                await self._changed.wait()
        except TimeoutError:
            return False
        return True

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _drop_oldest(self) -> None:
        _number, oldest = self._letters.popitem(last=False)
        self._bytes -= len(oldest.xml)
        seen = self._seen.get(oldest.user, {})
        seen.pop(oldest.place, None)
        if not seen:
            self._seen.pop(oldest.user, None)
        self.dropped += 1
        if self._newest.get(oldest.request_id) == oldest.number:
            del self._newest[oldest.request_id]
