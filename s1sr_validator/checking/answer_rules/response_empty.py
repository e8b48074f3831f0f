"""RSP116: a Device's response says something."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP116",
    name="response-empty",
    severity=Severity.WARNING,
    summary="The response of the Device holds neither data, nor a payload, nor debug information.",
    why="The schema lets all of them be left out. Such a response does not say whether the request succeeded.",
    example=Example(
        file="response.xml",
        wrong="<sr:ResponseMessage></sr:ResponseMessage>",
        right='<sr:ResponseMessage><ra:SMETSData><ra:UpdateSupplierNameRsp MessageSuccess="true"/></ra:SMETSData>'
        "</sr:ResponseMessage>",
    ),
)


_PARTS = ("GBCSData", "SMETSData", "DebugInfo")


def check(context: AnswerContext) -> Iterator[Finding]:
    """Look for any of the three."""
    message = context.answer.device_message
    if message is None or message.response is None or any(True for name in _PARTS for _ in context.part(name)):
        return
    for path, field in context.part("ResponseMessage"):
        text = "the response holds no GBCSData, SMETSData or DebugInfo"
        tip = "whether the request succeeded cannot be told from it"
        yield RULE.finding(text, context.place(field.node, path), tip=tip)
