"""Checking several requests together: what only shows when one is held against another."""

from collections.abc import Sequence
from typing import NamedTuple

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.registry import BATCH_CRASHED, BATCH_RULES
from s1sr_validator.model.asking import ask_rule
from s1sr_validator.model.finding import Finding, Location, in_order


class Batch(NamedTuple):
    """What was found about requests together, in order, and the codes of the rules that were asked to the end."""

    findings: tuple[Finding, ...]
    rules_run: tuple[str, ...]


def check_batch(contexts: Sequence[Context]) -> Batch:
    """Ask every rule about several requests; about fewer than two there is nothing to ask.

    Args:
        contexts: the requests in the order in which they were given, with what is known about them.
    """
    if len(contexts) < 2:  # noqa: PLR2004 - one request is held against nothing
        return Batch((), ())
    place = Location(file=contexts[0].request.name)
    asked = [ask_rule(module, contexts, crashed=BATCH_CRASHED, location=place) for module in BATCH_RULES]
    findings = in_order([found for each in asked for found in each.findings])
    return Batch(findings, tuple(sorted(each.rule.code for each in asked if each.to_the_end)))
