"""Which rules have nothing to say of a request, for what is known of it before they are asked.

A rule that stands in no list here is asked about every request.
"""

from collections.abc import Iterable
from typing import NamedTuple

from s1sr_validator.checking.asking import RuleModule
from s1sr_validator.checking.moments import EXECUTION
from s1sr_validator.checking.registry import RULES, TARGET_DEVICE_RULES, TARGET_RULES
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
    schema_version_differs,
    schema_version_not_installed,
    schema_version_unreadable,
    sequence_flag,
    service_reference,
    service_without_device,
    signed_not_critical,
    signed_payload,
    signed_pre_command,
    thresholds_reversed,
    unknown_field,
    unknown_header_field,
    unknown_service,
    utrn_shape,
    value_type,
)
from s1sr_validator.checking.schedule import END_DATE, SCHEDULED_SRV, START_DATE

SHAPE_RULES: frozenset[RuleModule] = frozenset(
    {
        incomplete_request,
        unknown_service,
        body_mismatch,
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
        command_variant_unknown,
        command_variant_reserved,
        unknown_header_field,
        signed_pre_command,
        signed_payload,
        signed_not_critical,
        unknown_field,
        missing_field,
        repeated_field,
        value_type,
        no_time_zone,
        eui_shape,
        utrn_shape,
    }
)
"""Silent about every request of a shape, once they were silent about one of it: values of it are right by pattern."""

HEADER_RULES: frozenset[RuleModule] = frozenset(
    {
        schema_version_unreadable,
        schema_version_differs,
        schema_version_not_installed,
        service_reference,
        command_variant_of_service,
        command_variant_of_body,
        service_without_device,
        device_type,
        device_not_listed,
        device_not_smets1,
        role_not_eligible,
    }
)
"""Of one opinion about all requests of a shape that agree in schema version, service reference and command variant."""


class Reads(NamedTuple):
    """Ends of the names of fields: those without which a rule is silent, and those that it reads as well."""

    needs: tuple[str, ...]
    also: tuple[str, ...] = ()


_PERIOD = Reads(("StartDateTime",), ("EndDateTime", EXECUTION))
_EXECUTION = Reads((EXECUTION,))
_SCHEDULED = Reads((SCHEDULED_SRV,), ("",))
FIELD_RULES: dict[RuleModule, Reads] = {
    period_reversed: _PERIOD,
    period_empty: _PERIOD,
    period_in_future: _PERIOD,
    period_over: _PERIOD,
    log_too_deep: _PERIOD,
    not_future_datable: _EXECUTION,
    execution_in_past: _EXECUTION,
    cancellation_date: _EXECUTION,
    dates_reversed: Reads(("StartDate",), ("EndDate",)),
    thresholds_reversed: Reads(*zip(*thresholds_reversed.PAIRS, strict=True)),
    clock_time: Reads((clock_time.CLOCK,)),
    schedule_not_schedulable: _SCHEDULED,
    schedule_service_reference: _SCHEDULED,
    schedule_element: _SCHEDULED,
    schedule_in_past: Reads((START_DATE, END_DATE)),
    schedule_offsets_reversed: Reads(("StartDateOffset",), ("StartTime", "EndDateOffset", "EndTime")),
    prenotified_firmware: Reads((prenotified_firmware.MODEL,), prenotified_firmware.NARROWER),
}
"""Silent where the body has no field that they need; an empty end is that of every name."""

UNLISTED = frozenset(RULES).difference(SHAPE_RULES, HEADER_RULES, FIELD_RULES, TARGET_RULES, TARGET_DEVICE_RULES)
"""Rules of which nothing is known here; those about targets are asked only where some target is stated."""


def about_fields(paths: Iterable[str]) -> dict[RuleModule, frozenset[str]]:
    """Return the rules about some fields' values that are for a body of these fields, and which of them they read."""
    names = {path: path.rpartition(".")[2] for path in paths}
    return {
        module: frozenset(path for path, name in names.items() if name.endswith(reads.needs + reads.also))
        for module, reads in FIELD_RULES.items()
        if any(name.endswith(reads.needs) for name in names.values())
    }
