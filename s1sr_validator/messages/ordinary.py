"""The ordinary Service Request: one pattern takes a whole message, and what it takes needs no further proof.

It describes a part of XML that is small enough to be seen through: ASCII without control characters, no document type,
no CDATA, no processing instruction, no namespace but those of the first tag, names and values of usual length, header
and body where they belong, every element closed by its own name. What it takes is well-formed for every parser, within
the bounds of the gate (gate.py), and a request with a whole header and one element in its body. Messages that it does
not take may be all right too: they are read as messages are.
"""

import re
from functools import cache, lru_cache

from s1sr_validator.messages.bounds import MAX_EQUALS_SIGNS
from s1sr_validator.messages.signature_schema import SIGNATURE_NAMESPACE
from s1sr_validator.messages.xml import DUIS, parse_xml
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.request import COMMAND_VARIANT, REQUEST_ID, SERVICE_REFERENCE, SRV

MOST_BYTES = 96 * 1024
"""Less than MAX_EQUALS_SIGNS; real requests stay below a third of it."""
assert MOST_BYTES < MAX_EQUALS_SIGNS  # noqa: S101 - the one bound that the pattern does not hold by itself

_DEEPEST = 9
"""Levels below the element of the body: with names of at most 81 letters, no path is longer than is read."""
_DEEPEST_SIGNED = 5
BODY = f"body{_DEEPEST}"
"""The part of an ordinary request that is the name of the body's element, with its prefix."""
_ROOT = f"{{{DUIS}}}Request"

# Repeats about single characters are possessive; about groups Python gets those right from 3.11.5 on only.
SPACE = r"[ \t\r\n]"
_NAME = r"[A-Za-z_][\w.-]{0,80}+"
_PREFIX = r"(?:[A-Za-z_]\w{0,80}+:)?"
ANY_TEXT = r"[\t\r\n -%'-;=-\\^-~]*+"
"""Without `<`, `&`, and for the sake of `]]>` without `]`."""
_VALUE = r"[\t\n -%'-;=-\\^-~]*+"
"""A text without the line ends that a parser changes."""
_ATTRIBUTE = rf'(?:{SPACE}++(?!xmlns)[A-Za-z_]\w{{0,80}}+="[ !#-%\'-;=-~]{{0,900}}+")?'
"""One at the most, so that none comes twice."""
_ENTITY = r"&(?:lt|gt|amp|quot|apos);"
_IN_COMMENT = r"[\t\r\n -,.-;=-~]*+"
_COMMENT = rf"<!--{_IN_COMMENT}(?:-(?!-){_IN_COMMENT})*-->"
ANY_GAP = rf"{SPACE}*+(?:{_COMMENT}{SPACE}*+)*"

PROLOG = rf'(?:<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")? ?\?>)?{ANY_GAP}'


def _element(prefix: str, group: str, depth: int) -> str:
    """Return the pattern of an element with others of its prefix in it, down to a depth."""
    name = f"{group}{depth}"
    start = rf"<(?P<{name}>{prefix}{_NAME}){_ATTRIBUTE}{SPACE}*+"
    return rf"{start}(?:/>|>{_content(prefix, group, depth)}</(?P={name})>)"


def _content(prefix: str, group: str, depth: int) -> str:
    inside = [_element(prefix, group, depth - 1)] if depth else []
    return rf"{ANY_TEXT}(?:(?:{'|'.join((*inside, _ENTITY, _COMMENT))}){ANY_TEXT})*"


def _signature() -> str:
    declaration = rf'(?:{SPACE}++xmlns="{re.escape(SIGNATURE_NAMESPACE)}")?'
    content = _content("(?P=signer)", "signed", _DEEPEST_SIGNED)
    return rf"<(?P<signature>(?P<signer>{_PREFIX})Signature){declaration}{_ATTRIBUTE}>{content}</(?P=signature)>"


def _once(name: str) -> str:
    return rf"<(?P=prefix){name}>(?P<{name}>{_VALUE})</(?P=prefix){name}>{ANY_GAP}"


@cache
def _pattern() -> re.Pattern[bytes]:
    """Return the pattern, made when the first message is seen."""
    first, preceding = _once("FirstInSequence"), _once("PrecedingServiceRequestID")
    header = f"{_once(REQUEST_ID)}(?:{first})?(?:{preceding})?"
    header += f"{_once(COMMAND_VARIANT)}{_once(SERVICE_REFERENCE)}{_once(SRV)}"
    body = _element("(?P=prefix)", "body", _DEEPEST)
    return re.compile(
        (
            rf"{PROLOG}<(?P<tag>(?P<prefix>{_PREFIX})Request[^<>]{{1,400}}+)>{ANY_GAP}"
            rf"<(?P=prefix)Header>{ANY_GAP}{header}</(?P=prefix)Header>{ANY_GAP}"
            rf"<(?P=prefix)Body>{ANY_GAP}{body}{ANY_GAP}</(?P=prefix)Body>{ANY_GAP}"
            rf"(?:{_signature()}{ANY_GAP})?</(?P=prefix)Request>{ANY_GAP}"
        ).encode()
    )


@lru_cache
def _declared(tag: bytes) -> frozenset[bytes]:
    """Return the prefixes that a first tag declares, each with its colon; none where it is no tag of a request.

    What parses as a whole document is a tag that both parsers take.
    """
    try:
        root = parse_xml(b"<%b/>" % tag, "")
    except InputError:
        return frozenset()
    if root.tag != _ROOT:
        return frozenset()
    return frozenset([b"", *(prefix.encode() + b":" for prefix in root.nsmap if prefix)])


def ordinary(data: bytes) -> re.Match[bytes] | None:
    """Return the parts of an ordinary request by name, or None where the message has to be read to say what it is.

    The fields of the header have their names, and `prefix` is that of the first tag.
    """
    found = _pattern().fullmatch(data) if len(data) <= MOST_BYTES else None
    if found is None or (found["signer"] or b"") not in _declared(found["tag"]):
        return None
    return found
