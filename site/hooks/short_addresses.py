"""Puts the pages of site/short at the root of the site: /4.4.2 and not /short/4.4.2."""  # noqa: INP001 - MkDocs loads it by its path

from typing import Any

FOLDER = "short/"


def on_files(files: Any, config: Any) -> Any:  # noqa: ANN401, ARG001 - types and names are MkDocs's
    """Give each of the pages the address without the folder."""
    for file in files:
        if file.src_uri.startswith(FOLDER):
            file.dest_uri = file.src_uri.removeprefix(FOLDER)
    return files
