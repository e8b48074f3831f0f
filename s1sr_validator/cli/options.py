"""Options that several commands take, with one wording each."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TextOrJson(StrEnum):
    """Formats of a command whose result is for people or for programs."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[TextOrJson, typer.Option("--format", "-f", help="Output format.")]
CatalogueFolder = Annotated[
    Path | None,
    typer.Option(
        "--catalogue",
        metavar="PATH",
        help="A catalogue folder or snapshot to use instead of the one that came along.",
    ),
]
SrvOfBody = Annotated[
    str, typer.Option("--srv", metavar="SRV", help="The SRV, where the file holds the body element alone.")
]
