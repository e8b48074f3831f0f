"""Entries of the Central Products List that are not SMETS1, by whole and partial keys."""

import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.checking.other_models import find_other_models
from tests.invented import MAKER_ONE


def test_a_whole_key_and_its_beginning_stand_for_the_entry(tiny: Catalogue) -> None:
    """Every entry is found by its own key, in any case; by a beginning wherever no SMETS1 Device Model has that."""
    for key, model in tiny.lookup.other_models.items():
        expected = () if key in tiny.lookup.devices else (model,)
        assert expected == find_other_models(key.lower(), tiny.lookup)
        beginning = key.rpartition("/")[0]
        if not tiny.lookup.matching_devices(tuple(beginning.split("/"))):
            assert model in find_other_models(beginning, tiny.lookup)


@pytest.mark.parametrize("key", [MAKER_ONE, "ESME/FFF0", "ESME/EEEE"])
def test_nothing_is_found_where_there_is_none(tiny: Catalogue, key: str) -> None:
    """A key of SMETS1 Device Models, and one that nobody has, stand for no other entry."""
    assert () == find_other_models(key, tiny.lookup)


def test_what_is_no_key_is_wrong_use(tiny: Catalogue) -> None:
    """The parts of a key are hex digits."""
    with pytest.raises(UsageError):
        find_other_models("ESME/maker", tiny.lookup)
