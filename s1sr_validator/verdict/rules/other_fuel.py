"""RSP206: a meter answers with data of its own fuel."""

from collections.abc import Iterator

from s1sr_validator.model.device import DeviceType
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange

RULE = Rule(
    code="RSP206",
    name="other-fuel",
    severity=Severity.WARNING,
    summary="The payload holds data of a fuel that the Device Model does not measure.",
    why="Many payloads have an Electricity and a Gas part, of which one is filled. The other one means another "
    "Device, or a mix-up.",
    example=Example(
        file="response.xml",
        wrong="<ra:Gas/>",
        right="<ra:Electricity/>",
    ),
)


_OTHER = {DeviceType.ESME: "Gas", DeviceType.GSME: "Electricity"}


def check(exchange: Exchange) -> Iterator[Finding]:
    """Look for the part of the other fuel, where all Device Models are of one type."""
    types = {device.device_type for device in exchange.devices}
    other = _OTHER.get(types.pop(), "") if len(types) == 1 else ""
    for answer in exchange.answers:
        nodes = answer.payload.containers.get(other, ()) if answer.payload and other else ()
        if nodes:
            message = f"the payload has an ra:{other} part, but the Device is a {exchange.devices[0].device_type}"
            yield RULE.finding(message, exchange.place(answer, f"payload.{other}", nodes[0]), tip="is --device right?")
