"""Asking a rule about a request."""

from s1sr_validator.checking.context import Context
from s1sr_validator.model.asking import Asked, Asker, ask_rule
from s1sr_validator.model.finding import Location, Severity
from s1sr_validator.model.rule import Example, Rule

RuleModule = Asker[Context]

CRASHED = Rule(
    code="REQ199",
    name="request-rule-crashed",
    severity=Severity.ERROR,
    summary="A rule of this software failed, so what it looks for was not checked to the end.",
    why="A crash that is only logged looks like a request without faults. Please report it with the finding's text.",
    example=Example(file="s1sr_validator/checking/rules/", wrong="raise ValueError", right="yield RULE.finding(...)"),
)


def ask(module: RuleModule, context: Context) -> Asked:
    """Ask a rule; a crash becomes a finding that names it."""
    return ask_rule(module, context, crashed=CRASHED, location=Location(file=context.request.name))
