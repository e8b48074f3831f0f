"""`s1sr explain`: what a code means, why the rule exists, and what is wrong and right by it."""

import sys
from typing import Annotated

import typer

from s1sr_validator.model.rule import Rule


def explain(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="Code or name of a rule; without one, all are listed.")
    ] = "",
) -> int:
    """Explain a code: why, what is wrong, what is right.

    Example: s1sr explain CAT006
    """
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.report.rule_text import write_rule, write_rule_index

    rules = every_rule()
    page = new_page()
    if not code:
        write_rule_index(page, rules)
    else:
        found = [rule for rule in rules if code.casefold() in {rule.code.casefold(), rule.name.casefold()}]
        if not found:
            from s1sr_validator.index.lookup import nearest

            near = nearest(code.upper(), [rule.code for rule in rules])
            raise UsageError(f"no rule has the code {code!r}", tip=f"nearest: {', '.join(near)}; all: s1sr explain")
        write_rule(page, found[0])
    sys.stdout.write(str(page))
    return 0


def every_rule() -> tuple[Rule, ...]:
    """Return every rule of every part of the package, by code."""
    from s1sr_validator.contribution.rules import FORM_RULES
    from s1sr_validator.exchange.cpl.rules import CPL_RULES
    from s1sr_validator.exchange.dmvesm.rules import MATRIX_RULES
    from s1sr_validator.exchange.regulation.rules import REGULATION_RULES
    from s1sr_validator.index.overlay_rules import OVERLAY_RULES
    from s1sr_validator.inspection import MESSAGE_RULES
    from s1sr_validator.lint.registry import LINT_RULES
    from s1sr_validator.load.project_rules import PROJECT_RULES
    from s1sr_validator.load.rules import LOAD_RULES
    from s1sr_validator.server.device_rules import DEVICE_FILE_RULES

    rules = (
        *LOAD_RULES,
        *LINT_RULES,
        *MESSAGE_RULES,
        *CPL_RULES,
        *MATRIX_RULES,
        *REGULATION_RULES,
        *FORM_RULES,
        *PROJECT_RULES,
        *DEVICE_FILE_RULES,
        *OVERLAY_RULES,
    )
    return tuple(sorted(rules, key=lambda rule: rule.code))
