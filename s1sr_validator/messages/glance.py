"""What a prediction needs of an ordinary request, read at a glance: without a parser, a tree or a map of fields."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from s1sr_validator.messages.ordinary import BODY, ordinary
from s1sr_validator.messages.xml import DUIS, WHITE_SPACE
from s1sr_validator.model.request import REQUEST_ID, SRV

_SR = f"{{{DUIS}}}"


class Glance(NamedTuple):
    """The header's SRV and RequestID, and the local name of the body element."""

    srv: str
    request_id: str
    element: str


def first_values(root: etree._Element, paths: Iterable[str]) -> tuple[str | None, ...]:
    """Return the first value of each field of an ordinary request by its dotted path; None where there is none."""
    return tuple(_first(root[1][0], path) for path in paths)


def _first(body: etree._Element, path: str) -> str | None:
    way, _, attribute = path.rpartition("@") if "@" in path else (path, "", "")
    steps = [_SR + name for name in way.split(".") if name]
    found = list(body.iterfind("/".join(steps))) if steps else [body]
    if attribute:
        return next((str(each.get(attribute)) for each in found if attribute in each.attrib), None)
    return next(((each.text or "").strip(WHITE_SPACE) for each in found if len(each) == 0), None)


def glance(data: bytes) -> Glance | None:
    """Return what an ordinary request holds, or None where the message has to be read in full to say what it is."""
    found = ordinary(data)
    if found is None:
        return None
    srv, request_id, prefix, element = found.group(SRV, REQUEST_ID, "prefix", BODY)
    return Glance(srv.decode().strip(), request_id.decode().strip(), element[len(prefix) :].decode())
