"""The one place that opens XML: the gate, then lxml without entities, network, DTDs or unbounded trees."""

import threading

from lxml import etree

from s1sr_validator.messages import rules
from s1sr_validator.messages.gate import admit
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

DUIS = "http://www.dccinterface.co.uk/ServiceUserGateway"
MMC = "http://www.dccinterface.co.uk/ResponseAndAlert"
WHITE_SPACE = " \t\r\n"
"""What XML calls white space; what other alphabets call so belongs to the text (XML 1.0 section 2.3)."""
PREFIXES = {DUIS: "sr", MMC: "ra", "http://www.w3.org/2000/09/xmldsig#": "ds"}


class _Parsers(threading.local):
    """The parsers of a thread; lxml lets one thread wait for another where they share one."""

    def __init__(self) -> None:
        self.exact = _parser(remove_blank_text=False)
        self.lean = _parser(remove_blank_text=True)


def _parser(*, remove_blank_text: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=remove_blank_text,
    )


_OWN = _Parsers()


def lean_tree(data: bytes) -> etree._Element:
    """Parse an ordinary message, without the white space between elements.

    Raises:
        XMLSyntaxError: it was not ordinary.
    """
    return etree.fromstring(data, _OWN.lean)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse a message after the gate let it pass.

    Args:
        data: the message in UTF-8, without a byte order mark; an encoding that it declares does not count.
        name: what to call it in a finding.

    Raises:
        InputError: the gate refused it, or a prefix is not declared.
    """
    admit(data, name)
    try:
        return etree.fromstring(data, _OWN.exact)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            place = Location(file=name, line=line, column=column)
            raise InputError(rules.TOO_LARGE.finding(f"the input goes beyond a bound: {error.msg}", place)) from None
        raise InputError(
            rules.NOT_XML.finding(
                f"not XML: {error.msg}", Location(file=name, line=line, column=column), tip="is the file complete?"
            )
        ) from None


def shown_name(element: etree._Element) -> str:
    """Return an element's name with the prefix that people know, or with its namespace written out."""
    name = etree.QName(element)
    if name.namespace is None:
        return name.localname
    prefix = PREFIXES.get(name.namespace)
    return f"{prefix}:{name.localname}" if prefix else f"{{{name.namespace}}}{name.localname}"


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return etree.QName(element).localname


def namespace(element: etree._Element) -> str:
    """Return an element's namespace, empty where it has none."""
    return etree.QName(element).namespace or ""
