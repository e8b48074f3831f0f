"""A DUIS Service Request (`sr:Request`), or its body element alone, as a typed value."""

from collections.abc import Iterator, Mapping

from lxml import etree

from s1sr_validator.messages import rules
from s1sr_validator.messages.document import Document
from s1sr_validator.messages.xml import DUIS, PREFIXES, WHITE_SPACE, local_name, namespace, shown_name
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.request import SIGNED_PRE_COMMAND, SRV, Request, RequestField
from s1sr_validator.model.rule import Rule
from s1sr_validator.model.service import Service

MAX_PATH = 1000
"""Characters of a field's path; the longest of DUIS has under 200. Long nested names would fill memory."""

_ROOT = f"{{{DUIS}}}Request"


_Nodes = Mapping[etree._Element, int]  # noqa: SLF001 - the name that lxml gives to the type of elements


def read_request(document: Document, services: Mapping[str, Service], *, srv: str = "") -> Request:
    """Read a Service Request as it is; whether it is complete and fits together is for rules to say.

    Args:
        document: the message; its root is `sr:Request`, or the body element of a service alone.
        services: the known services by SRV, which tell body elements from others.
        srv: the SRV of a bare body; left out, it is the one that the element belongs to.

    Raises:
        InputError: it is neither, or its paths are longer than any Service Request has.
    """
    root = document.root
    if root.tag == _ROOT:
        return _whole_request(document)
    owner = _owner(root, services)
    if owner is None:
        message = f"the root element is {shown_name(root)}, not sr:Request"
        raise _problem(rules.NOT_A_REQUEST, message, document, 0, tip=_root_tip(root))
    return Request(
        name=document.name,
        srv=srv or owner,
        bodies=(RequestField(shown_name(root), 0),),
        fields=_fields(document, root, _nodes(root)),
    )


def _whole_request(document: Document) -> Request:
    root = document.root
    nodes = _nodes(root)
    envelope: dict[str, list[int]] = {}
    for child in root:
        envelope.setdefault(shown_name(child), []).append(nodes[child])
    header = _header(root.find(f"{{{DUIS}}}Header"), nodes)
    inside = list(root.iterfind(f"{{{DUIS}}}Body/*"))
    seen = inside[0] if len(inside) == 1 and namespace(inside[0]) == DUIS else None
    return Request(
        name=document.name,
        srv=header[SRV][0].text if SRV in header else "",
        schema_version=str(root.get("schemaVersion", "")).strip(),
        envelope={name: tuple(found) for name, found in envelope.items()},
        header=header,
        bodies=tuple(RequestField(shown_name(element), nodes[element]) for element in inside),
        fields={} if seen is None else _fields(document, seen, nodes),
    )


def _nodes(root: etree._Element) -> _Nodes:
    return {element: number for number, element in enumerate(root.iter())}


def _header(header: etree._Element | None, nodes: _Nodes) -> dict[str, tuple[RequestField, ...]]:
    found: dict[str, list[RequestField]] = {}
    for child in header.iterchildren(f"{{{DUIS}}}*") if header is not None else ():
        field = RequestField(_text(child), nodes[child], padded=_is_padded(child))
        found.setdefault(local_name(child), []).append(field)
    return {name: tuple(fields) for name, fields in found.items()}


def _fields(document: Document, body: etree._Element, nodes: _Nodes) -> dict[str, tuple[RequestField, ...]]:
    found: dict[str, list[RequestField]] = {}
    for path, element in _descend(body, ""):
        if len(path) > MAX_PATH:
            message = f"a field's path has {len(path):,} characters; at most {MAX_PATH:,} are read"
            raise _problem(rules.TOO_LARGE, message, document, nodes[element])
        for key, text in _values(path, element):
            found.setdefault(key, []).append(RequestField(text, nodes[element]))
    own = {f"@{name}": (RequestField(text, nodes[body]),) for name, text in _attributes(body)}
    return own | {path: tuple(fields) for path, fields in found.items()}


def _descend(parent: etree._Element, prefix: str) -> Iterator[tuple[str, etree._Element]]:
    # Fields are declared in the sr namespace; anything else inside the body is not one of them.
    for child in parent.iterchildren(f"{{{DUIS}}}*"):
        path = f"{prefix}{local_name(child)}"
        yield path, child
        yield from _descend(child, path + ".")


def _values(path: str, element: etree._Element) -> Iterator[tuple[str, str]]:
    if len(element) == 0:
        yield path, _text(element)
    for name, text in _attributes(element):
        yield f"{path}.@{name}", text


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    # DUIS declares its attributes in no namespace; xsi:type and the like are no fields.
    return ((str(name), str(text)) for name, text in element.attrib.items() if not str(name).startswith("{"))


def _text(element: etree._Element) -> str:
    return (element.text or "").strip(WHITE_SPACE)


def _is_padded(element: etree._Element) -> bool:
    return _text(element) != (element.text or "")


def _owner(root: etree._Element, services: Mapping[str, Service]) -> str | None:
    """Return the SRV that a body element belongs to; a signed pre-command may be of any, so it is of none."""
    if namespace(root) != DUIS:
        return None
    name = local_name(root)
    if name == SIGNED_PRE_COMMAND:
        return ""
    return next((service.id for service in services.values() if service.request_body.element == name), None)


def _root_tip(root: etree._Element) -> str:
    if local_name(root) == "Request":
        return f'declare the namespace: xmlns:sr="{DUIS}"'
    if namespace(root) in PREFIXES:
        return "give the Service Request that was sent, not what came back"
    return "give a DUIS Service Request"


def _problem(rule: Rule, message: str, document: Document, node: int, *, tip: str = "") -> InputError:
    line, column = document.positions.of(node)
    return InputError(rule.finding(message, Location(file=document.name, line=line, column=column), tip=tip))
