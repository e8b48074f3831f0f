"""Shapes of the values in an answer's envelope: which one each part has, and whether a text is of it."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from s1sr_validator.model.message_id import COUNTER_END, is_eui, read_message_id
from s1sr_validator.model.stated_time import stated_time

_SCHEDULE_END = 10**12
_UNSIGNED_END = 2**32


class Shape(NamedTuple):
    """A shape in words (`EUI:EUI:counter`), and what tells a text of it from others."""

    words: str
    fits: Callable[[str], bool]


def _is_number(text: str, least: int, most: int) -> bool:
    # XML Schema lets a whole number have a sign and leading zeros.
    return re.fullmatch(r"[+-]?[0-9]{1,30}", text) is not None and least <= int(text) <= most


def _is_hex(text: str) -> bool:
    return re.fullmatch("(?:[0-9A-Fa-f]{2})*", text) is not None


MESSAGE_ID = Shape("EUI:EUI:counter", lambda text: read_message_id(text) is not None)
EUI = Shape("an EUI-64 such as 00-00-5E-EF-10-00-00-A1", is_eui)
COUNTER = Shape("a counter of 64 bits", lambda text: _is_number(text, 0, COUNTER_END - 1))
DATE_TIME = Shape("a date and time such as 2025-01-01T00:00:00Z", lambda text: stated_time(text).utc is not None)
UNSIGNED = Shape("a whole number of 32 bits", lambda text: _is_number(text, 0, _UNSIGNED_END - 1))
SCHEDULE = Shape(f"a whole number up to {_SCHEDULE_END}", lambda text: _is_number(text, 0, _SCHEDULE_END))
POSITION = Shape("a whole number from 1", lambda text: _is_number(text, 1, 10**30))
INTEGER = Shape("a whole number", lambda text: _is_number(text, -(10**30), 10**30))
HEX = Shape("an even number of hex digits", _is_hex)
BOOLEAN = Shape("true or false", lambda text: text in {"true", "false", "1", "0"})
VERSION = Shape(
    "a decimal number such as 5.4", lambda text: re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", text) is not None
)
UTRN = Shape("20 digits", lambda text: re.fullmatch("[0-9]{20}", text) is not None)

ID_SHAPES: Mapping[str, Shape] = {
    "RequestID": MESSAGE_ID,
    "ResponseID": MESSAGE_ID,
    "DeviceID": EUI,
    "BusinessOriginatorID": EUI,
    "BusinessTargetID": EUI,
    "SupplementaryRemotePartyID": EUI,
    "OriginatorCounter": COUNTER,
    "SupplementaryRemotePartyCounter": COUNTER,
    "SupplementaryOriginatorCounter": COUNTER,
}
"""The ids of an answer's envelope by local name."""

TIME_SHAPES: Mapping[str, Shape] = {
    "ResponseDateTime": DATE_TIME,
    "DateTime": DATE_TIME,
    "Timestamp": DATE_TIME,
}
"""The moments of an answer's envelope by local name."""

OTHER_SHAPES: Mapping[str, Shape] = {
    "@schemaVersion": VERSION,
    "DSPScheduleID": SCHEDULE,
    "ThrottledAlertSequenceId": UNSIGNED,
    "ThrottledAlertCount": UNSIGNED,
    "UTRN": UTRN,
    "AlertCode": HEX,
    "GBCSHexAlertCode": HEX,
    "GBCSHexadecimalMessageCode": HEX,
    "@isFromGSME": BOOLEAN,
    "SMETS1Response.@ResponseCode": INTEGER,
    "SMETS1Response.@Position": POSITION,
    "COSEMResponse.@ResponseCode": INTEGER,
    "COSEMResponse.@Position": POSITION,
    "Status.@ResponseCode": HEX,
}
"""The other values of an answer's envelope by the end of their path."""
