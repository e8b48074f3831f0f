"""CAT160: a clause leads to other clauses, and never back to itself."""

from collections.abc import Iterator

from s1sr_validator.lint.chains import loop_from
from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT160",
    name="lineage",
    severity=Severity.ERROR,
    summary="A clause's lineage leads back to the clause itself.",
    why="Whoever asks what became of a clause follows its lineage, and must arrive at another clause.",
    example=Example(file="clauses/INVENTED/9.3.yaml", wrong="to: INVENTED/9.3", right="to: INVENTED/9.2"),
)


def check(context: Context) -> Iterator[Finding]:
    """Follow every step of every clause's lineage."""
    following = {clause.id: tuple(step.to for step in clause.lineage) for clause in context.records.clauses}
    for clause in context.records.clauses:
        loop = loop_from(clause.id, following)
        if loop:
            _, first = (*loop, clause.id)[:2]
            number = following[clause.id].index(first)
            message = f"leads back to itself: {' -> '.join((*loop, clause.id))}"
            yield RULE.finding(message, context.location(clause, "lineage", number, "to"))
