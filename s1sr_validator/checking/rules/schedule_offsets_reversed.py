"""REQ150: a schedule's log period does not end before it starts."""

import datetime as dt
from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import read_time, read_whole_number

RULE = Rule(
    code="REQ150",
    name="schedule-offsets-reversed",
    severity=Severity.ERROR,
    summary="The log period that a schedule asks for ends before it starts.",
    why="Both ends are given as days before the reading, so the earlier one has the more negative number: "
    "-7 is before -1. The schema does not compare the two.",
    example=Example(
        file="schedule.xml",
        wrong=""
        "<sr:StartDateOffset>-1</sr:StartDateOffset><sr:StartTime>00:00:00</sr:StartTime>"
        "<sr:EndDateOffset>-7</sr:EndDateOffset>",
        right=""
        "<sr:StartDateOffset>-7</sr:StartDateOffset><sr:StartTime>00:00:00</sr:StartTime>"
        "<sr:EndDateOffset>-1</sr:EndDateOffset>",
    ),
)

_START, _END = ("StartDateOffset", "StartTime"), ("EndDateOffset", "EndTime")


def check(context: Context) -> Iterator[Finding]:
    """Compare both ends of every pair of offsets, with their times."""
    for path in context.request.fields:
        element, _, name = path.rpartition(".")
        if name != _START[0]:
            continue
        start, end = (_moment(context, element, names) for names in (_START, _END))
        if start and end and end < start:
            message = f"{element} ends at day {end[0]} {end[1]}, before it starts at day {start[0]} {start[1]}"
            yield RULE.finding(message, context.body(f"{element}.{_END[0]}"), tip="exchange start and end")


def _moment(context: Context, element: str, names: tuple[str, str]) -> tuple[int, dt.time] | None:
    day, time = (context.request.first(f"{element}.{name}") for name in names)
    try:
        return (read_whole_number(day.text), read_time(time.text)) if day and time else None
    except ValueError:
        return None
