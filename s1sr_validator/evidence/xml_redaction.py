"""A tree of elements built anew with nothing of the old one but what is kept."""

from xml.parsers import expat

from lxml import etree

from s1sr_validator.evidence.replacing import Replacing
from s1sr_validator.evidence.value_class import ValueClass
from s1sr_validator.messages.xml import PREFIXES, local_name, namespace

_SPACES = {prefix: uri for uri, prefix in PREFIXES.items()}
_INDENT = "    "


def redacted_tree(root: etree._Element, replacing: Replacing) -> etree._Element:
    """Return a new tree in the place of a message's."""
    found = etree.Element(_tag(root, replacing), nsmap=_SPACES)
    _fill(found, root, replacing)
    etree.cleanup_namespaces(found)
    return found


def as_xml(root: etree._Element) -> bytes:
    """Return a tree as a document in UTF-8, indented."""
    etree.indent(root, _INDENT)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def count_remarks(text: str) -> int:
    """Return how many comments and processing instructions a well-formed document has."""
    found: list[object] = []
    parser = expat.ParserCreate("utf-8")
    parser.CommentHandler = found.append
    parser.ProcessingInstructionHandler = lambda _target, data: found.append(data)
    parser.Parse(text.encode(), True)  # noqa: FBT003 - in one piece, as the gate has read it
    return len(found)


def _fill(target: etree._Element, source: etree._Element, replacing: Replacing) -> None:
    name = local_name(source)
    for key, text in source.attrib.items():
        _attribute(target, str(key), str(text), replacing)
    if len(source) == 0:
        target.text = replacing.value(name, source.text or "") or None
    elif (source.text or "").strip():
        replacing.dropped(ValueClass.TEXT)
    for child in source:
        _fill(etree.SubElement(target, _tag(child, replacing)), child, replacing)
        if (child.tail or "").strip():
            replacing.dropped(ValueClass.TEXT)


def _attribute(target: etree._Element, key: str, text: str, replacing: Replacing) -> None:
    if key.startswith("{"):
        replacing.dropped(ValueClass.ATTRIBUTE)
        return
    target.set(replacing.name(key), replacing.value(key, text))


def _tag(element: etree._Element, replacing: Replacing) -> str:
    uri, name = replacing.namespace(namespace(element)), replacing.name(local_name(element))
    return f"{{{uri}}}{name}" if uri else name
