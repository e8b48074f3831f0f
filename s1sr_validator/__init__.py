"""What a SMETS1 Device does where it is not what GBCS says: knowledge base, prediction and checks."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.model.errors import CatalogueError, InputError, S1srError, UsageError

__all__ = ["Catalogue", "CatalogueError", "InputError", "S1srError", "UsageError"]

_ERRORS = "s1sr_validator.model.errors"
_HOMES = {"Catalogue": "s1sr_validator.catalogue", **dict.fromkeys(__all__[1:], _ERRORS)}

if not TYPE_CHECKING:
    # Type checkers must see that a name does not exist, so this is not for them.

    def __getattr__(name: str) -> object:
        """Import an exported name when it is first asked for: help and an idle pytest plugin need none of them."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(_HOMES[name]), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
