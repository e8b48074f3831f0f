"""REQ139: the ids of Devices in the body are EUI-64."""

import re
from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.request_ids import EUI, read_request_id
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ139",
    name="eui-shape",
    severity=Severity.ERROR,
    summary="An id of a Device in the body is no EUI-64, or an id of a request is no RequestID.",
    why="The catalogue has the built-in type of such a field only, which any text satisfies. The id would "
    "name no Device.",
    example=Example(
        file="read_schedule.xml",
        wrong="<sr:DeviceID>00005EEF100000A1</sr:DeviceID>",
        right="<sr:DeviceID>00-00-5E-EF-10-00-00-A1</sr:DeviceID>",
    ),
)

EUI_FIELDS = frozenset({"DeviceID", "OtherDeviceID", "AssociatedGPFDeviceID", "HCALCS", "OldCHFID", "OldGPFID"})
"""The fields of type `sr:EUI`, wherever in a body they stand."""

REQUEST_ID_FIELDS = frozenset({"OriginalRequestID"})
"""The fields of type `sr:RequestIDType`."""


def check(context: Context) -> Iterator[Finding]:
    """Match every such field with its shape."""
    for field in context.service.request_body.fields:
        name = field.path.rpartition(".")[2]
        for value in context.request.fields.get(field.path, ()):
            place = context.body(field.path, value.node)
            if name in EUI_FIELDS and not re.fullmatch(EUI, value.text):
                message = f"{field.path} {shown(value.text)} is no EUI-64"
                yield RULE.finding(message, place, tip="write it as 00-00-5E-EF-10-00-00-A1")
            if name in REQUEST_ID_FIELDS and not _is_request_id(value.text):
                message = f"{field.path} {shown(value.text)} is not EUI:EUI:counter"
                yield RULE.finding(message, place, tip="copy the RequestID of the request that is meant")


def _is_request_id(text: str) -> bool:
    found = read_request_id(text)
    return found is not None and found.fits
