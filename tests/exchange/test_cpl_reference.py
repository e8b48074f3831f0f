"""The published list, version 2.051, against what a careful reader got out of it and against the catalogue."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from s1sr_validator.exchange.cpl.importing import apply, plan_import
from s1sr_validator.exchange.cpl.published_list import CplList, read_list
from s1sr_validator.exchange.workbook import Workbook, read_workbook
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.device import CplEntry, Device
from tests.exchange.imported_files import files

pytestmark = pytest.mark.reference

Row = dict[str, str]
Rows = Callable[[str], tuple[Row, ...]]
CATALOGUE = Path(__file__).parents[2] / "catalogue"
VERSION = "2.051"
ALSO_MENTIONED = {"000036": ["1.31"]}
"""Version 1.31 names entry 000036 within the text of entry 000050; the reader counted items only."""
ALSO_WRITTEN = {"10E0": ["Chameleon Technology Ltd UK"]}
"""Entry 000576, in version 1.290 of the log, has one more spelling of the maker."""


@pytest.fixture(scope="module")
def path(reference_data: Path) -> Path:
    """The published workbook."""
    (found,) = reference_data.glob(f"cpl/*{VERSION}*.xlsm")
    return found


@pytest.fixture(scope="module")
def workbook(path: Path) -> Workbook:
    """The published workbook, read once."""
    return read_workbook(path)


@pytest.fixture(scope="module")
def cpl(workbook: Workbook) -> CplList:
    """The list that the workbook holds."""
    return read_list(workbook)


def test_import_changes_nothing(path: Path, tmp_path: Path) -> None:
    """The catalogue already holds the list: importing it leaves every file as it is, byte for byte."""
    catalogue = tmp_path / "catalogue"
    shutil.copytree(CATALOGUE, catalogue)
    plan = plan_import(path, catalogue)
    apply(plan, catalogue)
    assert plan.is_empty
    assert files(CATALOGUE) == files(catalogue)


def test_edition_and_source(cpl: CplList, real_catalogue: LoadedCatalogue) -> None:
    """The source record has the version, the date and the digest of the workbook."""
    (source,) = [record for record in real_catalogue.records.sources if record.id == f"cpl-{VERSION}"]
    assert (VERSION, "2022-09-21") == (cpl.version, cpl.date.isoformat())
    assert (VERSION, "2022-09-21") == (source.version, source.date)
    assert source.file is not None
    assert cpl.sha256 == source.file.sha256


def test_nothing_is_in_doubt(cpl: CplList) -> None:
    """Every row of both tables is read, and they agree; what is odd is known."""
    assert (frozenset(), frozenset()) == (cpl.doubtful, cpl.unseen)
    assert {"CPL009", "CPL011", "CPL012"} == {finding.code for finding in cpl.findings}


def test_every_entry_is_as_the_reader_found_it(cpl: CplList, reference_rows: Rows) -> None:
    """Entry by entry and column by column."""
    expected = {row["entry_number"]: row for row in reference_rows("all_device_models")}
    assert expected.keys() == {row.entry for row in cpl.rows}
    for row in cpl.rows:
        columns = {
            "entry_status": row.status.value.capitalize(),
            "device_type": row.device_type_name,
            "duis_device_type_inferred": row.device_type.value,
            "manufacturer_identifier": row.manufacturer,
            "model_identifier": row.model,
            "hardware_version_version": row.hardware_version,
            "hardware_version_revision": row.hardware_revision,
            "firmware_version": row.firmware,
            "smets_chts_version": row.smets_version,
            "gbcs_version": row.gbcs_version,
            "manufacturer_image_hash": row.image_hash,
            "manufacturer_image_creator": row.image_creator,
            "manufacturer_image_descriptor": row.image_descriptor,
        }
        assert columns == {name: expected[row.entry][name] for name in columns}, row.entry


def test_the_log_is_as_the_reader_found_it(cpl: CplList, reference_rows: Rows) -> None:
    """Name, first version, its date, and every mention of each entry."""
    for row in reference_rows("all_device_models"):
        entry = row["entry_number"]
        history = cpl.histories.get(entry)
        first = history.first if history else None
        found = (
            history.name if history else "",
            first.version if first else "",
            first.date.isoformat() if first else "",
            [*(history.mentioned_in if history else ())],
        )
        mentions = [*row["version_control_mentions"].split(), *ALSO_MENTIONED.get(entry, [])]
        assert (row["name"], row["first_cpl_version"], row["first_cpl_date"], mentions) == found, entry


def record_columns(device: Device) -> Row:
    """Return a record in the columns of the reader's list."""
    held: CplEntry = device.cpl
    return {
        "entry_number": held.entry,
        "entry_status": held.status.value.capitalize(),
        "device_type": held.device_type_name,
        "duis_device_type_inferred": device.device_type.value,
        "manufacturer_identifier": device.manufacturer,
        "model_identifier": device.model,
        "hardware_version_version": device.hardware_version,
        "hardware_version_revision": device.hardware_revision,
        "firmware_version": device.firmware_version,
        "smets_chts_version": held.smets_version,
        "gbcs_version": held.gbcs_version,
        "manufacturer_image_hash": held.image.hash if held.image else "",
        "manufacturer_image_creator": held.image.creator if held.image else "",
        "manufacturer_image_descriptor": held.image.descriptor if held.image else "",
        "name": held.log_name,
        "first_cpl_version": held.first_listed.version if held.first_listed else "",
        "first_cpl_date": held.first_listed.date.isoformat() if held.first_listed else "",
        "version_control_mentions": " ".join(held.mentioned_in),
    }


