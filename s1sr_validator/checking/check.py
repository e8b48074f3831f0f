"""Checking: every rule that can be asked about a request, and what was asked."""

from s1sr_validator.checking.asking import RuleModule, ask
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.registry import BODY_RULES, DEVICE_RULES, HEADER_RULES, ROLE_RULES
from s1sr_validator.model.finding import in_order
from s1sr_validator.model.results import FindingsReport


def check(context: Context) -> FindingsReport:
    """Ask every rule that the context has something for; `rules_run` tells which those were."""
    asked = [ask(module, context) for module in askable(context)]
    return FindingsReport(
        findings=in_order([finding for each in asked for finding in each.findings]),
        rules_run=tuple(sorted(each.rule.code for each in asked if each.to_the_end)),
        rules_skipped=(),
        records_checked=1,
    )


def askable(context: Context) -> tuple[RuleModule, ...]:
    """Return the rules that can be asked: a signed body cannot be seen, and Devices and role need not be given."""
    return (
        *HEADER_RULES,
        *(() if context.request.is_signed_pre_command else BODY_RULES),
        *(DEVICE_RULES if context.devices else ()),
        *(ROLE_RULES if context.role else ()),
    )
