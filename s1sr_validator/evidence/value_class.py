"""What is taken out of a message, by class, as a report counts it."""

from enum import StrEnum


class ValueClass(StrEnum):
    """A class of values that redaction replaces; the text is what a report calls several of them."""

    EUI = "EUI-64"
    MESSAGE_ID = "message ids"
    COUNTER = "counters"
    DIGITS = "numbers of supply points, tokens and the like"
    CERTIFICATE = "certificates, keys and signatures"
    PAYLOAD = "payloads in base64 or hex"
    TEXT = "texts"
    NUMBER = "numbers that are too long or stand nowhere known"
    TIME = "times"
    NAME = "unknown names of elements, attributes and keys"
    ATTRIBUTE = "attributes of other namespaces"
    REMARK = "comments and processing instructions"
