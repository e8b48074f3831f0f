"""Requests to measure with: the official templates where they are at hand, and messages made distinct."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_COUNTER = re.compile(rb":[0-9]+<")
ROOT = Path(__file__).parents[1]


def reference_data() -> Path | None:
    """Return the folder of the official schemas and templates, or None where it is not at hand."""
    folder = Path(os.environ.get("S1SR_REFERENCE_DATA") or ROOT.parent / "shared").resolve()
    return folder if folder.is_dir() else None


def official() -> list[bytes]:
    """Return the official templates of requests; none without the reference data."""
    folder = reference_data()
    return [file.read_bytes() for file in sorted((folder / "duis-templates").glob("*.XML"))] if folder else []


def distinct(messages: Iterable[bytes], number: int) -> Iterator[bytes]:
    """Yield the messages with a RequestID and spaces in the body of their own: no two calls give equal ones."""
    for place, message in enumerate(messages):
        known = _COUNTER.sub(b":%d%05d<" % (number + 1, place), message, count=1)
        yield known.replace(b"Body>", b"Body>" + b" " * (number % 40), 1)
