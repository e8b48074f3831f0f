"""RSP106: response codes and DCC alert codes are those of DUIS."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.context import shown
from s1sr_validator.index.lookup import nearest
from s1sr_validator.model.code import CodeList
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP106",
    name="answer-code-unknown",
    severity=Severity.ERROR,
    summary="The response code or DCC alert code is not in the list of DUIS.",
    why="The schema closes both lists, so such a code is mistyped or of another version of DUIS.",
    example=Example(
        file="response.xml",
        wrong="<sr:ResponseCode>E6</sr:ResponseCode>",
        right="<sr:ResponseCode>E5</sr:ResponseCode>",
    ),
)


_LISTS = {
    "ResponseCode": (CodeList.RESPONSE, "response code"),
    "DCCAlertCode": (CodeList.DCC_ALERT, "DCC alert code"),
}


def check(context: AnswerContext) -> Iterator[Finding]:
    """Look for each code in its list, where the catalogue has it."""
    for name, (code_list, words) in _LISTS.items():
        known = context.known_codes(code_list)
        for path, field in context.part(name) if known else ():
            if field.text not in known:
                near = nearest(field.text, known)
                tip = f"nearest: {', '.join(near)}" if near else f"see: s1sr list codes list={code_list}"
                message = f"there is no {words} {shown(field.text)}"
                yield RULE.finding(message, context.place(field.node, path), tip=tip)
