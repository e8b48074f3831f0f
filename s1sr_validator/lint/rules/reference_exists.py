"""CAT101: every id that a record names is the id of a record."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.kinds import KIND_BY_FOLDER
from s1sr_validator.model.references import references
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT101",
    name="reference-exists",
    severity=Severity.ERROR,
    summary="A record names a source, service, code, clause, edition or other record that does not exist.",
    why="A reader who follows the reference finds nothing, and a behaviour that hangs on it is never predicted.",
    example=Example(file="behaviours/S1B-9001.yaml", wrong="clause: INVENTED/9.10", right="clause: INVENTED/9.1"),
)


def check(context: Context) -> Iterator[Finding]:
    """Look up every id that a record names."""
    for record in context.every_record:
        for reference in references(record):
            if not context.exists(reference.folder, reference.id):
                kind = KIND_BY_FOLDER[reference.folder].singular.replace("_", " ")
                message = f"no {kind} has the id {reference.id!r}"
                tip = context.nearest_tip(reference.folder, reference.id)
                yield RULE.finding(message, context.location(record, *reference.path), tip=tip)
