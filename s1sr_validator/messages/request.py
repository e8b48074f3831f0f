"""A DUIS Service Request (`sr:Request`) read from bytes into its typed value."""

from collections.abc import Iterator, Mapping

from lxml import etree

from s1sr_validator.messages import rules
from s1sr_validator.messages.xml import DUIS, PREFIXES, local_name, parse_xml, shown_name
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.model.request import Request, RequestField
from s1sr_validator.model.rule import Rule
from s1sr_validator.model.service import Service

MAX_PATH = 1000
"""Characters of a field's path; the longest of DUIS has under 200. Long nested names would fill memory."""

_ROOT = f"{{{DUIS}}}Request"
_HEADER_FIELDS = ("RequestID", "CommandVariant", "ServiceReference", "ServiceReferenceVariant")


def read_request(data: bytes, name: str, services: Mapping[str, Service]) -> Request:
    """Read a Service Request and check that its body is the one that its SRV asks for.

    Args:
        data: the XML as bytes.
        name: what to call the input in a finding, for example the file's path.
        services: the known services by SRV.

    Raises:
        InputError: it is not a Service Request that a prediction can be made for; the finding says where and why.
    """
    root = parse_xml(data, name)
    if root.tag != _ROOT:
        raise _problem(
            rules.NOT_A_REQUEST,
            f"the root element is {shown_name(root)}, not sr:Request",
            name,
            root,
            tip=_root_tip(root),
        )
    header = _only(root, "Header", name)
    values = {field: _only(header, field, name) for field in _HEADER_FIELDS}
    body = _body_element(root, name)
    srv = _text(values["ServiceReferenceVariant"])
    request = Request(
        name=name,
        srv=srv,
        service_reference=_text(values["ServiceReference"]),
        request_id=_text(values["RequestID"]),
        command_variant=_text(values["CommandVariant"]),
        body_element=local_name(body),
        fields=dict(_fields(body, name)),
        lines={field: element.sourceline or 0 for field, element in values.items()} | {"Body": body.sourceline or 0},
    )
    _check_service(request, services)
    return request


def _check_service(request: Request, services: Mapping[str, Service]) -> None:
    if request.srv not in services:
        place = Location(file=request.name, line=request.lines["ServiceReferenceVariant"])
        near = [srv for srv in services if srv.startswith(request.service_reference + ".")]
        tip = f"variants of {request.service_reference}: {', '.join(near)}" if near else "see: s1sr list services"
        raise InputError(rules.UNKNOWN_SERVICE.finding(f"there is no SRV {request.srv!r}", place, tip=tip))
    expected = services[request.srv].request_body.element
    if request.body_element != expected and not request.is_signed_pre_command:
        place = Location(file=request.name, line=request.lines["Body"])
        message = f"SRV {request.srv} asks for the body sr:{expected}, but it is sr:{request.body_element}"
        owner = next((s.id for s in services.values() if s.request_body.element == request.body_element), "")
        tip = f"sr:{request.body_element} belongs to SRV {owner}" if owner else ""
        raise InputError(rules.BODY_MISMATCH.finding(message, place, tip=tip))


def _only(parent: etree._Element, name: str, file: str) -> etree._Element:
    found = parent.findall(f"{{{DUIS}}}{name}")
    if len(found) == 1:
        return found[0]
    amount = "no" if not found else f"{len(found)} times"
    raise _problem(rules.INCOMPLETE, f"{shown_name(parent)} has {amount} sr:{name}", file, parent)


def _body_element(root: etree._Element, file: str) -> etree._Element:
    body = _only(root, "Body", file)
    inside = list(body)
    if len(inside) != 1:
        raise _problem(rules.INCOMPLETE, f"sr:Body holds {len(inside)} elements; it must hold exactly one", file, body)
    if etree.QName(inside[0]).namespace != DUIS:
        message = f"the body's element {shown_name(inside[0])} is not in the sr namespace"
        raise _problem(rules.BODY_MISMATCH, message, file, inside[0])
    return inside[0]


def _fields(body: etree._Element, file: str) -> Iterator[tuple[str, RequestField]]:
    seen = set()
    for path, element in _descend(body, ""):
        if len(path) > MAX_PATH:
            message = f"a field's path has {len(path):,} characters; at most {MAX_PATH:,} are read"
            raise _problem(rules.TOO_LARGE, message, file, element)
        for key, text in _values(path, element):
            if key not in seen:
                seen.add(key)
                yield key, RequestField(text, element.sourceline or 0)


def _descend(parent: etree._Element, prefix: str) -> Iterator[tuple[str, etree._Element]]:
    # Fields are declared in the sr namespace; anything else inside the body is not one of them.
    for child in parent.iterchildren(f"{{{DUIS}}}*"):
        path = f"{prefix}{local_name(child)}"
        yield path, child
        yield from _descend(child, path + ".")


def _values(path: str, element: etree._Element) -> Iterator[tuple[str, str]]:
    if len(element) == 0:
        yield path, _text(element)
    for name, text in element.attrib.items():
        yield f"{path}.@{etree.QName(str(name)).localname}", str(text)


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()


def _root_tip(root: etree._Element) -> str:
    name = local_name(root)
    if name == "Request":
        return f'declare the namespace: xmlns:sr="{DUIS}"'
    if etree.QName(root).namespace in PREFIXES:
        return "give the Service Request that was sent, not what came back"
    return "give a DUIS Service Request"


def _problem(rule: Rule, message: str, file: str, element: etree._Element, *, tip: str = "") -> InputError:
    finding: Finding = rule.finding(message, Location(file=file, line=element.sourceline or 0), tip=tip)
    return InputError(finding)
