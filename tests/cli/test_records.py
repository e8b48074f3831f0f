"""`s1sr show`, `list`, `search`, `explain`, `compile` and `lint` as a person runs them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from s1sr_validator.cli.explain_command import every_rule
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.rule import Rule

ROOT = Path(__file__).parents[2]
TINY = "tests/tiny_catalogue"
Run = Callable[..., Any]


def held_against(name: str, text: str) -> dict[str, Any]:
    """Return JSON output after holding it against its published schema."""
    value: dict[str, Any] = json.loads(text)
    schema = json.loads((ROOT / "schemas" / "output" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(value)
    return value


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ("S1B-9001", "the number of entries in the invented log is 0"),
        ("s1b-9001", "INVENTED/9.1"),
        ("INVENTED:9.1", "The invented log cannot be read while it is empty."),
        ("9.1", "named by behaviours"),
        ("ESME/FFF0/0001/0101/00000001", "invented/maker-one"),
        ("9.9.1", "ReadInventedLog"),
        ("S1X9001", "Invented Warning"),
        ("source/invented-source", "An invented publication"),
    ],
)
def test_show_finds_a_record_by_the_id_that_people_use(run: Run, record: str, says: str) -> None:
    """Any kind of record is shown in full, by its id in any case, or by a clause's bare number."""
    result = run("show", record, "--catalogue", TINY)
    assert 0 == result.code
    assert says in " ".join(result.out.split())


def test_show_says_what_is_near_an_unknown_id(run: Run) -> None:
    """An id that nothing has gets the nearest ones."""
    result = run("show", "S1B-9009", "--catalogue", TINY)
    assert 2 == result.code
    assert "nearest: S1B-900" in result.err


def test_show_as_json(run: Run) -> None:
    """The record's own fields, its kind and its place."""
    found = held_against("records", run("show", "9.9.1", "--catalogue", TINY, "--format", "json").out)
    assert [("service", "9.9.1", "tiny_catalogue/services/9.9.1.yaml")] == [
        (record["kind"], record["id"], record["source_file"]) for record in found["records"]
    ]


@pytest.mark.parametrize("kind", [kind.folder for kind in KINDS])
def test_every_kind_can_be_listed(run: Run, kind: str) -> None:
    """Each kind has a list, as text and as JSON."""
    assert 0 == run("list", kind, "--catalogue", TINY).code
    held_against("record-list", run("list", kind, "--catalogue", TINY, "--format", "json").out)


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["devices", "--where", "manufacturer=FFF1"], ["ESME/FFF1/0001/0101/00000001", "GSME/FFF1/0002/0101/00000001"]),
        (["devices", "-w", "manufacturer=fff1", "-w", "cpl.status=removed"], ["GSME/FFF1/0002/0101/00000001"]),
        (["services", "-w", "eligible_user_roles=IS", "-w", "service_reference=9.8"], ["9.8.1"]),
        (["service", "-w", "critical=true"], []),
    ],
)
def test_list_filters(run: Run, arguments: list[str], ids: list[str]) -> None:
    """Filters hold together, look into lists and nested fields, and take no notice of case."""
    found = held_against("record-list", run("list", *arguments, "--catalogue", TINY, "--format", "json").out)
    assert ids == [record["id"] for record in found["records"]]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["gadgets"], "kinds: behaviours"),
        (["devices", "--where", "colour=red"], "fields: "),
        (["devices", "--where", "manufacturer"], "--where FIELD=VALUE"),
    ],
)
def test_list_says_what_there_is(run: Run, arguments: list[str], says: str) -> None:
    """A kind or field that does not exist gets those that do."""
    result = run("list", *arguments, "--catalogue", TINY)
    assert 2 == result.code
    assert says in " ".join(result.err.split())


