"""Every rule about requests, by what it needs; a new rule is added here by hand."""

from collections.abc import Sequence

from s1sr_validator.checking.asking import CRASHED, RuleModule
from s1sr_validator.checking.batch_rules import (
    predecessor_later,
    predecessor_twice,
    request_id_twice,
    sequence_cycle,
    sequence_without_first,
)
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.rules import (
    body_mismatch,
    cancellation_date,
    clock_time,
    command_variant_of_body,
    command_variant_of_service,
    command_variant_reserved,
    command_variant_unknown,
    command_variant_written,
    dates_reversed,
    device_not_listed,
    device_not_smets1,
    device_type,
    eui_shape,
    execution_in_past,
    first_with_predecessor,
    incomplete_request,
    log_too_deep,
    missing_field,
    no_time_zone,
    not_future_datable,
    originator_is_target,
    padded_id,
    padded_service,
    period_empty,
    period_in_future,
    period_over,
    period_reversed,
    preceding_id_shape,
    preceding_is_itself,
    preceding_of_another_target,
    preceding_of_another_user,
    prenotified_firmware,
    repeated_field,
    request_id_shape,
    role_not_eligible,
    schedule_element,
    schedule_in_past,
    schedule_not_schedulable,
    schedule_offsets_reversed,
    schedule_service_reference,
    scheduled_device,
    schema_version_differs,
    schema_version_not_installed,
    schema_version_unreadable,
    sequence_flag,
    service_reference,
    service_without_device,
    signed_not_critical,
    signed_payload,
    signed_pre_command,
    target_is_a_device,
    target_is_another_model,
    thresholds_reversed,
    unknown_field,
    unknown_header_field,
    unknown_service,
    utrn_shape,
    value_type,
)
from s1sr_validator.model.asking import Asker
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

BatchRuleModule = Asker[Sequence[Context]]

WHOLE_RULES: tuple[RuleModule, ...] = (
    incomplete_request,
    unknown_service,
)
"""Rules that say whether there is a whole request of a known service; every request has something for them."""

FIT_RULES: tuple[RuleModule, ...] = (body_mismatch,)
"""Rules that say whether the body fits the service; without that, no field of the body means anything."""

ENVELOPE_RULES: tuple[RuleModule, ...] = (
    schema_version_unreadable,
    request_id_shape,
    originator_is_target,
    first_with_predecessor,
    sequence_flag,
    preceding_id_shape,
    preceding_is_itself,
    preceding_of_another_user,
    preceding_of_another_target,
    padded_service,
    padded_id,
    command_variant_written,
    unknown_header_field,
    signed_pre_command,
    signed_payload,
)
"""Rules that need the envelope with its header, whatever the service."""

HEADER_RULES: tuple[RuleModule, ...] = (
    schema_version_differs,
    service_reference,
    command_variant_unknown,
    command_variant_reserved,
    command_variant_of_service,
    signed_not_critical,
    command_variant_of_body,
)
"""Rules that need a header, and the service that it names."""

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
    repeated_field,
    no_time_zone,
    eui_shape,
    utrn_shape,
    dates_reversed,
    thresholds_reversed,
    period_over,
    clock_time,
    log_too_deep,
    schedule_not_schedulable,
    schedule_service_reference,
    schedule_element,
    schedule_in_past,
    schedule_offsets_reversed,
    prenotified_firmware,
)
"""Rules that need the body of the service, with content that can be seen."""

DEVICE_RULES: tuple[RuleModule, ...] = (
    service_without_device,
    device_type,
    device_not_listed,
)
"""Rules that need a Device."""

MODEL_RULES: tuple[RuleModule, ...] = (device_not_smets1,)
"""Rules that need a CPL key, of a SMETS1 Device Model or of another."""

TARGET_RULES: tuple[RuleModule, ...] = (
    target_is_a_device,
    scheduled_device,
)
"""Rules that need to be told which Device Models the Devices are that requests name."""

TARGET_DEVICE_RULES: tuple[RuleModule, ...] = (target_is_another_model,)
"""Rules that need both: a Device, and what the Devices are that requests name."""

INSTALLED_RULES: tuple[RuleModule, ...] = (schema_version_not_installed,)
"""Rules that need official schemas."""

ROLE_RULES: tuple[RuleModule, ...] = (role_not_eligible,)
"""Rules that need the sender's role."""

RULES: tuple[RuleModule, ...] = (
    *WHOLE_RULES,
    *FIT_RULES,
    *ENVELOPE_RULES,
    *HEADER_RULES,
    *BODY_RULES,
    *DEVICE_RULES,
    *MODEL_RULES,
    *TARGET_RULES,
    *TARGET_DEVICE_RULES,
    *INSTALLED_RULES,
    *ROLE_RULES,
)
"""Every rule about one request, in the order in which they are asked."""

BATCH_RULES: tuple[BatchRuleModule, ...] = (
    request_id_twice,
    predecessor_later,
    predecessor_twice,
    sequence_cycle,
    sequence_without_first,
)
"""Every rule about several requests together, in the order in which they are asked."""

BATCH_CRASHED = Rule(
    code="REQ399",
    name="batch-rule-crashed",
    severity=Severity.ERROR,
    summary="A rule of this software about several requests failed, so what it looks for was not checked to the end.",
    why="A crash that is only logged looks like requests without faults. Please report it with the finding's text.",
    example=Example(
        file="s1sr_validator/checking/batch_rules/", wrong="raise ValueError", right="yield RULE.finding(...)"
    ),
)

CHECKING_RULES: tuple[Rule, ...] = (
    *sorted((module.RULE for module in RULES), key=lambda rule: rule.code),
    CRASHED,
    *sorted((module.RULE for module in BATCH_RULES), key=lambda rule: rule.code),
    BATCH_CRASHED,
)
"""Every rule about requests that could be read, in the order of the codes; those about reading are the messages'."""
