"""Messages on their way: let seen after the Device's delay, and pushed to where they were asked for."""

import asyncio

import h11

from s1sr_validator.server.callback import Address, permitted_ip, push
from s1sr_validator.server.mailbox import Letter, Mailbox
from s1sr_validator.server.problems import RefusedError
from s1sr_validator.server.settings import Settings


class Deliveries:
    """Background tasks of the stand-in. What cannot be pushed stays in the mailbox, for polling."""

    def __init__(self, settings: Settings, mailbox: Mailbox) -> None:
        """Start with no task."""
        self.settings = settings
        self.mailbox = mailbox
        self.pushed = 0
        self.failed = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(settings.limits.callbacks_at_once)

    def __len__(self) -> int:
        """Return how many messages are on their way."""
        return len(self._tasks)

    def send(self, letter: Letter, delay: float, address: Address | None) -> None:
        """Let a message be seen after a delay in seconds, and push it to an address if there is one."""
        if not delay and address is None:
            self.mailbox.release(letter)
            return
        task = asyncio.create_task(self._send(letter, delay, address))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Give up what is on its way."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _send(self, letter: Letter, delay: float, address: Address | None) -> None:
        await asyncio.sleep(delay)
        self.mailbox.release(letter)
        if address is None:
            return
        for pause in (0.0, *self.settings.limits.retry_seconds):
            await asyncio.sleep(pause)
            async with self._slots:
                if await self._pushed(letter, address):
                    self.pushed += 1
                    return
        self.failed += 1

    async def _pushed(self, letter: Letter, address: Address) -> bool:
        try:
            async with asyncio.timeout(self.settings.limits.callback_seconds):
                ip = await permitted_ip(address, self.settings.callback_hosts)
                return await push(address, ip, letter.xml)
        except (OSError, TimeoutError, RefusedError, h11.ProtocolError):
            return False
