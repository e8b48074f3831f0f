"""REQ140: a UTRN has twenty digits."""

import re
from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ140",
    name="utrn-shape",
    severity=Severity.ERROR,
    summary="A UTRN is not made of exactly twenty digits.",
    why="That is how long the number is which a customer types into a prepayment meter. A shorter one has "
    "most often lost its leading zeros.",
    example=Example(
        file="top_up.xml",
        wrong="<sr:UTRN>0</sr:UTRN>",
        right="<sr:UTRN>00000000000000000000</sr:UTRN>",
    ),
)

UTRN = "UTRN"
UTRN_SHAPE = "[0-9]{20}"


def check(context: Context) -> Iterator[Finding]:
    """Match every UTRN."""
    for path, values in context.request.fields.items():
        for value in values if path.rpartition(".")[2] == UTRN else ():
            if not re.fullmatch(UTRN_SHAPE, value.text):
                message = f"the {UTRN} {shown(value.text)} is not twenty digits"
                yield RULE.finding(message, context.body(path, value.node), tip="write all twenty, without spaces")
