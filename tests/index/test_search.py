"""Records by id and by words."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.search import every_record, find_id, natural_order, search, title_of
from s1sr_validator.model.kinds import KINDS
from tests.invented import MAKER_ONE


def named(tiny: Catalogue, wanted: str) -> set[tuple[str, str]]:
    """Return kind and id of the records that an id can mean."""
    return {(hit.kind.singular, hit.record.id) for hit in find_id(tiny.snapshot, wanted)}


def test_every_record(tiny: Catalogue) -> None:
    """Every record of every kind comes once, kind by kind."""
    hits = list(every_record(tiny.snapshot))
    folders = [hit.kind.folder for hit in hits]
    order = [kind.folder for kind in KINDS]
    assert sorted(folders, key=order.index) == folders
    assert len(hits) == sum(len(tiny.snapshot.records.of_kind(folder)) for folder in order)


@pytest.mark.parametrize(
    ("expected", "wanted"),
    [
        ({("service", "9.9.1")}, "9.9.1"),
        ({("service", "9.9.1")}, " 9.9.1 "),
        ({("behaviour", "S1B-9001")}, "s1b-9001"),
        ({("device", MAKER_ONE)}, MAKER_ONE.lower()),
        ({("manufacturer", "FFF0"), ("other_models", "FFF0")}, "FFF0"),
        ({("manufacturer", "FFF0")}, "manufacturer/FFF0"),
        ({("manufacturer", "FFF0")}, "manufacturers:fff0"),
        ({("clause", "INVENTED/9.1")}, "9.1"),
        ({("clause", "INVENTED/9.1")}, "INVENTED:9.1"),
        (set(), "9.9"),
        (set(), "no such record"),
        (set(), "service/S1B-9001"),
    ],
)
def test_find_id(expected: set[tuple[str, str]], wanted: str, tiny: Catalogue) -> None:
    """An id is found in any case, with its kind before it, and a clause by its number."""
    assert expected == named(tiny, wanted)


@pytest.mark.parametrize(
    ("expected", "kind", "record_id"),
    [
        ("The invented log fails when it is empty", "behaviours", "S1B-9001"),
        ("Invented service 9.9.1", "services", "9.9.1"),
        ("Invented maker one", "matrix", "invented/maker-one"),
        ("The invented log cannot be read while it is empty.", "clauses", "INVENTED/9.1"),
        ("Invented meter 1", "devices", MAKER_ONE),
        ("Invented Warning", "codes", "S1X9001"),
    ],
)
def test_title_of(expected: str, kind: str, record_id: str, tiny: Catalogue) -> None:
    """A record is called by its title, name, label or summary."""
    record = next(found for found in tiny.snapshot.records.of_kind(kind) if found.id == record_id)
    assert expected == title_of(record)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("S1B-9001", "s1b-9001"),
        ("S1X9001", "invented warning"),
        ("9.9.2", "9.9.2"),
        ("INVENTED", "invented requirements"),
        (MAKER_ONE, MAKER_ONE.lower()),
    ],
)
def test_best_hit(expected: str, words: str, tiny: Catalogue) -> None:
    """The record that a person means comes first."""
    assert expected == search(tiny.snapshot, words)[0].record.id


def test_every_word_must_occur(tiny: Catalogue) -> None:
    """A word that occurs nowhere leaves nothing."""
    assert search(tiny.snapshot, "warning")
    assert () == search(tiny.snapshot, "warning quetzalcoatl")
    assert () == search(tiny.snapshot, " ")


def test_words_in_the_text_are_found(tiny: Catalogue) -> None:
    """A word that stands only inside a record finds it."""
    assert "S1B-9001" in {hit.record.id for hit in search(tiny.snapshot, "empty 0042")}


def test_natural_order() -> None:
    """Numbers inside an id count as numbers."""
    shuffled = ["10.1", "4.10", "N10", "4.4.10", "S1B-0002", "4.4.2", "N9"]
    assert ["N9", "N10", "S1B-0002", "4.4.2", "4.4.10", "4.10", "10.1"] == sorted(shuffled, key=natural_order)
