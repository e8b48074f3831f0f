"""`s1sr history`, `timeline`, `exclusion` and `sources` as a person runs them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
TINY = "tests/tiny_catalogue"
Run = Callable[..., Any]


def as_json(run: Run, name: str, *arguments: str, code: int = 0) -> dict[str, Any]:
    """Return a command's JSON, held against its published schema."""
    result = run(*arguments, "--format", "json")
    assert (code, "") == (result.code, result.err)
    value: dict[str, Any] = json.loads(result.out)
    schema = json.loads((ROOT / "schemas" / "output" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(value)
    return value


def test_history_of_the_proposed_clause(run: Run) -> None:
    """Consulted, closing, report, planned re-designation: in order, and what did not surely happen says so."""
    moments = as_json(run, "moments", "history", "S1B-0001")["moments"]
    assert [
        ("2025-10-17", "consulted", "happened"),
        ("2025-11-14", "consultation closes", "announced"),
        ("2025-11-21", "submitted", "announced"),
        ("2025-12-12", "designated", "announced"),
    ] == [(found["date"], found["what"], found["status"]) for found in moments if found["record"] == "S1B-0001"]
    assert sorted(found["date"] for found in moments) == [found["date"] for found in moments]


def test_history_as_a_page(run: Run) -> None:
    """The page gives each date, what it is, and where that is stated."""
    result = run("history", "S1B-0001")
    assert 0 == result.code
    assert "2025-10-17  consulted: behaviour S1B-0001" in result.out
    assert "(announced)" in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 80


@pytest.mark.parametrize("cohort", ["DA", "moc-secure", "MOC (Secure)", "da"])
def test_timeline_by_any_name_of_a_cohort(run: Run, cohort: str) -> None:
    """Id, name and GroupID lead to one cohort: its last EPCL entry, its draft timetable, its exclusions."""
    moments = as_json(run, "moments", "timeline", "--cohort", cohort)["moments"]
    facts = {(found["date"], found["what"], found["status"]) for found in moments}
    assert ("2023-10", "last epcl entry", "happened") in facts
    assert ("2025-09-28", "rp decommissioning date", "draft") in facts
    assert ("2025-07-28", "about 5,279,000 meters", "figure") in facts


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["timeline", "--cohort", "QQ"], "moc-secure (MOC (Secure), DA)"),
        (["history", "S1B-0099"], "nearest: S1B-00"),
        (["exclusion", "--fact", "installation.colour=red"], "installation.cohort (text"),
        (["exclusion", "--fact", "installation.separate_weeks=many"], "is not a whole number"),
        (["sources", "no-such-source"], "see: s1sr list sources"),
        (["sources", "mmc-xsd-5.4", "--coverage"], "does not list its parts"),
    ],
)
def test_wrong_use_says_what_there_is(run: Run, arguments: list[str], says: str) -> None:
    """An unknown name is answered with those that are known."""
    result = run(*arguments)
    assert (2, "") == (result.code, result.out)
    assert says in " ".join(result.err.split())


@pytest.mark.parametrize(
    ("arguments", "met"),
    [
        (
            ["--cohort", "IOC", "--dormant", "--attempts", "3", "--separate-weeks", "3", "--error", "MA112"],
            {"no-wan-attempting-migration": "true", "five-retries-attempting-migration": "false"},
        ),
        (
            [
                "--cohort",
                "DA",
                "--dormant",
                "--attempts",
                "5",
                "--separate-weeks",
                "5",
                "--error",
                "MA112",
                "--fact",
                "installation.table_5_10_error=false",
            ],
            {"no-wan-attempting-migration": "false", "five-retries-attempting-migration": "true"},
        ),
        (["--cohort", "ioc", "--dormant"], {"no-wan-attempting-migration": "unknown"}),
        (["--cohort", "ioc", "--active"], {"no-wan-attempting-migration": "false"}),
    ],
)
def test_exclusion_by_evidence(run: Run, arguments: list[str], met: dict[str, str]) -> None:
    """What is known of an installation decides each category, or leaves it open; those met come first."""
    categories = as_json(run, "exclusions", "exclusion", *arguments)["categories"]
    found = {category["exclusion"]: category["met"] for category in categories}
    assert met == {name: found[name] for name in met}
    order = ["true", "unknown", "false"]
    ranks = [order.index(category["met"]) for category in categories]
    assert sorted(ranks) == ranks


def test_show_tells_the_evidence_rule(run: Run) -> None:
    """An exclusion category's page has its rule in words, a behaviour without a condition says always."""
    shown = " ".join(run("show", "exclusion:no-wan-attempting-migration").out.split())
    assert "the error code of the failed Migration attempts is MA112" in shown
    assert "when always" in " ".join(run("show", "S1B-9002", "--catalogue", TINY).out.split())


def test_exclusion_says_that_it_is_history(run: Run) -> None:
    """The page names the rule and what is open, and that nothing is excluded any more."""
    result = run("exclusion", "--cohort", "IOC", "--dormant")
    assert 0 == result.code
    words = " ".join(result.out.split())
    assert "History: these categories stood in the SMETS1 TMAD" in words
    assert "state.installation.separate_weeks" in words


@pytest.mark.parametrize(
    "source",
    [
        "dcc-consultation-2025-07-28",
        "dcc-consultation-2025-10-17",
        "beis-direction-2022-06-09",
        "dcc-consultation-2022-12-05",
        "dcc-briefing-2021-11-03",
    ],
)
def test_every_part_of_each_paper_is_accounted_for(run: Run, source: str) -> None:
    """Each numbered part is cited by a record, or set aside with a reason; and most are cited."""
    (use,) = as_json(run, "sources", "sources", source, "--coverage")["sources"]
    assert all(part["cited_by"] or part["set_aside"] for part in use["parts"])
    cited = [part for part in use["parts"] if part["cited_by"]]
    assert len(cited) > 0.8 * len(use["parts"])
    assert 0 == run("sources", source, "--coverage").code


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [("dcc-consultation-2025-07-28", 54), ("dcc-consultation-2025-10-17", 52), ("beis-direction-2022-06-09", 18)],
)
def test_no_numbered_paragraph_is_left_out_of_the_list(run: Run, source: str, paragraphs: int) -> None:
    """The list of parts that coverage is measured against holds every numbered paragraph of the paper."""
    (use,) = as_json(run, "sources", "sources", source, "--coverage")["sources"]
    assert {f"paragraph {number}" for number in range(1, paragraphs + 1)} <= {part["part"] for part in use["parts"]}


def test_coverage_with_an_open_part_ends_with_exit_code_1(run: Run, tmp_path: Path) -> None:
    """A part that nobody cites and nobody set aside is named, and the run does not pass."""
    for path in (ROOT / TINY).rglob("*.yaml"):
        copy = tmp_path / "catalogue" / path.relative_to(ROOT / TINY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8")
        if path.name == "invented-source.yaml":
            text += "places: [a part that nobody names]\n" if "\nplaces:" not in text else ""
            text = text.replace("\nplaces:\n", "\nplaces:\n  - a part that nobody names\n")
        copy.write_text(text, "utf-8")
    result = run("sources", "invented-source", "--coverage", "--catalogue", str(tmp_path / "catalogue"))
    assert 1 == result.code
    assert "nobody cites it" in result.out


def test_sources_count_what_rests_on_them(run: Run) -> None:
    """Without --coverage each source has one entry."""
    report = as_json(run, "sources", "sources")
    counted = {use["source"]: use["records"] for use in report["sources"]}
    assert counted["cpl-2.051"] > 131
    assert f"{len(counted)} sources" in run("sources").out
