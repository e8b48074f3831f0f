"""A document that was read: its name, its tree, and where its elements stand."""

from typing import NamedTuple

from lxml import etree

from s1sr_validator.messages.positions import Positions, XmlPositions
from s1sr_validator.messages.xml import parse_xml


class Document(NamedTuple):
    """A message as a tree of elements, with the positions of the text that it was read from."""

    name: str
    root: etree._Element
    positions: Positions


def open_document(data: bytes, name: str) -> Document:
    """Read a message from bytes.

    Args:
        data: the message.
        name: what to call it in a finding, for example the file's path.

    Raises:
        InputError: it is not a message that can be read; the finding says where and why.
    """
    return Document(name, parse_xml(data, name), XmlPositions(data))
