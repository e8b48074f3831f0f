"""Options that several commands take, with one wording each."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from s1sr_validator.cli.declared import Option


class TextOrJson(StrEnum):
    """Formats of a command whose result is for people or for programs."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[TextOrJson, Option("--format", "-f", help="Output format.")]
CatalogueFolder = Annotated[
    Path | None,
    Option(
        "--catalogue",
        metavar="PATH",
        help="A catalogue folder or snapshot to use instead of the one that came along.",
    ),
]
OverlayFolders = Annotated[
    list[Path] | None,
    Option(
        "--overlay",
        metavar="DIR",
        help="A folder of private records to put over the catalogue, marked in every answer; repeatable.",
    ),
]
SrvOfBody = Annotated[str, Option("--srv", metavar="SRV", help="The SRV, where the file holds the body element alone.")]
State = Annotated[
    list[str] | None,
    Option(
        "--state",
        metavar="NAME=VALUE",
        help="What is known of the Device's state; repeatable. See: s1sr list states",
    ),
]
