"""CAT126: editions supersede each other within one document, and never in a circle."""

from collections.abc import Iterator

from s1sr_validator.lint.chains import loop_from
from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT126",
    name="supersession",
    severity=Severity.ERROR,
    summary="An edition is superseded by itself in the end, or by an edition of another document.",
    why="Whoever looks for the current edition follows the chain, and must arrive.",
    example=Example(
        file="editions/INVENTED-ANNEX/1.0.yaml",
        wrong="superseded_by: INVENTED-ANNEX/1.0",
        right="superseded_by: INVENTED-ANNEX/1.1",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Follow the chain from every edition."""
    editions = {edition.id: edition for edition in context.records.editions}
    following = {edition.id: edition.superseded_by for edition in editions.values() if edition.superseded_by}
    chain = {name: (successor,) for name, successor in following.items()}
    for name, successor in following.items():
        loop = loop_from(name, chain)
        location = context.location(editions[name], "superseded_by")
        if loop:
            yield RULE.finding(f"superseded in a circle: {' -> '.join((*loop, name))}", location)
        elif successor in editions and editions[successor].document != editions[name].document:
            yield RULE.finding(f"{successor} is an edition of another document", location)
