"""Coverage: what a check of an answer looked at, and what it could not see."""

from collections.abc import Iterator

from s1sr_validator.model.answer import Answer
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.verdict import CoverageItem, DeviceVerdict
from s1sr_validator.model.vocabulary import STATE
from s1sr_validator.verdict.context import Exchange
from s1sr_validator.verdict.pairing import Belongs


def coverage(exchange: Exchange, devices: tuple[DeviceVerdict, ...]) -> tuple[CoverageItem, ...]:
    """Say what was looked at, and what could not be."""
    return tuple(_items(exchange, devices))


def _items(exchange: Exchange, devices: tuple[DeviceVerdict, ...]) -> Iterator[CoverageItem]:
    paired = [pairing for pairing in exchange.pairings if pairing.belongs is Belongs.YES]
    pairs = f"{len(paired)} of {len(exchange.pairings)} answers paired with the request"
    yield _looked("pairing", pairs) if paired else _unseen("pairing", pairs)
    says = exchange.seen.says
    yield _looked("outcome", says) if exchange.seen.outcome is not None else _unseen("outcome", says)
    yield _alerts(exchange)
    yield _payload(exchange)
    yield _state(exchange)
    yield _clauses(exchange, devices)
    yield _unseen("payload values", "values are compared only where a behaviour names them; nobody has stated others")
    yield _unseen("signature", "signatures are not verified")
    if any(_has_gbcs_data(answer) for answer in exchange.answers):
        yield _unseen("GBCS data", "data of the Device's own message is not decoded")


def _looked(aspect: str, says: str) -> CoverageItem:
    return CoverageItem(aspect=aspect, checked=True, says=says)


def _unseen(aspect: str, says: str) -> CoverageItem:
    return CoverageItem(aspect=aspect, checked=False, says=says)


def _alerts(exchange: Exchange) -> CoverageItem:
    codes = ", ".join(code or "one without a code" for code in exchange.seen.alerts)
    return _looked("S1SP alerts", f"alerts: {codes}" if codes else "no S1SP alert among the answers")


def _payload(exchange: Exchange) -> CoverageItem:
    payload, expected = exchange.seen.payload, exchange.service.response_payload
    if payload is not None:
        values = sum(len(fields) for fields in payload.fields.values())
        return _looked("payload", f"ra:{payload.element} with {values:,} value{'s' * (values != 1)}")
    if not expected:
        return _looked("payload", "the service has no payload of its own")
    return _unseen("payload", "no payload came")


def _state(exchange: Exchange) -> CoverageItem:
    if exchange.revealed:
        shown = ", ".join(f"{name.removeprefix(STATE)} = {value}" for name, value in sorted(exchange.revealed.items()))
        return _looked("state", f"the answer reveals {shown}")
    succeeded = exchange.seen.outcome is Outcome.SUCCESS
    return _unseen("state", "no payload to count in" if not succeeded else "no declared state shows in this payload")


def _clauses(exchange: Exchange, devices: tuple[DeviceVerdict, ...]) -> CoverageItem:
    if exchange.seen.outcome is None:
        return _unseen("behaviours", "nothing decisive came that a behaviour could be held against")
    names = sorted({weighed.behaviour for device in devices for weighed in device.behaviours})
    if names:
        return _looked("behaviours", f"held against {', '.join(names)}")
    return _unseen("behaviours", "no behaviour that this catalogue holds speaks of this Device Model and service")


def _has_gbcs_data(answer: Answer) -> bool:
    message = answer.device_message
    return bool(
        message and ((message.response and message.response.gbcs_data) or (message.alert and message.alert.gbcs_data))
    )
