"""Lint of private overlays: every rule is asked of the whole, and what is new because of the overlay is reported."""

import datetime as dt
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.overlay_rules import OVERLAY_RULES
from s1sr_validator.index.snapshot import from_bytes, to_bytes
from s1sr_validator.lint.engine import LintResult, lint
from s1sr_validator.lint.overlays import lint_overlays
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.overlay_files import load_overlays
from tests.invented import edit, tiny_copy
from tests.overlays import BEHAVIOUR, TINY_OVERLAY, overlay_copy

AS_OF = dt.date(2026, 1, 31)


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A copy of the invented overlay."""
    return overlay_copy(tmp_path)


def linted(catalogue: Catalogue, *folders: Path) -> LintResult:
    """Lint overlays over a catalogue."""
    return lint_overlays(catalogue.snapshot, load_overlays(folders, catalogue.snapshot.records), as_of=AS_OF)


def places(result: LintResult) -> list[tuple[str, str]]:
    """Return the code of each finding and the last part of its file."""
    return [(found.code, Path(found.location.file).name) for found in result.findings]


def test_a_sound_overlay(tiny: Catalogue) -> None:
    """The invented overlay breaks no rule; its own records are counted, and the rules about overlays were asked."""
    result = linted(tiny, TINY_OVERLAY)
    assert () == result.findings
    assert 8 == result.records_checked
    assert () == result.rules_skipped
    assert {rule.code for rule in OVERLAY_RULES} < set(result.rules_run)


def test_a_compiled_catalogue_will_do(tiny: Catalogue) -> None:
    """No folder of the catalogue is needed: an installation without one checks overlays too."""
    assert () == linted(Catalogue(from_bytes(to_bytes(tiny.snapshot))), TINY_OVERLAY).findings


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (f"behaviours/{BEHAVIOUR}.yaml", "more_than: 0", "more_than: 1", [("CAT147", f"{BEHAVIOUR}.yaml")]),
        ("sources/x-invented-tests.yaml", "date: 2014-06", "date: 2013-06", [("CAT122", f"{BEHAVIOUR}.yaml")]),
        ("matrix/x-invented/gas.yaml", "[S1B-9001]", "[S1B-9009]", [("CAT101", "gas.yaml")]),
        ("matrix/x-invented/gas.yaml", "edition: X-INVENTED/1", "edition: INVENTED/1.0", [("OVL005", "gas.yaml")]),
        ("exceptions/x-invented-no-report.yaml", "CAT176", "CAT150", [("CAT176", f"{BEHAVIOUR}.yaml")]),
        ("overlay.yaml", "name:", "nmae:", [("CAT007", "overlay.yaml")]),
    ],
)
def test_findings_of_every_kind(
    file: str, old: str, new: str, expected: list[tuple[str, str]], tiny: Catalogue, overlay: Path
) -> None:
    """Rules of reading, of meaning, about cases, about overlays, and exceptions: each speaks of the overlay's file."""
    edit(overlay, file, old, new)
    result = linted(tiny, overlay)
    assert set(expected) <= set(places(result))
    assert all(overlay.as_posix() in found.location.file for found in result.findings)


def test_a_clash_with_the_catalogue(tiny: Catalogue, overlay: Path) -> None:
    """A finding that contradicts a claim of the catalogue is an overlap, reported at the overlay's record."""
    edit(overlay, "matrix/x-invented/maker-one.yaml", '["FFF0"]', '["FFF1"]')
    edit(
        overlay, f"behaviours/{BEHAVIOUR}.yaml", "outcome: failure\n", "outcome: failure\n  alerts: [{code: S1X9001}]\n"
    )
    assert ("CAT148", f"{BEHAVIOUR}.yaml") in places(linted(tiny, overlay))


def test_a_clash_between_records_of_the_catalogue(tiny: Catalogue, overlay: Path) -> None:
    """A row that brings two published behaviours together is reported, although at a published record."""
    edit(overlay, "matrix/x-invented/gas.yaml", "[GSME]", "[ESME]\n    manufacturer: [FFF1]")
    found = [each for each in linted(tiny, overlay).findings if each.code == "CAT148"]
    assert ["S1B-9003.yaml"] == [Path(each.location.file).name for each in found]
    assert "S1B-9001 and S1B-9003 both apply" in found[0].message


def test_the_catalogues_own_findings_are_not_reported(overlay: Path, tmp_path: Path) -> None:
    """What is wrong without the overlay is left to the catalogue, and so is an exception that it makes needless."""
    folder = tiny_copy(tmp_path)
    edit(folder, "behaviours/S1B-9004.yaml", "clause: INVENTED/9.1\n", "")
    row = overlay / "matrix/x-invented/gas.yaml"
    row.write_text(row.read_text("utf-8") + "  - {source: invented-uncited-paper, place: page 1}\n", "utf-8")
    assert () == linted(Catalogue.load(folder), overlay).findings


def test_a_record_that_stands_below(tiny: Catalogue, overlay: Path, tmp_path: Path) -> None:
    """It is reported once, as what it is, and left out of everything else."""
    (overlay / "services").mkdir()
    (overlay / "services/9.9.1.yaml").write_bytes((tiny_copy(tmp_path) / "services/9.9.1.yaml").read_bytes())
    assert [("OVL001", "9.9.1.yaml")] == places(linted(tiny, overlay))


def test_a_file_that_cannot_be_read(tiny: Catalogue, overlay: Path) -> None:
    """It is reported, what names it is not, and the rules that need every record are skipped."""
    (overlay / "states/x_invented.warm.yaml").write_text("id: [")
    (overlay / f"behaviours/{BEHAVIOUR}.yaml").write_text("id: {")
    result = linted(tiny, overlay)
    assert [("CAT002", f"{BEHAVIOUR}.yaml"), ("CAT002", "x_invented.warm.yaml")] == places(result)
    assert "CAT148" in result.rules_skipped


def test_an_overlay_may_coin_private_ids(tiny: Catalogue, tmp_path: Path) -> None:
    """The same record is a finding in the catalogue and none in an overlay."""
    folder = tiny_copy(tmp_path)
    name = "sources/x-invented-tests.yaml"
    (folder / name).write_bytes((TINY_OVERLAY / name).read_bytes())
    found = [each for each in lint(load_catalogue(folder), as_of=AS_OF).findings if each.code == "CAT109"]
    assert ["id", "obtained"] == [each.location.path for each in found]
    assert "CAT109" not in {each.code for each in linted(tiny, TINY_OVERLAY).findings}
