"""Work counted instead of timed: the same on every machine, however busy it is."""

import gc
import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called, those in C too; what is made once has to be made before."""
    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    # The collector calls what other libraries have asked it to, at times of its own.
    gc.disable()
    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


def blocks(work: Callable[[], object]) -> int:
    """Return how many blocks of memory the result of some work holds."""
    gc.collect()
    before = sys.getallocatedblocks()
    held = work()
    gc.collect()
    found = sys.getallocatedblocks() - before
    del held
    return found
