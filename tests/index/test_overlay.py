"""Overlays over a snapshot: records are added and marked, and what would change something below is refused."""

from pathlib import Path

import msgspec
import pytest

from s1sr_validator import Catalogue, CatalogueError, UsageError
from s1sr_validator.bundle import folder_snapshot, overlaid_snapshot
from s1sr_validator.index.overlay_checks import overlay_findings
from s1sr_validator.index.overlay_rules import BELOW, OVERLAY_RULES
from s1sr_validator.index.snapshot import Origin, from_bytes, kind_counts, to_bytes
from s1sr_validator.load.overlay_files import load_overlays
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.prediction import OverlayStamp
from s1sr_validator.model.private_ids import COINED, is_private
from s1sr_validator.model.rule import Rule
from s1sr_validator.snapshot_cache import cached_snapshot, content_key
from tests.invented import edit, tiny_copy
from tests.overlays import BEHAVIOUR, STATE, TINY_OVERLAY, overlay_copy, source, write_overlay

OVERLAY = "invented-findings"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A copy of the invented overlay."""
    return overlay_copy(tmp_path)


def findings(tiny: Catalogue, *folders: Path) -> list[Finding]:
    """Return what is wrong with overlays over the tiny catalogue."""
    return list(overlay_findings(load_overlays(folders, tiny.snapshot.records), tiny.snapshot))


def test_records_are_added(tiny: Catalogue) -> None:
    """The snapshot holds the overlay's records beside its own, with their places and mark."""
    merged = tiny.with_overlay(TINY_OVERLAY).snapshot
    before, after = kind_counts(tiny.snapshot), kind_counts(merged)
    grown = {name: after[name] - count for name, count in before.items() if after[name] != count}
    assert {
        "behaviours": 1,
        "matrix": 2,
        "documents": 1,
        "editions": 1,
        "sources": 1,
        "states": 1,
        "exceptions": 1,
    } == grown
    assert (
        Origin(f"{TINY_OVERLAY}/behaviours/{BEHAVIOUR}.yaml", 16, OVERLAY) == merged.origins[f"behaviours/{BEHAVIOUR}"]
    )
    assert "" == merged.origins["behaviours/S1B-9001"].overlay


def test_nothing_below_changes(tiny: Catalogue) -> None:
    """Every record and origin that was there is there, in the same order; header and digest are the catalogue's."""
    before = to_bytes(tiny.snapshot)
    merged = tiny.with_overlay(TINY_OVERLAY).snapshot
    for kind in KINDS:
        held = tiny.snapshot.records.of_kind(kind.folder)
        assert held == merged.records.of_kind(kind.folder)[: len(held)]
    assert tiny.snapshot.origins == {name: merged.origins[name] for name in tiny.snapshot.origins}
    assert (tiny.snapshot.header, tiny.digest) == (merged.header, merged.digest)
    assert before == to_bytes(tiny.snapshot)


def test_the_stamp(tiny: Catalogue) -> None:
    """A result names the overlay, its version, its own digest, and how many records it has."""
    merged = tiny.with_overlay(TINY_OVERLAY)
    (stamp,) = merged.stamp.overlays
    assert OverlayStamp(name=OVERLAY, version="1", digest=stamp.digest, records=8) == stamp
    assert stamp.digest not in {"", tiny.digest}
    assert () == tiny.stamp.overlays


def test_the_digest_is_over_the_records_alone(tiny: Catalogue, overlay: Path) -> None:
    """Place, name, comments and the order of keys are not in it; a value is."""
    digest = tiny.with_overlay(TINY_OVERLAY).stamp.overlays[0].digest
    edit(overlay, "overlay.yaml", "invented-findings", "another-name")
    edit(overlay, f"behaviours/{BEHAVIOUR}.yaml", 'services: ["9.9.2"]\n', "")
    edit(overlay, f"behaviours/{BEHAVIOUR}.yaml", "baseline:", '# a comment\nservices: ["9.9.2"]\nbaseline:')
    assert digest == tiny.with_overlay(overlay).stamp.overlays[0].digest
    edit(overlay, f"behaviours/{BEHAVIOUR}.yaml", "title: The invented register", "title: Another register")
    assert digest != tiny.with_overlay(overlay).stamp.overlays[0].digest


