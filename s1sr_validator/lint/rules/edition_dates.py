"""CAT125: an edition was published before its status was noted."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.partial_dates import partial_period
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT125",
    name="edition-dates",
    severity=Severity.ERROR,
    summary="An edition's status is dated before its publication.",
    why="Nobody can know that an edition is in force before it exists; one of the two dates is wrong.",
    example=Example(file="editions/INVENTED-ANNEX/1.1.yaml", wrong="published: 2003-02", right="published: 2002-02"),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the two dates of every edition; where one lacks its day, only a sure contradiction counts."""
    for edition in context.records.editions:
        published, noted = partial_period(edition.published), partial_period(edition.status_as_of)
        if published and noted and noted.end is not None and published.start >= noted.end:
            message = f"published {edition.published}, but its status is as of {edition.status_as_of}"
            yield RULE.finding(message, context.location(edition, "published"))
