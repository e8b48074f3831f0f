"""REQ145: one answer can hold what the log may have."""

import datetime as dt
from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import LOG_PERIOD, periods
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ145",
    name="log-too-deep",
    severity=Severity.WARNING,
    summary="More entries can fall into the log period than one answer can hold.",
    why="The schema of the answer bounds its entries. What is beyond the bound cannot come back, and "
    "nothing says that it is missing.",
    example=Example(
        file="daily_log.xml",
        wrong="<sr:EndDateTime>2025-07-01T00:00:00Z</sr:EndDateTime>",
        right="<sr:EndDateTime>2025-01-08T00:00:00Z</sr:EndDateTime>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Count the intervals of the period, where the catalogue knows how long they are and how many entries there are."""
    log = context.service.log
    if log is None or log.entry_interval_minutes is None:
        return
    for period in periods(context.request):
        entries = (period.end - period.start) // dt.timedelta(minutes=log.entry_interval_minutes)
        if period.name == LOG_PERIOD and entries > log.entries_max:
            message = f"the log period can hold {entries:,} entries, but an answer at the most {log.entries_max:,}"
            days = log.entries_max * log.entry_interval_minutes // (24 * 60)
            tip = f"ask for {days} days at the most, and for the rest in further requests"
            yield RULE.finding(message, context.body(period.end_path, period.end_node), tip=tip)
