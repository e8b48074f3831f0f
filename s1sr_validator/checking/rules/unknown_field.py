"""REQ113: the body has only fields of its service."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.moments import EXECUTION
from s1sr_validator.index.lookup import nearest
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ113",
    name="unknown-field",
    severity=Severity.ERROR,
    summary="The body has a field that its service does not have.",
    why="A misspelt or misplaced element is not what was meant, and conditions on the field that was meant would "
    "take it for absent.",
    example=Example(
        file="request.xml",
        wrong="<sr:KAPublicSecurityCredential>QUJD</sr:KAPublicSecurityCredential>",
        right="<sr:KAPublicSecurityCredentials>QUJD</sr:KAPublicSecurityCredentials>",
    ),
)


_MOST = 20
"""Unknown fields that are named one by one; a file of another kind has thousands."""


def check(context: Context) -> Iterator[Finding]:
    """Look for every path among those of the service's body."""
    known = [field.path for field in context.service.request_body.fields]
    inside = {path[:at] for path in known for at, letter in enumerate(path) if letter == "."}
    unknown = [
        path
        for path in context.request.fields
        # An ExecutionDateTime where there can be none has a rule of its own; an empty container is a container.
        if path not in inside and path not in known and path != EXECUTION
    ]
    for path in unknown[:_MOST]:
        near = nearest(path, known)
        message = f"the body of SRV {context.service.id} has no field {shown(path)}"
        tip = f"nearest: {', '.join(near)}" if near else f"see: s1sr show {context.service.id}"
        yield RULE.finding(message, context.body(path), tip=tip)
    if len(unknown) > _MOST:
        message = f"{len(unknown) - _MOST:,} further fields are unknown too"
        yield RULE.finding(message, context.body(unknown[_MOST]), tip=f"see: s1sr show {context.service.id}")
