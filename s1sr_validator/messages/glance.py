"""What a prediction needs of an ordinary request, read at a glance: no walk by Expat, no map of its fields.

Most requests are plain: ASCII, no document type, no entity, no long tag, header and body where they belong. Signs of
the text that cost next to nothing show that such a message cannot break a bound of the gate (gate.py), so that lxml
alone reads it. About every other message a glance says nothing, and it is read as messages are.
"""

import re
import threading
from typing import NamedTuple

from lxml import etree

from s1sr_validator.messages.bounds import MAX_DEPTH, MAX_ELEMENTS
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.request import COMMAND_VARIANT, REQUEST_ID, SERVICE_REFERENCE, SRV

MOST_BYTES = 1024 * 1024
_SR = f"{{{DUIS}}}"
_ROOT, _PARTS = _SR + "Request", {_SR + "Header", _SR + "Body"}
_WITH_SIGNATURE = 3

_WINDOW = 250
"""Bytes among which a sign `<` has to stand. A tag holds none but its first, so that none is twice as long: shorter
than a name or a value may be, and too short for the attributes that an element may have (` a=""` each)."""
_LONG_TEXT = re.compile(rb"/?[A-Za-z0-9_.:-]{1,200}\s?/?>")
_IS_DEEP = etree.XPath("boolean(" + "/*" * 20 + ")")


def _once(name: str) -> str:
    return rf"<\1{name}>([^<]*)</\1{name}>\s*"


_FRONT = re.compile(
    (
        r'(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")? ?\?>)?\s*'
        rf"<((?:\w+:)?)Request\s[^<>]*>\s*<\1Header>\s*{_once(REQUEST_ID)}"
        rf"(?:{_once('FirstInSequence')})?(?:{_once('PrecedingServiceRequestID')})?"
        rf"{_once(COMMAND_VARIANT)}{_once(SERVICE_REFERENCE)}{_once(SRV)}"
        r"</\1Header>\s*<\1Body>\s*<\1(\w+)\s*/?>"
    ).encode()
)
"""A request's beginning: no tag after the first has an attribute, so that its prefix means the same in all of them."""


class Glance(NamedTuple):
    """The header's SRV and RequestID, the local name of the body element, and the tree."""

    srv: str
    request_id: str
    element: str
    root: etree._Element

    def first(self, path: str) -> str | None:
        """Return the first value of a field by its dotted path below the body element; None where there is none."""
        body = self.root[1][0]
        way, _, attribute = path.rpartition("@") if "@" in path else (path, "", "")
        steps = [_SR + name for name in way.split(".") if name]
        found = list(body.iterfind("/".join(steps))) if steps else [body]
        if attribute:
            return next((str(each.get(attribute)) for each in found if attribute in each.attrib), None)
        return next(((each.text or "").strip() for each in found if len(each) == 0), None)


class _Parser(threading.local):
    """A parser for each thread, with the settings of xml.py; white space between elements is no part of a value."""

    def __init__(self) -> None:
        self.parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            collect_ids=False,
            remove_comments=True,
            remove_pis=True,
            remove_blank_text=True,
        )


_OWN = _Parser()


def glance(data: bytes) -> Glance | None:
    """Return what an ordinary request holds, or None where the message has to be read in full to say what it is."""
    front = _FRONT.match(data)
    if front is None or not _is_plain(data):
        return None
    try:
        root = etree.fromstring(data, _OWN.parser)
    except etree.XMLSyntaxError:
        return None
    if root.tag != _ROOT or len(root[1]) != 1:
        return None
    if len(root) >= _WITH_SIGNATURE and any(part.tag in _PARTS for part in root[2:]):
        return None
    if data.count(b"</") >= MAX_DEPTH and _IS_DEEP(root):
        return None
    _, request_id, _, _, _, _, srv, element = front.groups()
    return Glance(srv.decode().strip(), request_id.decode().strip(), element.decode(), root)


def _is_plain(data: bytes) -> bool:
    """Say whether the text shows that the gate would let it pass, and that both parsers read it alike."""
    if len(data) > MOST_BYTES or not data.isascii() or b"&" in data or b"\0" in data or b"]]>" in data:
        return False
    # A further declaration, a processing instruction, a document type or a CDATA section: seldom, and read in full.
    if data.find(b"<?", 1) >= 0 or data.count(b"<!") != data.count(b"<!--") or data.count(b"<") > MAX_ELEMENTS:
        return False
    for start in range(0, len(data) - _WINDOW, _WINDOW):
        if data.find(b"<", start, start + _WINDOW) < 0:
            return all(len(part) < _WINDOW * 2 or _LONG_TEXT.match(part) for part in data.split(b"<"))
    return True
