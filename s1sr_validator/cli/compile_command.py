"""`s1sr compile`: a catalogue folder to one snapshot file."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder


def compile_catalogue(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where to write the snapshot.")] = Path(
        "build/snapshot.json"
    ),
    catalogue: CatalogueFolder = None,
) -> int:
    """Compile the catalogue into one snapshot file.

    Example: s1sr compile --out build/snapshot.json
    """
    from s1sr_validator.bundle import folder_snapshot
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.index.snapshot import kind_counts, to_bytes
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.whole_files import replace_bytes

    snapshot = folder_snapshot(catalogue_folder(catalogue))
    data = to_bytes(snapshot)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(out, data)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}") from None
    counts = kind_counts(snapshot)
    sys.stdout.write(
        f"{out}: catalogue {snapshot.header.version}, {sum(counts.values())} records, "
        f"{len(data):,} bytes\ndigest {snapshot.digest}\n"
    )
    return 0
