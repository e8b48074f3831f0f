"""Every rule about requests, by what it needs; a new rule is added here by hand."""

from s1sr_validator.checking.asking import CRASHED, RuleModule
from s1sr_validator.checking.rules import (
    cancellation_date,
    command_variant_of_service,
    command_variant_reserved,
    command_variant_unknown,
    device_not_listed,
    device_type,
    execution_in_past,
    missing_field,
    not_future_datable,
    originator_is_target,
    period_empty,
    period_in_future,
    period_reversed,
    request_id_shape,
    role_not_eligible,
    service_reference,
    service_without_device,
    signed_pre_command,
    unknown_field,
    value_type,
)
from s1sr_validator.model.rule import Rule

HEADER_RULES: tuple[RuleModule, ...] = (
    service_reference,
    command_variant_unknown,
    command_variant_reserved,
    command_variant_of_service,
    request_id_shape,
    originator_is_target,
    signed_pre_command,
)
"""Rules that every request has something for."""

BODY_RULES: tuple[RuleModule, ...] = (
    period_reversed,
    period_empty,
    period_in_future,
    not_future_datable,
    execution_in_past,
    cancellation_date,
    unknown_field,
    missing_field,
    value_type,
)
"""Rules that need a body whose content can be seen."""

DEVICE_RULES: tuple[RuleModule, ...] = (
    service_without_device,
    device_type,
    device_not_listed,
)
"""Rules that need a Device."""

ROLE_RULES: tuple[RuleModule, ...] = (role_not_eligible,)
"""Rules that need the sender's role."""

CHECKING_RULES: tuple[Rule, ...] = (
    *sorted(
        (module.RULE for module in (*HEADER_RULES, *BODY_RULES, *DEVICE_RULES, *ROLE_RULES)),
        key=lambda rule: rule.code,
    ),
    CRASHED,
)
"""Every rule about a request that could be read, in the order of the codes; those about reading are the messages'."""
