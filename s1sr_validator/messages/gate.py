"""The gate: what a stranger's bytes must pass before a full XML parser sees them.

Expat reads the prolog only, up to the first start tag, and refuses a document type declaration there. Sources: XML 1.0
section 2.8 (the declaration can stand only before the first element); libxml2 asks not to be given untrusted data.
"""

from xml.parsers import expat

from s1sr_validator.messages import rules
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding, Location

MAX_BYTES = 5 * 1024 * 1024


class _RootReachedError(Exception):
    """The first start tag was reached: the prolog is over."""


def admit(data: bytes, name: str) -> None:
    """Let XML pass whose size is bounded and whose prolog declares no document type.

    Args:
        data: the message's bytes.
        name: what to call the input in a finding.

    Raises:
        InputError: the input is empty, too large, not XML up to its first start tag, or declares a document type.
    """
    if not data.strip():
        raise InputError(
            rules.NOT_XML.finding(
                "the input is empty", Location(file=name, line=1, column=1), tip="give a DUIS Service Request as XML"
            )
        )
    if len(data) > MAX_BYTES:
        message = f"the input has {len(data):,} bytes; at most {MAX_BYTES:,} are read"
        raise InputError(rules.TOO_LARGE.finding(message, Location(file=name)))
    _read_prolog(data, name)


def _read_prolog(data: bytes, name: str) -> None:
    parser = expat.ParserCreate()

    def refuse(*_declaration: object) -> None:
        place = Location(file=name, line=parser.CurrentLineNumber, column=parser.CurrentColumnNumber + 1)
        raise InputError(
            rules.DOCTYPE.finding(
                "the input has a document type declaration (<!DOCTYPE ...>)",
                place,
                tip="remove it; no DUIS message has one",
            )
        )

    def stop(*_element: object) -> None:
        raise _RootReachedError

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(data, True)  # noqa: FBT003 - in one piece: expat reads a long token anew for each further piece
    except _RootReachedError:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise InputError(_not_xml(error, name)) from None


def _not_xml(error: Exception, name: str) -> Finding:
    if isinstance(error, expat.ExpatError):
        place = Location(file=name, line=error.lineno, column=error.offset + 1)
        return rules.NOT_XML.finding(f"not XML: {expat.ErrorString(error.code)}", place)
    return rules.NOT_XML.finding(f"not XML that can be read: {error}", Location(file=name))
