"""Work that takes the processor, done beside the event loop: few at a time, and not too many in the queue."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from s1sr_validator.server.body import busy
from s1sr_validator.server.settings import Limits

Result = TypeVar("Result")


class Workers:
    """A bounded number of threads with a bounded queue."""

    def __init__(self, limits: Limits) -> None:
        """Start no thread before there is work."""
        self.pool = ThreadPoolExecutor(limits.workers, thread_name_prefix="s1sr")
        self.most = limits.workers + limits.waiting_jobs
        self.jobs = 0

    async def run(self, work: Callable[[], Result]) -> Result:
        """Do some work in a thread, and return what it gives.

        Raises:
            RefusedError: too much work is waiting.
        """
        if self.jobs >= self.most:
            raise busy()
        self.jobs += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.pool, work)
        finally:
            self.jobs -= 1

    def close(self) -> None:
        """Finish what is being done, and drop what waits."""
        self.pool.shutdown(wait=True, cancel_futures=True)
