"""A newer edition: what is new, changed, gone and back. All data is invented."""

from pathlib import Path

import pytest

from tests.exchange.imported_files import DEVICE, FIRST, OTHER, Import, changed, entries, files, touched, without
from tests.exchange.invented_cpl import (
    CSV,
    HASH,
    csv_rows,
    edition,
    key,
    smets1,
    smets2,
)


def test_newer_edition_without_news(catalogue: Path, bring_in: Import) -> None:
    """A newer edition with the same rows only adds its source record."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    assert 22 == bring_in(edition(FIRST, "9.002")).unchanged_count
    assert {"sources/cpl-9.002.yaml"} == touched(before, files(catalogue))


def test_changed_entry(catalogue: Path, bring_in: Import) -> None:
    """Only the record whose row changed is written; it cites the newer edition, the plan names old and new."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    plan = bring_in(edition(changed(990001, status="Removed", image_creator="Invented Ltd"), "9.002"))
    (change,) = plan.changed
    assert [("cpl.status", "current", "removed"), ("cpl.image.creator", "", "Invented Ltd")] == [
        (field.field, field.old, field.new) for field in change.fields
    ]
    after = files(catalogue)
    assert {DEVICE, "sources/cpl-9.002.yaml"} == touched(before, after)
    assert b"source: cpl-9.002" in after[DEVICE]
    assert b"source: cpl-9.001" not in after[DEVICE]


def test_new_entries(catalogue: Path, bring_in: Import) -> None:
    """New rows come in beside the old; an old manufacturer's file gains a line."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    plan = bring_in(edition([*FIRST, smets1(990012), smets2(990112), smets2(990201, manufacturer="F0:03")], "9.002"))
    assert ["990012", "990112", "990201"] == entries(plan.added)
    new = {f"devices/{key(990012)}.yaml", OTHER, "other_models/F003.yaml", "manufacturers/F003.yaml"}
    assert new | {"sources/cpl-9.002.yaml"} == touched(before, files(catalogue))


def test_entry_that_disappears_and_returns(catalogue: Path, bring_in: Import) -> None:
    """A Device Model that is gone is marked, not deleted; the mark stays in later editions and goes when it is back."""
    bring_in(edition(FIRST))
    first = files(catalogue)
    plan = bring_in(edition(without(990001), "9.002"))
    assert ["990001"] == entries(plan.absent)
    gone = files(catalogue)
    assert {DEVICE, "sources/cpl-9.002.yaml"} == touched(first, gone)
    assert b"  status: absent\n" in gone[DEVICE]
    assert b'  absent_since: {version: "9.002", date: 2099-01-31}\n' in gone[DEVICE]
    assert b"place: Central Products List, entry 990001\n" in gone[DEVICE]
    assert b"place: Central Products List, no entry 990001\n" in gone[DEVICE]

    assert () == bring_in(edition(without(990001), "9.003")).absent
    assert gone[DEVICE] == files(catalogue)[DEVICE]

    plan = bring_in(edition(FIRST, "9.004"))
    assert ["990001"] == entries(plan.returned)
    assert first[DEVICE].replace(b"cpl-9.001", b"cpl-9.004") == files(catalogue)[DEVICE]


def test_other_entry_that_disappears_and_returns(catalogue: Path, bring_in: Import) -> None:
    """An entry that is not SMETS1 is marked as well, and the edition that had it stays cited."""
    bring_in(edition(FIRST))
    first = files(catalogue)[OTHER]
    assert ["990101"] == entries(bring_in(edition(without(990101), "9.002")).absent)
    gone = files(catalogue)[OTHER]
    assert b'entry: "990101", key: ESME/F002/0002/0105/000F1B95, specification: SMETS V2.0, status: absent}' in gone
    assert b"source: cpl-9.001" in gone
    assert b"source: cpl-9.002" in gone
    assert ["990101"] == entries(bring_in(edition(FIRST, "9.003")).returned)
    assert first.replace(b"cpl-9.001", b"cpl-9.003") == files(catalogue)[OTHER]


def test_entry_that_becomes_another_device(catalogue: Path, bring_in: Import) -> None:
    """An entry whose key changed: the old Device Model is marked absent, the new one added, and a finding says so."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    plan = bring_in(edition(changed(990001, model="00:03"), "9.002"))
    assert (["990001"], ["990001"]) == (entries(plan.added), entries(plan.absent))
    assert ["CPL013"] == [finding.code for finding in plan.findings]
    new = "devices/ESME/F001/0003/0105/000F1B31.yaml"
    assert {DEVICE, new, "sources/cpl-9.002.yaml"} == touched(before, files(catalogue))


@pytest.mark.parametrize("order", [1, -1])
def test_two_entries_of_one_device(catalogue: Path, bring_in: Import, order: int) -> None:
    """The Current entry of a Device Model is taken, whichever row comes first."""
    twins = [smets1(990001), smets1(990002, firmware=smets1(990001)["firmware"], status="Removed")]
    plan = bring_in(edition(twins[::order]))
    assert ["CPL008"] == [finding.code for finding in plan.findings]
    assert b'entry: "990001"' in files(catalogue)[DEVICE]


def test_smaller_workbook_takes_nothing_away(catalogue: Path, bring_in: Import) -> None:
    """A newer edition with only the csv table says nothing of creators and history; what is known of them stays."""
    numbers = range(901, 921)
    known = [smets1(number, image_creator="Invented Ltd", image_hash=HASH) for number in numbers]
    bring_in(edition(known))
    before = files(catalogue)
    renewed = [known[0] | {"status": "Removed"}, *known[1:]]
    plan = bring_in({CSV: csv_rows(renewed, "9.002")})
    assert [("cpl.status",)] == [tuple(field.field for field in change.fields) for change in plan.changed]
    name = f"devices/{key(901)}.yaml"
    expected = before[name].replace(b"status: current", b"status: removed")
    expected = expected.replace(b"cpl-9.001\n    place: Central", b"cpl-9.002\n    place: Central")
    assert sorted(expected.splitlines()) == sorted(files(catalogue)[name].splitlines())


def test_another_file_of_the_same_edition(tmp_path: Path, catalogue: Path, bring_in: Import) -> None:
    """A copy that is not the cited file is reported, and the source record keeps the first file's digest."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    plan = bring_in({**edition(FIRST), "More": [["an invented cell"]]})
    assert ["CPL014"] == [finding.code for finding in plan.findings]
    assert before == files(catalogue)
    assert (tmp_path / "products.xlsx").exists()
