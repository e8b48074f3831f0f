"""An Answer: anything that a DCC User gets back, as rules and verdicts see it."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.alert import DccAlert, GbcsDeviceAlert, S1spAlert, Throttling
from s1sr_validator.model.answer_content import AnswerField, Content, ResponsePayload
from s1sr_validator.model.answer_oddity import Oddity
from s1sr_validator.model.device_message import DeviceMessage
from s1sr_validator.model.stated_time import StatedTime

GBCS_PAYLOAD_ELEMENTS = (
    "CINMessage",
    "DSPScheduledMessage",
    "FutureDatedDeviceAlertMessage",
    "GBCSPayload",
    "LocalCommand",
    "PreCommand",
)
"""The elements of sr:ResponseMessage that are a GBCS payload or hold one; the others are the DCC's own answers."""

RESPONSE_ELEMENTS = (
    "CINMessage",
    "DSPInventory",
    "DSPOptIn",
    "DSPSchedulesRead",
    "DSPScheduledMessage",
    "DSPScheduleID",
    "DSPUpdateFirmwareWarning",
    "DSPUpdatePPMIDFirmwareWarning",
    "DSPWANMatrix",
    "FutureDatedDeviceAlertMessage",
    "GBCSPayload",
    "LocalCommand",
    "PreCommand",
)
"""The elements of which sr:ResponseMessage holds at most one, in the order of DUIS XSD V5.4."""


class AnswerKind(StrEnum):
    """What an answer is, by its content.

    `error` is an acknowledgement whose code begins with E. `gbcs_payload` is a response of which all that matters is
    inside a GBCS payload, which is not looked into. `unclear` is a document whose body is not exactly one message.
    """

    ACKNOWLEDGEMENT = "acknowledgement"
    ERROR = "error"
    DCC_ONLY_RESPONSE = "dcc_only_response"
    GBCS_PAYLOAD = "gbcs_payload"
    SMETS1_RESPONSE = "smets1_response"
    SMETS1_DEVICE_ALERT = "smets1_device_alert"
    S1SP_ALERT = "s1sp_alert"
    DCC_ALERT = "dcc_alert"
    DEVICE_ALERT = "device_alert"
    GBCS_RESPONSE = "gbcs_response"
    GBCS_DEVICE_ALERT = "gbcs_device_alert"
    UNCLEAR = "unclear"


class ResponseHeader(msgspec.Struct, frozen=True, kw_only=True):
    """The header of `sr:Response`; texts are empty where it does not state them."""

    request_id: str = ""
    response_id: str = ""
    response_code: str = ""
    response_time: StatedTime = StatedTime()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer as it is, complete or not; what is wrong with it is said by rules.

    `root` names the document's root (`sr:Response`). `service_reference`, `srv`, `dsp_schedule_id` and `throttling` are
    those beside the message; `device_message` has its own references, `s1sp_alert` its own schedule.
    `content` is the one element of a `sr:ResponseMessage`, where it has one.
    `parts` maps dotted paths (`header.RequestID`, the root's is empty) to every part that stands there, with its text
    where it is a value; what payloads and contents hold is not among them. `oddities` are in the document's order.
    """

    name: str
    root: str
    kind: AnswerKind
    schema_version: str = ""
    header: ResponseHeader | None = None
    service_reference: str = ""
    srv: str = ""
    dsp_schedule_id: str = ""
    throttling: Throttling | None = None
    content: Content | None = None
    dcc_alert: DccAlert | None = None
    s1sp_alert: S1spAlert | None = None
    gbcs_alert: GbcsDeviceAlert | None = None
    device_message: DeviceMessage | None = None
    parts: dict[str, tuple[AnswerField, ...]] = {}
    oddities: tuple[Oddity, ...] = ()

    @property
    def response_code(self) -> str:
        """Return the response code, empty where there is none."""
        return self.header.response_code if self.header else ""

    @property
    def response_id(self) -> str:
        """Return the id of the answer itself, empty where it has none."""
        return self.header.response_id if self.header else ""

    @property
    def request_ids(self) -> tuple[str, ...]:
        """Return the id of every request that the answer names: the header's, the S1SP alert's, the DCC alert's."""
        header = self.header.request_id if self.header else ""
        alert = self.dcc_alert.content if self.dcc_alert else None
        named = (
            field.text
            for path, fields in (alert.fields.items() if alert else ())
            if path.endswith("RequestID")
            for field in fields
        )
        s1sp = self.s1sp_alert.request_id if self.s1sp_alert else ""
        return tuple(dict.fromkeys(text for text in (header, s1sp, *named) if text))

    @property
    def payload(self) -> ResponsePayload | None:
        """Return the `...Rsp` element of a Device's response, where it has one."""
        response = self.device_message.response if self.device_message else None
        return response.payload if response else None

    @property
    def message_success(self) -> bool | None:
        """Return what the payload says of its success; None where it says nothing."""
        return self.payload.message_success if self.payload else None

    @property
    def device_id(self) -> str:
        """Return the Device that the answer is from (the originator), or that an S1SP alert is about."""
        message = self.device_message.header if self.device_message else None
        return (message.originator_id if message else "") or (self.s1sp_alert.device_id if self.s1sp_alert else "")

    @property
    def stated_srvs(self) -> tuple[str, ...]:
        """Return the SRV beside the message and the one in it, each once, without those that are not stated."""
        message = self.device_message.header if self.device_message else None
        return tuple(dict.fromkeys(text for text in (self.srv, message.srv if message else "") if text))

    @property
    def debug_codes(self) -> tuple[str, ...]:
        """Return the response codes of the debug information, in their order."""
        response = self.device_message.response if self.device_message else None
        return response.debug.codes if response and response.debug else ()

    @property
    def device_alert_code(self) -> str:
        """Return the GBCS code of a Device's alert, in the hex that it is written in; empty where there is none."""
        alert = self.device_message.alert if self.device_message else None
        return alert.code if alert else (self.gbcs_alert.code if self.gbcs_alert else "")
