"""What a project's file names is looked up; what is not there is a finding, and accepts nothing."""

import functools
from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking.project_meaning import ProjectMeaning, meaning_of
from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.load.project_file import project_from
from s1sr_validator.load.project_rules import PROJECT_RULES
from s1sr_validator.messages.rules import READING_RULES
from s1sr_validator.model.rule import Rule
from s1sr_validator.prediction.devices import find_devices
from tests.invented import GAS, LOG, MAKER_ONE

EUI = "00-00-5e-ef-10-00-00-a1"


def meaning(catalogue: Catalogue, text: str) -> ProjectMeaning:
    """Return what a text means by a catalogue."""
    project = project_from(text.encode(), name="s1sr.toml", folder="/invented")
    devices_of = functools.partial(find_devices, lookup=catalogue.lookup)
    return meaning_of(project, (*READING_RULES, *CHECKING_RULES), catalogue.lookup, devices_of)


def suppression(**keys: str) -> str:
    """Return a suppression as text."""
    keys = {"code": "REQ107", "reason": "invented", "expires": "never"} | keys
    return "[[suppress]]\n" + "".join(f'{key} = "{text}"\n' for key, text in keys.items())


@pytest.mark.parametrize(
    ("text", "expected", "tip"),
    [
        ("[check]\nselect = ['REQ170']", ("PRJ007", 2, "check.select"), "nearest: "),
        ("[check]\nignore = ['CAT150']", ("PRJ007", 2, "check.ignore"), ""),
        ("[check]\nignore = ['REQ0']", ("PRJ008", 2, "check.ignore"), "take it out"),
        ("[check]\nignore = ['REQ007']", ("PRJ008", 2, "check.ignore"), "take it out"),
        ("[check]\nrole = 'SI'", ("PRJ013", 2, "check.role"), "one of: "),
        ("[check]\ndevice = 'ESME/FFFF'", ("PRJ010", 2, "check.device"), "nearest: ESME/FFF"),
        ("[check]\ndevice = 'meter'", ("PRJ010", 2, "check.device"), "device types: "),
        (suppression(code="period-emtpy"), ("PRJ007", 2, "suppress[0].code"), "period-empty"),
        (suppression(code="REQ10"), ("PRJ007", 2, "suppress[0].code"), "REQ101, REQ102"),
        (suppression(code="REQ199"), ("PRJ008", 2, "suppress[0].code"), "take it out"),
        (suppression(srv="9.9.7"), ("PRJ009", 5, "suppress[0].srv"), "nearest: 9.9."),
        (suppression(device="ESME/FFFF"), ("PRJ010", 5, "suppress[0].device"), "nearest: ESME/FFF"),
        (f"[devices]\n{EUI} = 'ESME/FFF0'", ("PRJ010", 2, f"devices.{EUI}"), f"for example {MAKER_ONE}"),
        (f"[devices]\n{EUI} = 'ESME/FFFF'", ("PRJ010", 2, f"devices.{EUI}"), "nearest: ESME/FFF"),
    ],
)
def test_problem(tiny: Catalogue, text: str, expected: tuple[str, int, str], tip: str) -> None:
    """Each name that leads nowhere is one finding with the nearest that there is, and nothing of it is left."""
    project, targets = meaning(tiny, text)
    assert [expected] == [(each.code, each.location.line, each.location.path) for each in project.findings]
    assert tip in project.findings[0].tip
    assert ((), {}) == (project.suppressions, targets)
    assert ("", "") == (project.defaults.role, project.defaults.device)
    assert ((), ()) == (project.selection.select, project.selection.ignore)


def test_what_is_sound_is_written_as_findings_have_it(tiny: Catalogue) -> None:
    """Names become codes, keys and EUI-64 upper case; a key that stands for one model is enough."""
    text = "[check]\nselect = ['Period-Empty', 'req1']\nrole = 'is'\n" + suppression(
        code="period-empty", srv=LOG, device="esme/fff0"
    )
    project, targets = meaning(tiny, f"{text}[devices]\n{EUI} = 'GSME'\n")
    assert () == project.findings
    assert (("REQ108", "REQ1"), "IS") == (project.selection.select, project.defaults.role)
    assert [("REQ108", LOG, "ESME/FFF0")] == [(each.code, each.srv, each.device) for each in project.suppressions]
    assert {EUI.upper(): GAS} == {eui: device.id for eui, device in targets.items()}


def test_one_unsound_suppression_costs_no_other(tiny: Catalogue) -> None:
    """Every problem is reported, and what is right still holds."""
    project, _ = meaning(tiny, suppression(srv="9", device="ESME/FFFF") + suppression())
    assert ["PRJ009", "PRJ010"] == [each.code for each in project.findings]
    assert [1] == [each.number for each in project.suppressions]


RIGHT = """\
[check]
ignore = ["period-empty"]
fail_on = "error"
role = "IS"

[[suppress]]
code = "REQ107"
srv = "4.10"
path = "body.ReadLogPeriod.EndDateTime"
reason = "the test harness sends it so"
expires = 2200-01-01

[devices]
00-00-5E-EF-10-00-00-A1 = "ESME/1028/5678/0201/03465317"
"""
OF_A_RUN = {"PRJ001", "PRJ002", "PRJ003", "PRJ014", "PRJ015"}
"""Rules whose example stops the run, or is wrong only beside requests. This list may only shrink."""


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    """The catalogue of this checkout, which examples are about."""
    return Catalogue.bundled()


def test_the_right_examples_stand_in_a_file_without_findings(bundled: Catalogue) -> None:
    """The file in which every right example stands has nothing wrong."""
    assert () == meaning(bundled, RIGHT).project.findings


@pytest.mark.parametrize(
    "rule", [rule for rule in PROJECT_RULES if rule.code not in OF_A_RUN], ids=lambda rule: rule.code
)
def test_the_wrong_example_is_reported(bundled: Catalogue, rule: Rule) -> None:
    """Writing the wrong example in place of the right one makes the rule, and no other, report."""
    assert 1 == RIGHT.count(rule.example.right)
    wrong = RIGHT.replace(rule.example.right, rule.example.wrong)
    assert {rule.code} == {each.code for each in meaning(bundled, wrong).project.findings}


def test_codes_and_names_are_stable_keys() -> None:
    """No two rules share a code or a name, and codes are in order."""
    codes: list[Any] = [rule.code for rule in PROJECT_RULES]
    assert sorted(set(codes)) == codes
    assert len(codes) == len({rule.name for rule in PROJECT_RULES})
