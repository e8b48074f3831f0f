"""Digests of exchanges: the same for the same messages, in XML or JSON and however they are laid out."""

import hashlib
from collections.abc import Iterable

from lxml import etree

from s1sr_validator.evidence.field_kinds import FieldKinds
from s1sr_validator.evidence.pseudonyms import Pseudonyms
from s1sr_validator.evidence.replacing import Replacing
from s1sr_validator.evidence.xml_redaction import redacted_tree
from s1sr_validator.messages.document import open_document
from s1sr_validator.model.message import Message


def message_digest(message: Message, fields: FieldKinds) -> str:
    """Return the SHA-256 of a message redacted under the public salt, in canonical XML.

    Raises:
        InputError: it cannot be read.
    """
    root = open_document(message.data, message.name).root
    redacted = redacted_tree(root, Replacing(fields, Pseudonyms()))
    return hashlib.sha256(etree.tostring(redacted, method="c14n")).hexdigest()


def exchange_digest(request: str, answers: Iterable[str]) -> str:
    """Return the digest of a request and its answers, given their digests; the answers' order makes no difference."""
    return hashlib.sha256("\n".join((request, *sorted(set(answers)))).encode()).hexdigest()
