"""Overlays that borrow authority, and entries of other models beside those that the catalogue has."""

import datetime as dt
from pathlib import Path

from s1sr_validator import Catalogue
from s1sr_validator.lint.overlays import lint_overlays
from s1sr_validator.load.overlay_files import load_overlays
from tests.overlays import BEHAVIOUR, overlay_copy

AS_OF = dt.date(2026, 1, 31)


def codes_of(tiny: Catalogue, overlay: Path) -> dict[str, list[str]]:
    """Return the messages of the rules about overlays, by code."""
    found: dict[str, list[str]] = {}
    for finding in lint_overlays(tiny.snapshot, load_overlays([overlay], tiny.snapshot.records), as_of=AS_OF).findings:
        found.setdefault(finding.code, []).append(finding.message)
    return found


def test_a_published_clause_is_not_borrowed(tiny: Catalogue, tmp_path: Path) -> None:
    """A private behaviour that names a published clause would be quoted as that clause."""
    overlay = overlay_copy(tmp_path)
    path = overlay / f"behaviours/{BEHAVIOUR}.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("services:", "clause: INVENTED/9.1\nservices:", 1), "utf-8")
    assert ["clause INVENTED/9.1 does not say this; the overlay does"] == codes_of(tiny, overlay).get("OVL005")


def test_other_models_beside_known_ones(tiny: Catalogue, tmp_path: Path) -> None:
    """An entry that the catalogue has already is reported; one that it does not have is not."""
    known, new = "ESME/FFF0/0009/0101/00000009", "ESME/FFF1/0009/0101/000000EE"
    assert known in {model.key for group in tiny.snapshot.records.other_models for model in group.models}
    overlay = overlay_copy(tmp_path)
    (overlay / "other_models").mkdir()
    models = "".join(
        f'  - {{entry: "99001{number}", key: {key}, specification: SMETS V2.0, status: current}}\n'
        for number, key in enumerate((known, new))
    )
    (overlay / "other_models" / "FFF1.yaml").write_text(
        f"id: FFF1\nmodels:\n{models}citations:\n  - {{source: x-invented-tests, place: row 9}}\n", "utf-8"
    )
    assert [f"the catalogue knows {known} already"] == codes_of(tiny, overlay)["OVL001"]
