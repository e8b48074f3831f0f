"""Which rules can be asked about a request, and why the others cannot."""

from collections.abc import Iterator

from s1sr_validator.checking.asking import RuleModule
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.registry import (
    BODY_RULES,
    DEVICE_RULES,
    FIT_RULES,
    HEADER_RULES,
    ROLE_RULES,
    WHOLE_RULES,
)


def groups(context: Context) -> Iterator[tuple[tuple[RuleModule, ...], str]]:
    """Yield each group of rules with the reason for which it cannot be asked (empty: it can)."""
    request = context.request
    no_service = "" if context.known_service else f"no service is known for SRV {request.srv!r}"
    yield WHOLE_RULES, ""
    yield FIT_RULES, no_service
    yield HEADER_RULES, "the body was given alone, without a header" if request.is_bare_body else no_service
    yield BODY_RULES, no_service or _why_no_body(context)
    yield DEVICE_RULES, no_service or ("" if context.devices else "no Device is given")
    yield ROLE_RULES, no_service or ("" if context.role else "no User Role is given")


def _why_no_body(context: Context) -> str:
    if context.request.is_signed_pre_command:
        return "the content of a signed pre-command cannot be seen"
    if context.request.body_element != context.service.request_body.element:
        return "the body is not that of the service"
    return ""
