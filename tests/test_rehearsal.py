"""A request taken to the message that would come back."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.examination import Circumstances
from s1sr_validator.model.answer_tree import AnswerTree
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.service import UseCase
from s1sr_validator.model.state import Revelation
from s1sr_validator.prediction.devices import find_devices
from s1sr_validator.prediction.vocabulary import read_state
from s1sr_validator.rehearsal import Staging, message_code, rehearse
from tests.invented import GAS, LOG, MAKER_ONE, REGISTER, request_xml
from tests.simulation.scenes import every, texts


def rehearsed(
    catalogue: Catalogue,
    device: str = MAKER_ONE,
    *,
    srv: str = LOG,
    state: dict[str, object] | None = None,
    **asked: Any,  # noqa: ANN401 - of Staging
) -> AnswerTree:
    """Return the message that comes back for an invented request."""
    lookup = catalogue.lookup
    return rehearse(
        Message("request", request_xml(srv).encode()),
        Circumstances(lookup, dt.date(2015, 6, 1), find_devices(device, lookup)),
        state=read_state(state or {}, lookup),
        lowest_standing=Standing.PROPOSED,
        staging=Staging(**asked),
    )


def test_the_state_decides(tiny: Catalogue) -> None:
    """An empty invented log fails with its alert, one with entries answers."""
    empty = rehearsed(tiny, state={"invented_log.entries": 0})
    assert ["S1X9001"] == texts(empty.root, "sr:S1SPAlertCode")
    assert ["2015-06-01T12:00:00Z"] == texts(empty.root, "sr:ResponseDateTime")
    filled = rehearsed(tiny, state={"invented_log.entries": 2})
    assert 1 == len(every(filled.root, "ra:ReadInventedLogRsp"))


def revealing(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue in which the payload's lists show the number of entries."""
    shown = Revelation(
        service=LOG,
        counts=("Electricity.LogEntry", "Electricity.DebtLogEntry"),
        source="invented-source",
        place="payloads",
        reason="Invented.",
    )
    records = catalogue.snapshot.records
    states = tuple(
        msgspec.structs.replace(state, revealed_by=(shown,)) if state.id == "invented_log.entries" else state
        for state in records.states
    )
    changed = msgspec.structs.replace(records, states=states)
    return Catalogue(msgspec.structs.replace(catalogue.snapshot, records=changed))


@pytest.mark.parametrize(("expected", "entries"), [(0, 0), (1, 1), (3, 3), (4, 99)])
def test_a_count_that_the_payload_shows_is_what_it_holds(expected: int, entries: int, tiny: Catalogue) -> None:
    """The answer has as many entries as the state says, and at most as many as fit."""
    tree = rehearsed(revealing(tiny), state={"invented_log.entries": entries}, outcome="baseline")
    assert expected == len(every(tree.root, "ra:LogEntry"))
    assert [] == every(tree.root, "ra:DebtLogEntry")


def test_a_count_says_nothing_of_other_payloads(tiny: Catalogue) -> None:
    """What reveals a state in one service's answer is nothing in another's."""
    tree = rehearsed(revealing(tiny), srv=REGISTER, state={"invented_log.entries": 0}, outcome="baseline")
    assert 1 == len(every(tree.root, "ra:Register"))


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("^2 Device Models have this key; one answers$", {"device": "ESME/FFF0"}),
        ("^'both' is not an outcome to simulate$", {"outcome": "both"}),
        ("^'either' is not an outcome to simulate$", {"outcome": "either"}),
        ("^'N99' is not a code of the list dcc_alert$", {"code": "N99"}),
        ("^'I0' is not a code of the list response$", {"code": "I0", "acknowledge": True}),
    ],
)
def test_wrong_use(message: str, asked: dict[str, Any], tiny: Catalogue) -> None:
    """What cannot be asked for is said, with what can."""
    with pytest.raises(UsageError, match=message) as raised:
        rehearsed(tiny, **asked)
    assert raised.value.tip


def test_an_acknowledgement_needs_no_prediction(tiny: Catalogue) -> None:
    """It comes before anything is decided."""
    tree = rehearsed(tiny, acknowledge=True, code="X9901")
    assert ["X9901"] == texts(tree.root, "sr:ResponseCode")


def use_case(code: str, *message_codes: str) -> UseCase:
    """Return an invented use case."""
    return UseCase(id=code, code=code, message_codes=message_codes)


@pytest.mark.parametrize(
    ("expected", "device", "cases"),
    [
        ("0001", MAKER_ONE, [use_case("ECS1", "0001"), use_case("GCS1", "0002")]),
        ("0002", GAS, [use_case("ECS1", "0001"), use_case("GCS1", "0002")]),
        ("", MAKER_ONE, [use_case("ECS1", "0001"), use_case("ECS2", "0002")]),
        ("", MAKER_ONE, [use_case("ECS1", "0001"), use_case("ECS2")]),
        ("", MAKER_ONE, [use_case("ECS1", "0001", "0003")]),
        ("", MAKER_ONE, [use_case("ECS1")]),
        ("", GAS, [use_case("ECS1", "0001")]),
        ("", GAS, []),
    ],
)
def test_message_code(expected: str, device: str, cases: list[UseCase], tiny: Catalogue) -> None:
    """The code of the one use case that a Device of the type carries the service out by; none where there are more."""
    records = msgspec.structs.replace(tiny.snapshot.records, use_cases=tuple(cases))
    lookup = Catalogue(msgspec.structs.replace(tiny.snapshot, records=records)).lookup
    service = msgspec.structs.replace(lookup.services[LOG], gbcs_use_cases=tuple(case.id for case in cases))
    assert expected == message_code(lookup, service, lookup.devices[device])
