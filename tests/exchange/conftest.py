"""What the tests of the import share: an empty catalogue, and a function that imports into it."""

from pathlib import Path

import pytest

from s1sr_validator.exchange.cpl.importing import apply, plan_import
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.import_plan import ImportPlan
from tests.exchange.imported_files import Import
from tests.exchange.invented_cpl import Sheets, save


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """An empty catalogue."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "catalogue.yaml").write_text(
        'id: catalogue\nversion: "0.0.1"\nschema_version: "1"\nlicence: CC-BY-4.0\n', "utf-8"
    )
    return folder


@pytest.fixture
def bring_in(tmp_path: Path, catalogue: Path) -> Import:
    """Return a function that saves sheets as a workbook and imports it."""

    def imported(sheets: Sheets, *, force: bool = False) -> ImportPlan:
        plan = plan_import(save(tmp_path / "products.xlsx", sheets), catalogue, force=force)
        apply(plan, catalogue)
        assert () == load_catalogue(catalogue).findings
        return plan

    return imported
