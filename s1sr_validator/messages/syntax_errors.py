"""Expat's errors in words that help: which element was open, and what to do."""

from collections.abc import Sequence
from xml.parsers import expat
from xml.parsers.expat import errors

from s1sr_validator.messages import rules
from s1sr_validator.model.finding import Finding, Location

_SHOWN = 60

_ENTITIES = "only &lt; &gt; &amp; &quot; &apos; and character references such as &#233; can stand here"
_UNESCAPED = "is a < or & in a text not written as &lt; or &amp;?"
_CONTROL = "XML has no control characters"
_COMPLETE = "is the file complete?"
_TIPS = {
    errors.XML_ERROR_UNDEFINED_ENTITY: _ENTITIES,
    errors.XML_ERROR_UNCLOSED_TOKEN: _COMPLETE,
    errors.XML_ERROR_PARTIAL_CHAR: _COMPLETE,
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: _COMPLETE,
    errors.XML_ERROR_SYNTAX: "give a DUIS message as XML or JSON",
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "give one message a file",
    errors.XML_ERROR_MISPLACED_XML_PI: "remove what stands before <?xml",
    errors.XML_ERROR_BAD_CHAR_REF: "XML has no such character",
}


def not_well_formed(error: expat.ExpatError, name: str, still_open: Sequence[tuple[str, int]], near: bytes) -> Finding:
    """Return the finding for an error of Expat.

    Args:
        error: what Expat raised.
        name: what to call the input.
        still_open: the elements that were open, outermost first, with the line of each.
        near: the byte where reading stopped, with the one before it.
    """
    said = expat.ErrorString(error.code)
    place = Location(file=name, line=error.lineno, column=error.offset + 1)
    if still_open and said == errors.XML_ERROR_TAG_MISMATCH:
        message = f"not XML: the end tag does not match {_start_tag(still_open)}"
        return rules.NOT_XML.finding(message, place, tip=f"close that first: {_named(still_open[-1][0], '/')}")
    if still_open and said == errors.XML_ERROR_NO_ELEMENTS:
        message = f"not XML: the input ends inside {_start_tag(still_open)}"
        return rules.NOT_XML.finding(message, place, tip=_COMPLETE)
    tip = _token_tip(near) if said == errors.XML_ERROR_INVALID_TOKEN else _TIPS.get(said, "")
    return rules.NOT_XML.finding(f"not XML: {said}", place, tip=tip)


def _token_tip(near: bytes) -> str:
    if near[-1:] < b" " and not near[-1:].isspace():
        return _CONTROL
    return _UNESCAPED if set(b"<&") & set(near) else ""


def _start_tag(still_open: Sequence[tuple[str, int]]) -> str:
    element, line = still_open[-1]
    return f"{_named(element)} of line {line}"


def _named(element: str, mark: str = "") -> str:
    shown = element if len(element) <= _SHOWN else f"{element[:_SHOWN]}..."
    return f"<{mark}{shown}>"
