"""CAT113: a clause's id is its document and number, and its edition is one of that document."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.regulation import Edition
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT113",
    name="clause-number",
    severity=Severity.ERROR,
    summary="A clause's id, number, document and edition do not agree.",
    why="The number is what people quote. Quoted from the wrong document it leads to another obligation.",
    example=Example(file="clauses/INVENTED/9.2.yaml", wrong='number: "9.20"', right='number: "9.2"'),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the parts of every clause with its id and its edition."""
    for clause in context.records.clauses:
        expected = f"{clause.document}/{clause.number}"
        if clause.id != expected:
            message = f"document {clause.document} and number {clause.number} ask for the id {expected}"
            yield RULE.finding(message, context.location(clause, "number"))
        edition = context.by_folder["editions"].get(clause.edition)
        if isinstance(edition, Edition) and edition.document != clause.document:
            message = f"edition {edition.id} is one of {edition.document}, not of {clause.document}"
            yield RULE.finding(message, context.location(clause, "edition"))
