"""Lint: every rule over a loaded catalogue, with the exceptions applied, and what was and was not checked."""

import datetime as dt

import msgspec

from s1sr_validator.checking.selection import selected
from s1sr_validator.lint.asking import RuleModule, ask
from s1sr_validator.lint.context import Context
from s1sr_validator.lint.exceptions import EXCEPTION_RULES, accepted_apart
from s1sr_validator.lint.registry import RECORD_RULES, TREE_RULES
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.load.rules import LOAD_RULES
from s1sr_validator.model.finding import Finding, Severity, in_order
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.project import EVERYTHING, Selection


class LintResult(msgspec.Struct, frozen=True, kw_only=True):
    """What lint found, and how much it looked at.

    `rules_run` and `rules_skipped` hold codes: rules are skipped where records could not be read. A rule that crashed
    is in neither, but among the findings.
    """

    findings: tuple[Finding, ...]
    rules_run: tuple[str, ...]
    rules_skipped: tuple[str, ...]
    records_checked: int


def lint(
    loaded: LoadedCatalogue,
    *,
    as_of: dt.date,
    record_rules: tuple[RuleModule, ...] = RECORD_RULES,
    tree_rules: tuple[RuleModule, ...] = TREE_RULES,
    selection: Selection = EVERYTHING,
) -> LintResult:
    """Ask every rule about a loaded catalogue.

    Args:
        loaded: the catalogue; what was wrong with reading it becomes a part of the result.
        as_of: the day by which exceptions expire.
        record_rules: rules whose findings stand whatever is wrong with other records.
        tree_rules: rules that are asked only where every record could be read.
        selection: which of them to ask, as `read_selection` gave it.
    """
    context = Context(loaded)
    is_whole = not any(finding.severity is Severity.ERROR for finding in loaded.findings)
    possible = (*record_rules, *(tree_rules if is_whole else ()))
    asked = [ask(module, context) for module in possible if selected(module.RULE.code, selection)]
    every = [*loaded.findings, *(finding for each in asked for finding in each.findings)]
    codes = frozenset(module.RULE.code for module in (*record_rules, *tree_rules))
    done = frozenset(each.rule.code for each in asked if each.to_the_end)
    return LintResult(
        findings=in_order(list(accepted_apart(every, context, codes, done, as_of))),
        rules_run=tuple(sorted(done.union(rule.code for rule in (*LOAD_RULES, *EXCEPTION_RULES)))),
        rules_skipped=tuple(
            sorted({code for code in codes if selected(code, selection)}.difference(each.rule.code for each in asked))
        ),
        records_checked=sum(len(loaded.records.of_kind(kind.folder)) for kind in KINDS),
    )
