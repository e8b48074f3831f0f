"""RSP209: an alert is given once."""

from collections.abc import Iterator

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange

RULE = Rule(
    code="RSP209",
    name="repeated-alert",
    severity=Severity.INFO,
    summary="The same alert is given more than once, or says that others were held back.",
    why="Alerts are throttled: one may stand for several. Repeats say nothing new, and are counted once.",
    example=Example(
        file="response.xml",
        wrong="two alerts with the same RequestID and S1SPAlertCode",
        right="one of them",
    ),
)


def check(exchange: Exchange) -> Iterator[Finding]:
    """Look for alerts with the same code, and for a count of alerts held back."""
    first: dict[str, str] = {}
    for answer in exchange.answers:
        if answer.s1sp_alert is None:
            continue
        code = answer.s1sp_alert.code
        if code in first:
            message = f"alert {code or 'without a code'} was given before, in {first[code]}"
            yield RULE.finding(message, exchange.place(answer, ""), tip="it is counted once")
        first.setdefault(code, answer.name)
        held_back = answer.throttling.count if answer.throttling else ""
        if held_back:
            message = f"the alert stands for {held_back} that were held back"
            yield RULE.finding(message, exchange.place(answer, ""), tip="it is counted once")