def test_list_without_a_kind_counts_them(run: Run) -> None:
    """The overview has a line for each kind."""
    lines = run("list", "--catalogue", TINY).out.splitlines()
    assert [kind.folder for kind in KINDS] == [line.split()[1] for line in lines if line[:6].strip().isdigit()]
    counted = held_against("kinds", run("list", "--catalogue", TINY, "--format", "json").out)
    assert [kind.folder for kind in KINDS] == [line["kind"] for line in counted["kinds"]]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["18.17p"], "S1SR/18.17p"),
        (["4.4.2"], "4.4.2"),
        (["S1CE2003"], "S1CE2003"),
        (["03465317"], "ESME/1028/5678/0201/03465317"),
        (["billing", "data", "log", "fails"], "S1B-0001"),
    ],
)
def test_search_puts_the_right_record_first(run: Run, words: list[str], first: str) -> None:
    """Ids come before titles, titles before texts."""
    found = held_against("record-list", run("search", *words, "--format", "json").out)
    assert first == found["records"][0]["id"]


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
def test_every_rule_is_explained(run: Run, rule: Rule) -> None:
    """Each code prints why it exists, and a wrong and a right example."""
    result = run("explain", rule.code.lower())
    assert 0 == result.code
    assert result.out.startswith(f"{rule.code}  {rule.name}\n")
    assert "wrong, in " in result.out
    assert "right, in " in result.out


def test_codes_and_names_are_unique() -> None:
    """A code or name leads to one rule."""
    codes = [rule.code for rule in every_rule()]
    names = [rule.name for rule in every_rule()]
    assert sorted(set(codes)) == sorted(codes)
    assert sorted(set(names)) == sorted(names)


def test_unknown_code_gets_the_nearest(run: Run) -> None:
    """A code that no rule has is answered with those near it."""
    result = run("explain", "CAT01")
    assert 2 == result.code
    assert "CAT0" in result.err


def test_compile_twice_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    """The snapshot depends on the records alone."""
    written = []
    for name in ("one.json", "two.json"):
        result = run("compile", "--catalogue", TINY, "--out", str(tmp_path / name))
        assert 0 == result.code
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_compile_refuses_a_broken_catalogue(run: Run, tmp_path: Path) -> None:
    """A folder that is no catalogue is refused before anything is written."""
    result = run("compile", "--catalogue", str(tmp_path), "--out", str(tmp_path / "snapshot.json"))
    assert 2 == result.code
    assert "catalogue.yaml" in result.err
    assert not (tmp_path / "snapshot.json").exists()


@pytest.mark.parametrize("form", ["text", "json", "ndjson", "sarif", "junit", "github", "markdown"])
def test_clean_lint(run: Run, form: str) -> None:
    """A clean catalogue gives exit code 0 in every format."""
    result = run("lint", "--catalogue", TINY, "--format", form, "--as-of", "2026-01-31")
    assert (0, "") == (result.code, result.err)


def test_lint_findings_in_every_format(run: Run, tmp_path: Path) -> None:
    """A broken reference shows with file, line and code, and ends with exit code 1."""
    broken = tmp_path / "catalogue"
    for path in (ROOT / TINY).rglob("*.yaml"):
        copy = broken / path.relative_to(ROOT / TINY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8").replace("clause: INVENTED/9.1", "clause: INVENTED/9.7"), "utf-8")
    arguments = ["lint", "--catalogue", str(broken), "--as-of", "2026-01-31"]
    text = run(*arguments)
    assert 1 == text.code
    assert "catalogue/behaviours/S1B-9001.yaml:" in text.out
    assert "INVENTED/9.7\n" in text.out
    report = held_against("findings", run(*arguments, "--format", "json").out)
    codes = {finding["code"] for finding in report["findings"]}
    assert codes
    sarif = json.loads(run(*arguments, "--format", "sarif").out)
    assert codes == {result["ruleId"] for result in sarif["runs"][0]["results"]}
    assert codes == {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    *github, counts = run(*arguments, "--format", "github").out.splitlines()
    assert len(report["findings"]) == len(github)
    assert counts.startswith("s1sr lint: ")
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in github)
    junit = run(*arguments, "--format", "junit").out
    assert all(f'type="{code}"' in junit for code in codes)
    markdown = run(*arguments, "--format", "markdown").out
    assert len(report["findings"]) == sum("<code>" in line and line.startswith("| ") for line in markdown.splitlines())


@pytest.mark.parametrize("arguments", [["--help"], ["predict", "--help"], ["import", "cpl", "--help"], ["--version"]])
def test_help_is_there(run: Run, arguments: list[str]) -> None:
    """Every level has help, with an example on each command."""
    result = run(*arguments)
    assert 0 == result.code
    assert result.out.strip()
