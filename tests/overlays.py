"""Builders of invented overlays: nothing here is a real Device, service or clause."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from s1sr_validator import Catalogue
from s1sr_validator.index.overlay import Overlay, with_overlays
from s1sr_validator.index.snapshot import Origin
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.prediction import OverlayStamp

TINY_OVERLAY = Path(__file__).parent / "tiny_overlay"
BEHAVIOUR, STATE = "X-INVENTED-0001", "x_invented.warm"


def overlay_copy(folder: Path) -> Path:
    """Copy the invented overlay to where a test may change it, and return the copy."""
    return Path(shutil.copytree(TINY_OVERLAY, folder / "copied"))


def write_overlay(folder: Path, files: Mapping[str, str | None]) -> Path:
    """Write files into an overlay folder, and return it.

    Args:
        folder: where; made if it is not there.
        files: the text of each file by its path; None takes the invented overlay's own file, if it has it.
    """
    for name, text in files.items():
        path = folder / name
        own = TINY_OVERLAY / name
        if text is None and (name == "overlay.yaml" or not own.is_file()):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(own.read_text("utf-8") if text is None else text, "utf-8")
    return folder


def source(record_id: str, **fields: str) -> str:
    """Return the text of a private source."""
    usual = {"title": "Invented runs", "publisher": "Nobody", "obtained": "private"} | fields
    return "".join(f"{name}: {value}\n" for name, value in {"id": record_id, **usual}.items())


def overlaid(
    catalogue: Catalogue, behaviours: Sequence[Behaviour] = (), rows: Sequence[MatrixRow] = (), *, name: str = "own"
) -> Catalogue:
    """Return the catalogue with behaviours and rows over it that are an overlay's."""
    origins = {
        f"{folder}/{record.id}": Origin(f"{name}/{folder}/{record.id}.yaml", 1, name)
        for folder, records in (("behaviours", behaviours), ("matrix", rows))
        for record in records
    }
    overlay = Overlay(
        stamp=OverlayStamp(name=name, version="", digest=name * 8, records=len(origins)),
        records=Records(behaviours=tuple(behaviours), matrix=tuple(rows)),
        origins=origins,
    )
    return Catalogue(with_overlays(catalogue.snapshot, [overlay]))
