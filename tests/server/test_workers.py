"""Threads for work, the queue before them, and polls that are sent home."""

import asyncio
import threading

import pytest

from s1sr_validator.server.mailbox import Mailbox
from s1sr_validator.server.problems import RefusedError
from s1sr_validator.server.settings import Limits
from s1sr_validator.server.workers import Workers


def test_more_than_can_wait_is_put_off() -> None:
    """One works, one waits, the third is told to try again; afterwards there is room."""

    async def use() -> None:
        workers, go_on = Workers(Limits(workers=1, waiting_jobs=1)), threading.Event()
        jobs = [asyncio.create_task(workers.run(go_on.wait)) for _job in range(2)]
        await asyncio.sleep(0)
        assert 2 == workers.jobs
        with pytest.raises(RefusedError) as refused:
            await workers.run(go_on.wait)
        assert ("1", 503) == ((refused.value.headers or {})["Retry-After"], refused.value.status)
        go_on.set()
        assert [True, True] == await asyncio.gather(*jobs)
        assert 3 == await workers.run(lambda: 3)
        workers.close()

    asyncio.run(use())


def test_a_closed_mailbox_lets_nobody_wait() -> None:
    """Who waits is woken, and who comes does not wait."""

    async def use() -> None:
        mailbox, loop = Mailbox(Limits()), asyncio.get_running_loop()
        waiting = asyncio.create_task(mailbox.changed(loop.time() + 60))
        await asyncio.sleep(0)
        mailbox.close()
        assert await waiting
        assert not await mailbox.changed(loop.time() + 60)

    asyncio.run(use())
