"""CAT102: a citation covers fields that the record has."""

from collections.abc import Iterator

from s1sr_validator.index.lookup import nearest
from s1sr_validator.lint.context import Context
from s1sr_validator.lint.field_paths import field_paths, has_field
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT102",
    name="citation-names-fields",
    severity=Severity.ERROR,
    summary="A citation says that it covers a field which the record does not have.",
    why="Covering a misspelt field leaves the field that was meant without a source, and nobody sees it.",
    example=Example(
        file="behaviours/S1B-9004.yaml",
        wrong="covers: [when, deviations]",
        right="covers: [when, deviation]",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare what citations cover with the record as it was written."""
    for record in context.every_record:
        data = context.data(record)
        for number, citation in enumerate(record.citations):
            for place, field in enumerate(citation.covers):
                if not has_field(data, field):
                    near = nearest(field, tuple(field_paths(data)))
                    tip = f"did you mean {near[0]}?" if near else "name fields of this record, or leave `covers` out"
                    location = context.location(record, "citations", number, "covers", place)
                    yield RULE.finding(f"this record has no field {field!r}", location, tip=tip)
