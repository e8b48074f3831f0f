"""Which behaviours meet: for every Device Model, by brute force over days as well."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.lint.applying import meetings
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.lifecycle import Event, standing_on
from tests.invented import LOG, REGISTER, SETTING, behaviour, event, row
from tests.lint.asked import context_with

DAYS = [dt.date(2020, 1, day) for day in range(1, 9)]
LIVES = st.lists(
    st.builds(event, st.sampled_from(["observed", "consulted", "withdrawn"]), st.sampled_from([str(d) for d in DAYS])),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)
PATTERNS = st.builds(
    DevicePattern,
    manufacturer=st.sampled_from([(), ("FFF0",), ("FFF1", "FFF2")]),
    firmware=st.sampled_from([(), ("00000001",), ("00000002",)]),
)
SERVICES = st.lists(st.sampled_from([LOG, REGISTER, SETTING]), min_size=1, max_size=2, unique=True).map(tuple)
NAMES = ["S1B-9101", "S1B-9102", "S1B-9103"]
BEHAVIOURS = st.tuples(*(st.builds(behaviour, st.just(name), services=SERVICES, lifecycle=LIVES) for name in NAMES))
ROWS = st.tuples(
    *(
        st.builds(
            lambda name, devices, named, life: row(name, *named, devices=(devices,), lifecycle=life),
            st.just(name),
            PATTERNS,
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
            LIVES,
        )
        for name in ("invented/a", "invented/b")
    )
)


def live(events: tuple[Event, ...], day: dt.date) -> bool:
    """Say whether a record predicts something on a day."""
    standing = standing_on(events, day)
    return standing is not None and standing.is_live


@given(BEHAVIOURS, ROWS)
def test_agrees_with_brute_force(behaviours: tuple[Behaviour, ...], rows: tuple[MatrixRow, ...]) -> None:
    """Two behaviours meet at a Device Model and a service exactly where some day has both in force there."""
    context = context_with(*behaviours, *rows, only=True)
    expected = set()
    for device in context.records.devices:
        for day in DAYS:
            applied = {
                found.id: found
                for found in behaviours
                for each in rows
                if found.id in each.behaviours and live(found.lifecycle, day) and live(each.lifecycle, day)
                if any(pattern.matches(device) for pattern in each.devices)
            }
            expected |= {
                (one, other, service, device.id)
                for one in applied
                for other in applied
                if one < other
                for service in {*applied[one].services} & {*applied[other].services}
            }
    assert expected == {
        (found.first.id, found.second.id, found.service, device.id)
        for found in meetings(context)
        for device in found.devices
    }
