"""Every rule about requests: its code, its name, its file, and its example, which is tried on real requests."""

import importlib
import shlex
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking import batch_rules as batch_package
from s1sr_validator.checking import rules as rules_package
from s1sr_validator.checking.registry import BATCH_RULES, CHECKING_RULES, RULES
from s1sr_validator.cli.explain_command import every_rule
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.rule import Rule

PACKAGES = ((rules_package, RULES), (batch_package, BATCH_RULES))
AS_OF = "2026-01-31"


def request(srv: str, body: str, *, variant: str = "1", sequence: str = "") -> str:
    """Return a small valid request."""
    return (
        f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4"><sr:Header>'
        f"<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001</sr:RequestID>{sequence}"
        f"<sr:CommandVariant>{variant}</sr:CommandVariant>"
        f"<sr:ServiceReference>{'.'.join(srv.split('.')[:2])}</sr:ServiceReference>"
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
    "sequence.xml": request(
        "6.2.4",
        "<sr:ReadDeviceConfigurationIdentityExcMPxN/>",
        sequence="<sr:FirstInSequence>false</sr:FirstInSequence><sr:PrecedingServiceRequestID>"
        "00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1000</sr:PrecedingServiceRequestID>",
    ),
    "critical.xml": request("7.1", "<sr:EnableSupply/>", variant="4"),
    "signed.xml": request(
        "7.1", "<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>", variant="5"
    ),
    "daily_log.xml": request(
        "4.6.1",
        "<sr:RetrieveImportDailyReadLog><sr:ReadLogPeriod><sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>"
        "<sr:EndDateTime>2025-01-08T00:00:00Z</sr:EndDateTime></sr:ReadLogPeriod></sr:RetrieveImportDailyReadLog>",
    ),
    "clock.xml": request(
        "6.11",
        "<sr:SynchroniseClock><sr:CurrentDateTime>2026-01-31T12:00:00Z</sr:CurrentDateTime>"
        "<sr:TolerancePeriod>10</sr:TolerancePeriod></sr:SynchroniseClock>",
        variant="4",
    ),
    "power_threshold.xml": request(
        "6.12",
        "<sr:UpdateDeviceConfigurationInstantaneousPowerThreshold>"
        "<sr:LowMediumPowerThreshold>2000</sr:LowMediumPowerThreshold>"
        "<sr:MediumHighPowerThreshold>4000</sr:MediumHighPowerThreshold>"
        "</sr:UpdateDeviceConfigurationInstantaneousPowerThreshold>",
    ),
    "limit.xml": request(
        "7.16",
        '<sr:LimitAPCLevel auxiliaryControllerN="1"><sr:EndDateTime>2126-06-01T12:00:00Z</sr:EndDateTime>'
        "<sr:StartDateTime>2126-06-01T11:00:00Z</sr:StartDateTime><sr:CommandedStateLevel>1</sr:CommandedStateLevel>"
        "</sr:LimitAPCLevel>",
        variant="4",
    ),
    "schedule.xml": request(
        "5.1",
        "<sr:CreateSchedule><sr:ScheduleFrequency>Daily</sr:ScheduleFrequency>"
        "<sr:ScheduleStartDate>2126-01-01</sr:ScheduleStartDate><sr:ScheduleEndDate>2126-12-01</sr:ScheduleEndDate>"
        "<sr:DSPScheduledServiceReference>4.6</sr:DSPScheduledServiceReference>"
        "<sr:DSPScheduledServiceReferenceVariant>4.6.1</sr:DSPScheduledServiceReferenceVariant>"
        "<sr:DeviceID>00-00-5E-EF-10-00-00-A1</sr:DeviceID><sr:DSPRetrieveImportDailyReadLog>"
        "<sr:StartDateOffset>-7</sr:StartDateOffset><sr:StartTime>00:00:00</sr:StartTime>"
        "<sr:EndDateOffset>-1</sr:EndDateOffset><sr:EndTime>23:59:59</sr:EndTime>"
        "</sr:DSPRetrieveImportDailyReadLog></sr:CreateSchedule>",
        variant="8",
    ),
    "read_schedule.xml": request(
        "5.2", "<sr:ReadSchedule><sr:DeviceID>00-00-5E-EF-10-00-00-A1</sr:DeviceID></sr:ReadSchedule>", variant="8"
    ),
    "prenotification.xml": request(
        "12.2",
        "<sr:DevicePrenotification><sr:DeviceID>00-00-5E-EF-10-00-00-A1</sr:DeviceID>"
        "<sr:DeviceManufacturer>1028</sr:DeviceManufacturer><sr:DeviceModel>5678</sr:DeviceModel>"
        "<sr:DeviceType>ESME</sr:DeviceType><sr:SMETSCHTSVersion>SMETS V1.2</sr:SMETSCHTSVersion>"
        "<sr:FirmwareVersion>03465317</sr:FirmwareVersion></sr:DevicePrenotification>",
        variant="8",
    ),
    "read_inventory.xml": request("8.2", "<sr:ReadInventory><sr:UPRN>1</sr:UPRN></sr:ReadInventory>", variant="8"),
}
"""The requests that examples are edits of; none of them has findings but those that are named below."""

REMARKS = {"signed.xml": {"REQ120"}}
"""What is pointed out about a request in which nothing is wrong."""

ALSO = {"REQ134": {"REQ120"}}
"""What is pointed out beside a rule wherever that rule reports: a signed pre-command is one of any service."""

STATED = {"REQ122", "REQ151", "REQ153", "REQ154", "REQ155"}
"""Rules about what only the caller can state: the schemas at hand, what the targets are, a model that is not SMETS1."""

IN_WORDS = {"REQ119", "REQ199", "REQ399"} | STATED | {module.RULE.code for module in BATCH_RULES}
"""Rules whose example cannot be tried by one file: no removed Device Model is recorded, no rule crashes, what is stated
stands in no request, and a batch has several. It may only shrink."""

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
    assert REMARKS.get(name, set()) == codes(REQUESTS[name])


@pytest.mark.parametrize("rule", EDITS, ids=lambda rule: rule.code)
def test_the_wrong_example_is_reported(codes: Codes, rule: Rule) -> None:
    """Writing the wrong example in place of the right one makes the rule, and no other, report."""
    xml = REQUESTS[rule.example.file]
    assert 1 == xml.count(rule.example.right)
    remarks = REMARKS.get(rule.example.file, set()) | ALSO.get(rule.code, set())
    assert {rule.code} | remarks == codes(xml.replace(rule.example.right, rule.example.wrong))


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


@pytest.mark.parametrize(
    ("package", "module"),
    [(package.__name__, module) for package, modules in PACKAGES for module in modules],
    ids=lambda given: given if isinstance(given, str) else given.RULE.code,
)
def test_the_file_has_the_name_of_its_rule(package: str, module: ModuleType) -> None:
    """Whoever reads a rule's name in a report finds the file."""
    assert f"{package}.{module.RULE.name.replace('-', '_')}" == module.__name__


@pytest.mark.parametrize(("package", "modules"), PACKAGES, ids=lambda given: getattr(given, "__name__", ""))
def test_every_rule_file_is_in_the_registry(package: ModuleType, modules: tuple[object, ...]) -> None:
    """A rule that nobody asks is no rule."""
    names = [path.stem for path in Path(package.__path__[0]).glob("*.py") if path.name != "__init__.py"]
    files = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    assert sorted(map(repr, files)) == sorted(map(repr, modules))
