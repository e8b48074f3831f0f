"""A message without anything that says whose it is: XML stays XML, JSON stays JSON, and it can still be read."""

import hashlib
from collections.abc import Mapping

import msgspec

from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.evidence.json_redaction import JsonRedaction
from s1sr_validator.evidence.pseudonyms import Pseudonyms
from s1sr_validator.evidence.replacing import Replacing
from s1sr_validator.evidence.value_class import ValueClass
from s1sr_validator.evidence.xml_redaction import as_xml, count_remarks, redacted_tree
from s1sr_validator.messages.gate import check_size
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_text import read_json
from s1sr_validator.messages.text_encoding import decoded, is_json
from s1sr_validator.messages.xml import local_name, parse_xml
from s1sr_validator.model.message import Message

_MESSAGE = "message"
_DIGEST_LETTERS = 12


class Redacted(msgspec.Struct, frozen=True, kw_only=True):
    """A redacted message: what its file is called, its bytes, what was replaced by class, how many values stayed.

    The name is made of the content alone: that of the input could say whose it is.
    """

    name: str
    data: bytes
    counts: Mapping[ValueClass, int]
    kept: int


def redact(message: Message, fields: FieldKinds, pseudonyms: Pseudonyms) -> Redacted:
    """Take everything out of a message that is not known to be harmless.

    Args:
        message: XML, or JSON of any shape.
        fields: what is known of fields.
        pseudonyms: those of one key; under it, equal values of several messages stay equal.

    Raises:
        InputError: it is neither XML nor JSON, or beyond a bound of what is read.
    """
    check_size(message.data, message.name)
    text = decoded(message.data, message.name)
    survey = Replacing(fields, pseudonyms)
    write = _redacted_json if is_json(text) else _redacted_xml
    write(text, message.name, survey)
    # The second time it is known what the identifiers are, so that one is also found where a harmless value belongs.
    replacing = Replacing(fields, pseudonyms, survey.identifiers)
    root, ending, data = write(text, message.name, replacing)
    digest = hashlib.sha256(data).hexdigest()[:_DIGEST_LETTERS]
    return Redacted(
        name=f"{root}-{digest}{ending}",
        data=data,
        counts={found: count for found in ValueClass if (count := replacing.counts[found])},
        kept=replacing.kept,
    )


def _redacted_json(text: str, name: str, replacing: Replacing) -> tuple[str, str, bytes]:
    source = JsonSource(text, name)
    return _MESSAGE, ".json", JsonRedaction(source, replacing).text(read_json(source)).encode()


def _redacted_xml(text: str, name: str, replacing: Replacing) -> tuple[str, str, bytes]:
    root = parse_xml(text.encode(), name)
    replacing.dropped(ValueClass.REMARK, count_remarks(text))
    found = redacted_tree(root, replacing)
    return local_name(found).lower(), ".xml", as_xml(found)
