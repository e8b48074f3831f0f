"""RSP208: the entries of a log lie in the period that was asked for."""

from collections.abc import Iterator

from s1sr_validator.checking.moments import LOG_PERIOD, RequestedPeriod, periods
from s1sr_validator.model.answer_content import AnswerField, ResponsePayload
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.stated_time import stated_time
from s1sr_validator.verdict.context import Exchange

RULE = Rule(
    code="RSP208",
    name="entry-outside-period",
    severity=Severity.WARNING,
    summary="An entry of the log has a time outside the period that was asked for.",
    why="A Device returns the entries between start and end of the period. Another time means another reading of "
    "the period, or the answer to another request.",
    example=Example(
        file="response.xml",
        wrong="<ra:Timestamp>2019-01-01T00:00:00Z</ra:Timestamp>",
        right="<ra:Timestamp>2025-03-01T00:00:00Z</ra:Timestamp>",
    ),
)


_TIMES = ("timestamp", "logentry")
_MOST = 5
"""Entries that are named one by one."""


def check(exchange: Exchange) -> Iterator[Finding]:
    """Compare the time of each log entry with the requested period."""
    asked = next((found for found in periods(exchange.request) if found.name == LOG_PERIOD), None)
    for answer in exchange.answers:
        if asked is None or answer.payload is None:
            continue
        outside = list(_outside(answer.payload, asked))
        for path, field in outside[:_MOST]:
            message = f"the entry of {field.text} lies outside the period {asked.start.date()} to {asked.end.date()}"
            yield RULE.finding(
                message, exchange.place(answer, f"payload.{path}", field.node), tip="compare the periods"
            )
        if len(outside) > _MOST:
            message = f"{len(outside) - _MOST:,} further entries lie outside the period"
            place = exchange.place(answer, f"payload.{outside[_MOST][0]}", outside[_MOST][1].node)
            yield RULE.finding(message, place, tip="compare the periods")


def _outside(payload: ResponsePayload, asked: RequestedPeriod) -> Iterator[tuple[str, AnswerField]]:
    for path, fields in payload.fields.items():
        parent, _, name = path.rpartition(".")
        # Only the time of an entry itself: an entry may hold other times, such as that of a maximum demand.
        if name.lower() != _TIMES[0] or _TIMES[1] not in parent.rpartition(".")[2].lower():
            continue
        for field in fields:
            moment = stated_time(field.text).utc
            if moment is not None and not asked.start <= moment <= asked.end:
                yield path, field
