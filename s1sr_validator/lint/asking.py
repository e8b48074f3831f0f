"""Asking a rule of lint about a catalogue."""

from s1sr_validator.lint.context import Context
from s1sr_validator.model.asking import Asked, Asker, ask_rule
from s1sr_validator.model.finding import Location, Severity
from s1sr_validator.model.rule import Example, Rule

RuleModule = Asker[Context]

CRASHED = Rule(
    code="CAT199",
    name="rule-crashed",
    severity=Severity.ERROR,
    summary="A rule of this software failed, so what it looks for was not checked to the end.",
    why="A crash that is only logged looks like a catalogue without faults. Please report it with the finding's text.",
    example=Example(file="s1sr_validator/lint/rules/", wrong="raise ValueError", right="yield RULE.finding(...)"),
)


def ask(module: RuleModule, context: Context) -> Asked:
    """Ask a rule; a crash becomes a finding that names it."""
    return ask_rule(module, context, crashed=CRASHED, location=Location())
