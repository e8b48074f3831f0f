"""REQ122: an official schema of the request's version is at hand."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import read_decimal

RULE = Rule(
    code="REQ122",
    name="schema-version-not-installed",
    severity=Severity.WARNING,
    summary="None of the official schemas that are installed is of the request's schemaVersion.",
    why="Schemas of different versions accept different requests, so one that another version accepts may "
    "still be refused.",
    example=Example(
        file="command line",
        wrong="s1sr check request_of_another_version.xml",
        right="s1sr check request.xml",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the version among those at hand, by value: 5.40 is 5.4."""
    given = read_decimal(context.request.schema_version)
    if given is not None and given not in {read_decimal(version) for version in context.schema_versions}:
        message = f"no official schema of version {shown(context.request.schema_version)} is installed"
        tip = f"installed: {', '.join(context.schema_versions)}"
        yield RULE.finding(message, context.place(0, "@schemaVersion"), tip=tip)
