"""RSP115: alert codes of S1SPs and Devices are known."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.context import shown
from s1sr_validator.model.code import CodeList
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP115",
    name="alert-code-unlisted",
    severity=Severity.INFO,
    summary="The catalogue does not know the alert code.",
    why="No source at hand lists the S1SP alert codes, and that of the Devices' codes may be of another version. Such "
    "a code is not wrong, but nothing can be said about it.",
    example=Example(
        file="alert.xml",
        wrong="<sr:S1SPAlertCode>S1CE2030</sr:S1SPAlertCode>",
        right="<sr:S1SPAlertCode>S1CE2003</sr:S1SPAlertCode>",
    ),
)


_LISTS = {
    "S1SPAlertCode": (CodeList.S1SP_ALERT, "S1SP alert code"),
    "GBCSHexAlertCode": (CodeList.GBCS_ALERT, "GBCS alert code"),
    "AlertCode": (CodeList.GBCS_ALERT, "GBCS alert code"),
}


def check(context: AnswerContext) -> Iterator[Finding]:
    """Look for each code in its list; hex is compared without regard to case."""
    for name, (code_list, words) in _LISTS.items():
        known = context.known_codes(code_list)
        is_hex = code_list is CodeList.GBCS_ALERT
        for path, field in context.part(name) if known else ():
            code = field.text.upper() if is_hex else field.text
            if code and code not in known:
                message = f"the catalogue does not know the {words} {shown(field.text)}"
                tip = f"known: s1sr list codes list={code_list}"
                yield RULE.finding(message, context.place(field.node, path), tip=tip)
