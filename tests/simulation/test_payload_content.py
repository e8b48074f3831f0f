"""What a simulated payload holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.model.answer_tree import Element
from s1sr_validator.simulation.payload_content import payload_content, smallest_payload
from s1sr_validator.simulation.scene import Scene
from tests.invented import LOG, REGISTER
from tests.simulation.scenes import every, request, scene, texts

PERIOD = {
    "ReadLogPeriod.StartDateTime": "2019-01-01T00:00:00Z",
    "ReadLogPeriod.EndDateTime": "2019-01-05T00:00:00Z",
}


def content(asked: Scene) -> Element:
    """Return the payload that is made up for a scene."""
    assert asked.payload is not None
    return payload_content(asked, asked.payload, {})


def shown(element: Element) -> str:
    """Return an element as nested names."""
    name = element.name.removeprefix("ra:") + "".join(f" {key}" for key, _text in element.attributes)
    return f"{name}({' '.join(map(shown, element.content))})" if element.content else name


@pytest.mark.parametrize(
    ("expected", "gas", "rich", "entries"),
    [
        ("Electricity(LogEntry(Register Matrix index Timestamp))", False, False, {}),
        ("Gas(LogEntry(Timestamp Register))", True, False, {}),
        ("Electricity", False, False, {"Electricity.LogEntry": 0, "Electricity.DebtLogEntry": 0}),
        ("Electricity(LogEntry(Register Matrix index Timestamp) LogEntry(Register Matrix index Timestamp))",
         False, False, {"Electricity.LogEntry": 2, "Electricity.DebtLogEntry": 2}),
        ("Gas(" + " ".join(["LogEntry(Timestamp Register)"] * 4) + ")", True, False, {"Gas.LogEntry": 40}),
        ("Gas(" + " ".join(["LogEntry(Timestamp Register)"] * 3) + ")", True, True, {}),
    ],
    ids=["electricity", "gas", "no entries", "two entries", "at most four", "rich"],
)  # fmt: skip
def test_log(expected: str, gas: bool, rich: bool, entries: dict[str, int], tiny: Catalogue) -> None:
    """The Device's own fuel; one entry unless the state says how many, never more than fit; a second log when rich."""
    found = content(scene(tiny, gas=gas, rich=rich, entries=entries))
    assert f"ReadInventedLogRsp MessageSuccess({expected})" == shown(found)


def test_a_rich_log_has_everything_several_times(tiny: Catalogue) -> None:
    """Each list has several entries, and repetitions are numbered."""
    found = content(scene(tiny, rich=True))
    assert [3, 3] == [len(every(found, f"ra:{name}")) for name in ("LogEntry", "DebtLogEntry")]
    assert [(("index", str(number)),) for number in (1, 2, 3)] * 3 == [
        element.attributes for element in every(found, "ra:Matrix")
    ]


@pytest.mark.parametrize(
    ("expected", "gas", "rich"),
    [
        ("Register Status ResponseCode(Word) DeviceID Flag", False, False),
        ("Register unit Status ResponseCode(Word) DeviceID Flag", False, True),
        ("Register Status ResponseCode(Word) Gas(Factor) DeviceID Flag", True, False),
    ],
)
def test_values(expected: str, gas: bool, rich: bool, tiny: Catalogue) -> None:
    """A part for gas comes from gas meters; an optional attribute when rich; one of those that exclude each other."""
    found = content(scene(tiny, REGISTER, gas=gas, rich=rich))
    assert f"ReadInventedRegisterRsp MessageSuccess({expected})" == shown(found)


def test_success_is_said_wherever_it_can_be(tiny: Catalogue) -> None:
    """Words and codes of a successful answer are those of success."""
    found = content(scene(tiny, REGISTER))
    assert (("MessageSuccess", "true"),) == found.attributes
    assert ["success"] == texts(found, "ra:Word")
    assert [(("ResponseCode", "0"),)] == [element.attributes for element in every(found, "ra:Status")]


def test_entries_lie_in_the_period_that_is_read(tiny: Catalogue) -> None:
    """The log that is asked for is the log that comes back."""
    found = content(scene(tiny, request=request(LOG, PERIOD), entries={"Electricity.LogEntry": 3}))
    assert ["2019-01-02T00:00:00Z", "2019-01-03T00:00:00Z", "2019-01-04T00:00:00Z"] == texts(found, "ra:Timestamp")


@given(seed=st.integers(0, 2**32))
def test_registers_only_grow(seed: int, tiny: Catalogue) -> None:
    """A later entry of a log reads more than an earlier one."""
    found = content(scene(tiny, seed=seed, rich=True))
    readings = [int(text) for text in texts(found, "ra:Register")]
    assert sorted(readings) == readings
    assert 3 == len(set(readings))


@pytest.mark.parametrize(
    ("expected", "srv"),
    [
        ("ReadInventedLogRsp MessageSuccess(Electricity)", LOG),
        ("ReadInventedRegisterRsp MessageSuccess(Register Status ResponseCode(Word))", REGISTER),
    ],
)
def test_smallest(expected: str, srv: str, tiny: Catalogue) -> None:
    """Only what has to be there, rich or not."""
    asked = scene(tiny, srv, rich=True)
    assert asked.payload is not None
    found = smallest_payload(asked, asked.payload, success=False)
    assert expected == shown(found)
    assert (("MessageSuccess", "false"),) == found.attributes


def test_given_texts_stand_at_their_paths(tiny: Catalogue) -> None:
    """A difference that is predicted shows wherever its path does."""
    asked = scene(tiny, entries={"Electricity.LogEntry": 2})
    assert asked.payload is not None
    found = payload_content(asked, asked.payload, {"Electricity.LogEntry.Register": "-1"})
    assert ["-1", "-1"] == texts(found, "ra:Register")


def test_the_seed_decides(tiny: Catalogue) -> None:
    """The same seed gives the same readings, another seed gives others."""
    assert content(scene(tiny, seed=1)) == content(scene(tiny, seed=1))
    assert content(scene(tiny, seed=1)) != content(scene(tiny, seed=2))
