"""What a prediction needs of an ordinary request, read at a glance: no walk by Expat, no map of its fields.

Most requests are plain: ASCII, no document type, no entity, no long tag, header and body where they belong. Signs of
the text that cost next to nothing show that such a message cannot break a bound of the gate (gate.py), so that lxml
alone reads it. About every other message a glance says nothing, and it is read as messages are.
"""

import re
import threading
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from s1sr_validator.messages.bounds import MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS
from s1sr_validator.messages.xml import DUIS, WHITE_SPACE
from s1sr_validator.model.request import COMMAND_VARIANT, REQUEST_ID, SERVICE_REFERENCE, SRV

MOST_BYTES = 4 * MAX_ELEMENTS
"""No more elements than the gate lets pass: `<a/>` takes four."""
_SR = f"{{{DUIS}}}"
_ROOT, _PARTS = _SR + "Request", {_SR + "Header", _SR + "Body"}
_WITH_SIGNATURE = 3

_WINDOW = 500
"""Bytes among which a sign `<` has to stand. A tag holds none but its first, so that none is twice as long, and no
name or value in it longer than the gate lets pass."""
_SHORT = 500
"""A tag of fewer bytes has fewer attributes than are too many: each takes five (` a=""`)."""
_LONG_TEXT = re.compile(rb"/?[A-Za-z0-9_.:-]{1,200}\s?/?>")
_ID_TAG = f"{REQUEST_ID}>".encode()
_ID = re.compile(rb"[0-9A-Za-z:-]{1,100}")
_MOST_KEPT, _KEPT_BYTES = 1024, 16 * 1024
_ENTITY = re.compile(rb"&(?:lt|gt|amp|quot|apos);")
_IS_DEEP = etree.XPath("boolean(" + "/*" * 20 + ")")


_GAP = r"\s*(?:<!--[^<>]*-->\s*)*"


def _once(name: str) -> str:
    return rf"<\1{name}>([^<&]*)</\1{name}>{_GAP}"


_FRONT = re.compile(
    (
        r'(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")? ?\?>)?\s*'
        rf"<((?:\w+:)?)Request\s[^<>]*>{_GAP}<\1Header>{_GAP}{_once(REQUEST_ID)}"
        rf"(?:{_once('FirstInSequence')})?(?:{_once('PrecedingServiceRequestID')})?"
        rf"{_once(COMMAND_VARIANT)}{_once(SERVICE_REFERENCE)}{_once(SRV)}"
        rf'</\1Header>{_GAP}<\1Body>{_GAP}<\1(\w+)(?:\s+(?!xmlns)[\w:]+="[^"<>]*")*\s*/?>'
    ).encode()
)
"""A request's beginning. After its first tag nothing declares a prefix, so that it means the same in all of them."""


class Glance(NamedTuple):
    """The header's SRV and RequestID, the local name of the body element, the message, and its tree while it is new."""

    srv: str
    request_id: str
    element: str
    data: bytes
    root: etree._Element | None = None

    def first_values(self, paths: Iterable[str]) -> tuple[str | None, ...]:
        """Return the first value of each field by its dotted path below the body element; None where there is none."""
        root = etree.fromstring(self.data, _OWN.parser) if self.root is None else self.root
        return tuple(_first(root[1][0], path) for path in paths)


def _first(body: etree._Element, path: str) -> str | None:
    way, _, attribute = path.rpartition("@") if "@" in path else (path, "", "")
    steps = [_SR + name for name in way.split(".") if name]
    found = list(body.iterfind("/".join(steps))) if steps else [body]
    if attribute:
        return next((str(each.get(attribute)) for each in found if attribute in each.attrib), None)
    return next(((each.text or "").strip(WHITE_SPACE) for each in found if len(each) == 0), None)


class _Reader(threading.local):
    """A parser for each thread, with the settings of xml.py, and what it has read of late.

    White space between elements is no part of a value. Of late: by all of a message but its RequestID.
    """

    def __init__(self) -> None:
        self.seen: dict[tuple[bytes, bytes], Glance] = {}
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


_OWN = _Reader()


def glance(data: bytes) -> Glance | None:
    """Return what an ordinary request holds, or None where the message has to be read in full to say what it is.

    One request goes to many Devices: where only the RequestID is new, what was read before is still right.
    """
    before, _, rest = data.partition(_ID_TAG)
    identity, _, after = rest.partition(b"<")
    seen = _OWN.seen.get((before, after))
    if seen is not None and _ID.fullmatch(identity):
        return Glance(seen.srv, identity.decode(), seen.element, data)
    found = _read(data)
    is_kept = found is not None and len(data) <= _KEPT_BYTES and _ID.fullmatch(identity)
    if found is not None and is_kept and found.request_id.encode() == identity:
        if len(_OWN.seen) >= _MOST_KEPT:
            del _OWN.seen[next(iter(_OWN.seen))]
        # Without its tree, which takes ten times the space.
        _OWN.seen[before, after] = Glance(found.srv, found.request_id, found.element, b"")
    return found


def _read(data: bytes) -> Glance | None:
    front = _FRONT.match(data)
    if front is None or not _is_plain(data, front.end()):
        return None
    try:
        root = etree.fromstring(data, _OWN.parser)
    except etree.XMLSyntaxError:
        return None
    count = len(root)
    if root.tag != _ROOT or count > _WITH_SIGNATURE or (count == _WITH_SIGNATURE and root[2].tag in _PARTS):
        return None
    # Every element in which another stands has an end tag, and a sign / in it.
    if len(root[1]) != 1 or (data.count(b"/") >= MAX_DEPTH and _IS_DEEP(root)):
        return None
    request_id, srv, element = front.group(2, 7, 8)
    return Glance(srv.decode().strip(), request_id.decode().strip(), element.decode(), data, root)


def _is_plain(data: bytes, after: int) -> bool:
    """Say whether the text shows that the gate would let it pass, and that both parsers read it alike.

    What stands before `after` is known to be plain. Single signs are looked for: ten times as fast as longer ones.
    """
    if len(data) > MOST_BYTES or not data.isascii() or b"]" in data or data.find(b"?", after) >= 0:
        return False
    if b"&" in data and data.count(b"&") != len(_ENTITY.findall(data)):
        return False
    if not (_has_comments_only(data, after) and b"\0" not in data):
        return False
    return (_has_no_long_tag(data) and data.count(b"=") <= MAX_ATTRIBUTES) or _has_short_tags(data)


def _has_comments_only(data: bytes, after: int) -> bool:
    """Say whether each sign `!` is text or begins a comment, not a document type or a CDATA section."""
    place = data.find(b"!", after)
    while place >= 0:
        if data[place - 1 : place] == b"<" and data[place : place + 3] != b"!--":
            return False
        place = data.find(b"!", place + 1)
    return True


def _has_no_long_tag(data: bytes) -> bool:
    find = data.find
    for start in range(0, len(data) - _WINDOW, _WINDOW):  # noqa: SIM110 - a generator takes three times as long
        if find(b"<", start, start + _WINDOW) < 0:
            return False
    return True


def _has_short_tags(data: bytes) -> bool:
    """Say so where what is long is text: the tag before it has no attribute and ends at once."""
    return all(len(part) < _SHORT or _LONG_TEXT.match(part) for part in data.split(b"<"))
