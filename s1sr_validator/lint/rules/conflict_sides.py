"""CAT104: a conflict is about a field, and its sides do not say the same."""

from collections.abc import Iterator

from s1sr_validator.index.lookup import nearest
from s1sr_validator.lint.context import Context
from s1sr_validator.lint.field_paths import field_paths, has_field
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.record import Record
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT104",
    name="conflict-sides",
    severity=Severity.ERROR,
    summary="A conflict is about no field of the record, or all of its sides say the same.",
    why="A conflict tells the reader which field to doubt and between which statements to choose.",
    example=Example(
        file="services/9.7.1.yaml",
        wrong="about: command_variant\n",
        right="about: command_variants\n",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look at the field and the sides of every conflict."""
    for record in context.every_record:
        for number, conflict in enumerate(record.conflicts):
            yield from _unknown_field(context, record, number)
            if len({side.says for side in conflict.sides}) == 1:
                location = context.location(record, "conflicts", number, "sides")
                yield RULE.finding("the sides of this conflict all say the same", location, tip="cite them instead")


def _unknown_field(context: Context, record: Record, number: int) -> Iterator[Finding]:
    about, data = record.conflicts[number].about, context.data(record)
    if not has_field(data, about) and about not in record.__struct_fields__:
        near = nearest(about, (*field_paths(data), *record.__struct_fields__))
        tip = f"did you mean {near[0]}?" if near else "name the field that the sources disagree about"
        location = context.location(record, "conflicts", number, "about")
        yield RULE.finding(f"this record has no field {about!r}", location, tip=tip)
