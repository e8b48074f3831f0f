"""RSP112: all references of an answer name one known service."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.context import shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP112",
    name="references-disagree",
    severity=Severity.WARNING,
    summary="The answer names no known service, or more than one.",
    why="The references stand beside the message and in it, the service and its variant in elements of their own, and "
    "the schema ties none to another.",
    example=Example(
        file="response.xml",
        wrong="<sr:ServiceReferenceVariant>4.6.1</sr:ServiceReferenceVariant>",
        right="<sr:ServiceReferenceVariant>4.4.2</sr:ServiceReferenceVariant>",
    ),
)


_SRV = "ServiceReferenceVariant"


def check(context: AnswerContext) -> Iterator[Finding]:
    """Compare the variants with each other, and each reference with the variant beside it."""
    stated = [(path, field) for path, field in context.part(_SRV) if field.text]
    for path, field in stated:
        service = context.lookup.services.get(field.text)
        place = context.place(field.node, path)
        if field.text != stated[0][1].text:
            message = f"the answer names SRV {shown(stated[0][1].text)} first and {shown(field.text)} here"
            yield RULE.finding(message, place, tip="both are those of the request")
        elif service is None:
            yield RULE.finding(f"there is no SRV {shown(field.text)}", place, tip="see: s1sr list services")
        beside = context.answer.parts.get(path.removesuffix("Variant"), ())
        if service and beside and beside[0].text != service.service_reference:
            message = f"SRV {service.id} is of service {service.service_reference}, not {shown(beside[0].text)}"
            where = context.place(beside[0].node, path.removesuffix("Variant"))
            yield RULE.finding(message, where, tip=f"write {service.service_reference}")
