"""CAT183: a citation's place names a part that its source lists."""

from collections.abc import Iterator

from s1sr_validator.index.coverage import cited_places, named_parts
from s1sr_validator.index.lookup import nearest
from s1sr_validator.lint.context import Context
from s1sr_validator.lint.texts import Path
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.record import Record
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT183",
    name="place-known",
    severity=Severity.WARNING,
    summary="A citation's place names no part of a source that lists its parts.",
    why="The citation points nowhere, and the part that was meant counts as not cited.",
    example=Example(file="processes/invented-closing.yaml", wrong="place: paragraph 44", right="place: paragraph 4"),
)

Named = dict[tuple[str, str], bool]


def check(context: Context) -> Iterator[Finding]:
    """Look for every place among the parts of its source."""
    parts = {source.id: source.places for source in context.records.sources}
    named: Named = {}
    for record in context.every_record:
        for path, candidates in _by_path(record).items():
            if not any(_is_named(source, place, parts, named) for source, place in candidates):
                source, place = candidates[0]
                near = nearest(place, parts[source], 1)
                tip = f"did you mean {near[0]!r}?" if near else f"see the places of {source}"
                yield RULE.finding(f"{source} has no part {place!r}", context.location(record, *path), tip=tip)


def _by_path(record: Record) -> dict[Path, list[tuple[str, str]]]:
    """Return the places of a record by where they stand; a question's place can be in any of several sources."""
    found: dict[Path, list[tuple[str, str]]] = {}
    for cited in cited_places(record):
        found.setdefault(cited.path, []).append((cited.source, cited.place))
    return found


def _is_named(source: str, place: str, parts: dict[str, tuple[str, ...]], named: Named) -> bool:
    """Say whether the place names a part; where the source does not list its parts, any place may be one."""
    listed = parts.get(source, ())
    if (source, place) not in named:
        named[source, place] = not listed or bool(named_parts(place, listed))
    return named[source, place]
