"""Two editions: every clause is unchanged, added, removed, moved or reworded, and exactly one of these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.exchange.regulation.clauses import ReadClause
from s1sr_validator.exchange.regulation.diff import edition_diff, read_side, registered_side
from s1sr_validator.exchange.regulation.numbers import ClauseNumber, parse_number
from s1sr_validator.model.regulation import ClauseKind
from s1sr_validator.model.regulation_import import ClauseFate, ClauseLine, ClauseRegister

Texts = dict[str, str]
LONG = "the invented Device answers the invented request with an invented alert and nothing else"


def clauses(texts: Texts) -> list[ReadClause]:
    """Return clauses with these texts by number."""
    return [
        ReadClause(number=parse_number(number) or ClauseNumber(()), heading="", text=text, place="line 1", line=1)
        for number, text in texts.items()
    ]


def register(texts: Texts) -> ClauseRegister:
    """Return the register of clauses, which has no texts."""
    lines = tuple(
        ClauseLine(number=str(each.number), heading="", kind=ClauseKind.UNKNOWN, digest=each.digest, place="line 1")
        for each in clauses(texts)
    )
    return ClauseRegister(document="INVENTED", edition="9", file="invented.txt", sha256="", clauses=lines)


CASES: list[tuple[Texts, Texts, list[tuple[ClauseFate, str, str]]]] = [
    ({"9.1": LONG}, {"9.1": LONG}, []),
    ({}, {"9.1": LONG}, [(ClauseFate.ADDED, "9.1", "")]),
    ({"9.1": LONG}, {}, [(ClauseFate.REMOVED, "9.1", "9.1")]),
    ({"9.1p": LONG}, {"9.1q": LONG}, [(ClauseFate.MOVED, "9.1(q)", "9.1(p)")]),
    ({"9.1": LONG}, {"9.1": f"{LONG} at all"}, [(ClauseFate.REWORDED, "9.1", "9.1")]),
    ({"9.1": LONG}, {"9.2": f"{LONG} at all"}, [(ClauseFate.MOVED, "9.2", "9.1")]),
    ({"9.1": "Not used."}, {"9.2": "Not used."}, [(ClauseFate.ADDED, "9.2", ""), (ClauseFate.REMOVED, "9.1", "9.1")]),
    ({"9.1": LONG, "9.2": "x"}, {"9.1": "x", "9.2": LONG}, [(ClauseFate.MOVED, "9.2", "9.1")]),
    (
        {"9.1": LONG},
        {"9.1": "an entirely different matter of schedules"},
        [(ClauseFate.ADDED, "9.1", ""), (ClauseFate.REMOVED, "9.1", "9.1")],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_a_clause_has_one_fate(before: Texts, after: Texts, expected: list[tuple[ClauseFate, str, str]]) -> None:
    """The same text under another number has moved; a like text under the same number was reworded."""
    found = edition_diff(read_side(clauses(before)), read_side(clauses(after)), "edition 9")
    changes = [(change.fate, change.number, change.before) for change in found.changes]
    assert set(expected) <= set(changes)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"9.1": LONG}, []),
        ({"9.2": LONG}, [(ClauseFate.MOVED, "9.2", 100)]),
        ({"9.1": "another text"}, [(ClauseFate.REWORDED, "9.1", 0)]),
    ],
)
def test_a_register_alone_tells_moves_and_rewording(after: Texts, expected: list[tuple[ClauseFate, str, int]]) -> None:
    """Digests show what is the same; how much a reworded text has in common is then not known."""
    found = edition_diff(registered_side(register({"9.1": LONG})), read_side(clauses(after)), "edition 9")
    assert expected == [(change.fate, change.number, change.similarity) for change in found.changes]


TREES = st.dictionaries(
    st.integers(1, 12).map(lambda number: f"9.{number}"),
    st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]), min_size=1, max_size=9).map(
        " ".join
    ),
    max_size=8,
)


@given(TREES, TREES)
def test_every_clause_is_counted_once(before: Texts, after: Texts) -> None:
    """Old clauses are unchanged, removed, moved or reworded; new ones unchanged, added, moved or reworded."""
    found = edition_diff(read_side(clauses(before)), read_side(clauses(after)), "edition 9")
    old = [change.before for change in found.changes if change.before]
    new = [change.number for change in found.changes if change.fate is not ClauseFate.REMOVED]
    assert len(before) == len(set(old)) + found.unchanged_count
    assert len(after) == len(set(new)) + found.unchanged_count


@given(TREES)
def test_an_edition_differs_from_itself_in_nothing(texts: Texts) -> None:
    """The same clauses on both sides are all unchanged."""
    side = read_side(clauses(texts))
    assert () == edition_diff(side, side, "itself").changes
