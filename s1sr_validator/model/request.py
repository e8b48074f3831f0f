"""A Service Request as rules and predictions see it: header, body element, and the body's values by dotted path."""

import msgspec

SIGNED_PRE_COMMAND = "SignedPreCommand"

REQUEST_ID = "RequestID"
COMMAND_VARIANT = "CommandVariant"
SERVICE_REFERENCE = "ServiceReference"
SRV = "ServiceReferenceVariant"
HEADER_FIELDS = (REQUEST_ID, COMMAND_VARIANT, SERVICE_REFERENCE, SRV)
"""The fields that every header has, once each."""


class RequestField(msgspec.Struct, frozen=True):
    """A value and the element that it stands in, or on: `node` counts the document's elements from 0, in order.

    `text` is without the white space around it; `padded` says that there was some.
    """

    text: str
    node: int = 0
    padded: bool = False


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A Service Request as it is, complete or not; what is wrong with it is said by rules.

    `srv` is the header's, or for a bare body the one that was given or that its element belongs to.
    `envelope` has the nodes of the root's children by name (`sr:Header`), and nothing for a bare body.
    `header` maps the names of the header's elements to their values.
    `bodies` are the elements of the body by name (`sr:ReadInventory`); a request has exactly one.
    `fields` maps dotted paths below the body element (`ReadLogPeriod.StartDateTime`) to all of their values.
    """

    name: str
    srv: str
    schema_version: str = ""
    envelope: dict[str, tuple[int, ...]] = {}
    header: dict[str, tuple[RequestField, ...]] = {}
    bodies: tuple[RequestField, ...] = ()
    fields: dict[str, tuple[RequestField, ...]] = {}

    @property
    def is_bare_body(self) -> bool:
        """Say whether the body element was given alone, so that there is no header to ask about."""
        return not self.envelope

    def header_text(self, name: str) -> str:
        """Return a field of the header, empty where it is not there."""
        found = self.header.get(name)
        return found[0].text if found else ""

    def first(self, path: str) -> RequestField | None:
        """Return the first value of a field of the body, or None where it is not there."""
        found = self.fields.get(path)
        return found[0] if found else None

    @property
    def request_id(self) -> str:
        """Return originator, target and counter, as they are written."""
        return self.header_text(REQUEST_ID)

    @property
    def command_variant(self) -> str:
        """Return the command variant as it is written."""
        return self.header_text(COMMAND_VARIANT)

    @property
    def service_reference(self) -> str:
        """Return the service reference as it is written."""
        return self.header_text(SERVICE_REFERENCE)

    @property
    def body_element(self) -> str:
        """Return the local name of the body element, empty where there is not exactly one in the `sr` namespace."""
        name = self.bodies[0].text if len(self.bodies) == 1 else ""
        return name.removeprefix("sr:") if name.startswith("sr:") else ""

    @property
    def body_node(self) -> int:
        """Return the node of the body element, or of the body where it is not one element, or of the root."""
        return self.bodies[0].node if len(self.bodies) == 1 else self.envelope.get("sr:Body", (0,))[0]

    @property
    def is_signed_pre_command(self) -> bool:
        """Say whether the body is a signed pre-command, whose content cannot be seen."""
        return self.body_element == SIGNED_PRE_COMMAND
