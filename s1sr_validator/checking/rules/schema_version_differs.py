"""REQ123: the version of the facts by which a request is checked is pointed out."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.schema_version import versions_cited
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import read_decimal

RULE = Rule(
    code="REQ123",
    name="schema-version-differs",
    severity=Severity.INFO,
    summary="The schemaVersion is not that of the schema from which the catalogue knows the service's body.",
    why="Fields come and go between versions of DUIS. What is said of the body's fields is said by the "
    "version that the catalogue cites.",
    example=Example(
        file="request.xml",
        wrong='schemaVersion="5.3"',
        right='schemaVersion="5.4"',
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the version, by value, with those of the sources that the service's body is cited from."""
    given = read_decimal(context.request.schema_version)
    cited = versions_cited(context.service, context.lookup)
    if given is not None and cited and given not in cited:
        message = f"the schemaVersion is {shown(context.request.schema_version)}, but the body is checked by "
        message += " and ".join(f"{version} ({source})" for version, source in cited.items())
        yield RULE.finding(message, context.place(0, "@schemaVersion"), tip="mind that its fields may differ")
