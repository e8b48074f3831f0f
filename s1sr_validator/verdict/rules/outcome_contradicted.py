"""RSP204: what an answer says of its success agrees with the rest of it."""

from collections.abc import Iterator

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange

RULE = Rule(
    code="RSP204",
    name="outcome-contradicted",
    severity=Severity.WARNING,
    summary="An answer says that it succeeded, and something in it or beside it says that it did not.",
    why="MessageSuccess, debug information, the response code and S1SP alerts each tell of success or failure; a "
    "program that reads one of them only would miss the others.",
    example=Example(
        file="response.xml",
        wrong='MessageSuccess="true" beside <ra:DebugInfo>',
        right='MessageSuccess="false" beside <ra:DebugInfo>',
    ),
)


def check(exchange: Exchange) -> Iterator[Finding]:
    """Look for signs of failure beside a payload that says that it succeeded."""
    for answer in exchange.answers:
        if answer.message_success is not True or answer.payload is None:
            continue
        signs = [f"debug information (code {', '.join(answer.debug_codes)})"] if answer.debug_codes else []
        signs += [f"response code {answer.response_code}"] if answer.response_code.startswith("E") else []
        signs += [f"S1SP alert {code or 'without a code'}" for code in exchange.seen.alerts]
        if signs:
            place = exchange.place(answer, "payload.@MessageSuccess", answer.payload.node)
            message = f"MessageSuccess is true, but there is {' and '.join(signs)}"
            yield RULE.finding(message, place, tip="treat the answer as one that needs a reader")
