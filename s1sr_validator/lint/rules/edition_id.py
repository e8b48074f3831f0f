"""CAT114: an edition's id begins with its document and its version."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT114",
    name="edition-id",
    severity=Severity.ERROR,
    summary="An edition's id does not begin with its document and version.",
    why="Records name editions by id, and people read document and version from it.",
    example=Example(file="editions/INVENTED-ANNEX/1.0.yaml", wrong='version: "1.9"', right='version: "1.0"'),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the id of every edition with its fields; a word may follow the version, as in `16.0-redline`."""
    for edition in context.records.editions:
        expected = f"{edition.document}/{edition.version}"
        if edition.id != expected and not edition.id.startswith(expected + "-"):
            message = f"document {edition.document} and version {edition.version} ask for the id {expected}"
            yield RULE.finding(message, context.location(edition, "id"))
