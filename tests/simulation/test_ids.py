"""Texts for fields whose pattern looks like that of an id, and is not."""

import random

from s1sr_validator import Catalogue
from s1sr_validator.model.payload import PayloadField
from s1sr_validator.simulation.field_texts import Surroundings, field_text
from tests.invented import MAKER_ONE
from tests.simulation.scenes import DEVICE, MOMENT, USER


def test_a_pattern_of_another_shape(tiny: Catalogue) -> None:
    """As long as an id without hyphens, or with hyphens and shorter: a text of its own, nobody's id."""
    around = Surroundings(
        device=tiny.lookup.devices[MAKER_ONE],
        device_id=DEVICE,
        user_id=USER,
        number=1,
        moment=MOMENT,
        chance=random.Random(1),  # noqa: S311 - made-up readings
        readings={},
    )
    for pattern, shape in (("[A-F]{23}", (23, 0)), ("[A-F]{2}-[A-F]{2}", (5, 1))):
        found = field_text(PayloadField(order=1, path="DeviceID", type="xs:token", occurs="1", pattern=pattern), around)
        assert shape == (len(found), found.count("-"))
        assert found not in {DEVICE, USER}
