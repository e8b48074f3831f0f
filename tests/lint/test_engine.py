"""The whole lint: what it runs, what it skips, and what it does about a rule that fails."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from s1sr_validator.lint.asking import CRASHED, RuleModule
from s1sr_validator.lint.context import Context
from s1sr_validator.lint.engine import LintResult, lint
from s1sr_validator.lint.registry import LINT_RULES, RECORD_RULES, TREE_RULES
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.rules import LOAD_RULES
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Rule
from tests.invented import TINY, edit, tiny_copy

AS_OF = dt.date(2026, 1, 31)
CLAUSE = ("behaviours/S1B-9001.yaml", "clause: INVENTED/9.1", "clause: INVENTED/9.7")
TITLE = ("sources/invented-annex-paper.yaml", "title: An invented paper about the annex", 'title: " An invented paper"')
BROKEN = ("services/9.9.2.yaml", "critical: false", "critical: maybe")


class Invented:
    """A rule that yields one finding, and then fails if it is told to."""

    def __init__(self, code: str, error: Exception | None = None) -> None:
        """Take the rule's code and what it raises."""
        self.RULE: Rule = msgspec.structs.replace(LINT_RULES[0], code=code, name="invented-rule")
        self._error = error

    def check(self, _: Context) -> Iterator[Finding]:
        """Yield a finding; then raise the error."""
        yield self.RULE.finding("invented", Location(file="invented.yaml"))
        if self._error:
            raise self._error


def linted(folder: Path, *edits: tuple[str, str, str]) -> LintResult:
    """Return what lint finds in a copy of the invented catalogue after edits."""
    catalogue = tiny_copy(folder)
    for file, old, new in edits:
        edit(catalogue, file, old, new)
    return lint(load_catalogue(catalogue), as_of=AS_OF)


def asked(*rules: RuleModule) -> LintResult:
    """Return what these rules alone find in the invented catalogue, which then has no exceptions."""
    loaded = load_catalogue(TINY)
    records = msgspec.structs.replace(loaded.records, exceptions=())
    return lint(msgspec.structs.replace(loaded, records=records), as_of=AS_OF, record_rules=rules, tree_rules=())


def codes(result: LintResult) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in result.findings]


def test_everything_is_run_over_a_catalogue_that_can_be_read() -> None:
    """A clean result says by how many rules and over how many records it is clean."""
    loaded = load_catalogue(TINY)
    result = lint(loaded, as_of=AS_OF)
    assert ((), ()) == (result.findings, result.rules_skipped)
    assert {rule.code for rule in (*LOAD_RULES, *LINT_RULES)} - {CRASHED.code} == set(result.rules_run)
    assert len(loaded.files) - 1 == result.records_checked


def test_rules_over_the_whole_are_skipped_where_a_record_cannot_be_read(tmp_path: Path) -> None:
    """Rules about single records still report; those that need every record say that they were skipped."""
    result = linted(tmp_path, BROKEN, CLAUSE)
    assert {module.RULE.code for module in TREE_RULES} == set(result.rules_skipped)
    assert {module.RULE.code for module in RECORD_RULES} <= set(result.rules_run)
    assert {"CAT007", "CAT101"} == set(codes(result))


def test_a_record_that_cannot_be_read_is_not_reported_as_missing(tmp_path: Path) -> None:
    """The services that behaviours name exist, although one of their files is broken."""
    assert ["CAT007"] == codes(linted(tmp_path, BROKEN))


def test_an_empty_folder_is_not_clean(tmp_path: Path) -> None:
    """Nothing was checked, and the result says so."""
    result = lint(load_catalogue(tmp_path), as_of=AS_OF)
    assert 0 == result.records_checked
    assert ["CAT001"] == codes(result)


def test_findings_are_sorted_and_each_is_there_once(tmp_path: Path) -> None:
    """Findings of all rules come in the order of their places."""
    result = linted(tmp_path, CLAUSE, TITLE)
    assert len(result.findings) == len(set(result.findings))
    assert list(result.findings) == sorted(result.findings, key=Finding.sort_key)
    assert {"CAT101", "CAT105"} <= set(codes(result))


@pytest.mark.parametrize("error", [ValueError("an invented fault"), KeyError("invented"), RecursionError()])
def test_a_rule_that_crashes_is_a_finding(error: Exception) -> None:
    """The crash names the rule and the exception; what the rule had found before is kept, other rules go on."""
    result = asked(Invented("CAT997", error), Invented("CAT998"))
    assert ["CAT199", "CAT997", "CAT998"] == sorted(codes(result))
    (crash,) = (finding for finding in result.findings if finding.code == CRASHED.code)
    assert Severity.ERROR is crash.severity
    assert crash.message == f"CAT997 invented-rule crashed: {type(error).__name__}: {error}"
    assert "test_engine.py, line" in crash.tip


def test_a_rule_that_crashed_has_not_been_run() -> None:
    """It is neither among the rules that were run nor among those that were skipped."""
    result = asked(Invented("CAT997", ValueError("an invented fault")), Invented("CAT998"))
    assert {"CAT998"} == {"CAT997", "CAT998"} & {*result.rules_run, *result.rules_skipped}