def test_the_order_of_overlays_makes_no_difference(tiny: Catalogue, tmp_path: Path) -> None:
    """Together in either order, or one over the other: the snapshot is the same, byte for byte."""
    other = write_overlay(tmp_path / "other", {"sources/x-other.yaml": source("x-other")})
    orders = [
        tiny.with_overlay(TINY_OVERLAY, other),
        tiny.with_overlay(other, TINY_OVERLAY),
    ]
    assert 1 == len({to_bytes(found.snapshot) for found in orders})
    names = [[stamp.name for stamp in found.stamp.overlays] for found in orders]
    assert [[OVERLAY, "other"]] * 2 == names
    chained = tiny.with_overlay(other).with_overlay(TINY_OVERLAY)
    assert orders[0].stamp == chained.stamp
    assert orders[0].snapshot.origins == chained.snapshot.origins


def test_a_merged_snapshot_survives_its_bytes(tiny: Catalogue) -> None:
    """Marks and stamps are in the bytes."""
    merged = tiny.with_overlay(TINY_OVERLAY).snapshot
    assert merged == from_bytes(to_bytes(merged))


def test_nothing_private_enters_the_cache(tmp_path: Path) -> None:
    """What is kept for the next run is the catalogue alone, under the same key as without an overlay."""
    folder, cache = tiny_copy(tmp_path), tmp_path / "cache"
    key = content_key(folder)
    merged = overlaid_snapshot(cached_snapshot(folder, cache, folder_snapshot, 0), [TINY_OVERLAY])
    overlaid_snapshot(cached_snapshot(folder, cache, folder_snapshot, 0), [TINY_OVERLAY])
    assert f"behaviours/{BEHAVIOUR}" in merged.origins
    assert [f"snapshot-{key}.json"] == [path.name for path in cache.iterdir()]
    kept = (cache / f"snapshot-{key}.json").read_text("utf-8")
    assert "S1B-9001" in kept
    assert not [text for text in ("X-INVENTED", "x-invented", STATE, OVERLAY) if text in kept]


@pytest.mark.parametrize("rule", [rule for rule in OVERLAY_RULES if rule is not BELOW], ids=lambda rule: rule.code)
def test_the_wrong_example_is_reported(rule: Rule, tiny: Catalogue, overlay: Path) -> None:
    """The right example stands in the invented overlay, which breaks no rule; the wrong one is reported at its file."""
    assert [] == findings(tiny, overlay)
    edit(overlay, rule.example.file, rule.example.right, rule.example.wrong)
    found = [each for each in findings(tiny, overlay) if each.code == rule.code]
    assert {f"{overlay.as_posix()}/{rule.example.file}"} == {each.location.file for each in found}
    assert all(each.location.line and each.tip for each in found)


@pytest.mark.parametrize(
    "record",
    ["behaviours/S1B-9001.yaml", "matrix/invented/maker-one.yaml", "clauses/INVENTED/9.1.yaml", "services/9.9.1.yaml"],
)
@pytest.mark.parametrize("changed", [True, False], ids=["changed", "as it is"])
def test_a_record_below_is_never_replaced(record: str, changed: bool, tiny: Catalogue, tmp_path: Path) -> None:
    """A designated record, a row, a clause, a service: an overlay that holds one too is refused with both files."""
    held = tiny_copy(tmp_path) / record
    text = held.read_text("utf-8") + ("notes: [Changed.]\n" if changed else "")
    folder = write_overlay(tmp_path / "own", {record: text})
    with pytest.raises(CatalogueError) as raised:
        tiny.with_overlay(folder)
    assert ["OVL001"] == [found.code for found in raised.value.findings]
    assert f"{folder.as_posix()}/{record}" == raised.value.findings[0].location.file
    assert f"tiny_catalogue/{record}" in raised.value.findings[0].message
    assert f"{folder.as_posix()}/{record}" in raised.value.findings[0].message


def test_two_overlays_with_one_record(tiny: Catalogue, tmp_path: Path) -> None:
    """Neither of two overlays changes the other, together or one over the other."""
    one, two = (
        write_overlay(tmp_path / name, {"sources/x-shared.yaml": source("x-shared", publisher=name)})
        for name in ("one", "two")
    )
    assert ["OVL001"] == [found.code for found in findings(tiny, two, one)]
    with pytest.raises(CatalogueError, match=r"one/sources/x-shared\.yaml already"):
        tiny.with_overlay(one).with_overlay(two)
    with pytest.raises(UsageError, match="two overlays are called 'one'"):
        tiny.with_overlay(one).with_overlay(one)


