"""The first import of a list: which records it makes, and how they are written. All data is invented."""

import os
from pathlib import Path

from s1sr_validator.exchange.cpl.importing import plan_import
from tests.exchange.imported_files import DEVICE, FIRST, OTHER, Import, files
from tests.exchange.invented_cpl import (
    FULL,
    HASH,
    LOG,
    added,
    edition,
    full_rows,
    key,
    log_rows,
    save,
    smets1,
    smets2,
)


def test_first_import(catalogue: Path, bring_in: Import) -> None:
    """A record for each SMETS1 entry, one for the others of a manufacturer, a stub for each manufacturer, a source."""
    plan = bring_in(edition(FIRST))
    assert ("9.001", "2099-01-31", 22, 0) == (
        plan.version,
        plan.date.isoformat(),
        len(plan.added),
        plan.unchanged_count,
    )
    expected = {f"devices/{key(number)}.yaml" for number in range(990001, 990012)}
    expected |= {
        OTHER,
        "manufacturers/F001.yaml",
        "manufacturers/F002.yaml",
        "sources/cpl-9.001.yaml",
        "catalogue.yaml",
    }
    assert expected == files(catalogue).keys()


def test_device_record_as_it_is_written(catalogue: Path, bring_in: Import) -> None:
    """The whole record: key, what the list holds, what its log says, and what cites it."""
    image = {"image_hash": HASH, "image_creator": "Invented Ltd", "image_descriptor": None}
    bring_in(edition([smets1(990001, **image)]))
    expected = f"""\
# yaml-language-server: $schema=../../../../../../schemas/device.schema.json
id: ESME/F001/0002/0105/000F1B31
device_type: ESME
manufacturer: "F001"
model: "0002"
hardware_version: "01"
hardware_revision: "05"
firmware_version: "000F1B31"
cpl:
  entry: "990001"
  status: current
  device_type_name: Single Element Electricity Metering Equipment
  smets_version: SMETS V1.2
  gbcs_version: GBCS Version 0.0
  image:
    hash: "{HASH}"
    creator: Invented Ltd
citations:
  - source: cpl-9.001
    place: Central Products List, entry 990001
    covers: [manufacturer, model, hardware_version, hardware_revision, firmware_version, cpl]
  - source: cpl-9.001
    place: Central Products List, entry 990001
    covers: [device_type]
    basis: inferred
    reason: The list writes the device type out; the record has the name of the DUIS and MMC code lists for it.
"""
    assert expected == (catalogue / DEVICE).read_text("utf-8")


def test_history_from_the_log(catalogue: Path, bring_in: Import) -> None:
    """First version, name and mentions are cited from the log."""
    rows = [added("9.000", smets1(901), date="01/01/2099"), ("9.001", "31/01/2099", "Hash of entry 000901 corrected.")]
    bring_in({LOG: log_rows(*rows), FULL: full_rows([smets1(901)])})
    text = (catalogue / f"devices/{key(901)}.yaml").read_text("utf-8")
    assert '  log_name: Invented Meter 00:00:03:85\n  first_listed: {version: "9.000", date: 2099-01-01}\n' in text
    assert '  mentioned_in: ["9.000", "9.001"]\n' in text
    assert "    place: Version Control, versions 9.000 and 9.001\n" in text
    assert "    covers: [cpl.log_name, cpl.first_listed, cpl.mentioned_in]\n" in text


def test_entry_that_the_log_never_adds(catalogue: Path, bring_in: Import) -> None:
    """An entry that the log only mentions has mentions, and neither a name nor a first version."""
    bring_in(
        {LOG: log_rows(("9.001", "31/01/2099", "Hash of entry 000901 corrected.")), FULL: full_rows([smets1(901)])}
    )
    text = (catalogue / f"devices/{key(901)}.yaml").read_text("utf-8")
    assert '  gbcs_version: GBCS Version 0.0\n  mentioned_in: ["9.001"]\n' in text
    assert "    place: Version Control, version 9.001\n    covers: [cpl.mentioned_in]\n" in text


def test_other_models_and_stubs(catalogue: Path, bring_in: Import) -> None:
    """Two entries may share a key; a stub has the image creators and no name."""
    same_key = [smets2(990101), smets2(990102, firmware=smets2(990101)["firmware"], image_creator="Invented Ltd")]
    bring_in(edition(same_key))
    text = (catalogue / OTHER).read_text("utf-8")
    line = '  - {entry: "99010%d", key: ESME/F002/0002/0105/000F1B95, specification: SMETS V2.0, status: current}\n'
    assert f"models:\n{line % 1}{line % 2}citations:" in text
    stub = (catalogue / "manufacturers/F002.yaml").read_text("utf-8")
    assert 'id: "F002"\nimage_creators: [Invented Ltd]\ncitations:' in stub
    assert "name" not in stub


def test_dry_run_writes_nothing(tmp_path: Path, catalogue: Path) -> None:
    """A plan alone leaves every file as it is."""
    before = files(catalogue)
    assert not plan_import(save(tmp_path / "products.xlsx", edition(FIRST)), catalogue).is_empty
    assert before == files(catalogue)


def test_same_workbook_again_changes_nothing(catalogue: Path, bring_in: Import) -> None:
    """A second import of the same list plans nothing and touches no file, not even its time."""
    bring_in(edition(FIRST))
    before = files(catalogue)
    for path in catalogue.rglob("*.yaml"):
        os.utime(path, (1, 1))
    plan = bring_in(edition(FIRST))
    assert (True, 22) == (plan.is_empty, plan.unchanged_count)
    assert before == files(catalogue)
    assert {1} == {path.stat().st_mtime for path in catalogue.rglob("*.yaml")}
