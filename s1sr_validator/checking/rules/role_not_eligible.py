"""REQ116: the role may send the service."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ116",
    name="role-not-eligible",
    severity=Severity.ERROR,
    summary="The User Role is none of those that may send the service.",
    why="The DCC refuses a request from a role that is not eligible. Where the catalogue names no role, nothing "
    "is reported.",
    example=Example(
        file="command line",
        wrong="s1sr check request.xml --role ED",
        right="s1sr check request.xml --role IS",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the role among those of the service, where it names any."""
    eligible = context.service.eligible_user_roles
    if eligible and context.role not in eligible:
        message = f"the role {context.role} may not send SRV {context.service.id}"
        place = context.header("ServiceReferenceVariant")
        yield RULE.finding(message, place, tip=f"roles that may: {', '.join(eligible)}")
