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

_SR = f"{{{DUIS}}}"
_ROOT, _HEADER, _BODY = _SR + "Request", _SR + "Header", _SR + "Body"


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
        fields=_fields(document, root, 0),
    )


def _whole_request(document: Document) -> Request:
    root = document.root
    envelope: dict[str, list[int]] = {}
    header: dict[str, list[RequestField]] | None = None
    inside: list[tuple[etree._Element, int]] = []
    node = 1
    for child in root:
        envelope.setdefault(shown_name(child), []).append(node)
        if child.tag == _HEADER and header is None:
            header = _header(child, node)
        elif child.tag == _BODY:
            inside += _numbered(child, node)
        node += _size(child)
    seen = inside[0] if len(inside) == 1 and namespace(inside[0][0]) == DUIS else None
    fields = {name: tuple(found) for name, found in (header or {}).items()}
    return Request(
        name=document.name,
        srv=fields[SRV][0].text if SRV in fields else "",
        schema_version=str(root.get("schemaVersion", "")).strip(),
        envelope={name: tuple(found) for name, found in envelope.items()},
        header=fields,
        bodies=tuple(RequestField(shown_name(element), number) for element, number in inside),
        fields={} if seen is None else _fields(document, *seen),
    )


def _size(element: etree._Element) -> int:
    """Return the number of elements that an element is, with all in it."""
    return sum(1 for _ in element.iter())


def _numbered(parent: etree._Element, node: int) -> Iterator[tuple[etree._Element, int]]:
    """Yield the children of an element with their nodes."""
    node += 1
    for child in parent:
        yield child, node
        node += _size(child)


def _header(header: etree._Element, node: int) -> dict[str, list[RequestField]]:
    found: dict[str, list[RequestField]] = {}
    for child, number in _numbered(header, node):
        tag = str(child.tag)
        if tag.startswith(_SR):
            text = child.text or ""
            value = text.strip(WHITE_SPACE)
            found.setdefault(tag[len(_SR) :], []).append(RequestField(value, number, padded=value != text))
    return found


class _Fields:
    """One walk over the elements of a body, which counts them."""

    def __init__(self, document: Document, node: int) -> None:
        self.document = document
        self.node = node
        self.found: dict[str, list[RequestField]] = {}

    def descend(self, parent: etree._Element, prefix: str) -> None:
        for child in parent:
            self.node += 1
            tag = str(child.tag)
            # Fields are declared in the sr namespace; anything else inside the body is not one of them.
            if tag.startswith(_SR):
                self._note(child, prefix + tag[len(_SR) :])
            else:
                self.node += _size(child) - 1

    def _note(self, element: etree._Element, path: str) -> None:
        node = self.node
        if len(path) > MAX_PATH:
            message = f"a field's path has {len(path):,} characters; at most {MAX_PATH:,} are read"
            raise _problem(rules.TOO_LARGE, message, self.document, node)
        if len(element) == 0:
            self.found.setdefault(path, []).append(RequestField(_text(element), node))
        if element.attrib:
            for name, text in _attributes(element):
                self.found.setdefault(f"{path}.@{name}", []).append(RequestField(text, node))
        self.descend(element, path + ".")


def _fields(document: Document, body: etree._Element, node: int) -> dict[str, tuple[RequestField, ...]]:
    own = {f"@{name}": (RequestField(text, node),) for name, text in _attributes(body)}
    walk = _Fields(document, node)
    walk.descend(body, "")
    return own | {path: tuple(fields) for path, fields in walk.found.items()}


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    # DUIS declares its attributes in no namespace; xsi:type and the like are no fields.
    return ((str(name), str(text)) for name, text in element.attrib.items() if not str(name).startswith("{"))


def _text(element: etree._Element) -> str:
    return (element.text or "").strip(WHITE_SPACE)


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
