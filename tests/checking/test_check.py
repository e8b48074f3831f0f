"""Checking as a whole: which rules are asked, what a crash becomes, and laws over any text."""

from collections.abc import Iterator
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.checking.asking import ask
from s1sr_validator.checking.check import check
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.registry import (
    BODY_RULES,
    DEVICE_RULES,
    INSTALLED_RULES,
    MODEL_RULES,
    ROLE_RULES,
    RULES,
    TARGET_DEVICE_RULES,
    TARGET_RULES,
)
from s1sr_validator.checking.rules import service_reference
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.request import COMMAND_VARIANT, REQUEST_ID, SERVICE_REFERENCE, RequestField
from tests.checking.asked import AS_OF, SERVICES, context_of
from tests.invented import MAKER_ONE, request_xml

Fields = dict[str, tuple[RequestField, ...]]

EVERYTHING = {
    "device": MAKER_ONE,
    "targets": {"00-00-00-00-00-00-00-0A": MAKER_ONE},
    "schema_versions": ("5.4",),
}
"""What is given where no rule is to be left out for want of it."""

NEAR_MISSES = st.sampled_from(
    (
        "",
        "0",
        "01",
        "9",
        "-1",
        "+1",
        "\u0661",
        "1e3",
        "true",
        "TRUE",
        "2025-02-30T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
    )
)
TEXTS = st.one_of(st.text(), NEAR_MISSES, st.datetimes().map(str), st.integers().map(str))
PATHS = st.sampled_from(
    (
        "ExecutionDateTime",
        "ReadLogPeriod.StartDateTime",
        "ReadLogPeriod.EndDateTime",
        "StartDateTime",
        "EndDateTime",
        "Depth",
        "Detailed",
        "Name",
    )
)
FIELDS = st.dictionaries(
    st.one_of(PATHS, st.text()), st.lists(TEXTS.map(RequestField), min_size=1, max_size=3).map(tuple), max_size=8
)


@given(TEXTS, TEXTS, TEXTS, FIELDS, st.sampled_from(sorted(SERVICES)))
def test_no_text_makes_a_rule_fail(
    tiny: Catalogue,
    request_id: str,
    variant: str,
    reference: str,
    fields: dict[str, tuple[RequestField, ...]],
    service: str,
) -> None:
    """Whatever a header or a body says, every rule answers to the end."""
    usual = context_of(tiny, **EVERYTHING, role="GS", service=service)  # type: ignore[arg-type]  # by keyword
    texts = {REQUEST_ID: request_id, COMMAND_VARIANT: variant, SERVICE_REFERENCE: reference}
    header = usual.request.header | {name: (RequestField(text),) for name, text in texts.items()}
    mutated = msgspec.structs.replace(usual.request, header=header, fields=fields)
    checked = check(msgspec.structs.replace(usual, request=mutated))
    assert {module.RULE.code for module in RULES} == set(checked.request.rules_run)
    assert all(finding.tip and finding.location.file for finding in checked.findings)


@pytest.mark.parametrize(
    ("case", "left_out"),
    [
        (EVERYTHING | {"role": "IS"}, ()),
        (
            {"role": "IS"},
            (*DEVICE_RULES, *MODEL_RULES, *TARGET_RULES, *TARGET_DEVICE_RULES, *INSTALLED_RULES),
        ),
        ({"device": MAKER_ONE, "role": "IS"}, (*TARGET_RULES, *TARGET_DEVICE_RULES, *INSTALLED_RULES)),
        (
            {"targets": EVERYTHING["targets"], "role": "IS", "schema_versions": ("5.4",)},
            (*DEVICE_RULES, *MODEL_RULES, *TARGET_DEVICE_RULES),
        ),
        (EVERYTHING, ROLE_RULES),
        (EVERYTHING | {"role": "IS", "body": "<sr:SignedPreCommand/>"}, BODY_RULES),
    ],
)
def test_the_report_names_the_rules_that_were_asked(
    tiny: Catalogue, case: dict[str, object], left_out: tuple[object, ...]
) -> None:
    """Without a Device, a role or a body that can be seen, the rules about them did not run."""
    request = check(context_of(tiny, **case)).request  # type: ignore[arg-type]  # texts only, by keyword
    assert {module.RULE.code for module in RULES if module not in left_out} == set(request.rules_run)
    assert {module.RULE.code for module in RULES if module in left_out} == {
        each.code for each in request.rules_not_asked
    }
    assert all(each.reason for each in request.rules_not_asked)


def test_a_long_text_is_not_repeated_for_each_rule(tiny: Catalogue) -> None:
    """The report of a request with an SRV of megabytes is no hundred times as large."""
    report = tiny.check(request_xml("9.9." + "9." * 5000 + "9"), as_of=AS_OF)
    assert len(report.requests[0].rules_not_asked) > 20
    assert max(len(each.reason) for each in report.requests[0].rules_not_asked) < 200


def test_a_rule_that_fails_becomes_a_finding(tiny: Catalogue) -> None:
    """What it found before stays, and the crash names the rule."""

    def failing(context: Context) -> Iterator[Finding]:
        yield service_reference.RULE.finding("before", context.header("ServiceReference"))
        raise ValueError("invented")

    asked = ask(SimpleNamespace(RULE=service_reference.RULE, check=failing), context_of(tiny))
    assert not asked.to_the_end
    assert ["REQ101", "REQ199"] == [finding.code for finding in asked.findings]
    assert "REQ101 service-reference crashed: ValueError: invented" == asked.findings[1].message


def test_the_catalogue_checks_text_and_bytes_alike(tiny: Catalogue) -> None:
    """The public question takes either, and a role in any case."""
    xml = request_xml(header={"CommandVariant": "4"})
    reports = [tiny.check(data, as_of=AS_OF, device="ESME/FFF0", role="is") for data in (xml, xml.encode())]
    assert reports[0] == reports[1]
    assert ["REQ104"] == [finding.code for finding in reports[0].findings]


def test_an_unknown_role_is_wrong_use(tiny: Catalogue) -> None:
    """The tip names the roles that services have."""
    with pytest.raises(UsageError, match="User Role") as caught:
        tiny.check(request_xml(), as_of=AS_OF, role="QQ")
    assert "one of: IS" == caught.value.tip
