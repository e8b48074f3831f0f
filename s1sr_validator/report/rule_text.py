"""A rule as `explain` prints it: what, why, wrong, right."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Rule
from s1sr_validator.report.page import Ink, Page

_INKS = {Severity.ERROR: Ink.BAD, Severity.WARNING: Ink.WARN, Severity.INFO: Ink.QUIET}


def write_rule(page: Page, rule: Rule) -> None:
    """Write one rule in full."""
    page.line(f"{rule.code}  {rule.name}", ink=Ink.STRONG)
    page.line(rule.severity, ink=_INKS[rule.severity])
    page.line()
    page.line(rule.summary)
    page.line()
    page.line(rule.why)
    for label, text, ink in (("wrong", rule.example.wrong, Ink.BAD), ("right", rule.example.right, Ink.GOOD)):
        page.line()
        page.line(f"{label}, in {rule.example.file}:", ink=Ink.QUIET)
        for line in text.rstrip("\n").split("\n"):
            page.raw("    " + page.inked(line, ink))


def write_rule_index(page: Page, rules: tuple[Rule, ...]) -> None:
    """Write one line for each rule."""
    for rule in rules:
        page.field(rule.code, f"{rule.name}: {rule.summary}", indent=0, column=8)
