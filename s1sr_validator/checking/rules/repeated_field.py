"""REQ137: a field does not occur more often than it may."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.request import RequestField
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.service import BodyField

RULE = Rule(
    code="REQ137",
    name="repeated-field",
    severity=Severity.ERROR,
    summary="A field of the body occurs more often than it may.",
    why="Which of the values would count is not said anywhere, so the one that was meant may be the one that is lost.",
    example=Example(
        file="request.xml",
        wrong=""
        "<sr:KAPublicSecurityCredentials>QUJD</sr:KAPublicSecurityCredentials>"
        "<sr:KAPublicSecurityCredentials>QUJE</sr:KAPublicSecurityCredentials>",
        right="<sr:KAPublicSecurityCredentials>QUJD</sr:KAPublicSecurityCredentials>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Count every field where it can be told which of its values stand in one element."""
    for field in context.service.request_body.fields:
        most = _most(field)
        for values in _together(field.path, context.request.fields.get(field.path, ())):
            if most is not None and len(values) > most:
                message = f"{field.path} occurs {len(values)} times, and at the most {most} may"
                yield RULE.finding(
                    message, context.body(field.path, values[most].node), tip="keep the one that is meant"
                )


def _most(field: BodyField) -> int | None:
    # No XML has an attribute twice on one element.
    last = field.occurs.rpartition("..")[2]
    return None if last == "*" or field.path.rpartition(".")[2].startswith("@") else int(last)


def _together(path: str, values: tuple[RequestField, ...]) -> list[list[RequestField]]:
    """Return the values in groups that certainly stand in one element.

    The body element is one. Of any other there may be several, but between fields in two of them is a start tag.
    """
    groups: list[list[RequestField]] = []
    for value in values:
        if groups and ("." not in path or value.node <= groups[-1][-1].node + 1):
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups
