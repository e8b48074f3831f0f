"""RSP207: the state that was given is the one that the answer shows."""

from collections.abc import Iterator

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange

RULE = Rule(
    code="RSP207",
    name="state-contradicted",
    severity=Severity.WARNING,
    summary="The answer shows another state than the one that was given with --state.",
    why="The answer is what was seen, so its state counts. What was given was wrong, or the Device has changed since.",
    example=Example(
        file="command line",
        wrong="--state billing_log.entries_in_period=3",
        right="--state billing_log.entries_in_period=0",
    ),
)


def check(exchange: Exchange) -> Iterator[Finding]:
    """Compare each given value with the revealed one."""
    answer = next((found for found in exchange.answers if found.payload is not None), None)
    for name, value in exchange.revealed.items():
        given = exchange.given.get(name, value)
        if answer and given != value:
            message = f"{name} was given as {given}, but the answer shows {value}"
            yield RULE.finding(message, exchange.place(answer, "payload"), tip="leave the --state out, or correct it")
