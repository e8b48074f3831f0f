"""REQ115: dates, booleans and whole numbers read as such."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.condition import ValueType
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.vocabulary import REQUEST, read_value, request_fact_types

RULE = Rule(
    code="REQ115",
    name="value-type",
    severity=Severity.ERROR,
    summary="A date and time, boolean or whole number of the body does not read as one.",
    why="Such a value cannot be compared, so a prediction that depends on it would stay open.",
    example=Example(
        file="request.xml",
        wrong="<sr:StartDateTime>01/01/2025</sr:StartDateTime>",
        right="<sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>",
    ),
)


_WORDS = {
    ValueType.DATETIME: "a date and time such as 2025-01-01T00:00:00Z",
    ValueType.BOOLEAN: "true or false",
    ValueType.INTEGER: "a whole number",
}


def check(context: Context) -> Iterator[Finding]:
    """Read every value that is not text by its type."""
    for fact in request_fact_types(context.service):
        path = fact.name.removeprefix(REQUEST)
        for field in context.request.fields.get(path, ()) if fact.type in _WORDS else ():
            try:
                read_value(fact, field.text)
            except ValueError:
                message = f"{path} is {shown(field.text)}, which is not {_WORDS[fact.type]}"
                yield RULE.finding(message, context.body(path, field.node), tip=f"write {_WORDS[fact.type]}")
