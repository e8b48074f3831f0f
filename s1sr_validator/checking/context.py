"""What a rule about a request sees: the request, its service, the Devices, the role, the day and the catalogue."""

import datetime as dt

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.device import Device
from s1sr_validator.model.finding import Location
from s1sr_validator.model.request import Request
from s1sr_validator.model.service import Service

_LONGEST_SHOWN = 60


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """A request and what is known about it. Without Devices or a role, the rules about them are not asked."""

    request: Request
    service: Service
    lookup: Lookup
    as_of: dt.date
    devices: tuple[Device, ...] = ()
    role: str = ""

    def header(self, field: str) -> Location:
        """Return the place of a field of the header."""
        return Location(file=self.request.name, line=self.request.lines[field], path=f"header.{field}")

    def body(self, path: str) -> Location:
        """Return the place of a field of the body, or that of the body where the field is not there."""
        field = self.request.fields.get(path)
        line = field.line if field else self.request.lines["Body"]
        return Location(file=self.request.name, line=line, path=f"body.{path}")


def shown(text: str) -> str:
    """Return a text of the request as a message quotes it: what is long is cut."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "...")
