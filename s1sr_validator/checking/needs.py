"""Which rules can be asked about a request, and why the others cannot."""

from collections.abc import Iterator

from s1sr_validator.checking import registry
from s1sr_validator.checking.asking import RuleModule
from s1sr_validator.checking.context import Context, shown


def groups(context: Context) -> Iterator[tuple[tuple[RuleModule, ...], str]]:
    """Yield each group of rules with the reason for which it cannot be asked (empty: it can)."""
    no_service = "" if context.known_service else f"no service is known for SRV {shown(context.request.srv)}"
    no_header = "the body was given alone, without a header" if context.request.is_bare_body else ""
    no_device = "" if context.devices else "no Device is given"
    no_target = no_header or ("" if context.targets else "no EUI-64 is stated as a Device Model")
    yield registry.WHOLE_RULES, ""
    yield registry.FIT_RULES, no_service
    yield registry.ENVELOPE_RULES, no_header
    yield registry.HEADER_RULES, no_header or no_service
    yield registry.BODY_RULES, no_service or _why_no_body(context)
    yield registry.DEVICE_RULES, no_service or no_device
    yield registry.MODEL_RULES, no_device if not context.other_models else ""
    yield registry.TARGET_RULES, no_service or no_target
    yield registry.TARGET_DEVICE_RULES, no_target or no_device
    yield registry.INSTALLED_RULES, no_header or ("" if context.schema_versions else "no official schema is installed")
    yield registry.ROLE_RULES, no_service or ("" if context.role else "no User Role is given")


def _why_no_body(context: Context) -> str:
    if context.request.is_signed_pre_command:
        return "the content of a signed pre-command cannot be seen"
    if context.request.body_element != context.service.request_body.element:
        return "the body is not that of the service"
    return ""
