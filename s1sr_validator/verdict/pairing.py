"""Pairing: whether an answer belongs to a request, by ids, Device, SRV and schedule, with the reasons."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from s1sr_validator.model.answer import Answer
from s1sr_validator.model.message_id import read_message_id
from s1sr_validator.model.request import Request

SCHEDULED_SRV = "DSPScheduledServiceReferenceVariant"
SCHEDULED_DEVICE = "DeviceID"


class Belongs(StrEnum):
    """Whether an answer is one to the request; `unknown` where it states nothing that could tell."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Pairing(msgspec.Struct, frozen=True):
    """An answer, whether it belongs to the request, and the reasons, those against it first."""

    answer: Answer
    belongs: Belongs
    reasons: tuple[str, ...]


class _Reason(msgspec.Struct, frozen=True):
    """One thing that was compared: whether it agrees, and the sentence that says so."""

    agrees: bool
    says: str


def pair(request: Request, answer: Answer) -> Pairing:
    """Say whether an answer belongs to a request."""
    found = list(_compare(request, answer))
    against = tuple(reason.says for reason in found if not reason.agrees)
    if against:
        return Pairing(answer, Belongs.NO, against)
    in_favour = tuple(reason.says for reason in found)
    return Pairing(answer, Belongs.YES if in_favour else Belongs.UNKNOWN, in_favour)


def _compare(request: Request, answer: Answer) -> Iterator[_Reason]:
    yield from _compare_ids(request, answer)
    yield from _compare_devices(request, answer)
    yield from _compare_services(request, answer)


def _compare_ids(request: Request, answer: Answer) -> Iterator[_Reason]:
    if not request.request_id:
        return
    # DUIS takes hex digits of either case, and a counter has one spelling only.
    sent = request.request_id.upper()
    for stated in answer.request_ids:
        same = stated.upper() == sent
        yield _Reason(same, f"it names request {stated}" + ("" if same else f", not {request.request_id}"))


def _compare_devices(request: Request, answer: Answer) -> Iterator[_Reason]:
    expected = device_of(request)
    if expected and answer.device_id:
        same = answer.device_id.upper() == expected
        yield _Reason(same, f"it is from Device {answer.device_id}" + ("" if same else f", not {expected}"))


def _compare_services(request: Request, answer: Answer) -> Iterator[_Reason]:
    expected = srvs_of(request)
    for stated in answer.stated_srvs:
        same = stated in expected
        yield _Reason(same, f"it is about SRV {stated}" + ("" if same else f", not {' or '.join(expected)}"))


def srvs_of(request: Request) -> tuple[str, ...]:
    """Return the SRVs that answers may state: the request's own, and the one that it schedules."""
    scheduled = request.first(SCHEDULED_SRV)
    return (request.srv, scheduled.text) if scheduled else (request.srv,)


def device_of(request: Request) -> str:
    """Return the EUI-64 of the Device that is asked, in upper case: the schedule's, else the RequestID's target."""
    scheduled = request.first(SCHEDULED_DEVICE) if request.first(SCHEDULED_SRV) else None
    if scheduled:
        return scheduled.text.upper()
    named = read_message_id(request.request_id)
    return named.target if named else ""
