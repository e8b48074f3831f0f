"""How a command says what it takes: as typer has it, but without typer, which takes longer to import than to predict.

A command whose time of start counts declares its parameters `Annotated[str, Option("--device", "-d", ...)]` with these.
"""

from typing import Any


class Option:
    """What stands after a name: `--device KEY`; a flag where the parameter is a bool."""

    def __init__(
        self,
        *names: str,
        metavar: str | None = None,
        help: str = "",  # noqa: A002 - typer's word for it
        show_default: bool = True,
    ) -> None:
        """Take the names, then what help says: of the value, of the option, and whether of the default."""
        self.names = names
        self.metavar = metavar
        self.help = help
        self.show_default = show_default


class Argument:
    """What stands by itself: a file, an id."""

    def __init__(self, *, metavar: str | None = None, help: str = "") -> None:  # noqa: A002 - as above
        """Take what help says."""
        self.metavar = metavar
        self.help = help


def declared_parameter(annotation: Any) -> Option | Argument | None:  # noqa: ANN401 - a type, or an Annotated one
    """Return what an annotation declares by this module; None where it does so by typer, or not at all."""
    declared = (each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, Option | Argument))
    return next(declared, None)
