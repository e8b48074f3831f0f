"""REQ115: the values of the body are of the built-in types of their fields."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import INTEGER_RANGES, is_of_type

RULE = Rule(
    code="REQ115",
    name="value-type",
    severity=Severity.ERROR,
    summary="A value of the body is not of its field's built-in type, for example no date and time.",
    why="Such a value cannot be compared, so a prediction that depends on it would stay open.",
    example=Example(
        file="request.xml",
        wrong="<sr:StartDateTime>01/01/2025</sr:StartDateTime>",
        right="<sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>",
    ),
)


_WORDS = {
    "xs:dateTime": "a date and time such as 2025-01-01T00:00:00Z",
    "xs:date": "a date such as 2025-01-01",
    "xs:time": "a time such as 00:00:00",
    "xs:boolean": "true or false",
    "xs:decimal": "a decimal number",
    "xs:base64Binary": "base64",
    "xs:hexBinary": "pairs of hex digits",
}


def check(context: Context) -> Iterator[Finding]:
    """Read every value by its type."""
    for field in context.service.request_body.fields:
        for value in context.request.fields.get(field.path, ()):
            if not is_of_type(value.text, field.type):
                words = _WORDS.get(field.type) or _whole_number(field.type)
                message = f"{field.path} is {shown(value.text)}, which is not {words}"
                yield RULE.finding(message, context.body(field.path, value.node), tip=f"write {words}")


def _whole_number(schema_type: str) -> str:
    least, most = INTEGER_RANGES[schema_type]
    bounds = (f"from {least}" if least is not None else "", f"up to {most}" if most is not None else "")
    return " ".join(("a whole number", *filter(None, bounds)))
