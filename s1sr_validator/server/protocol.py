"""HTTP connections that cannot be held open for nothing: what uvicorn's own do, with two more clocks."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from s1sr_validator.server.settings import Limits


class PatientProtocol(H11Protocol):
    """Waits for the head of a request, and for a client that does not read its answer, but not for ever.

    Bodies have their own clock where they are read, and idle connections uvicorn's.
    """

    limits = Limits()

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - whatever uvicorn gives
        """Start with both clocks off."""
        super().__init__(*arguments, **named)
        self._head_clock: asyncio.TimerHandle | None = None
        self._write_clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        """Expect a head from now on."""
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop both clocks."""
        self._stop_head_clock()
        self._stop_write_clock()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; a head that is not whole yet does not get more time by coming in pieces."""
        super().data_received(data)
        # uvicorn declares a cycle, and has none before the first request.
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and not cycle.response_complete:
            self._stop_head_clock()
        else:
            self._expect_head()

    def pause_writing(self) -> None:
        """Expect that the client reads."""
        super().pause_writing()
        self._write_clock = self.loop.call_later(self.limits.write_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Be content: the client reads."""
        super().resume_writing()
        self._stop_write_clock()

    def _expect_head(self) -> None:
        if self._head_clock is None and not self.transport.is_closing():
            self._head_clock = self.loop.call_later(self.limits.head_seconds, self.transport.abort)

    def _stop_head_clock(self) -> None:
        if self._head_clock is not None:
            self._head_clock.cancel()
            self._head_clock = None

    def _stop_write_clock(self) -> None:
        if self._write_clock is not None:
            self._write_clock.cancel()
            self._write_clock = None


def protocol_with(limits: Limits) -> type[PatientProtocol]:
    """Return the protocol with these limits."""
    return type("LimitedProtocol", (PatientProtocol,), {"limits": limits})