def test_device_records(real_catalogue: LoadedCatalogue, reference_rows: Rows) -> None:
    """Each SMETS1 entry has a record that holds what the reader found, and no other record exists."""
    found = {device.cpl.entry: record_columns(device) for device in real_catalogue.records.devices}
    columns = next(iter(found.values())).keys()
    rows = reference_rows("smets1_device_models")
    assert {row["entry_number"]: {name: row[name] for name in columns} for row in rows} == found
    assert len(rows) == len(real_catalogue.records.devices)


def test_other_model_records(real_catalogue: LoadedCatalogue, reference_rows: Rows) -> None:
    """Each other entry stands in the record of its manufacturer identifier, with key, specification and status."""
    smets1 = {row["entry_number"] for row in reference_rows("smets1_device_models")}
    expected = {
        row["entry_number"]: (
            row["manufacturer_identifier"],
            "/".join(
                (
                    row["duis_device_type_inferred"],
                    row["manufacturer_identifier"],
                    row["model_identifier"],
                    row["hardware_version_version"] + row["hardware_version_revision"],
                    row["firmware_version"],
                )
            ),
            row["smets_chts_version"],
            row["entry_status"].lower(),
        )
        for row in reference_rows("all_device_models")
        if row["entry_number"] not in smets1
    }
    found = {
        model.entry: (record.id, model.key, model.specification, model.status)
        for record in real_catalogue.records.other_models
        for model in record.models
    }
    assert expected == found


def test_manufacturer_records(real_catalogue: LoadedCatalogue, reference_rows: Rows) -> None:
    """Each manufacturer identifier has a record with the name, spellings and image creators that the reader found."""
    expected = {
        row["manufacturer_identifier"]: (
            row["name"],
            {*row["name_variants"].split("; "), *ALSO_WRITTEN.get(row["manufacturer_identifier"], [])},
            {*filter(None, row["image_creator_names"].split("; "))},
        )
        for row in reference_rows("manufacturers")
    }
    found = {
        record.id: (record.name, {*record.name_variants}, {*record.image_creators})
        for record in real_catalogue.records.manufacturers
    }
    assert expected == found


@pytest.mark.parametrize("left_out", ["Central Products List", "CPL - saveable in CSV"])
def test_one_table_is_enough(workbook: Workbook, cpl: CplList, left_out: str) -> None:
    """Either of the two tables gives the same Device Models."""
    sheets = tuple(sheet for sheet in workbook.sheets if sheet.title != left_out)
    alone = read_list(Workbook(workbook.name, workbook.sha256, sheets))
    assert len(sheets) == len(workbook.sheets) - 1
    assert [(row.entry, row.status, row.key) for row in cpl.rows] == [
        (row.entry, row.status, row.key) for row in alone.rows
    ]
