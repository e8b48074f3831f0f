"""Asking one rule about a request: its findings, and a finding of its own where it fails."""

import traceback
from collections.abc import Iterator
from pathlib import PurePath
from typing import Protocol

import msgspec

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Example, Rule

CRASHED = Rule(
    code="REQ199",
    name="request-rule-crashed",
    severity=Severity.ERROR,
    summary="A rule of this software failed, so what it looks for was not checked to the end.",
    why="A crash that is only logged looks like a request without faults. Please report it with the finding's text.",
    example=Example(file="s1sr_validator/checking/rules/", wrong="raise ValueError", right="yield RULE.finding(...)"),
)


class RuleModule(Protocol):
    """What the file of a rule holds."""

    RULE: Rule

    def check(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong by the rule."""
        ...


class Asked(msgspec.Struct, frozen=True):
    """A rule that was asked: what it found, and whether it could answer to the end."""

    rule: Rule
    findings: tuple[Finding, ...]
    to_the_end: bool


def ask(module: RuleModule, context: Context) -> Asked:
    """Ask a rule. A crash becomes one more finding, after those that came before it."""
    found: list[Finding] = []
    try:
        for finding in module.check(context):
            found.append(finding)  # noqa: PERF402 - what came before a crash is kept
    except Exception as error:  # noqa: BLE001 - whatever a rule raises, the others are asked
        return Asked(module.RULE, (*found, _crash(module.RULE, error, context)), to_the_end=False)
    return Asked(module.RULE, tuple(found), to_the_end=True)


def _crash(rule: Rule, error: Exception, context: Context) -> Finding:
    last = traceback.extract_tb(error.__traceback__)[-1]
    message = f"{rule.code} {rule.name} crashed: {type(error).__name__}: {error}"
    tip = f"this is a fault of the software ({PurePath(last.filename).name}, line {last.lineno}): please report it"
    return CRASHED.finding(message, Location(file=context.request.name), tip=tip)
