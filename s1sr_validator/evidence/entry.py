"""An entry for the ledger, made of a verdict and the digests of what was judged."""

import datetime as dt
from collections.abc import Sequence

from s1sr_validator.evidence.exchange_digest import exchange_digest, message_digest
from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.evidence import Borne, EvidenceEntry
from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import Bearing, DeviceVerdict, ExchangeReport, Verdict


def evidence_entry(
    report: ExchangeReport,
    request: Message,
    answers: Sequence[Message],
    fields: FieldKinds,
    *,
    recorded_at: dt.datetime,
) -> EvidenceEntry:
    """Return the entry for an exchange.

    Args:
        report: the verdict on it, for one Device Model.
        request: the request as it was sent.
        answers: what came back.
        fields: what is known of fields, for the digests.
        recorded_at: the moment, in UTC.

    Raises:
        UsageError: the verdict is for several Device Models, or says that the answers are not those to the request.
    """
    if len(report.devices) != 1:
        message = f"{len(report.devices)} Device Models have the key {report.device!r}; evidence is about one"
        raise UsageError(message, tip=f"name it whole, as in {report.devices[0].device_model}")
    if report.verdict is Verdict.NOT_A_PAIR:
        raise UsageError(f"nothing is recorded: {report.says}", tip="give the answers to this very request")
    (device,) = report.devices
    own = message_digest(request, fields)
    return EvidenceEntry(
        digest=exchange_digest(own, (message_digest(answer, fields) for answer in answers)),
        request_digest=own,
        srv=report.request.srv,
        device_model=device.device_model,
        verdict=report.verdict,
        behaviours=_borne(device),
        as_of=report.as_of,
        catalogue_version=report.catalogue.version,
        catalogue_digest=report.catalogue.digest,
        recorded_at=recorded_at,
    )


def _borne(device: DeviceVerdict) -> tuple[Borne, ...]:
    """Return each behaviour once: two rows may bring it, and what says more of it counts."""
    order = list(Bearing)
    found: dict[str, Bearing] = {}
    for weighed in sorted(device.behaviours, key=lambda weighed: order.index(weighed.bearing)):
        found.setdefault(weighed.behaviour, weighed.bearing)
    return tuple(Borne(name, bearing) for name, bearing in sorted(found.items()))
