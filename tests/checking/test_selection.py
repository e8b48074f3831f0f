"""Which rules a selection asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.checking.selection import always_reported, read_selection, selected
from s1sr_validator.cli.explain_command import every_rule
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.project import Selection
from s1sr_validator.model.rule import Example, Rule

CODES = ("REQ001", "REQ107", "REQ108", "REQ199", "REQ201")
RULES = tuple(
    Rule(
        code=code,
        name=f"invented-{code[3:]}",
        severity=Severity.WARNING,
        summary="",
        why="",
        example=Example(file="", wrong="", right=""),
    )
    for code in CODES
)
ALWAYS = {"REQ001", "REQ199"}


def asked(*select: str, ignore: tuple[str, ...] = ()) -> set[str]:
    """Return the codes that are asked, but for those that always are."""
    selection = read_selection(select, ignore, RULES)
    found = {code for code in CODES if selected(code, selection)}
    assert found >= ALWAYS
    return found - ALWAYS


@pytest.mark.parametrize(
    ("expected", "select", "ignore"),
    [
        ({"REQ107", "REQ108", "REQ201"}, (), ()),
        ({"REQ107"}, ("REQ107",), ()),
        ({"REQ107"}, ("req107",), ()),
        ({"REQ107"}, ("invented-107",), ()),
        ({"REQ107"}, (" Invented-107 ",), ()),
        ({"REQ107", "REQ108"}, ("REQ1",), ()),
        ({"REQ107", "REQ201"}, ("REQ2", "REQ107"), ()),
        ({"REQ107", "REQ201"}, (), ("invented-108",)),
        ({"REQ201"}, (), ("REQ1",)),
        ({"REQ107"}, ("REQ1",), ("REQ108",)),
        ({"REQ201"}, ("REQ1", "REQ2"), ("REQ1",)),
    ],
)
def test_selected(expected: set[str], select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """Codes, their beginnings and names, in any case; what is ignored is not selected."""
    assert expected == asked(*select, ignore=ignore)


@pytest.mark.parametrize(
    ("select", "ignore", "message", "tip"),
    [
        (("REQ170",), (), "'REQ170'", "REQ107"),
        (("invented-170",), (), "'invented-170'", "invented-107"),
        (("zzzzzz",), (), "'zzzzzz'", "all rules: s1sr explain"),
        (("",), (), "''", "all rules"),
        ((), ("REQ001",), "always reported", "REQ001"),
        ((), ("REQ0",), "always reported", "REQ0"),
        ((), ("invented-199",), "always reported", "invented-199"),
        ((), ("REQ",), "leaves no rule", "s1sr explain"),
        (("REQ107",), ("REQ1",), "leaves no rule", "s1sr explain"),
        (("REQ001",), (), "leaves no rule", "s1sr explain"),
    ],
)
def test_wrong_use(select: tuple[str, ...], ignore: tuple[str, ...], message: str, tip: str) -> None:
    """A word that stands for nothing, that hides what was not checked, or a selection of nothing is refused."""
    with pytest.raises(UsageError) as caught:
        read_selection(select, ignore, RULES)
    assert (True, True) == (message in caught.value.message, tip in caught.value.tip)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("REQ001", True),
        ("REQ019", True),
        ("REQ020", False),
        ("REQ101", False),
        ("REQ189", False),
        ("REQ199", True),
        ("REQ299", True),
        ("REQ290", True),
        ("CAT011", True),
        ("CAT192", True),
        ("PRJ001", True),
        ("PRJ101", True),
        ("", False),
    ],
)
def test_always_reported(code: str, expected: bool) -> None:
    """What is about reading, crashes, lists of exceptions and the project's file."""
    assert expected == always_reported(code)


def test_rules_that_are_always_reported_are_about_what_was_not_checked() -> None:
    """No rule about a request's own content has a number that cannot be left out."""
    nineties = {rule.name for rule in every_rule() if always_reported(rule.code) and rule.code[4] == "9"}
    assert all(name.startswith("exception-") or name.endswith("-crashed") for name in nineties)
    assert {rule.code[:3] for rule in CHECKING_RULES if not always_reported(rule.code)} == {"REQ"}


WORDS = st.lists(st.sampled_from(["REQ107", "REQ1", "REQ2", "invented-108", "REQ10"]), max_size=3)


@given(WORDS, WORDS, st.sampled_from(["REQ107", "REQ1", "invented-201"]))
def test_one_more_word_to_ignore_never_asks_more(select: list[str], ignore: list[str], word: str) -> None:
    """A law: ignoring more asks less, and the order of words does not matter."""
    try:
        more = read_selection(select, [*ignore, word], RULES)
    except UsageError:
        return
    less, turned = read_selection(select, ignore, RULES), read_selection(select[::-1], [word, *ignore], RULES)
    for code in CODES:
        assert selected(code, more) <= selected(code, less)
        assert selected(code, more) == selected(code, turned)


def test_nothing_given_asks_everything() -> None:
    """The selection that nobody made leaves nothing out."""
    assert all(selected(rule.code, Selection()) for rule in every_rule())
