"""`s1sr check` as a person runs it: the findings, every format, and every exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
EXAMPLE = "examples/request_4.4.2.xml"
XML = (ROOT / EXAMPLE).read_text("utf-8")
DAY = "2026-01-31"

Run = Callable[..., Any]


@pytest.fixture
def reversed_period(tmp_path: Path) -> str:
    """The example with a period that ends before it starts."""
    path = tmp_path / "reversed.xml"
    path.write_text(XML.replace("2025-07-01", "2024-07-01"), "utf-8")
    return str(path)


def test_the_example_has_no_findings(run: Run) -> None:
    """The request that the README shows is right, for the Device and a role that may send it."""
    result = run("check", EXAMPLE, "--device", "ESME/1028", "--role", "IS", "--as-of", DAY)
    assert (0, "") == (result.code, result.err)
    assert result.out.startswith("no findings in 1 ")


def test_text_says_what_where_and_what_to_do(run: Run, reversed_period: str) -> None:
    """Place, code, message and tip."""
    result = run("check", reversed_period, "--as-of", DAY)
    assert 1 == result.code
    assert f"{reversed_period}:13" in result.out.replace("\n", "")
    for part in ("error REQ107", "is before the", "exchange the two", "1 error in 1 "):
        assert part in result.out


def test_json_fits_its_published_schema(run: Run, reversed_period: str) -> None:
    """Findings of a request have the shape that findings of the catalogue have."""
    result = run("check", reversed_period, "--as-of", DAY, "--format", "json")
    report = json.loads(result.out)
    schema = json.loads((ROOT / "schemas" / "output" / "findings.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(report)
    (finding,) = report["findings"]
    assert ("REQ107", "body.ReadLogPeriod.EndDateTime", 13) == (
        finding["code"],
        finding["location"]["path"],
        finding["location"]["line"],
    )


def test_sarif_and_github_carry_the_finding(run: Run, reversed_period: str) -> None:
    """Code hosts read both."""
    (sarif,) = json.loads(run("check", reversed_period, "--as-of", DAY, "--format", "sarif").out)["runs"]
    assert ["REQ107"] == [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    github = run("check", reversed_period, "--as-of", DAY, "--format", "github")
    assert github.out.startswith("::error ")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--device", "CHF/1031"], 1),
        (["--device", "CHF/1031", "--fail-on", "error"], 0),
        (["--role", "ED"], 1),
        (["--role", "gs"], 0),
    ],
)
def test_the_least_severity_decides_the_exit_code(run: Run, arguments: list[str], code: int) -> None:
    """Findings below it are shown all the same."""
    assert code == run("check", EXAMPLE, "--as-of", DAY, *arguments).code


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([EXAMPLE, "--device", "EMSE/1028"], 2, "is not a device type"),
        ([EXAMPLE, "--role", "supplier"], 2, "is not a User Role"),
        ([EXAMPLE, "--as-of", "soon"], 2, "is not a day"),
        ([], 2, "REQUEST"),
    ],
)
def test_wrong_use_is_explained(run: Run, arguments: list[str], code: int, says: str) -> None:
    """What cannot be read or used ends with a sentence."""
    result = run("check", *arguments)
    assert (code, "") == (result.code, result.out)
    assert says in result.err
    assert "Traceback" not in result.err


def test_what_is_no_request_is_a_finding(run: Run) -> None:
    """It is reported in every format, and the exit code says that it could not be read."""
    result = run("check", "README.md", "--as-of", DAY)
    assert (3, "") == (result.code, result.err)
    assert "REQ003" in result.out


@pytest.mark.parametrize("code", ["REQ101", "req118", "period-reversed", "REQ199"])
def test_codes_are_explained(run: Run, code: str) -> None:
    """Every code can be asked for, by name too."""
    result = run("explain", code)
    assert 0 == result.code
    assert "wrong, in" in result.out
