"""A whole batch: messages in chunks to several processes, never more of them at once than there is work for."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from s1sr_validator.batch.item import Item
from s1sr_validator.batch.parts import Done, Parts
from s1sr_validator.batch.predicting import Predictor, Question

CHUNK = 2000
"""Messages of a chunk: some 5 MB, and a few tenths of a second of work."""

Watch = Callable[[Done], None]
_own: list[Predictor] = []
"""The predictor of this process, where it is one of a pool."""


def run_batch(
    items: Iterator[Item], question: Question, parts: Parts, *, jobs: int, watch: Watch, chunk: int = CHUNK
) -> Done:
    """Predict every message and put the output together.

    Args:
        items: the messages, always in the same order: a run that is taken up passes over those that are done.
        question: what is asked about them.
        parts: where the output goes; it has begun.
        jobs: the processes; with 1 the work is done in this one.
        watch: called with the sum so far after each chunk.
        chunk: messages of a chunk.

    Returns:
        What came of all of them.
    """
    total, count = Done(), 0
    results = _in_this_process if jobs == 1 else _in_processes
    for done in results(_chunks(items, chunk), question, parts, jobs):
        total, count = total.plus(done), count + 1
        watch(total)
    parts.put_together(count)
    return total


def _chunks(items: Iterator[Item], size: int) -> Iterator[Sequence[Item]]:
    while chunk := tuple(islice(items, size)):
        yield chunk


def _in_this_process(chunks: Iterator[Sequence[Item]], question: Question, parts: Parts, _jobs: int) -> Iterator[Done]:
    predictor = Predictor(question, parts)
    for number, chunk in enumerate(chunks):
        yield parts.done(number) or predictor.predict(number, chunk)


def _in_processes(chunks: Iterator[Sequence[Item]], question: Question, parts: Parts, jobs: int) -> Iterator[Done]:
    # Spawned, not forked: libraries that this process has loaded have threads.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(question, parts))
    try:
        waiting: deque[Future[Done]] = deque()
        for number, chunk in enumerate(chunks):
            done = parts.done(number)
            if done is not None:
                yield done
                continue
            waiting.append(pool.submit(_predict, number, chunk))
            if len(waiting) > jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _start(question: Question, parts: Parts) -> None:
    _own[:] = [Predictor(question, parts)]


def _predict(number: int, chunk: Sequence[Item]) -> Done:
    return _own[0].predict(number, chunk)
