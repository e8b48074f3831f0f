"""`s1sr import cpl` as a person runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from s1sr_validator.load.catalogue_files import load_catalogue

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]


def files_under(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.reference
def test_the_published_list_changes_nothing(run: Run, reference_data: Path) -> None:
    """The Device Model records are what the command makes of the workbook; a second import has nothing to do."""
    before = files_under(ROOT / "catalogue")
    (workbook,) = (reference_data / "cpl").glob("*.xlsm")
    result = run("import", "cpl", str(workbook), "--format", "json")
    assert 0 == result.code
    report = json.loads(result.out)
    Draft202012Validator(json.loads((ROOT / "schemas/output/import.schema.json").read_text("utf-8"))).validate(report)
    assert ([], [], [], [], []) == tuple(report[key] for key in ("added", "changed", "absent", "returned", "files"))
    assert files_under(ROOT / "catalogue") == before


@pytest.mark.reference
def test_into_an_empty_catalogue_it_makes_every_device_record(run: Run, reference_data: Path, tmp_path: Path) -> None:
    """A dry run writes nothing; the run after it writes the records of this catalogue, but for notes by hand."""
    (workbook,) = (reference_data / "cpl").glob("*.xlsm")
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "catalogue.yaml").write_bytes((ROOT / "catalogue" / "catalogue.yaml").read_bytes())
    dry = run("import", "cpl", str(workbook), "--catalogue", str(folder), "--dry-run")
    assert 0 == dry.code
    assert ["catalogue.yaml"] == [path.name for path in folder.iterdir()]
    assert 0 == run("import", "cpl", str(workbook), "--catalogue", str(folder)).code
    made, held = (
        {device.id: msgspec.structs.replace(device, notes=()) for device in load_catalogue(place).records.devices}
        for place in (folder, ROOT / "catalogue")
    )
    assert 131 == len(made)
    assert held == made


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["no/such.xlsx"], 3, "cannot be read"),
        (["README.md"], 3, "CPL"),
        ([], 2, "WORKBOOK"),
        (["README.md", "--catalogue", "examples"], 2, "no catalogue.yaml"),
    ],
)
def test_what_is_no_list_is_refused(run: Run, arguments: list[str], code: int, says: str) -> None:
    """Wrong input ends with a sentence and the exit code for it."""
    result = run("import", "cpl", *arguments)
    assert code == result.code
    assert says in " ".join(result.err.split())
    assert "Traceback" not in result.err
