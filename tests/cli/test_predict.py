"""`s1sr predict` as a person runs it: the pages, the JSON, and every kind of wrong input."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
EXAMPLE = "examples/request_4.4.2.xml"
ITRON = "ESME/1028/5678/0201/03465317"
SECURE = "ESME/1031/C0A1/0102/C0A10001"
DAY = "2026-01-31"
XML = (ROOT / EXAMPLE).read_text("utf-8")
BOMB = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><r>&b;</r>'
EXTERNAL = '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/never.dtd"><r/>'

Run = Callable[..., Any]


def without_digest(text: str) -> str:
    """Replace what changes with every record of the catalogue."""
    return re.sub(r"catalogue \S+, digest [0-9a-f]+", "catalogue VERSION, digest DIGEST", text)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("itron", ["--device", ITRON]),
        ("itron_empty", ["--device", ITRON, "--state", "billing_log.entries_in_period=0"]),
        ("itron_filled", ["--device", ITRON, "--state", "state.billing_log.entries_in_period=3"]),
        ("itron_maker", ["--device", "ESME/1028"]),
        ("itron_designated", ["--device", ITRON, "--standing", "designated"]),
        ("secure", ["--device", SECURE]),
    ],
)
def test_page_is_the_golden_one(run: Run, name: str, arguments: list[str]) -> None:
    """The page for a person is, letter for letter, the one that was looked at and found good."""
    result = run("predict", EXAMPLE, "--as-of", DAY, *arguments)
    assert (0, "") == (result.code, result.err)
    assert (GOLDEN / f"predict_{name}.txt").read_text("utf-8") == without_digest(result.out)
    assert max(len(line) for line in result.out.splitlines()) <= 80


def predict_json(run: Run, *arguments: str) -> dict[str, Any]:
    """Return the JSON of a prediction, held against its published schema."""
    result = run("predict", EXAMPLE, "--as-of", DAY, "--format", "json", *arguments)
    assert (0, "") == (result.code, result.err)
    report: dict[str, Any] = json.loads(result.out)
    schema = json.loads((ROOT / "schemas" / "output" / "prediction.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(report)
    return report


def test_json_says_what_comes_back_and_which_clause_says_so(run: Run) -> None:
    """Itron ESME, 4.4.2: conditional failure with S1CE2003, clause 18.17p, proposed, with place and sources."""
    report = predict_json(run, "--device", ITRON)
    assert "4.4.2" == report["request"]["srv"]
    assert DAY == report["as_of"]
    (prediction,) = report["predictions"]
    assert (ITRON, "deviates_if") == (prediction["device_model"], prediction["assessment"])
    (deviation,) = prediction["deviations"]
    assert ("S1B-0001", "18.17p", "proposed", "conditional") == tuple(
        deviation[key] for key in ("behaviour", "clause", "standing", "certainty")
    )
    assert "the number of billing data log entries for the requested period is 0" == deviation["residual_condition"]
    assert "failure" == deviation["expected"]["outcome"]
    (alert,) = deviation["expected"]["alerts"]
    assert ("S1CE2003", "Security Warning") == (alert["code"], alert["name"])
    assert [{"name": "ALM Ref ID", "value": "200434"}] == alert["external_references"]
    record = (ROOT / deviation["source_file"]).read_text("utf-8").splitlines()
    assert "deviation:" == record[deviation["line"] - 1]
    assert any(cited["source"] == "dcc-consultation-2025-10-17" for cited in deviation["citations"])


@pytest.mark.parametrize(
    ("state", "assessment", "predicts"),
    [("0", "deviates", "deviation"), ("3", "not_assessed", "baseline")],
)
def test_state_settles_the_condition(run: Run, state: str, assessment: str, predicts: str) -> None:
    """No entries: the deviation is certain. Three: it is ruled out, and the baseline is predicted."""
    (prediction,) = predict_json(run, "--device", ITRON, "--state", f"billing_log.entries_in_period={state}")[
        "predictions"
    ]
    assert (assessment, predicts) == (prediction["assessment"], prediction["predicts"])
    assert ["certain"] * (state == "0") == [found["certainty"] for found in prediction["deviations"]]


def test_partial_device_answers_for_each_model(run: Run) -> None:
    """ESME/1028 stands for the two Itron ESME models."""
    report = predict_json(run, "--device", "esme/1028")
    assert [ITRON, "ESME/1028/5678/0201/03505317"] == [found["device_model"] for found in report["predictions"]]


def test_request_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads the request from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(XML.encode())))
    result = run("predict", "-", "--device", ITRON, "--as-of", DAY)
    assert 0 == result.code
    assert "S1CE2003" in result.out


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        ("empty", "", 3, "REQ003"),
        ("blank", " \n ", 3, "REQ003"),
        ("not_xml", "SRV=4.4.2", 3, "REQ003"),
        ("truncated", XML[: len(XML) // 2], 3, "REQ003"),
        ("bomb", BOMB, 3, "REQ004"),
        ("external", EXTERNAL, 3, "REQ004"),
        ("response", XML.replace("sr:Request ", "sr:Response ").replace("/sr:Request>", "/sr:Response>"), 3, "REQ005"),
        ("no_namespace", re.sub(r"sr:|xmlns:sr=\S+", "", XML), 3, "REQ005"),
        ("no_header", re.sub(r"<sr:Header>.*</sr:Header>", "", XML, flags=re.DOTALL), 3, "REQ006"),
        ("no_such_srv", XML.replace("4.4.2<", "4.4.9<"), 3, "4.4.2, 4.4.3"),
        ("body_mismatch", XML.replace("4.4.2<", "4.4.3<"), 3, "REQ008"),
    ],
)
def test_unusable_request_is_explained(run: Run, tmp_path: Path, name: str, content: str, code: int, says: str) -> None:
    """A request that cannot be used ends with exit code 3 and a sentence, never with a traceback."""
    path = tmp_path / f"{name}.xml"
    path.write_text(content, "utf-8")
    result = run("predict", str(path), "--device", ITRON)
    assert (code, "") == (result.code, result.out)
    assert says in result.err
    assert result.err.startswith("error: ")
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["no/such/file.xml", "--device", ITRON], 3, "cannot be read"),
        (["examples", "--device", ITRON], 3, "give one file"),
        ([EXAMPLE, "--device", "ESME/1028/5678/0201/03465318"], 2, "nearest: ESME/1028/5678/0201/03465317"),
        ([EXAMPLE, "--device", "ESME/1028/5678/0201"], 0, ""),
        ([EXAMPLE, "--device", "ESME/118F/0000/0401/00070204"], 2, "not a SMETS1 Device Model"),
        ([EXAMPLE, "--device", "EMSE/1028"], 2, "is not a device type"),
        ([EXAMPLE, "--device", "ESME/10281"], 2, "is not 4 hex digits"),
        ([EXAMPLE], 2, "--device"),
        ([EXAMPLE, "--device", ITRON, "--as-of", "soon"], 2, "is not a day"),
        ([EXAMPLE, "--device", ITRON, "--standing", "rumoured"], 2, "observed, proposed, designated"),
        ([EXAMPLE, "--device", ITRON, "--state", "billing_log.entries=0"], 2, "billing_log.entries_in_period (integer"),
        ([EXAMPLE, "--device", ITRON, "--state", "billing_log.entries_in_period=few"], 2, "is not a whole number"),
        ([EXAMPLE, "--device", ITRON, "--state", "billing_log.entries_in_period=-1"], 2, "is less than 0"),
        ([EXAMPLE, "--device", ITRON, "--state", "billing_log.entries_in_period"], 2, "has no value"),
        ([EXAMPLE, "--device", ITRON, "--format", "yaml"], 2, "yaml"),
        ([EXAMPLE, "--device", ITRON, "--catalogue", "examples"], 3, "not a catalogue"),
    ],
)
def test_wrong_use_is_explained(run: Run, arguments: list[str], code: int, says: str) -> None:
    """A wrong argument ends with a sentence that says what would be right."""
    result = run("predict", *arguments)
    assert code == result.code
    assert " ".join(says.split()) in " ".join(result.err.split())
    assert "Traceback" not in result.err


def test_the_trace_says_where_each_claim_fell_out(run: Run) -> None:
    """Every claim of the catalogue is named with its steps, near misses first, in text and in JSON."""
    arguments = ["predict", EXAMPLE, "--device", "ESME/1031/C0A1/0102/C0A10001", "--as-of", "2025-11-30", "--trace"]
    text = run(*arguments).out
    assert "considered, near misses first" in text
    assert 'S1B-0001 (clause 18.17p) by row "Itron ESME": fell out at device' in text
    (prediction,) = json.loads(run(*arguments, "--format", "json").out)["predictions"]
    assert ["S1B-0001", "S1B-0002"] == [claim["behaviour"] for claim in prediction["trace"]]


def test_findings_about_the_request_stand_beside_the_prediction(run: Run, tmp_path: Path) -> None:
    """What a check of the request says, the prediction says too, and it predicts all the same."""
    path = tmp_path / "reversed.xml"
    path.write_text((ROOT / EXAMPLE).read_text("utf-8").replace("2025-07-01", "2024-07-01"), "utf-8")
    result = run("predict", str(path), "--device", ITRON, "--as-of", "2025-11-30")
    assert 0 == result.code
    assert "error REQ107" in result.out
    assert "deviates_if" in result.out
    report = json.loads(run("predict", str(path), "--device", ITRON, "--as-of", "2025-11-30", "--format", "json").out)
    assert ["REQ107"] == [finding["code"] for finding in report["findings"]]
