"""What success looks like: required parts, the smallest answers, the lists of entries."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.baseline import Baseline, EntryList, baseline
from s1sr_validator.model.payload import Payload, PayloadField, Taking


def of_service(catalogue: Catalogue, srv: str) -> Baseline:
    """Return the baseline of a service."""
    service = catalogue.lookup.services[srv]
    return baseline(service, catalogue.lookup.payloads.get(service.response_payload))


def test_a_log_without_entries_is_an_empty_element_of_either_fuel(tiny: Catalogue) -> None:
    """One of the two has to be there, and nothing in it has to."""
    found = of_service(tiny, "9.9.1")
    assert (("Electricity",), ("Gas",)) == found.smallest
    assert () == found.required
    assert [True, True, False, False] == [
        found.is_smallest(frozenset(paths)) for paths in [["Electricity"], ["Gas"], [], ["Gas", "Gas.LogEntry"]]
    ]


def test_the_lists_of_entries_in_order(tiny: Catalogue) -> None:
    """Each list says how many entries it holds at most."""
    expected = tuple(
        EntryList(path=path, least=0, most=4)
        for path in ("Electricity.LogEntry", "Electricity.DebtLogEntry", "Gas.LogEntry")
    )
    assert expected == of_service(tiny, "9.9.1").entries


def test_what_is_always_there(tiny: Catalogue) -> None:
    """Required elements are there with what is required in them; an optional one with required parts is not."""
    found = of_service(tiny, "9.9.2")
    assert ("Register", "Status", "Status.Word") == found.required
    assert (("Register", "Status", "Status.Word"),) == found.smallest


def test_a_service_without_a_payload(tiny: Catalogue) -> None:
    """There is nothing to say of an answer without a payload."""
    assert Baseline(srv="9.9.1", payload="") == baseline(tiny.lookup.services["9.9.1"], None)


def choice(taking: Taking, *occurrences: str) -> Payload:
    """Return a payload of elements A, B, ... that exclude each other."""
    fields = tuple(
        PayloadField(order=order, path=path, type="xs:integer", occurs=occurs, choice=taking)
        for order, (path, occurs) in enumerate(zip("ABC", occurrences, strict=False), 1)
    )
    return Payload(id="InventedRsp", type="ra:InventedRsp", fields=fields)


@pytest.mark.parametrize(
    ("expected", "payload"),
    [
        ((("A",), ("B",)), choice(Taking.ONE, "1", "1")),
        (((),), choice(Taking.ONE, "1", "0..1")),
        (((),), choice(Taking.AT_MOST_ONE, "1", "1")),
        ((("A",), ("B",), ("C",)), choice(Taking.ONE, "1..3", "1", "2")),
    ],
)
def test_choices(expected: tuple[tuple[str, ...], ...], payload: Payload, tiny: Catalogue) -> None:
    """A choice that may be left out, or has an element that may be, asks for nothing."""
    assert expected == baseline(tiny.lookup.services["9.9.1"], payload).smallest
