"""A whole batch: messages in chunks to several processes, never more of them at once than there is work for."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from s1sr_validator.batch.chunk import Packed
from s1sr_validator.batch.parts import Done, Parts
from s1sr_validator.batch.predicting import Predictor, Question, load_catalogue
from s1sr_validator.model.errors import UsageError

CHUNK = 4000
"""Messages of a chunk: some 4 MB, and a few tenths of a second of work; each waits for the disk once."""

Watch = Callable[[Done], None]
_own: list[tuple[Predictor, Parts]] = []
"""The predictor of this process and where its output goes, where it is one of a pool."""


def run_batch(chunks: Iterator[Packed], question: Question, parts: Parts, *, jobs: int, watch: Watch) -> Done:
    """Predict every message and put the output together.

    Args:
        chunks: the messages, always cut in the same way: a run that is taken up passes over those that are done.
        question: what is asked about them.
        parts: where the output goes; it has begun.
        jobs: the processes; with 1 the work is done in this one.
        watch: called with the sum so far after each chunk.

    Returns:
        What came of all of them.

    Raises:
        UsageError: a process was ended from outside.
    """
    total = Done()
    results = _in_this_process if jobs == 1 else _in_processes

    def numbers() -> Iterator[int]:
        nonlocal total
        for number, done in enumerate(results(chunks, question, parts, jobs)):
            total = total.plus(done)
            watch(total)
            yield number

    # What is done is put together while the next chunks are worked on.
    parts.put_together(numbers())
    return total


def _in_this_process(chunks: Iterator[Packed], question: Question, parts: Parts, _jobs: int) -> Iterator[Done]:
    predictor = Predictor(load_catalogue(question), question)
    for number, chunk in enumerate(chunks):
        yield parts.done(number) or parts.write(number, predictor.predict(chunk.open()))


def _in_processes(chunks: Iterator[Packed], question: Question, parts: Parts, jobs: int) -> Iterator[Done]:
    # Spawned, not forked: libraries that this process has loaded have threads.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(question, parts))
    try:
        waiting: deque[Done | Future[Done]] = deque()
        for number, chunk in enumerate(chunks):
            waiting.append(parts.done(number) or pool.submit(_predict, number, chunk))
            # One for each process, and two more, so that none waits while this one reads or writes.
            if len(waiting) > jobs + 1:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())
    except BrokenProcessPool:
        tip = "perhaps there was no memory left: --jobs 1 takes the least, and --resume goes on with what is done"
        raise UsageError("a process of the batch was ended from outside", tip=tip) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _result(found: Done | Future[Done]) -> Done:
    return found if isinstance(found, Done) else found.result()


def _start(question: Question, parts: Parts) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _own[:] = [(Predictor(load_catalogue(question), question), parts)]


def _end_with_parent() -> None:
    """End this process when the one that started it has ended: nobody would give it work, or end it."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _predict(number: int, chunk: Packed) -> Done:
    predictor, parts = _own[0]
    return parts.write(number, predictor.predict(chunk.open()))
