"""A Service Request as prediction sees it: its header, its body element, and the body's values by dotted path."""

import msgspec

SIGNED_PRE_COMMAND = "SignedPreCommand"


class RequestField(msgspec.Struct, frozen=True):
    """A value in the request's body and the line it stands on. A repeated field keeps its first value here."""

    text: str
    line: int


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A Service Request. `fields` maps dotted paths below the body element (`ReadLogPeriod.StartDateTime`)."""

    name: str
    srv: str
    service_reference: str
    request_id: str
    command_variant: str
    body_element: str
    fields: dict[str, RequestField]
    lines: dict[str, int]

    @property
    def is_signed_pre_command(self) -> bool:
        """Say whether the body is a signed pre-command, whose content cannot be seen."""
        return self.body_element == SIGNED_PRE_COMMAND
