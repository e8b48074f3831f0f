"""CAT140: the clause of a behaviour is one that describes a behaviour."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.regulation import Clause, ClauseKind
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT140",
    name="clause-kind",
    severity=Severity.ERROR,
    summary="A behaviour names a clause that is a definition, an obligation or a process.",
    why="The clause is quoted as the text that lets the meter behave so. Another kind of clause does not say it.",
    example=Example(file="behaviours/S1B-9001.yaml", wrong="clause: INVENTED/9.2", right="clause: INVENTED/9.1"),
)


def check(context: Context) -> Iterator[Finding]:
    """Look up the kind of every behaviour's clause."""
    for behaviour in context.records.behaviours:
        clause = context.by_folder["clauses"].get(behaviour.clause)
        if isinstance(clause, Clause) and clause.kind is not ClauseKind.BEHAVIOUR:
            article = "an" if clause.kind is ClauseKind.OBLIGATION else "a"
            message = f"clause {clause.id} is {article} {clause.kind}, not a behaviour"
            yield RULE.finding(message, context.location(behaviour, "clause"))
