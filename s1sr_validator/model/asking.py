"""Asking one rule about something: its findings, and a finding of its own where it fails."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Protocol, TypeVar

import msgspec

from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.model.rule import Rule

Seen_contra = TypeVar("Seen_contra", contravariant=True)
"""What a rule looks at: a catalogue, or a request."""


class Asker(Protocol[Seen_contra]):
    """What the file of a rule holds."""

    RULE: Rule

    def check(self, context: Seen_contra) -> Iterator[Finding]:
        """Yield what is wrong by the rule."""
        ...


class Asked(msgspec.Struct, frozen=True):
    """A rule that was asked: what it found, and whether it could answer to the end."""

    rule: Rule
    findings: tuple[Finding, ...]
    to_the_end: bool


def ask_rule(module: Asker[Seen_contra], context: Seen_contra, *, crashed: Rule, location: Location) -> Asked:
    """Ask a rule. A crash becomes one more finding, after those that came before it.

    Args:
        module: the rule's file.
        context: what the rule looks at.
        crashed: the rule that a crash is reported by.
        location: the place that a crash is reported at.
    """
    found: list[Finding] = []
    try:
        for finding in module.check(context):
            found.append(finding)  # noqa: PERF402 - what came before a crash is kept
    except Exception as error:  # noqa: BLE001 - whatever a rule raises, the others are asked
        return Asked(module.RULE, (*found, _crash(module.RULE, error, crashed, location)), to_the_end=False)
    return Asked(module.RULE, tuple(found), to_the_end=True)


def _crash(rule: Rule, error: Exception, crashed: Rule, location: Location) -> Finding:
    import traceback  # noqa: PLC0415 - hardly any rule crashes

    last = traceback.extract_tb(error.__traceback__)[-1]
    message = f"{rule.code} {rule.name} crashed: {type(error).__name__}: {error}"
    tip = f"this is a fault of the software ({PurePath(last.filename).name}, line {last.lineno}): please report it"
    return crashed.finding(message, location, tip=tip)
