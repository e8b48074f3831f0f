"""Checking: every rule that can be asked about a request, what was asked, and what could not be."""

from typing import NamedTuple

from s1sr_validator.checking.asking import ask
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.needs import groups
from s1sr_validator.checking.registry import FIT_RULES, WHOLE_RULES
from s1sr_validator.checking.selection import NOT_SELECTED, selected
from s1sr_validator.model.check_report import CheckedRequest, RuleNotAsked
from s1sr_validator.model.finding import Finding, in_order
from s1sr_validator.model.project import EVERYTHING, Selection


class Checked(NamedTuple):
    """One request that was checked, and what was found, in order."""

    request: CheckedRequest
    findings: tuple[Finding, ...]


def check(
    context: Context,
    *,
    schema: str = "",
    schema_findings: tuple[Finding, ...] = (),
    selection: Selection = EVERYTHING,
) -> Checked:
    """Ask every rule that the context has something for.

    Args:
        context: the request and what is known about it.
        schema: which XML Schemas it was held to, in words.
        schema_findings: what those say of it.
        selection: the rules to ask; findings of the others are left out.
    """
    asked, not_asked = [], []
    for modules, why_not in groups(context):
        for module in modules:
            reason = why_not or ("" if selected(module.RULE.code, selection) else NOT_SELECTED)
            if reason:
                not_asked.append(RuleNotAsked(code=module.RULE.code, reason=reason))
            else:
                asked.append(ask(module, context))
    request = CheckedRequest(
        name=context.request.name,
        srv=context.request.srv,
        service_name=context.known_service.name if context.known_service else "",
        request_id=context.request.request_id,
        devices=tuple(device.id for device in context.devices),
        schema=schema,
        rules_run=tuple(sorted(each.rule.code for each in asked if each.to_the_end)),
        rules_not_asked=tuple(sorted(not_asked, key=lambda each: each.code)),
    )
    by_schema = (finding for finding in schema_findings if selected(finding.code, selection))
    return Checked(request, in_order([*by_schema, *(found for each in asked for found in each.findings)]))


def obstacles(context: Context) -> tuple[Finding, ...]:
    """Return why no prediction can be made for a request: it is not whole, or its body is not that of its SRV."""
    modules = (*WHOLE_RULES, *(FIT_RULES if context.known_service else ()))
    return in_order([finding for module in modules for finding in ask(module, context).findings])
