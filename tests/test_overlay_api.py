"""Overlays as Python callers use them."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue, CatalogueError, UsageError
from s1sr_validator.bundle import write_snapshot
from tests.invented import LOG, MAKER_ONE, TINY, request_xml, tiny_copy
from tests.overlays import BEHAVIOUR, TINY_OVERLAY, overlay_copy

NAMES = ["invented-findings"]


def names(catalogue: Catalogue) -> list[str]:
    """Return the names of the overlays over a catalogue."""
    return [stamp.name for stamp in catalogue.stamp.overlays]


def test_every_way_to_give_one(tiny: Catalogue, tmp_path: Path) -> None:
    """A folder or several, as path or text, over a folder, a snapshot file or a catalogue at hand."""
    snapshot = tmp_path / "snapshot.json"
    write_snapshot(TINY, snapshot)
    for found in (
        Catalogue.load(TINY, overlays=[TINY_OVERLAY]),
        Catalogue.load(snapshot, overlays=(str(TINY_OVERLAY),)),
        Catalogue.load(TINY, overlays=TINY_OVERLAY),
        Catalogue.load(TINY, overlays=str(TINY_OVERLAY)),
        tiny.with_overlay(TINY_OVERLAY),
        tiny.with_overlay(str(TINY_OVERLAY)),
    ):
        assert NAMES == names(found)
        assert tiny.digest == found.digest
        assert (BEHAVIOUR,) == tuple(record.id for record in found.show(BEHAVIOUR))
    assert [] == names(tiny)


def test_the_bundled_catalogue_takes_one(tmp_path: Path) -> None:
    """An overlay that rests on itself alone goes over any catalogue."""
    overlay = overlay_copy(tmp_path)
    for name in ("behaviours", "matrix", "exceptions"):
        for path in sorted((overlay / name).rglob("*.yaml")):
            path.unlink()
    found = Catalogue.bundled(overlays=[overlay])
    assert NAMES == names(found)
    assert Catalogue.bundled().digest == found.digest


def test_the_catalogue_stays_as_it_is(tiny: Catalogue) -> None:
    """The catalogue under an overlay answers as before."""
    before, over, after = (
        catalogue.predict(request_xml(LOG), device=MAKER_ONE, as_of="2015-06-01")
        for catalogue in (tiny, tiny.with_overlay(TINY_OVERLAY), tiny)
    )
    assert before == after
    assert NAMES == [stamp.name for stamp in over.catalogue.overlays]
    assert () == tiny.show(BEHAVIOUR)


def test_history_and_lists_are_marked(tiny: Catalogue) -> None:
    """Moments carry the overlay that their record is from."""
    catalogue = tiny.with_overlay(TINY_OVERLAY)
    assert {"invented-findings"} == {moment.overlay for moment in catalogue.history(BEHAVIOUR)}
    assert {"", "invented-findings"} == {moment.overlay for moment in catalogue.history("S1B-9001")}
    assert {""} == {moment.overlay for moment in tiny.history("S1B-9001")}


def test_errors(tiny: Catalogue, tmp_path: Path) -> None:
    """Wrong use is one kind of error, an unsound overlay another; a catalogue with errors is told as before."""
    with pytest.raises(UsageError):
        tiny.with_overlay(tmp_path / "missing")
    overlay = overlay_copy(tmp_path)
    (overlay / "behaviours" / f"{BEHAVIOUR}.yaml").write_text("id: {")
    with pytest.raises(CatalogueError) as raised:
        tiny.with_overlay(overlay)
    assert ["CAT002"] == [found.code for found in raised.value.findings]
    folder = tiny_copy(tmp_path)
    (folder / "services" / "9.9.1.yaml").write_text("id: {")
    with pytest.raises(CatalogueError, match=f"^{folder} has "):
        Catalogue.load(folder, overlays=TINY_OVERLAY)
