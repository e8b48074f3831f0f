"""`s1sr export` and `s1sr import dmvesm` as a person runs them."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]


def test_the_format_is_that_of_the_files_ending(run: Run, tmp_path: Path) -> None:
    """A file ending is enough; the report goes to stderr."""
    out = tmp_path / "devices.xlsx"
    result = run("export", "devices", "--out", str(out))
    assert (0, "") == (result.code, result.out)
    assert "devices as xlsx" in result.err
    assert openpyxl.load_workbook(out).sheetnames == ["devices", "about"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing", "--to", "csv"], "no export 'nothing'"),
        (["devices"], "format of the export is not given"),
        (["devices", "--to", "pdf"], "no format"),
        (["devices", "--to", "csv", "--out", "/proc/none/x.csv"], "cannot be written"),
        (["decisions", "--to", "csv", "--as-of", "soon"], "is not a day"),
        (["dmvesm", "--to", "csv", "--document", "NONE"], "no matrix row"),
    ],
)
def test_wrong_use_is_said(run: Run, arguments: list[str], says: str) -> None:
    """Wrong arguments end with a sentence and exit code 2."""
    result = run("export", *arguments)
    assert 2 == result.code
    assert says in " ".join(result.err.split())


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is not None, reason="pyarrow is installed")
def test_parquet_without_its_package_says_how_to_get_it(run: Run, tmp_path: Path) -> None:
    """The tip is a command that can be pasted."""
    result = run("export", "devices", "--out", str(tmp_path / "d.parquet"))
    assert 2 == result.code
    assert "pip install 's1sr-validator[parquet]'" in " ".join(result.err.split())


def test_the_matrix_goes_out_and_comes_in_again(run: Run, tmp_path: Path) -> None:
    """The exported matrix of this catalogue changes nothing when it is imported."""
    out = tmp_path / "matrix.xlsx"
    assert 0 == run("export", "dmvesm", "--to", "xlsx", "--out", str(out)).code
    result = run("import", "dmvesm", str(out), "--dry-run", "--format", "json")
    assert 0 == result.code
    report = json.loads(result.out)
    Draft202012Validator(json.loads((ROOT / "schemas/output/import-matrix.schema.json").read_text("utf-8"))).validate(
        report
    )
    assert [("18.17p", "ESME/1028", "unchanged")] == [
        (line["clause"], line["device"], line["outcome"]) for line in report["rows"]
    ]
    assert ([], [], []) == (report["gone"], report["files"], report["not_understood"])


def test_the_layout_is_explained(run: Run, tmp_path: Path) -> None:
    """What was recognised is said with rows and columns as the sheet names them."""
    book = openpyxl.Workbook()
    for row in (["Clause", "Itron ESME"], ["18.17(p)", "Y"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "m.xlsx")
    result = run("import", "dmvesm", str(tmp_path / "m.xlsx"), "--explain-layout", "--edition", "12.4")
    assert 0 == result.code
    assert "1 cells of column A are clause numbers" in result.out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["no/such.xlsx"], 3, "cannot be read"),
        (["README.md"], 3, "DMV001"),
        (["README.md", "--layout", "pyproject.toml"], 3, "is no layout"),
        ([], 2, "WORKBOOK"),
    ],
)
def test_what_is_no_matrix_is_refused(run: Run, arguments: list[str], code: int, says: str) -> None:
    """Wrong input ends with a sentence and the exit code for it."""
    result = run("import", "dmvesm", *arguments)
    assert code == result.code
    assert says in " ".join(result.err.split())
    assert "Traceback" not in result.err
