"""Every rule: its code, its name, its file, and its example, which is tried on the invented catalogue."""

import datetime as dt
import importlib
from pathlib import Path

import pytest

from s1sr_validator.lint import rules as rules_package
from s1sr_validator.lint.asking import CRASHED, RuleModule
from s1sr_validator.lint.engine import lint
from s1sr_validator.lint.registry import LINT_RULES, RECORD_RULES, TREE_RULES
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.rules import LOAD_RULES
from s1sr_validator.model.rule import Rule
from tests.invented import TINY, edit, tiny_copy

AS_OF = dt.date(2026, 1, 31)
MODULES = (*RECORD_RULES, *TREE_RULES)
RULES_FOLDER = Path(rules_package.__path__[0])
RULE_FILES = sorted(path for path in RULES_FOLDER.glob("*.py") if path.name != "__init__.py")

REPORTED_ELSEWHERE = {
    "CAT134": "behaviours/S1B-9005.yaml",
    "CAT150": "sources/invented-third-paper.yaml",
    "CAT151": "states/invented_mode.name.yaml",
    "CAT176": "behaviours/S1B-9002.yaml",
}
"""Rules about records that nothing uses or names: the example changes the record that did."""

IN_WORDS = {"CAT001", CRASHED.code}
"""Rules whose example is no edit of one file of the invented catalogue. This list may only shrink."""

EXECUTABLE = [rule for rule in (*LOAD_RULES, *LINT_RULES) if rule.code not in IN_WORDS]


def files_reported(catalogue: Path, code: str) -> set[str]:
    """Return the files, below the catalogue, in which lint finds something by a rule."""
    found = lint(load_catalogue(catalogue), as_of=AS_OF).findings
    return {finding.location.file.partition("/")[2] for finding in found if finding.code == code}


def test_the_right_examples_stand_in_a_catalogue_without_findings() -> None:
    """The invented catalogue, in which every right example stands, breaks no rule."""
    assert () == lint(load_catalogue(TINY), as_of=AS_OF).findings


@pytest.mark.parametrize("rule", EXECUTABLE, ids=lambda rule: rule.code)
def test_the_wrong_example_is_reported(rule: Rule, tmp_path: Path) -> None:
    """Writing the wrong example in place of the right one makes the rule report, at that file."""
    catalogue = tiny_copy(tmp_path)
    edit(catalogue, rule.example.file, rule.example.right, rule.example.wrong)
    assert REPORTED_ELSEWHERE.get(rule.code, rule.example.file) in files_reported(catalogue, rule.code)


def test_examples_in_words_are_no_edits() -> None:
    """An example that could be tried is tried."""
    in_words = {
        rule.code
        for rule in (*LOAD_RULES, *LINT_RULES)
        if not (TINY / rule.example.file).is_file()
        or rule.example.right not in (TINY / rule.example.file).read_text("utf-8")
    }
    assert in_words == IN_WORDS


def test_codes_and_names_are_unique_and_in_order() -> None:
    """A code or a name means one rule, and the list is in the order of the codes."""
    rules = (*LOAD_RULES, *LINT_RULES)
    codes = [rule.code for rule in rules]
    assert codes == sorted(set(codes))
    assert len(rules) == len({rule.name for rule in rules})


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.RULE.code)
def test_the_file_has_the_name_of_its_rule(module: RuleModule) -> None:
    """Whoever reads a rule's name in a report finds the file."""
    assert f"s1sr_validator.lint.rules.{module.RULE.name.replace('-', '_')}" == getattr(module, "__name__", "")


def test_every_rule_file_is_in_the_registry() -> None:
    """A rule that nobody asks is no rule."""
    files = [importlib.import_module(f"s1sr_validator.lint.rules.{path.stem}") for path in RULE_FILES]
    assert sorted(map(repr, files)) == sorted(map(repr, MODULES))
