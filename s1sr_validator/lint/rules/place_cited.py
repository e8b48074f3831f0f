"""CAT181: every part that a source lists is cited by a record, or set aside with a reason."""

from collections.abc import Iterator

from s1sr_validator.index.coverage import SourceCoverage
from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT181",
    name="place-cited",
    severity=Severity.ERROR,
    summary="No record cites a part of a source, and the source does not set the part aside.",
    why="What the part says is missing from the catalogue, or somebody has to say why it is not needed.",
    example=Example(
        file="sources/invented-migration-paper.yaml", wrong="places: [paragraph 9]", right="places: [last page]"
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the parts that are open."""
    sources = {source.id: source for source in context.records.sources}
    for covered in context.coverage:
        for number, part in _open_parts(covered):
            message = f"no record cites {part!r}"
            tip = "cite it where it carries a fact, or name it under `uncited` with the reason"
            yield RULE.finding(message, context.location(sources[covered.source], "places", number), tip=tip)


def _open_parts(covered: SourceCoverage) -> Iterator[tuple[int, str]]:
    return ((number, found.part) for number, found in enumerate(covered.parts) if found.is_open)
