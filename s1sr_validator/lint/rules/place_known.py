"""CAT183: a citation's place names parts that its source lists."""

from collections.abc import Iterator

from s1sr_validator.index.coverage import cited_places, missing_paragraphs, named_parts
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
    summary="A citation's place names no part of a source that lists its parts, or a paragraph that it does not list.",
    why="The citation points nowhere, and the part that was meant counts as not cited.",
    example=Example(file="processes/invented-closing.yaml", wrong="place: paragraph 44", right="place: paragraph 4"),
)

Cited = tuple[str, str]


def check(context: Context) -> Iterator[Finding]:
    """Look for every place among the parts of its source."""
    parts = {source.id: source.places for source in context.records.sources}
    unknown: dict[Cited, str] = {}
    for record in context.every_record:
        for path, candidates in _by_path(record).items():
            for source, place in candidates:
                if (source, place) not in unknown:
                    unknown[source, place] = _unknown(place, parts.get(source, ()))
            if all(unknown[cited] for cited in candidates):
                source, missed = candidates[0][0], unknown[candidates[0]]
                near = nearest(missed, parts[source], 1)
                tip = f"did you mean {near[0]!r}?" if near else f"see the places of {source}"
                yield RULE.finding(f"{source} has no part {missed!r}", context.location(record, *path), tip=tip)


def _by_path(record: Record) -> dict[Path, list[Cited]]:
    """Return the places of a record by where they stand; a question's place can be in any of several sources."""
    found: dict[Path, list[Cited]] = {}
    for cited in cited_places(record):
        found.setdefault(cited.path, []).append((cited.source, cited.place))
    return found


def _unknown(place: str, listed: tuple[str, ...]) -> str:
    """Return what the source does not list; where it lists no parts at all, any place may be one."""
    if not listed:
        return ""
    if not named_parts(place, listed):
        return place
    return next(iter(missing_paragraphs(place, listed)), "")
