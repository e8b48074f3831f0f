"""What a server was started with, and the bounds within which it works."""

import datetime as dt
from collections.abc import Callable

import msgspec

from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.model.lifecycle import Standing

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""What a Host header may say where only this machine is served; any other name was made to point here."""

MEGABYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The most that is taken of anything; seconds are those of a clock on the wall.

    `bytes_in_flight` are of all bodies that are being read or worked on. `held_messages` and `held_bytes` are what is
    kept for polling; the oldest message goes first. `retry_seconds` are the pauses between tries of a callback.
    """

    body_bytes: int = MAX_BYTES
    bytes_in_flight: int = 128 * MEGABYTE
    head_bytes: int = 32 * 1024
    head_seconds: float = 10
    body_seconds: float = 10
    write_seconds: float = 30
    idle_seconds: int = 5
    ending_seconds: int = 20
    connections: int = 4096
    workers: int = 2
    waiting_jobs: int = 4096
    poll_seconds: float = 30
    held_messages: int = 10_000
    held_bytes: int = 64 * MEGABYTE
    callbacks_at_once: int = 20
    callback_seconds: float = 10
    retry_seconds: tuple[float, ...] = (0.5, 1, 2)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a server behaves; `today` is asked for every request, and nothing else knows the date.

    `callback` is where messages are pushed to unless a request names another address; `callback_hosts` are the hosts
    that may be called beside this machine itself.
    """

    today: Callable[[], dt.date]
    host: str = "127.0.0.1"
    allow_remote: bool = False
    standing: str = Standing.PROPOSED.value
    seed: int = 0
    callback: str = ""
    callback_hosts: frozenset[str] = frozenset()
    limits: Limits = Limits()
