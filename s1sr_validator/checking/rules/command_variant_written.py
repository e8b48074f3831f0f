"""REQ132: an unusual way to write a CommandVariant is pointed out."""

from collections.abc import Iterator

from s1sr_validator.checking.command_variant import KNOWN, variant_number
from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.request import COMMAND_VARIANT
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ132",
    name="command-variant-written",
    severity=Severity.INFO,
    summary="The CommandVariant is written with a sign, leading zeros or white space.",
    why="The schema takes 01 for 1. Software that compares the text does not.",
    example=Example(
        file="request.xml",
        wrong="<sr:CommandVariant>01</sr:CommandVariant>",
        right="<sr:CommandVariant>1</sr:CommandVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the text with the number that it stands for."""
    number = variant_number(context.request)
    if number not in KNOWN:
        return
    for field in context.request.header.get(COMMAND_VARIANT, ())[:1]:
        if field.padded or field.text != str(number):
            how = "with white space around it" if field.padded else f"as {shown(field.text)}"
            message = f"CommandVariant {number} is written {how}"
            yield RULE.finding(message, context.header(COMMAND_VARIANT), tip=f"write {number}")
