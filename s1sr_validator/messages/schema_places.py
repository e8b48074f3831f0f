"""Where something stands in a request, as findings say it: `header.RequestID`, `body.ReadLogPeriod.StartDateTime`."""

from lxml import etree

from s1sr_validator.messages.xml import DUIS, local_name

_HEADER = f"{{{DUIS}}}Header"
_BODY = f"{{{DUIS}}}Body"
_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
_PARTS = {_HEADER: "header", _BODY: "body", _SIGNATURE: "signature"}


def path_of(element: etree._Element) -> str:
    """Return the path of an element of a request: empty for the root, `body` for the body and the element in it."""
    line = [element, *element.iterancestors()]
    line.reverse()
    if len(line) == 1:
        return ""
    part = _PARTS.get(str(line[1].tag), local_name(line[1]))
    below = line[3:] if line[1].tag == _BODY else line[2:]
    return ".".join([part, *(local_name(each) for each in below)])


def path_below(element: etree._Element, name: str) -> str:
    """Return the path of a part that an element has or lacks: a child by its local name, an attribute with its `@`."""
    above = path_of(element)
    if not above:
        return {"Header": "", "Body": "", "Signature": "signature"}.get(name, name)
    if element.tag == _BODY and not name.startswith("@"):
        return above
    return f"{above}.{name}"
