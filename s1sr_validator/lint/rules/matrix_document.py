"""CAT117: a matrix row stands in the folder of the document whose edition it belongs to."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.regulation import Edition
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT117",
    name="matrix-document",
    severity=Severity.ERROR,
    summary="A matrix row's id does not begin with the document of its edition, in lower case.",
    why="A row is quoted as the word of one document. In another document's folder it is quoted as the wrong one's.",
    example=Example(
        file="matrix/invented-annex/maker-three.yaml",
        wrong="edition: INVENTED/1.0",
        right="edition: INVENTED-ANNEX/1.1",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the first part of every row's id with its edition's document."""
    for row in context.records.matrix:
        edition = context.by_folder["editions"].get(row.edition)
        if isinstance(edition, Edition) and row.id.partition("/")[0] != edition.document.lower():
            message = f"edition {edition.id} is one of {edition.document}: the id begins with another document"
            yield RULE.finding(message, context.location(row, "edition"))
