"""CAT103: every fact of a record is carried by a citation."""

from collections.abc import Iterator, Mapping
from typing import Any

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.field_paths import ABOUT_THE_RECORD
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT103",
    name="citation-coverage",
    severity=Severity.ERROR,
    summary="A field of a record is covered by none of its citations.",
    why="Every fact cites a source and a place in it. A fact without one cannot be checked by anybody.",
    example=Example(
        file="behaviours/S1B-9004.yaml",
        wrong="covers: [title, summary, baseline]",
        right="covers: [title, summary, services, baseline]",
    ),
)
_OURS = {"id", "cases", "extent", "behaviour", "why_no_behaviour", "services_stated"}
"""What is no fact of a source: our ids and cases, how much the sources tell, and what we make of an observation."""
_WITH_PLACE = {"lifecycle", "disputes", "milestones", "figures", "lineage", "steps", "questions", "contradictions"}
"""Lists whose items each give a place of their own."""
_NO_FACTS = ABOUT_THE_RECORD | _OURS | _WITH_PLACE


def check(context: Context) -> Iterator[Finding]:
    """Ask for each field of a record that has citations which of them carries it."""
    for record in context.every_record:
        if not record.citations or any(not citation.covers for citation in record.citations):
            continue
        covered = frozenset(field for citation in record.citations for field in citation.covers)
        for path in _without_source(context.data(record), covered):
            message = f"no citation covers {'.'.join(path)}"
            tip = "name the field in `covers` of the citation that carries it, or cite the place that does"
            yield RULE.finding(message, context.location(record, *path), tip=tip)


def _without_source(data: Mapping[str, Any], covered: frozenset[str]) -> Iterator[tuple[str, ...]]:
    for name, value in data.items():
        if name not in _NO_FACTS and value != "unknown":
            yield from _uncovered((name,), value, covered)


def _uncovered(path: tuple[str, ...], value: object, covered: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield the path, or what is left of it where parts of a mapping are covered one by one."""
    dotted = ".".join(path)
    if dotted in covered:
        return
    if isinstance(value, dict) and any(field.startswith(dotted + ".") for field in covered):
        for name, part in value.items():
            yield from _uncovered((*path, name), part, covered)
    else:
        yield path
