"""The parts of a message that MMC describes: header, response and alert. Source: MMC XSD V5.4."""

from s1sr_validator.messages.answer_part import Part, open_parts, optional
from s1sr_validator.model.device_message import ALERT_PAYLOAD_ELEMENTS

_GBCS_DATA = optional("ra:GBCSData", most=100, attributes=("format", "sequence", "name", "type"))
_CODE_AND_POSITION = ("ResponseCode", "Position")
_ZIGBEE_STATUS = Part("ra:Status", parts=(Part("ra:ZCLStatus"),), attributes=("ResponseCode",))

_SMETS1_DEBUG = Part(
    "ra:SMETS1Debug",
    parts=(Part("ra:SMETS1Response", most=0, parts=(Part("ra:Error"),), attributes=_CODE_AND_POSITION),),
)
_COSEM_DEBUG = Part(
    "ra:COSEMDebug",
    parts=(
        Part(
            "ra:COSEMResponse",
            most=0,
            alternatives=(Part("ra:DataAccessResult"), Part("ra:ActionResult")),
            attributes=_CODE_AND_POSITION,
        ),
    ),
)
_ZIGBEE_DEBUG = Part(
    "ra:ZIGBEEDebug",
    parts=(
        Part(
            "ra:ZIGBEEClusterResponse",
            most=0,
            parts=(
                Part("ra:ClusterName"),
                optional("ra:ZIGBEECommandResponse", Part("ra:CommandID"), _ZIGBEE_STATUS._replace(most=0), most=0),
                optional("ra:ZIGBEEDataResponse", Part("ra:AttributeID"), _ZIGBEE_STATUS, most=0),
            ),
        ),
    ),
)


def device_message_parts(prefix: str) -> tuple[Part, ...]:
    """Return header and body; both, and the message in the body, are in the namespace of what holds them."""
    return (
        Part(f"{prefix}:Header", parts=_HEADER),
        Part(
            f"{prefix}:Body",
            alternatives=(
                Part(f"{prefix}:ResponseMessage", parts=_RESPONSE),
                Part(f"{prefix}:DeviceAlertMessage", parts=_ALERT),
            ),
        ),
    )


_HEADER = (
    Part("ra:BusinessOriginatorID"),
    Part("ra:BusinessTargetID"),
    Part("ra:OriginatorCounter"),
    optional("ra:SupplementaryRemotePartyID"),
    optional("ra:SupplementaryRemotePartyCounter"),
    optional("ra:SupplementaryOriginatorCounter"),
    optional("ra:GBCSHexadecimalMessageCode"),
    optional("ra:ServiceReference"),
    optional("ra:ServiceReferenceVariant"),
    optional("ra:Timestamp"),
)
_RESPONSE = (
    _GBCS_DATA,
    Part("ra:SMETSData", least=0, any_of="ra"),
    Part("ra:DebugInfo", least=0, alternatives=(_ZIGBEE_DEBUG, _COSEM_DEBUG, _SMETS1_DEBUG)),
)
_ALERT = (
    _GBCS_DATA,
    optional(
        "ra:DeviceAlertContent",
        optional("ra:GBCSHexAlertCode"),
        Part("ra:AlertDescription"),
        Part("ra:Timestamp"),
        Part("ra:Payload", least=0, alternatives=open_parts("ra", ALERT_PAYLOAD_ELEMENTS)),
    ),
)
