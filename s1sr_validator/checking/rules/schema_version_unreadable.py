"""REQ121: the schemaVersion is a version."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import read_decimal

RULE = Rule(
    code="REQ121",
    name="schema-version-unreadable",
    severity=Severity.ERROR,
    summary="The schemaVersion is missing, is no decimal number, or is not greater than zero.",
    why="The attribute says by which edition of DUIS the request was written. The schema takes any decimal,"
    " 0 too, which is none.",
    example=Example(
        file="request.xml",
        wrong='schemaVersion="5.4.1"',
        right='schemaVersion="5.4"',
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Read the version as the schema does."""
    given = context.request.schema_version
    version = read_decimal(given)
    if version is None or version <= 0:
        what = f"the schemaVersion {shown(given)} is no version" if given else "sr:Request has no schemaVersion"
        yield RULE.finding(what, context.place(0, "@schemaVersion"), tip='write it as schemaVersion="5.4"')
