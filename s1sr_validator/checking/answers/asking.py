"""Asking a rule about an answer."""

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.model.asking import Asked, Asker, ask_rule
from s1sr_validator.model.finding import Location, Severity
from s1sr_validator.model.rule import Example, Rule

AnswerRuleModule = Asker[AnswerContext]

CRASHED = Rule(
    code="RSP199",
    name="answer-rule-crashed",
    severity=Severity.ERROR,
    summary="A rule of this software failed, so what it looks for was not checked to the end.",
    why="A crash that is only logged looks like an answer without faults. Please report it with the finding's text.",
    example=Example(
        file="s1sr_validator/checking/answer_rules/", wrong="raise ValueError", right="yield RULE.finding(...)"
    ),
)


def ask(module: AnswerRuleModule, context: AnswerContext) -> Asked:
    """Ask a rule; a crash becomes a finding that names it."""
    return ask_rule(module, context, crashed=CRASHED, location=Location(file=context.answer.name))
