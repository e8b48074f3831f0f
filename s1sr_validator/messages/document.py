"""A document that was read: its name, its tree, and where its elements stand."""

from typing import NamedTuple

from lxml import etree

from s1sr_validator.messages.gate import check_size
from s1sr_validator.messages.positions import Positions, XmlPositions
from s1sr_validator.messages.text_encoding import decoded, is_json
from s1sr_validator.messages.xml import parse_xml


class Document(NamedTuple):
    """A message as a tree of elements, with the positions of the text that it was read from."""

    name: str
    root: etree._Element
    positions: Positions


def open_document(data: bytes, name: str) -> Document:
    """Read a message from bytes.

    Args:
        data: the message, as XML or in either JSON shape of the npm package @smartdcc/duis-parser.
        name: what to call it in a finding, for example the file's path.

    Raises:
        InputError: it is not a message that can be read; the finding says where and why.
    """
    check_size(data, name)
    text = decoded(data, name)
    if is_json(text):
        # Most messages are XML, and none of them needs what reads JSON.
        from s1sr_validator.messages.duis_json import parse_json

        root, positions = parse_json(text, name)
        return Document(name, root, positions)
    characters = text.encode()
    return Document(name, parse_xml(characters, name), XmlPositions(characters))
