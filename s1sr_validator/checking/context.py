"""What a rule about a request sees: the request, its service, the Devices, the role, the day and the catalogue."""

import datetime as dt
from collections.abc import Callable

import msgspec

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.device import Device
from s1sr_validator.model.finding import Location
from s1sr_validator.model.regulation import OtherModel
from s1sr_validator.model.request import Request
from s1sr_validator.model.service import Service

_LONGEST_SHOWN = 60

PositionOf = Callable[[int], tuple[int, int]]
"""Returns line and column of an element of the document by its node; (0, 0) where they are not known."""


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """A request and what is known about it.

    Rules that need what is not there are not asked: without Devices or a role, those about them; where the SRV is none
    of DUIS, those about its service. `targets` are the Device Models that the caller stated for EUI-64 in upper case.
    `other_models` are the entries that the caller's CPL key stands for where no SMETS1 Device Model has it.
    `schema_versions` are the versions of the official schemas at hand, as those write them.
    """

    request: Request
    position_of: PositionOf
    known_service: Service | None
    lookup: Lookup
    as_of: dt.date
    devices: tuple[Device, ...] = ()
    role: str = ""
    targets: dict[str, Device] = {}
    other_models: tuple[OtherModel, ...] = ()
    schema_versions: tuple[str, ...] = ()

    @property
    def service(self) -> Service:
        """Return the service of the request's SRV; rules that ask for it are asked only where there is one."""
        if self.known_service is None:
            raise LookupError(f"no service is known for SRV {self.request.srv!r}")
        return self.known_service

    def place(self, node: int, path: str) -> Location:
        """Return the place of an element, under a path of the request's."""
        line, column = self.position_of(node)
        return Location(file=self.request.name, line=line, column=column, path=path)

    def header(self, field: str) -> Location:
        """Return the place of a field of the header, or that of the header (or body) where the field is not there."""
        found = self.request.header.get(field)
        elsewhere = self.request.envelope.get("sr:Header", (0,))[0]
        return self.place(found[0].node if found else elsewhere, f"header.{field}")

    def body(self, path: str, node: int | None = None) -> Location:
        """Return the place of a field of the body: of its first value, of the one with a node, else of the body."""
        field = self.request.first(path)
        if node is None:
            node = field.node if field else self.request.body_node
        return self.place(node, f"body.{path}")


def shown(text: str) -> str:
    """Return a text of the request as a message quotes it: what is long is cut."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "...")
