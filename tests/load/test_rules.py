"""Each load rule shows what is wrong and what is right, and the loader agrees."""

import re
from pathlib import Path

import pytest

from s1sr_validator.load import rules
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.rules import LOAD_RULES
from s1sr_validator.model.rule import Rule
from tests.invented import tiny_copy

IN_ONE_FILE = [rule for rule in LOAD_RULES if rule not in {rules.UNREADABLE, rules.DUPLICATE_ID}]


def codes(folder: Path) -> set[str]:
    """Return the codes of everything that is wrong with a catalogue folder."""
    return {finding.code for finding in load_catalogue(folder).findings}


def place(folder: Path, rule: Rule, example: str) -> None:
    """Put an example where the key stands that its right form is about."""
    path = folder / rule.example.file
    key = re.escape(rule.example.right.strip().rpartition(":")[0])
    text, count = re.subn(
        rf"^( *){key}:.*$", lambda found: found[1] + example.strip("\n"), path.read_text(), flags=re.MULTILINE
    )
    assert 1 == count
    path.write_text(text)


def test_codes_and_names_are_stable_keys() -> None:
    """No two rules share a code or a name, and codes are in order."""
    found = [rule.code for rule in LOAD_RULES]
    assert sorted(set(found)) == found
    assert len(LOAD_RULES) == len({rule.name for rule in LOAD_RULES})


@pytest.mark.parametrize("rule", IN_ONE_FILE, ids=lambda rule: rule.name)
def test_wrong_example_is_found(rule: Rule, tmp_path: Path) -> None:
    """The wrong lines of the example give a finding of that rule."""
    folder = tiny_copy(tmp_path)
    place(folder, rule, rule.example.wrong)
    assert rule.code in codes(folder)


@pytest.mark.parametrize("rule", IN_ONE_FILE, ids=lambda rule: rule.name)
def test_right_example_is_fine(rule: Rule, tmp_path: Path) -> None:
    """The right lines of the example give no finding."""
    folder = tiny_copy(tmp_path)
    place(folder, rule, rule.example.right)
    assert set() == codes(folder)


def test_wrong_file_name_is_found(tmp_path: Path) -> None:
    """The example of a file that does not belong there."""
    folder = tiny_copy(tmp_path)
    (folder / rules.UNREADABLE.example.right).rename(folder / rules.UNREADABLE.example.wrong)
    assert "CAT001" in codes(folder)


def test_second_file_of_an_id_is_found(tmp_path: Path) -> None:
    """The example of two files with one id."""
    folder = tiny_copy(tmp_path)
    copy = folder / "services" / "copy" / "9.9.1.yaml"
    copy.parent.mkdir()
    copy.write_bytes((folder / "services/9.9.1.yaml").read_bytes())
    assert {"CAT010"} == codes(folder)
