"""Ways to break a request in its envelope, its header or its signature, the same ones in every run."""

import copy
from collections.abc import Callable, Iterator

from lxml import etree

from s1sr_validator.messages.xml import DUIS, local_name

DS = "http://www.w3.org/2000/09/xmldsig#"
_VALUES = ("", " ", "0", "-1", "9", "10", "01", "1.0", "x", "4.4.9", "9.99", " 4.4 ", "true", "\n1\n", "+1", "é")
_REQUEST_IDS = ("0", "00", "18446744073709551615", "18446744073709551616", "19999999999999999999", "", "-1", "+1", "1 ")

Element = etree._Element  # noqa: SLF001 - the name that lxml gives to the type of elements
Breakage = Callable[[Element], None]


def broken(root: Element, *, signature: bool) -> Iterator[tuple[str, Element]]:
    """Yield what was done to a request, and the request as it is then."""
    content = root[1][0]
    for place in _places(root, signature=signature):
        path = root.getroottree().getpath(place)
        for name, breakage in _BREAKAGES.items():
            if place is content and name in _OF_CONTENT:
                continue
            other = copy.deepcopy(root)
            (element,) = other.getroottree().xpath(path, namespaces=_prefixes(root))
            breakage(element)
            yield f"{name} at {path}", other
    for name, change in _values(root):
        other = copy.deepcopy(root)
        change(other)
        yield name, other


_OF_CONTENT = frozenset({"emptied", "nil", "attributes dropped", "child of the same namespace", "swapped"})
"""What is done to the content of a body, not to its name and place."""


def _places(root: Element, *, signature: bool) -> Iterator[Element]:
    yield root
    for part in root:
        yield part
        if local_name(part) == "Header":
            yield from part
        if local_name(part) == "Body":
            yield from part
        if local_name(part) == "Signature" and signature:
            yield from part.iterdescendants(etree.Element)


def _prefixes(root: Element) -> dict[str, str]:
    return {prefix: uri for element in root.iter(etree.Element) for prefix, uri in element.nsmap.items() if prefix}


def _values(root: Element) -> Iterator[tuple[str, Breakage]]:
    for number, field in enumerate(root[0]):
        for text in _VALUES:
            yield f"{local_name(field)} is {text!r}", _with_text(number, text)
    for counter in _REQUEST_IDS:
        request_id = (root[0][0].text or "").rpartition(":")[0]
        yield f"counter {counter!r}", _with_text(0, f"{request_id}:{counter}")
        yield f"preceding counter {counter!r}", _with_field("PrecedingServiceRequestID", f"{request_id}:{counter}")
    for text in ("true", "1", "yes", "TRUE", ""):
        yield f"FirstInSequence {text!r}", _with_field("FirstInSequence", text)
    for version in ("5.40", "0", "5.4.1", "", "five", "5.4 ", "+5.4", "-1", ".5", "5.", "1e1", "INF"):
        yield f"schemaVersion {version!r}", _with_version(version)


def _with_text(number: int, text: str) -> Breakage:
    def change(root: Element) -> None:
        root[0][number].text = text

    return change


def _with_field(name: str, text: str) -> Breakage:
    def change(root: Element) -> None:
        field = etree.Element(f"{{{DUIS}}}{name}")
        field.text = text
        root[0].insert(1, field)

    return change


def _with_version(version: str) -> Breakage:
    return lambda root: root.set("schemaVersion", version)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _repeat(element: Element) -> None:
    element.addnext(copy.deepcopy(element)) if element.getparent() is not None else None


def _swap(element: Element) -> None:
    following = element.getnext()
    if following is not None:
        following.addnext(element)


def _rename(element: Element) -> None:
    element.tag = f"{{{etree.QName(element).namespace}}}{local_name(element)}s"


def _move_to_another_namespace(element: Element) -> None:
    element.tag = f"{{urn:other}}{local_name(element)}"


def _move_to_no_namespace(element: Element) -> None:
    element.tag = local_name(element)


def _add_text(element: Element) -> None:
    element.text = f"{element.text or ''}text"


def _empty(element: Element) -> None:
    for child in list(element):
        element.remove(child)
    element.text = None


def _drop_attributes(element: Element) -> None:
    for name in list(element.attrib):
        del element.attrib[name]


_BREAKAGES: dict[str, Breakage] = {
    "removed": _remove,
    "repeated": _repeat,
    "swapped": _swap,
    "renamed": _rename,
    "another namespace": _move_to_another_namespace,
    "no namespace": _move_to_no_namespace,
    "text added": _add_text,
    "emptied": _empty,
    "attributes dropped": _drop_attributes,
    "attribute added": lambda element: element.set("other", "1"),
    "identifier added": lambda element: element.set("Id", "one"),
    "identifier that is none": lambda element: element.set("Id", "1 2"),
    "foreign attribute added": lambda element: element.set("{urn:other}other", "1"),
    "nil": lambda element: element.set("{http://www.w3.org/2001/XMLSchema-instance}nil", "true"),
    "child of the same namespace": lambda element: element.insert(
        0, etree.Element(f"{{{etree.QName(element).namespace}}}Strange")
    ),
    "foreign child": lambda element: element.append(etree.Element("{urn:other}Strange")),
    "signature within": lambda element: element.append(etree.Element(f"{{{DS}}}Signature")),
    "manifest within": lambda element: element.append(etree.Element(f"{{{DS}}}Manifest")),
    "object within": lambda element: element.append(etree.Element(f"{{{DS}}}Object")),
    "key name within": lambda element: element.append(etree.Element(f"{{{DS}}}KeyName")),
}