def test_a_key_of_another_entry_is_not_taken(tiny: Catalogue, tmp_path: Path) -> None:
    """An overlay's list of other models cannot say what a Device Model of the catalogue is."""
    device = tiny.snapshot.records.devices[0].id
    models = {
        "id": '"FFF9"',
        "models": f'[{{entry: "000001", key: {device}, specification: SMETS V2.0, status: current}}]',
        "citations": "[{source: x-invented-tests, place: list}]",
    }
    text = "".join(f"{name}: {value}\n" for name, value in models.items())
    folder = write_overlay(tmp_path / "own", {"other_models/FFF9.yaml": text, "sources/x-invented-tests.yaml": None})
    assert [("OVL001", "models.0.key")] == [(found.code, found.location.path) for found in findings(tiny, folder)]


def test_a_reference_leads_to_a_record_of_any_overlay(tiny: Catalogue, overlay: Path) -> None:
    """What one overlay names another may hold; what nobody holds is reported where it is named."""
    own = "sources/x-invented-tests.yaml"
    other = write_overlay(overlay.parent / "other", {own: None})
    (overlay / own).unlink()
    assert [] == findings(tiny, overlay, other) == findings(tiny, other, overlay)
    missing = findings(tiny, overlay)
    assert {"OVL004"} == {found.code for found in missing}
    assert (f"{overlay.as_posix()}/documents/X-INVENTED.yaml", 7, "citations.0.source") in {
        (found.location.file, found.location.line, found.location.path) for found in missing
    }


def test_all_errors_are_raised_at_once(tiny: Catalogue, overlay: Path) -> None:
    """The error has every finding; a folder that could not be read wholly is not asked for more than that."""
    edit(overlay, "matrix/x-invented/gas.yaml", "event: observed", "event: designated")
    edit(overlay, "editions/X-INVENTED/1.yaml", "id: X-INVENTED/1", "id: INVENTED-OWN/1")
    (overlay / "editions/X-INVENTED/1.yaml").rename(overlay / "editions/1.yaml")
    with pytest.raises(CatalogueError, match=r"^1 error in overlay invented-findings") as raised:
        tiny.with_overlay(overlay)
    assert ["CAT009"] == [found.code for found in raised.value.findings]
    (overlay / "editions/INVENTED-OWN").mkdir()
    (overlay / "editions/1.yaml").rename(overlay / "editions/INVENTED-OWN/1.yaml")
    with pytest.raises(CatalogueError) as raised:
        tiny.with_overlay(overlay)
    assert ["OVL002", "OVL004", "OVL003", "OVL004"] == [found.code for found in raised.value.findings]
    assert raised.value.tip.startswith("run: s1sr lint --overlay ")


@pytest.mark.parametrize("kind", sorted(COINED))
def test_the_catalogue_coins_no_private_id(kind: str, tiny: Catalogue) -> None:
    """The ids that begin with X- are free for overlays."""
    assert not [record.id for record in tiny.snapshot.records.of_kind(kind) if is_private(record.id)]


@pytest.mark.parametrize(
    ("expected", "record_id"),
    [
        (True, "X-ACME-0001"),
        (True, "x-acme/meters"),
        (True, "X-ACME/1"),
        (False, "S1B-0001"),
        (False, "XACME-0001"),
        (False, "dmvesm/x-acme"),
        (False, "X"),
        (False, ""),
    ],
)
def test_private_ids(expected: bool, record_id: str) -> None:
    """An id is private by its beginning, in either case."""
    assert expected is is_private(record_id)


def test_no_overlay_is_the_catalogue_itself(tiny: Catalogue) -> None:
    """Without a folder nothing is read."""
    assert tiny is tiny.with_overlay()


def test_records_of_a_merged_snapshot_are_values(tiny: Catalogue) -> None:
    """An overlay's records are as frozen as the catalogue's, and of the same types."""
    merged = tiny.with_overlay(TINY_OVERLAY).snapshot
    assert all(
        isinstance(record, kind.type) and msgspec.structs.asdict(record)["id"] == record.id
        for kind in KINDS
        for record in merged.records.of_kind(kind.folder)
    )
