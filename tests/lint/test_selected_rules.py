"""Lint asks the rules that are selected, and says nothing of the others."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from s1sr_validator.lint.engine import LintResult, lint
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.project import EVERYTHING, Selection
from tests.invented import tiny_copy

AS_OF = dt.date(2026, 1, 31)


@pytest.fixture
def linted(tmp_path: Path) -> Callable[..., LintResult]:
    """Return a function that asks the selected rules about the invented catalogue with one file changed."""

    def ask(selection: Selection, text: str = "") -> LintResult:
        folder = tiny_copy(tmp_path / str(len(list(tmp_path.iterdir()))))
        if text:
            (folder / "services" / "9.9.9.yaml").write_text(text, "utf-8")
        return lint(load_catalogue(folder), as_of=AS_OF, selection=selection)

    return ask


def test_a_rule_that_is_left_out_is_neither_run_nor_skipped(linted: Callable[..., Any]) -> None:
    """Its findings are not there, and its exceptions are not unused: the tiny catalogue needs one for CAT150."""
    result = linted(Selection(ignore=("CAT150",)))
    assert () == result.findings
    assert "CAT150" not in {*result.rules_run, *result.rules_skipped}
    assert {"CAT150"} == {*linted(EVERYTHING).rules_run} - {*result.rules_run}


def test_only_selected_rules_are_skipped(linted: Callable[..., Any]) -> None:
    """Where a file cannot be read, that is said in any case, and of the selected rules only."""
    result = linted(Selection(select=("CAT15",)), "name: [unclosed")
    assert {"CAT002"} == {finding.code for finding in result.findings}
    assert {"CAT15"} == {code[:5] for code in result.rules_skipped}
