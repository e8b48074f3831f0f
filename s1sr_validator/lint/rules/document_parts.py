"""CAT127: no document is a part of itself."""

from collections.abc import Iterator

from s1sr_validator.lint.chains import loop_from
from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT127",
    name="document-parts",
    severity=Severity.ERROR,
    summary="A document is a part of itself in the end.",
    why="Pages list documents as a tree. A circle has no beginning.",
    example=Example(file="documents/INVENTED-ANNEX.yaml", wrong="part_of: INVENTED-ANNEX", right="part_of: INVENTED"),
)


def check(context: Context) -> Iterator[Finding]:
    """Follow the chain from every document to the whole that it is a part of."""
    following = {document.id: (document.part_of,) for document in context.records.documents}
    for document in context.records.documents:
        loop = loop_from(document.id, following)
        if loop:
            message = f"a part of itself: {' -> '.join((*loop, document.id))}"
            yield RULE.finding(message, context.location(document, "part_of"))
