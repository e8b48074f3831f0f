"""REQ133: the header has only fields of a header."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.sequence import FIRST, PREDECESSOR
from s1sr_validator.index.lookup import nearest
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.request import HEADER_FIELDS
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ133",
    name="unknown-header-field",
    severity=Severity.ERROR,
    summary="The header has a field that no header has, or an optional one twice.",
    why="A misspelt element is not what was meant: a FirstInSequence that nobody reads leaves the request "
    "outside its sequence.",
    example=Example(
        file="sequence.xml",
        wrong="<sr:FirstInSequenced>false</sr:FirstInSequenced>",
        right="<sr:FirstInSequence>false</sr:FirstInSequence>",
    ),
)

_KNOWN = (*HEADER_FIELDS, FIRST, PREDECESSOR)
_MOST = 20
"""Unknown fields that are named one by one; a file of another kind has thousands."""


def check(context: Context) -> Iterator[Finding]:
    """Look for every field among those of a header; one that is needed once has a rule of its own."""
    header = context.request.header
    unknown = [name for name in header if name not in _KNOWN]
    for name in unknown[:_MOST]:
        near = nearest(name, _KNOWN)
        tip = f"nearest: {', '.join(near)}" if near else f"a header has: {', '.join(_KNOWN)}"
        yield RULE.finding(f"a header has no field {shown(name)}", context.header(name), tip=tip)
    if len(unknown) > _MOST:
        message = f"{len(unknown) - _MOST:,} further fields of the header are unknown too"
        yield RULE.finding(message, context.header(unknown[_MOST]), tip=f"a header has: {', '.join(_KNOWN)}")
    for name in (FIRST, PREDECESSOR):
        fields = header.get(name, ())
        if len(fields) > 1:
            place = context.place(fields[-1].node, f"header.{name}")
            yield RULE.finding(f"sr:Header has {len(fields)} times sr:{name}", place, tip=f"keep one sr:{name}")
