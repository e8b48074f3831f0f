"""Two editions of a document, clause by clause: what was added, removed, moved or reworded."""

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from s1sr_validator.exchange.regulation.clauses import ReadClause
from s1sr_validator.exchange.regulation.digest import normal_text
from s1sr_validator.exchange.regulation.numbers import ClauseNumber, parse_number
from s1sr_validator.model.regulation_import import ClauseChange, ClauseFate, ClauseRegister, EditionDiff

SAME_NUMBER, OTHER_NUMBER = 50, 80
"""From which likeness, in percent, two texts are one clause: under the same number, and under another one."""
_SHORTEST_MOVE = 4
_MOST_PAIRS = 20_000
_COMPARED_WORDS = 500  # likeness takes the square of it; the digest is of the whole text
_WHOLE = 100


class Side(msgspec.Struct, frozen=True):
    """A clause on one side of a comparison; the text is empty where only its digest is known."""

    number: ClauseNumber
    heading: str
    digest: str
    words: tuple[str, ...] = ()


def read_side(clauses: Iterable[ReadClause]) -> tuple[Side, ...]:
    """Return the clauses of a document that is at hand."""
    return tuple(
        Side(clause.number, clause.heading, clause.digest, tuple(normal_text(clause.whole).split()[:_COMPARED_WORDS]))
        for clause in clauses
    )


def registered_side(register: ClauseRegister) -> tuple[Side, ...]:
    """Return the clauses of an edition of which only the register is at hand."""
    numbers = ((parse_number(clause.number), clause) for clause in register.clauses)
    return tuple(Side(number, clause.heading, clause.digest) for number, clause in numbers if number is not None)


def edition_diff(before: Sequence[Side], after: Sequence[Side], name: str) -> EditionDiff:
    """Compare two editions.

    Args:
        before: the clauses of the earlier one, each number once.
        after: the clauses of the later one, each number once.
        name: what to call the earlier one.
    """
    old, new = {side.number: side for side in before}, {side.number: side for side in after}
    changes: list[ClauseChange] = []
    unchanged = [number for number in new if number in old and new[number].digest == old[number].digest]
    for number in unchanged:
        del old[number], new[number]
    changes += _moved(old, new)
    changes += _reworded(old, new)
    changes += _moved_and_reworded(old, new)
    changes += [_change(ClauseFate.REMOVED, side, before=str(side.number)) for side in old.values()]
    changes += [_change(ClauseFate.ADDED, side) for side in new.values()]
    order = {str(side.number): place for place, side in enumerate((*after, *before))}
    ordered = sorted(changes, key=lambda change: (order.get(change.number, 0), change.fate))
    return EditionDiff(before=name, changes=tuple(ordered), unchanged_count=len(unchanged))


def _moved(old: dict[ClauseNumber, Side], new: dict[ClauseNumber, Side]) -> list[ClauseChange]:
    """Take out the clauses whose text stands under another number; a text that stands there twice shows no move."""
    counts = Counter(side.digest for side in (*old.values(),)), Counter(side.digest for side in new.values())
    places = {side.digest: side for side in old.values() if side.digest and counts[0][side.digest] == 1}
    found = []
    for side in [each for each in new.values() if counts[1][each.digest] == 1 and each.digest in places]:
        earlier = places[side.digest]
        if side.words and not _can_move(side):
            continue  # `Not used` is the same text anywhere
        del old[earlier.number], new[side.number]
        found.append(_change(ClauseFate.MOVED, side, before=str(earlier.number), similarity=_WHOLE))
    return found


def _reworded(old: dict[ClauseNumber, Side], new: dict[ClauseNumber, Side]) -> list[ClauseChange]:
    found = []
    for number in [each for each in new if each in old]:
        alike = _likeness(old[number], new[number], SAME_NUMBER)
        if alike is None:
            continue
        found.append(_change(ClauseFate.REWORDED, new[number], before=str(number), similarity=alike))
        del old[number], new[number]
    return found


def _moved_and_reworded(old: dict[ClauseNumber, Side], new: dict[ClauseNumber, Side]) -> list[ClauseChange]:
    if len(old) * len(new) > _MOST_PAIRS:
        return []  # two documents that are not editions of one another
    pairs = [
        (alike, earlier.number, later.number)
        for later in new.values()
        for earlier in old.values()
        if _can_move(earlier) and _can_move(later) and (alike := _likeness(earlier, later, OTHER_NUMBER)) is not None
    ]
    found = []
    for alike, number, later_number in sorted(pairs, reverse=True):
        if number in old and later_number in new:
            found.append(_change(ClauseFate.MOVED, new[later_number], before=str(number), similarity=alike))
            del old[number], new[later_number]
    return found


def _can_move(side: Side) -> bool:
    return len(side.words) >= _SHORTEST_MOVE


def _likeness(earlier: Side, later: Side, least: int) -> int | None:
    """Return how much two texts have in common in percent, 0 where one is not at hand; None for less than the least."""
    if not earlier.words or not later.words:
        return 0
    matcher = difflib.SequenceMatcher(None, earlier.words, later.words, autojunk=False)
    if matcher.real_quick_ratio() * _WHOLE < least or matcher.quick_ratio() * _WHOLE < least:
        return None
    alike = int(matcher.ratio() * _WHOLE)
    return min(alike, _WHOLE - 1) if alike >= least else None


def _change(fate: ClauseFate, side: Side, *, before: str = "", similarity: int = 0) -> ClauseChange:
    return ClauseChange(fate=fate, number=str(side.number), before=before, heading=side.heading, similarity=similarity)
