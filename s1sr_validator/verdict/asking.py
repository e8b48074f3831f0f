"""Asking the rules about a request and its answers."""

from s1sr_validator.model.asking import Asker, ask_rule
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange
from s1sr_validator.verdict.rules import (
    entry_outside_period,
    not_a_pair,
    other_fuel,
    outcome_contradicted,
    pairing_unknown,
    payload_of_other_service,
    repeated_alert,
    smets2_form,
    state_contradicted,
)
from s1sr_validator.verdict.verdict_rules import VERDICT_RULES

RULES: tuple[Asker[Exchange], ...] = (
    not_a_pair,
    pairing_unknown,
    payload_of_other_service,
    outcome_contradicted,
    smets2_form,
    other_fuel,
    state_contradicted,
    entry_outside_period,
    repeated_alert,
)
"""Every rule about an exchange; a new rule is added here by hand."""

CRASHED = Rule(
    code="RSP299",
    name="exchange-rule-crashed",
    severity=Severity.ERROR,
    summary="A rule of this software failed, so what it looks for was not checked to the end.",
    why="A crash that is only logged looks like an answer without faults. Please report it with the finding's text.",
    example=Example(file="s1sr_validator/verdict/rules/", wrong="raise ValueError", right="yield RULE.finding(...)"),
)
EXCHANGE_RULES: tuple[Rule, ...] = (*(module.RULE for module in RULES), *VERDICT_RULES, CRASHED)
"""Every rule about an exchange, in the order of the codes."""


def exchange_findings(exchange: Exchange) -> tuple[Finding, ...]:
    """Ask every rule about a request and its answers."""
    place = Location(file=exchange.request.name)
    asked = (ask_rule(module, exchange, crashed=CRASHED, location=place) for module in RULES)
    return tuple(finding for each in asked for finding in each.findings)
