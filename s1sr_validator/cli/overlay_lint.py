"""Lint of private overlays, over a catalogue folder, a snapshot, or the catalogue that came along."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from s1sr_validator.model.project import Selection

if TYPE_CHECKING:
    from s1sr_validator.lint.engine import LintResult
    from s1sr_validator.model.prediction import CatalogueStamp


def linted_overlays(
    catalogue: Path | None, overlays: Sequence[Path], *, as_of: dt.date, selection: Selection
) -> "tuple[LintResult, CatalogueStamp]":
    """Return what lint says of the overlays, and which catalogue they were put over.

    Args:
        catalogue: the catalogue folder or snapshot; None takes the one that came along.
        overlays: the overlays' folders.
        as_of: the day by which exceptions expire.
        selection: which rules to ask.
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.lint.overlays import lint_overlays
    from s1sr_validator.load.overlay_files import load_overlays

    below = catalogue_at(catalogue).snapshot
    loaded = load_overlays(overlays, below.records)
    return lint_overlays(below, loaded, as_of=as_of, selection=selection), below.stamp
