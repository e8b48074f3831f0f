"""What tests of redaction put in and take out."""

from lxml import etree

from s1sr_validator.evidence.redact import Redacted


def document(inner: str, *, space: str = "") -> bytes:
    """Return a request that holds this in its body."""
    return (
        f'<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway"{space}>'
        f"<sr:Body>{inner}</sr:Body></sr:Request>"
    ).encode()


def value_in(found: Redacted, name: str) -> str:
    """Return the text of the only element with a local name."""
    (element,) = etree.fromstring(found.data).iterfind(f".//{{*}}{name}")
    return element.text or ""
