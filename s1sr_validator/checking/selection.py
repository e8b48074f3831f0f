"""Which rules are asked: codes, beginnings of codes and names that were given, and what no list can leave out."""

import re
from collections.abc import Sequence

from s1sr_validator.index.lookup import nearest
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.project import Selection
from s1sr_validator.model.rule import Rule

NOT_SELECTED = "not selected"
"""The reason for which a rule that was left out was not asked."""

_ALWAYS_REPORTED = re.compile(r"PRJ[0-9]+|[A-Z]+0[01][0-9]|[A-Z]+[0-9]9[0-9]")


def always_reported(code: str) -> bool:
    """Say whether findings of a code are neither left out nor accepted.

    Those are about reading (001 to 019 of every part), crashes and lists of exceptions (the nineties of each hundred),
    and the project's file: each says that something was not checked.
    """
    return bool(_ALWAYS_REPORTED.fullmatch(code))


def selected(code: str, selection: Selection) -> bool:
    """Say whether a rule is asked, by a selection that was read; `ignore` is stronger than `select`."""
    if always_reported(code):
        return True
    return not code.startswith(selection.ignore or "-") and code.startswith(selection.select or "")


def read_selection(select: Sequence[str], ignore: Sequence[str], rules: Sequence[Rule]) -> Selection:
    """Return a selection by codes and their beginnings.

    Args:
        select: codes, beginnings of codes or names, in any case; nothing stands for all rules.
        ignore: the same, for what is left out.
        rules: every rule that could be asked, those that always are too.

    Raises:
        UsageError: a word stands for no rule, is to leave out what is always reported, or no rule is left.
    """
    for word in (*select, *ignore):
        if problem := unknown_rule(word, rules):
            raise problem
    for word in ignore:
        if not can_be_left_out(word, rules):
            raise UsageError(f"findings of {word} are always reported", tip=f"take {word} out of the list")
    selection = Selection(
        select=tuple(beginning(word, rules) for word in select), ignore=tuple(beginning(word, rules) for word in ignore)
    )
    if not any(selected(rule.code, selection) for rule in rules if not always_reported(rule.code)):
        raise UsageError("the selection leaves no rule to ask", tip="see: s1sr explain")
    return selection


def beginning(word: str, rules: Sequence[Rule]) -> str:
    """Return the code of a rule's name, or a code or the beginning of one in upper case."""
    name = word.strip().lower()
    return next((rule.code for rule in rules if rule.name == name), name.upper())


def unknown_rule(word: str, rules: Sequence[Rule]) -> UsageError | None:
    """Return why a word stands for no rule, with the nearest that there are."""
    start = beginning(word, rules)
    if start and any(rule.code.startswith(start) for rule in rules):
        return None
    near = (*nearest(start, [rule.code for rule in rules]), *nearest(start.lower(), [rule.name for rule in rules]))
    tip = f"nearest: {', '.join(near)}" if near else "all rules: s1sr explain"
    return UsageError(f"no rule that is asked here has the code or name {word!r}", tip=tip)


def can_be_left_out(word: str, rules: Sequence[Rule]) -> bool:
    """Say whether a word stands for any rule whose findings can be left out or accepted."""
    start = beginning(word, rules)
    return any(rule.code.startswith(start) and not always_reported(rule.code) for rule in rules)
