"""CAT150: some record cites every source."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.references import references
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT150",
    name="source-used",
    severity=Severity.WARNING,
    summary="No record cites the source.",
    why="Either what it says has not been recorded yet, or the record that needed it is gone.",
    example=Example(
        file="editions/INVENTED-ANNEX/1.1.yaml",
        wrong="{source: invented-source, place: annex}",
        right="{source: invented-third-paper, place: annex}",
    ),
)

IMPORTED_LISTS = ("cpl-",)
"""Sources that an import keeps: the newest tells which edition was read last, with or without news."""


def check(context: Context) -> Iterator[Finding]:
    """Look for every source among those that records name."""
    named = (reference for record in context.every_record for reference in references(record))
    cited = {reference.id for reference in named if reference.folder == "sources"}
    for source in context.records.sources:
        if source.id not in cited and not source.id.startswith(IMPORTED_LISTS):
            message = f"no record cites {source.id}"
            yield RULE.finding(message, context.location(source, "id"), tip="cite it where it carries a fact")
