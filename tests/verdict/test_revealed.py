"""The state that an answer reveals: counts of a successful payload of the service, and nothing else."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.answer_content import ResponsePayload
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.state import Revelation, StateScope
from s1sr_validator.verdict.revealed import revealed_state
from s1sr_validator.verdict.seen import Seen
from tests.invented import LOG, REGISTER

ENTRIES = "invented_log.entries"
PAYLOAD = ResponsePayload(
    element="ReadInventedLogRsp", containers={"Electricity.LogEntry": (3, 7), "Gas.LogEntry": (9, 11, 12)}
)


def lookup(tiny: Catalogue, *revelations: tuple[str, tuple[str, ...]], scope: StateScope = StateScope.DEVICE) -> Lookup:
    """Return the invented catalogue in which the entries of the log are revealed by these services and counts."""
    revealed = tuple(
        Revelation(service=service, counts=counts, source="invented-source", place="p", reason="invented")
        for service, counts in revelations
    )
    states = tuple(
        msgspec.structs.replace(state, revealed_by=revealed, scope=scope) if state.id == ENTRIES else state
        for state in tiny.snapshot.records.states
    )
    records = msgspec.structs.replace(tiny.snapshot.records, states=states)
    return Lookup(msgspec.structs.replace(tiny.snapshot, records=records))


def seen(payload: ResponsePayload | None = PAYLOAD, outcome: Outcome | None = Outcome.SUCCESS) -> Seen:
    """Return what came back."""
    return Seen(outcome=outcome, alerts=(), payload=payload, says="")


@pytest.mark.parametrize(
    ("count", "counts"),
    [
        (2, ("Electricity.LogEntry",)),
        (3, ("Gas.LogEntry",)),
        (3, ("Electricity.LogEntry", "Gas.LogEntry")),
        (3, ("Gas.LogEntry", "Electricity.LogEntry")),
        (0, ("Water.LogEntry",)),
    ],
)
def test_the_longest_list_counts(tiny: Catalogue, count: int, counts: tuple[str, ...]) -> None:
    """Of the elements that are counted the most frequent tells; none of them is none."""
    found = revealed_state(seen(), tiny.lookup.services[LOG], lookup(tiny, (LOG, counts)))
    assert {f"state.{ENTRIES}": count} == found


@pytest.mark.parametrize(
    "back",
    [
        seen(payload=None),
        seen(outcome=Outcome.FAILURE),
        seen(outcome=None),
        seen(payload=ResponsePayload(element="ReadInventedRegisterRsp", containers=PAYLOAD.containers)),
    ],
)
def test_what_reveals_nothing(tiny: Catalogue, back: Seen) -> None:
    """No payload, no success, or the payload of another service."""
    assert {} == revealed_state(back, tiny.lookup.services[LOG], lookup(tiny, (LOG, ("Gas.LogEntry",))))


def test_whose_revelation_counts(tiny: Catalogue) -> None:
    """Only that of the service that was asked for, and only of a fact about the Device."""
    service, counts = tiny.lookup.services[LOG], ("Gas.LogEntry",)
    other = (REGISTER, ("Electricity.LogEntry",))
    assert {f"state.{ENTRIES}": 3} == revealed_state(seen(), service, lookup(tiny, other, (LOG, counts), other))
    assert {} == revealed_state(seen(), service, lookup(tiny, other))
    about_installations = lookup(tiny, (LOG, counts), scope=StateScope.INSTALLATION)
    assert {} == revealed_state(seen(), service, about_installations)
