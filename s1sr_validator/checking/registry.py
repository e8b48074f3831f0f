"""Every rule about requests, by what it needs; a new rule is added here by hand."""

from s1sr_validator.checking.asking import CRASHED, RuleModule
from s1sr_validator.checking.rules import (
    body_mismatch,
    cancellation_date,
    command_variant_of_service,
    command_variant_reserved,
    command_variant_unknown,
    device_not_listed,
    device_type,
    execution_in_past,
    incomplete_request,
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
    unknown_service,
    value_type,
)
from s1sr_validator.model.rule import Rule

WHOLE_RULES: tuple[RuleModule, ...] = (
    incomplete_request,
    unknown_service,
)
"""Rules that say whether there is a whole request of a known service; every request has something for them."""

FIT_RULES: tuple[RuleModule, ...] = (body_mismatch,)
"""Rules that say whether the body fits the service; without that, no field of the body means anything."""

HEADER_RULES: tuple[RuleModule, ...] = (
    service_reference,
    command_variant_unknown,
    command_variant_reserved,
    command_variant_of_service,
    request_id_shape,
    originator_is_target,
    signed_pre_command,
)
"""Rules that need a whole header."""

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
"""Rules that need the body of the service, with content that can be seen."""

DEVICE_RULES: tuple[RuleModule, ...] = (
    service_without_device,
    device_type,
    device_not_listed,
)
"""Rules that need a Device."""

ROLE_RULES: tuple[RuleModule, ...] = (role_not_eligible,)
"""Rules that need the sender's role."""

RULES: tuple[RuleModule, ...] = (
    *WHOLE_RULES,
    *FIT_RULES,
    *HEADER_RULES,
    *BODY_RULES,
    *DEVICE_RULES,
    *ROLE_RULES,
)
"""Every rule about one request, in the order in which they are asked."""

CHECKING_RULES: tuple[Rule, ...] = (
    *sorted((module.RULE for module in RULES), key=lambda rule: rule.code),
    CRASHED,
)
"""Every rule about a request that could be read, in the order of the codes; those about reading are the messages'."""
