"""Every rule about requests: its code, its name, its file, and its example, which is tried on real requests."""

import importlib
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking import rules as rules_package
from s1sr_validator.checking.asking import RuleModule
from s1sr_validator.checking.registry import CHECKING_RULES, RULES
from s1sr_validator.cli.explain_command import every_rule
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.rule import Rule

RULE_FILES = sorted(path for path in Path(rules_package.__path__[0]).glob("*.py") if path.name != "__init__.py")
AS_OF = "2026-01-31"


def request(srv: str, body: str, *, variant: str = "1") -> str:
    """Return a small valid request."""
    return (
        f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4"><sr:Header>'
        "<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001</sr:RequestID>"
        f"<sr:CommandVariant>{variant}</sr:CommandVariant>"
        f"<sr:ServiceReference>{srv[:3]}</sr:ServiceReference>"
        f"<sr:ServiceReferenceVariant>{srv}</sr:ServiceReferenceVariant>"
        f"</sr:Header><sr:Body>{body}</sr:Body></sr:Request>"
    )


REQUESTS = {
    "request.xml": request(
        "4.4.2",
        "<sr:RetrieveCoMOrTariffTriggeredBillingDataLog>"
        "<sr:ExecutionDateTime>2126-02-01T00:00:00Z</sr:ExecutionDateTime>"
        "<sr:ReadLogPeriod><sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>"
        "<sr:EndDateTime>2025-07-01T00:00:00Z</sr:EndDateTime></sr:ReadLogPeriod>"
        "<sr:KAPublicSecurityCredentials>QUJD</sr:KAPublicSecurityCredentials>"
        "</sr:RetrieveCoMOrTariffTriggeredBillingDataLog>",
    ),
    "read_configuration.xml": request(
        "6.2.4", "<sr:ReadDeviceConfigurationIdentityExcMPxN></sr:ReadDeviceConfigurationIdentityExcMPxN>"
    ),
    "top_up.xml": request("2.2", "<sr:TopUpDevice><sr:UTRN>00000000000000000000</sr:UTRN></sr:TopUpDevice>"),
    "read_inventory.xml": request("8.2", "<sr:ReadInventory><sr:UPRN>1</sr:UPRN></sr:ReadInventory>", variant="8"),
}
"""The requests that examples are edits of; none of them has findings."""

IN_WORDS = {"REQ119", "REQ199"}
"""Rules whose example cannot be tried: no removed Device Model is recorded, and no rule crashes. It may only shrink."""

COMMANDS = {"REQ116", "REQ117", "REQ118"}
EDITS = [rule for rule in CHECKING_RULES if rule.code not in IN_WORDS | COMMANDS]

Codes = Callable[..., set[str]]


@pytest.fixture(scope="module")
def codes() -> Codes:
    """Return a function that gives the codes of the findings for a request, by the catalogue of this checkout."""
    bundled = Catalogue.bundled()

    def check(xml: str, **given: str) -> set[str]:
        return {finding.code for finding in bundled.check(xml, as_of=AS_OF, **given).findings}

    return check


@pytest.mark.parametrize("name", REQUESTS)
def test_the_right_requests_have_no_findings(codes: Codes, name: str) -> None:
    """The requests in which every right example stands break no rule."""
    assert set() == codes(REQUESTS[name])


@pytest.mark.parametrize("rule", EDITS, ids=lambda rule: rule.code)
def test_the_wrong_example_is_reported(codes: Codes, rule: Rule) -> None:
    """Writing the wrong example in place of the right one makes the rule, and no other, report."""
    xml = REQUESTS[rule.example.file]
    assert 1 == xml.count(rule.example.right)
    assert {rule.code} == codes(xml.replace(rule.example.right, rule.example.wrong))


@pytest.mark.parametrize("rule", [rule for rule in CHECKING_RULES if rule.code in COMMANDS], ids=lambda rule: rule.code)
def test_the_wrong_command_is_reported(codes: Codes, rule: Rule) -> None:
    """The wrong command makes the rule report, the right one does not."""
    for command, expected in ((rule.example.wrong, {rule.code}), (rule.example.right, set())):
        program, verb, file, *options = shlex.split(command)
        assert ("s1sr", "check") == (program, verb)
        given = {name.removeprefix("--"): value for name, value in zip(options[::2], options[1::2], strict=True)}
        assert expected == codes(REQUESTS[file], **given)


def test_codes_and_names_are_unique_and_in_order() -> None:
    """A code or a name means one rule, over the whole package."""
    found = [rule.code for rule in CHECKING_RULES]
    assert sorted(set(found)) == found
    assert len(every_rule()) == len({rule.code for rule in every_rule()})
    assert set(CHECKING_RULES) <= set(every_rule())


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.RULE.code)
def test_the_file_has_the_name_of_its_rule(module: RuleModule) -> None:
    """Whoever reads a rule's name in a report finds the file."""
    assert f"s1sr_validator.checking.rules.{module.RULE.name.replace('-', '_')}" == getattr(module, "__name__", "")


def test_every_rule_file_is_in_the_registry() -> None:
    """A rule that nobody asks is no rule."""
    files = [importlib.import_module(f"s1sr_validator.checking.rules.{path.stem}") for path in RULE_FILES]
    assert sorted(map(repr, files)) == sorted(map(repr, RULES))
