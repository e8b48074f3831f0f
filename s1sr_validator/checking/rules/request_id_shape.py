"""REQ105: the RequestID is made of two EUI-64 and a counter."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.request_ids import COUNTER_MOST, read_request_id
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ105",
    name="request-id-shape",
    severity=Severity.ERROR,
    summary="The RequestID is not originator, target and counter.",
    why="The parts are two EUI-64, in hex pairs with hyphens, and a decimal counter of 64 bits without leading "
    "zeros. A response is paired with its request by this text.",
    example=Example(
        file="request.xml",
        wrong=":00-00-5E-EF-10-00-00-A1:01001<",
        right=":00-00-5E-EF-10-00-00-A1:1001<",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Match the shape, then the counter's range."""
    given = context.request.request_id
    found = read_request_id(given)
    tip = "write it as 00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001"
    if found is None:
        message = f"the RequestID {shown(given)} is not EUI:EUI:counter"
        yield RULE.finding(message, context.header("RequestID"), tip=tip)
    elif not found.fits:
        message = f"the RequestID's counter {found.counter} is more than {COUNTER_MOST}, the most that 64 bits hold"
        yield RULE.finding(message, context.header("RequestID"), tip="use a smaller counter")
