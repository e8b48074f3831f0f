"""The parts of every document that a DCC User gets back. Source: DUIS XSD V5.4 and MMC XSD V5.4."""

from s1sr_validator.messages.answer_part import Part, open_parts, optional
from s1sr_validator.messages.device_message_parts import device_message_parts
from s1sr_validator.model.alert import DCC_ALERT_ELEMENTS, S1SP_ALERT
from s1sr_validator.model.answer import RESPONSE_ELEMENTS

_VERSION = ("schemaVersion",)
_SIGNATURE = Part("ds:Signature", is_open=True)
_THROTTLING = (optional("sr:ThrottledAlertSequenceId"), optional("sr:ThrottledAlertCount"))

_SMETS1_SIGNED_RESPONSE = Part(
    "sr:SMETS1SignedResponse",
    parts=(Part("sr:SMETS1Response", parts=device_message_parts("sr")), _SIGNATURE),
    attributes=_VERSION,
)
_S1SP_ALERT = Part(
    "sr:S1SPAlert",
    parts=(
        optional("sr:RequestID"),
        optional("sr:DeviceID"),
        Part("sr:S1SPAlertCode"),
        optional("sr:AdditionalInformation"),
        optional("sr:UTRN"),
        Part("sr:DateTime"),
        _SIGNATURE,
    ),
    attributes=_VERSION,
)
_RESPONSE_MESSAGE = Part(
    "sr:ResponseMessage",
    parts=(Part("sr:ServiceReference"), Part("sr:ServiceReferenceVariant")),
    alternatives=open_parts("sr", RESPONSE_ELEMENTS),
    may_be_none=True,
)
_DEVICE_ALERT_MESSAGE = Part(
    "sr:DeviceAlertMessage", parts=(Part("sr:AlertCode"), *_THROTTLING, Part("sr:GBCSPayload", is_open=True))
)
_DCC_ALERT_MESSAGE = Part(
    "sr:DCCAlertMessage",
    parts=(
        Part("sr:DCCAlertCode"),
        *_THROTTLING,
        Part(
            "sr:DCCAlert",
            alternatives=(
                *open_parts("sr", tuple(name for name in DCC_ALERT_ELEMENTS if name != S1SP_ALERT)),
                Part(f"sr:{S1SP_ALERT}", parts=(_S1SP_ALERT, optional("sr:DSPScheduleID"))),
            ),
        ),
    ),
)
_SMETS1_RESPONSE_MESSAGE = Part(
    "sr:SMETS1ResponseMessage",
    parts=(
        optional("sr:ServiceReference"),
        optional("sr:ServiceReferenceVariant"),
        optional("sr:DSPScheduleID"),
        *_THROTTLING,
        _SMETS1_SIGNED_RESPONSE,
    ),
)
_RESPONSE = Part(
    "sr:Response",
    parts=(
        Part(
            "sr:Header",
            parts=(
                optional("sr:RequestID"),
                optional("sr:ResponseID"),
                Part("sr:ResponseCode"),
                Part("sr:ResponseDateTime"),
            ),
        ),
        Part(
            "sr:Body",
            alternatives=(_RESPONSE_MESSAGE, _DEVICE_ALERT_MESSAGE, _DCC_ALERT_MESSAGE, _SMETS1_RESPONSE_MESSAGE),
        ),
        _SIGNATURE._replace(least=0),
    ),
    attributes=_VERSION,
)
_GBCS_RESPONSE = Part("ra:GBCSResponse", parts=device_message_parts("ra"), attributes=_VERSION)

ROOTS = {part.name: part for part in (_RESPONSE, _SMETS1_SIGNED_RESPONSE, _S1SP_ALERT, _GBCS_RESPONSE)}
"""What the root of an answer can be, by its shown name."""
