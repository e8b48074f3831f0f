"""REQ142: the lower threshold is not above the higher."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import read_decimal

RULE = Rule(
    code="REQ142",
    name="thresholds-reversed",
    severity=Severity.WARNING,
    summary="Of two thresholds that part three ranges, the lower one is greater than the higher.",
    why="Then the range between them is empty. That the one is meant to be the lower follows from their names.",
    example=Example(
        file="power_threshold.xml",
        wrong="<sr:LowMediumPowerThreshold>9000</sr:LowMediumPowerThreshold>",
        right="<sr:LowMediumPowerThreshold>2000</sr:LowMediumPowerThreshold>",
    ),
)

PAIRS = (
    ("LowMediumPowerThreshold", "MediumHighPowerThreshold"),
    ("NormalLimitedDutyCycleThreshold", "LimitedCriticalDutyCycleThreshold"),
)
"""Thresholds that are named after the ranges below and above them."""


def check(context: Context) -> Iterator[Finding]:
    """Compare both of every pair that is there."""
    for lower, higher in PAIRS:
        low, high = context.request.first(lower), context.request.first(higher)
        values = [read_decimal(field.text) if field else None for field in (low, high)]
        if low and high and values[0] is not None and values[1] is not None and values[0] > values[1]:
            message = f"{lower} {low.text} is greater than {higher} {high.text}"
            yield RULE.finding(message, context.body(lower), tip="exchange the two, or correct one of them")
