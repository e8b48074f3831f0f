"""CAT182: no record cites a part of a source that was set aside."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT182",
    name="place-set-aside",
    severity=Severity.WARNING,
    summary="A source sets a part aside as needed by no record, and a record cites it.",
    why="The reason that it gives is no longer true, or the citation points at the wrong part.",
    example=Example(
        file="sources/invented-migration-paper.yaml",
        wrong="places: [last page, paragraph 2]",
        right="places: [last page]",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the parts that are set aside and cited."""
    citing = {(found.source, part.part): part.cited_by for found in context.coverage for part in found.parts}
    for source in context.records.sources:
        for number, uncited in enumerate(source.uncited):
            for place, part in enumerate(uncited.places):
                names = citing.get((source.id, part), ())
                if names:
                    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
                    location = context.location(source, "uncited", number, "places", place)
                    yield RULE.finding(f"{part!r} is set aside, but {names[0]}{more} cites it", location)
