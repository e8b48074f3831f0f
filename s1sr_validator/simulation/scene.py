"""What a simulated answer is made from: the request, what answers it, and everything that would else be chance."""

import datetime as dt
import re
from collections.abc import Mapping

import msgspec

from s1sr_validator.model.device import Device
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.payload import Payload
from s1sr_validator.model.request import Request
from s1sr_validator.model.service import Service

_EUI = "[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}"
_REQUEST_ID = re.compile(f"({_EUI}):({_EUI}):([0-9]+)")
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)?")
_NEWEST_VERSION = "5.4"
PLACEHOLDER_ID = "00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1"
"""A RequestID from the numbers that are set aside for documentation, for a body that came without a header."""


class RequestIdParts(msgspec.Struct, frozen=True):
    """The User's id, the id of the Device that is asked, and the User's counter."""

    user: str
    device: str
    counter: str


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """A request, what is known of its service, and the Device Model that answers it at a moment (in UTC).

    `seed` decides what nobody knows; the same scene gives the same message.
    `rich` asks for every optional part, and several of each that can be repeated.
    `entries` says how many entries the lists at these paths of the payload have: the longest of them has so many.
    `message_code` is the GBCS message code of the answer, empty where it is not known.
    """

    request: Request
    service: Service
    payload: Payload | None
    device: Device
    moment: dt.datetime
    seed: int = 0
    rich: bool = False
    entries: Mapping[str, int] = {}
    message_code: str = ""

    @property
    def schema_version(self) -> str:
        """Return the request's schema version, or the newest where it has none that can be echoed."""
        given = self.request.schema_version
        return given if _VERSION.fullmatch(given) else _NEWEST_VERSION

    @property
    def ids(self) -> RequestIdParts:
        """Return the parts of the RequestID.

        Raises:
            UsageError: it does not have these parts, so no answer can belong to it.
        """
        text = self.request.request_id or PLACEHOLDER_ID
        found = _REQUEST_ID.fullmatch(text)
        if found is None:
            message = f"RequestID {text!r} is not originator, target and counter, so no answer can belong to it"
            raise UsageError(message, tip=f"write it as {PLACEHOLDER_ID}; see: s1sr check")
        return RequestIdParts(*found.groups())
