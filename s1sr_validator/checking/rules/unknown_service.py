"""REQ007: the SRV is one of DUIS."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.request import SRV
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ007",
    name="unknown-service",
    severity=Severity.ERROR,
    summary="The ServiceReferenceVariant is not one of DUIS.",
    why="Behaviours are recorded for each service variant; a variant that does not exist is a slip.",
    example=Example(
        file="request.xml",
        wrong="<sr:ServiceReferenceVariant>4.4.9</sr:ServiceReferenceVariant>",
        right="<sr:ServiceReferenceVariant>4.4.2</sr:ServiceReferenceVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look the SRV up; where there is none at all, another rule says so."""
    request, services = context.request, context.lookup.services
    if request.srv in services or not (request.is_bare_body or SRV in request.header):
        return
    if request.is_bare_body and not request.srv:
        yield RULE.finding("the body alone does not tell its SRV", context.header(SRV), tip="give it with --srv")
        return
    near = [srv for srv in services if request.service_reference and srv.startswith(request.service_reference + ".")]
    tip = f"variants of {request.service_reference}: {', '.join(near)}" if near else "see: s1sr list services"
    yield RULE.finding(f"there is no SRV {shown(request.srv)}", context.header(SRV), tip=tip)
