"""Assertions for other projects' tests: what came back is what the catalogue predicts."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from s1sr_validator.testing.assertions import assert_predicted, assert_request_valid, simulate
    from s1sr_validator.testing.message_source import MessageSource

__all__ = ["MessageSource", "assert_predicted", "assert_request_valid", "simulate"]

if not TYPE_CHECKING:
    # As in the package itself: the plugin is in every run of pytest, and most runs ask it for nothing.

    def __getattr__(name: str) -> object:
        """Import an exported name when it is first asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = "message_source" if name == "MessageSource" else "assertions"
        found = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
