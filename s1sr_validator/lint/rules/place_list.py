"""CAT180: a source lists each of its parts once, and sets aside parts that it lists."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.texts import Path
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.regulation import Source
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT180",
    name="place-list",
    severity=Severity.ERROR,
    summary="A source lists a part twice, or sets aside a part that it does not list or that is set aside already.",
    why="The list shows which parts nobody has recorded yet. A part under two spellings is never done.",
    example=Example(
        file="sources/invented-migration-paper.yaml",
        wrong="- paragraph 2\n  - Paragraph 2",
        right="- paragraph 2\n  - paragraph 3",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the parts of every source with each other, in any case, and with those that are set aside."""
    for source in context.records.sources:
        for path, problem in (*_twice(source), *_not_listed(source)):
            yield RULE.finding(problem, context.location(source, *path))


def _twice(source: Source) -> Iterator[tuple[Path, str]]:
    seen: set[str] = set()
    for number, part in enumerate(source.places):
        if part.casefold() in seen:
            yield ("places", number), f"{part!r} is listed twice"
        seen.add(part.casefold())


def _not_listed(source: Source) -> Iterator[tuple[Path, str]]:
    aside: set[str] = set()
    for number, uncited in enumerate(source.uncited):
        for place, part in enumerate(uncited.places):
            path: Path = ("uncited", number, "places", place)
            if part not in source.places:
                yield path, f"{part!r} is not among the places of the source"
            elif part in aside:
                yield path, f"{part!r} is set aside twice"
            aside.add(part)
