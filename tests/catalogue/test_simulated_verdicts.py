"""The law that ties simulation and verdict: a simulated answer, judged with its own request, gets its own verdict."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.service import Service
from s1sr_validator.model.verdict import Verdict

DAY = "2026-01-31"
REQUEST_ID = "00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001"
ITRON, ITRON_LATER = "ESME/1028/5678/0201/03465317", "ESME/1028/5678/0201/03505317"
ENTRIES = "billing_log.entries_in_period"
STATES: tuple[dict[str, object], ...] = ({}, {ENTRIES: 0}, {ENTRIES: 3})
BUNDLED = Catalogue.bundled()
READ_BY_DEVICES = [service for service in BUNDLED.lookup.services.values() if service.response_payload]


def one_of_each_type() -> Iterator[str]:
    """Yield the first Device Model of each type, and those that a clause applies to."""
    seen = set()
    for device in BUNDLED.lookup.devices.values():
        if device.device_type not in seen:
            seen.add(device.device_type)
            yield device.id
    yield from (ITRON, ITRON_LATER)


DEVICES = tuple(one_of_each_type())


def request_for(service: Service) -> str:
    """Return a request with nothing in its body but what the answer is timed by."""
    paths = {field.path for field in service.request_body.fields}
    period = (
        "<sr:ReadLogPeriod><sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>"
        "<sr:EndDateTime>2025-07-01T00:00:00Z</sr:EndDateTime></sr:ReadLogPeriod>"
    )
    inside = period if "ReadLogPeriod.StartDateTime" in paths else ""
    body = service.request_body.element
    return (
        f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4"><sr:Header><sr:RequestID>{REQUEST_ID}</sr:RequestID>'
        f"<sr:CommandVariant>{(service.command_variants or (1,))[0]}</sr:CommandVariant>"
        f"<sr:ServiceReference>{service.service_reference}</sr:ServiceReference>"
        f"<sr:ServiceReferenceVariant>{service.id}</sr:ServiceReferenceVariant></sr:Header>"
        f"<sr:Body><sr:{body}>{inside}</sr:{body}></sr:Body></sr:Request>"
    )


def simulated(service: Service, device: str, **given_: object) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict on a simulated answer, and the codes of errors in it."""
    request = request_for(service)
    state = given_.get("state", {})
    answer = BUNDLED.simulate(request, device=device, as_of=DAY, **given_)  # type: ignore[arg-type]  # by keyword
    report = BUNDLED.verdict(request, [answer], device=device, as_of=DAY, state=state)  # type: ignore[arg-type]
    errors = [found.code for found in report.findings if found.code.startswith("RSP") and found.severity == "error"]
    return report.verdict, tuple(errors)


@pytest.mark.parametrize("service", READ_BY_DEVICES, ids=lambda service: service.id)
def test_the_baseline_is_judged_as_the_baseline(service: Service) -> None:
    """For every service with a payload, every type of Device and each declared state, plain and rich."""
    for device in DEVICES:
        for state in STATES:
            for rich in (False, True):
                is_certain = service.id == "4.4.2" and device.startswith("ESME/1028") and state.get(ENTRIES) == 0
                expected = Verdict.PREDICTED_NOT_SEEN if is_certain else Verdict.AS_GBCS
                found = simulated(service, device, state=state, rich=rich, outcome="baseline")
                assert (expected, ()) == found, (device, state, rich)


@pytest.mark.parametrize(
    "device", [device.id for device in BUNDLED.lookup.devices.values() if device.id.startswith("ESME/1028")]
)
@pytest.mark.parametrize("state", STATES[:2])
def test_the_deviation_is_judged_as_the_deviation(device: str, state: dict[str, object]) -> None:
    """For every Device Model that the clause applies to, with the condition open and settled."""
    service = BUNDLED.lookup.services["4.4.2"]
    assert (Verdict.PREDICTED_DEVIATION, ()) == simulated(service, device, state=state, outcome="deviation")


@settings(max_examples=60)
@given(st.sampled_from(READ_BY_DEVICES), st.sampled_from(DEVICES), st.integers(0, 2**32), st.booleans())
def test_every_seed_gives_the_same_verdict(service: Service, device: str, seed: int, rich: bool) -> None:
    """Other readings are no other answer."""
    found = simulated(service, device, seed=seed, rich=rich, outcome="baseline")
    assert (Verdict.AS_GBCS, ()) == found


def test_an_answer_to_another_request_is_no_pair() -> None:
    """The same answer with another counter answers another request."""
    service = BUNDLED.lookup.services["4.4.2"]
    answer = BUNDLED.simulate(request_for(service), device=ITRON, as_of=DAY, outcome="baseline")
    other = request_for(service).replace(":1001<", ":1002<")
    assert Verdict.NOT_A_PAIR == BUNDLED.verdict(other, [answer], device=ITRON, as_of=DAY).verdict
