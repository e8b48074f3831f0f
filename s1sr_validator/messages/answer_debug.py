"""Reading debug information: every code of it, of whichever of the three kinds."""

from collections.abc import Iterator

from s1sr_validator.messages.answer_element import Element, one_of
from s1sr_validator.messages.xml import local_name
from s1sr_validator.model.debug_info import CosemDebugEntry, DebugInfo, Smets1DebugEntry, ZigbeeDebugEntry

_CODE, _POSITION = "ResponseCode", "Position"
_COSEM_RESULTS = ("ra:DataAccessResult", "ra:ActionResult")


def read_debug(debug: Element) -> DebugInfo:
    """Read `ra:DebugInfo`."""
    return DebugInfo(
        smets1=tuple(
            Smets1DebugEntry(
                response_code=entry.attribute(_CODE),
                position=entry.attribute(_POSITION),
                error=entry.text_of("ra:Error"),
            )
            for group in debug.every("ra:SMETS1Debug")
            for entry in group.every("ra:SMETS1Response")
        ),
        cosem=tuple(
            _cosem(entry) for group in debug.every("ra:COSEMDebug") for entry in group.every("ra:COSEMResponse")
        ),
        zigbee=tuple(
            found
            for group in debug.every("ra:ZIGBEEDebug")
            for cluster in group.every("ra:ZIGBEEClusterResponse")
            for found in _zigbee(cluster)
        ),
    )


def _cosem(entry: Element) -> CosemDebugEntry:
    result = one_of(entry, _COSEM_RESULTS)
    return CosemDebugEntry(
        response_code=entry.attribute(_CODE),
        position=entry.attribute(_POSITION),
        result_of=local_name(result.node) if result else "",
        result=result.text if result else "",
    )


def _zigbee(cluster: Element) -> Iterator[ZigbeeDebugEntry]:
    name = cluster.first("ra:ClusterName")
    for kind in ("ra:ZIGBEECommandResponse", "ra:ZIGBEEDataResponse"):
        for response in cluster.every(kind):
            for status in response.every("ra:Status"):
                yield ZigbeeDebugEntry(
                    response_code=status.attribute(_CODE),
                    status=status.text_of("ra:ZCLStatus"),
                    cluster=name.text if name else "",
                    cluster_id=name.attribute("id") if name else "",
                    command_id=response.text_of("ra:CommandID"),
                    attribute_id=response.text_of("ra:AttributeID"),
                )
