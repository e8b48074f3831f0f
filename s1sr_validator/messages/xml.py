"""The one place that opens XML: the gate, then lxml without entities, network, DTDs or unbounded trees."""

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


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse a message after the gate let it pass.

    Args:
        data: the message in UTF-8, without a byte order mark; an encoding that it declares does not count.
        name: what to call it in a finding.

    Raises:
        InputError: the gate refused it, or a prefix is not declared.
    """
    admit(data, name)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
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
