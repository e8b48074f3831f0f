"""Marks of private overlays: on what comes from one, and under an answer that was given with some."""

from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.report.page import Ink, Page


def marked(text: str, overlay: str) -> str:
    """Return a text with the overlay that it comes from before it; as it is where it comes from none."""
    return f"overlay {overlay}: {text}" if overlay else text


def write_overlays(page: Page, stamp: CatalogueStamp) -> None:
    """Write a line for each overlay: name, own version if it has one, records, digest."""
    for overlay in stamp.overlays:
        version = f" {overlay.version}" if overlay.version else ""
        amount = f"{overlay.records} private record{'s' * (overlay.records != 1)}"
        page.line(f"overlay {overlay.name}{version}, {amount}, digest {overlay.digest[:12]}", ink=Ink.QUIET)
