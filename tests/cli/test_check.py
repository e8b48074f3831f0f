"""`s1sr check` as a person runs it: the findings, every format, and every exit code."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from s1sr_validator.cli import main
from s1sr_validator.cli.findings_output import FindingsFormat

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


def test_text_shows_the_line(run: Run, reversed_period: str) -> None:
    """With a mark under the element, then what was not asked and by what all was checked."""
    lines = run("check", reversed_period, "--as-of", DAY).out.splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.endswith("^")]
    assert lines[at].index("^") == lines[at - 1].index("<sr:EndDateTime>2024-07-01")
    assert any(line.startswith("not asked: no Device is given (") for line in lines)
    assert f"as of {DAY}" in lines[-1]


def test_a_narrow_terminal_can_be_read(
    run: Run, reversed_period: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A message on one single line, in forty columns."""
    monkeypatch.setenv("COLUMNS", "40")
    one_line = tmp_path / "one.xml"
    one_line.write_text(Path(reversed_period).read_text("utf-8").replace("\n", " "), "utf-8")
    lines = run("check", str(one_line), "--as-of", DAY).out.splitlines()
    assert max(len(line) for line in lines if not line.startswith(str(tmp_path))) <= 40
    (at,) = [number for number, line in enumerate(lines) if line.endswith("^")]
    assert lines[at - 1][lines[at].index("^") :].startswith("<sr:EndDat")


def test_json_fits_its_published_schema(run: Run, reversed_period: str) -> None:
    """The report says which request was checked, by which rules, and what was found."""
    result = run("check", reversed_period, "--as-of", DAY, "--format", "json")
    report = json.loads(result.out)
    schema = json.loads((ROOT / "schemas" / "output" / "check.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(report)
    (finding,) = report["findings"]
    assert ("REQ107", "body.ReadLogPeriod.EndDateTime", 13) == (
        finding["code"],
        finding["location"]["path"],
        finding["location"]["line"],
    )
    (request,) = report["requests"]
    assert ("4.4.2", True) == (request["srv"], "REQ107" in request["rules_run"])


@pytest.mark.parametrize(("form", "written"), [("text", b"<!-- \\xe9 -->"), ("sarif", "<!-- \u00e9 -->".encode())])
def test_text_fits_any_terminal_and_the_rest_is_utf_8(
    reversed_period: str, monkeypatch: pytest.MonkeyPatch, form: str, written: bytes
) -> None:
    """Characters that a terminal has not are written out; what machines read does not depend on it."""
    path = Path(reversed_period)
    path.write_text(path.read_text("utf-8").replace("</sr:EndDateTime>", "</sr:EndDateTime><!-- \u00e9 -->"), "utf-8")
    stdout = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(stdout, encoding="ascii", write_through=True))
    assert 1 == main(["check", str(path), "--as-of", DAY, "--format", form])
    assert written in stdout.getvalue()


@pytest.mark.parametrize("make", ["reversed", "not-xml", "doctype", "not-a-request", "standard-input"])
def test_every_format_carries_the_finding(
    run: Run, reversed_period: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: str
) -> None:
    """What is wrong with a request, and why an input could not be read; the exit code is that of the text."""
    texts = {"not-xml": "<a>", "doctype": "<!DOCTYPE a><a/>", "not-a-request": "<a/>"}
    name = reversed_period
    if make in texts:
        name = str(tmp_path / "input.xml")
        Path(name).write_text(texts[make], "utf-8")

    def checked(form: str) -> Any:  # noqa: ANN401 - as for Run
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(reversed_period).read_bytes())))
        given = "-" if make == "standard-input" else name
        return run("check", given, "--as-of", DAY, "--format", form)

    (finding,) = json.loads(checked("json").out)["findings"]
    code = finding["code"]
    for form in FindingsFormat:
        result = checked(form)
        assert (3 if make in texts else 1, "") == (result.code, result.err)
        assert code in result.out
    (log,) = json.loads(checked("sarif").out)["runs"]
    assert ["s1sr", [code]] == [log["tool"]["driver"]["name"], [rule["id"] for rule in log["tool"]["driver"]["rules"]]]
    assert checked("github").out.startswith("::error ")
    assert checked("markdown").out.startswith("### s1sr check: 1 error")
    suite = etree.fromstring(checked("junit").out.encode())[0]
    assert [code] == [test.get("type") for test in suite.iter("failure", "error")]
    assert "summary" == json.loads(checked("ndjson").out.splitlines()[-1])["type"]


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
