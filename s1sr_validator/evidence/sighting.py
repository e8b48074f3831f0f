"""A judged exchange as the sighting that a draft is made of."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from s1sr_validator.evidence.exchange_digest import exchange_digest, message_digest
from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.device import Device
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import ExchangeReport
from s1sr_validator.model.xsd_types import read_datetime

_ID_DIGITS = 8


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """What a draft is made of: the verdict, the one Device Model, the digest of the exchange, and who reports it."""

    report: ExchangeReport
    device: Device
    digest: str
    reporter: str = ""

    @property
    def name(self) -> str:
        """Return the part of every id of the draft that tells it from other drafts."""
        return f"X-DRAFT-{self.digest[:_ID_DIGITS].upper()}"

    @property
    def day(self) -> dt.date:
        """Return the day of the last answer that says when it was sent; without one, the day asked about."""
        days = []
        for answer in self.report.answers:
            try:
                days.append(read_datetime(answer.time).date())
            except ValueError:
                continue  # an answer need not say when, and what it says may be no time
        return max(days, default=self.report.as_of)

    @property
    def behaviour(self) -> str:
        """Return the id of the drafted behaviour."""
        return f"{self.name}-0001"

    @property
    def source(self) -> str:
        """Return the id of the source record, which stands for the redacted messages."""
        return f"{self.name.lower()}-exchange"


def sighting_of(
    report: ExchangeReport, request: Message, answers: Sequence[Message], lookup: Lookup, *, reporter: str = ""
) -> Sighting:
    """Return the sighting of one Device Model.

    Raises:
        UsageError: the key stands for several Device Models, or the reporter's name cannot stand in a record.
    """
    if len(report.devices) != 1:
        message = f"{len(report.devices)} Device Models have the key {report.device!r}; a draft is about one"
        raise UsageError(message, tip=f"name it whole, as in {report.devices[0].device_model}")
    if not reporter.isprintable():
        raise UsageError("--reporter has signs that cannot be printed", tip="write a name on one line")
    fields = FieldKinds(lookup)
    digest = exchange_digest(message_digest(request, fields), (message_digest(answer, fields) for answer in answers))
    return Sighting(
        report=report,
        device=lookup.devices[report.devices[0].device_model],
        digest=digest,
        reporter=" ".join(reporter.split()),
    )
