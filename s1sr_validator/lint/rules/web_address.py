"""CAT107: addresses are plain web addresses."""

import re
from collections.abc import Iterator

from s1sr_validator.lint.context import Context, values_by_record
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT107",
    name="web-address",
    severity=Severity.ERROR,
    summary="An address is not a plain http or https address.",
    why="Pages and reports make links of it. Anything but a plain web address could run code in a reader's browser, "
    "or hide where the link leads.",
    example=Example(
        file="sources/invented-annex-paper.yaml",
        wrong="url: https://example.org@example.invalid/paper",
        right="url: https://example.invalid/paper",
    ),
)
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[^\s<>\"'`\\{}|^]*)?", re.ASCII)


def check(context: Context) -> Iterator[Finding]:
    """Look at the address of every record that has one."""
    for record, address in values_by_record(context, "url"):
        if not _PLAIN_ADDRESS.fullmatch(address):
            message = f"{address!r} is not a plain web address"
            tip = "write https://, the host, and the path"
            yield RULE.finding(message, context.location(record, "url"), tip=tip)
