"""What a schema expects of a value, in words."""

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xmlschema import XMLSchemaValidationError

_LISTED = 10
_LONGEST = 60
_REQUEST_ID = "two EUI-64 and a counter from 0 to 18446744073709551615, joined by colons"
_KNOWN_PATHS = {"header.RequestID": _REQUEST_ID, "header.PrecedingServiceRequestID": _REQUEST_ID}
_BUILT_IN = {
    "dateTime": "a date and time such as 2025-01-01T00:00:00Z",
    "date": "a date such as 2025-01-01",
    "time": "a time such as 09:30:00",
    "boolean": "true or false",
    "decimal": "a decimal number",
    "integer": "a whole number",
    "positiveInteger": "a whole number from 1 on",
    "nonNegativeInteger": "a whole number from 0 on",
    "nonPositiveInteger": "a whole number up to 0",
    "base64Binary": "base64 text",
    "hexBinary": "pairs of hexadecimal digits",
    "ID": "an identifier that occurs once",
}
_BOUNDS = {
    "XsdMinInclusiveFacet": "at least {}",
    "XsdMaxInclusiveFacet": "at most {}",
    "XsdMinExclusiveFacet": "more than {}",
    "XsdMaxExclusiveFacet": "less than {}",
    "XsdLengthFacet": "a length of {}",
    "XsdMinLengthFacet": "a length of at least {}",
    "XsdMaxLengthFacet": "a length of at most {}",
    "XsdTotalDigitsFacet": "at most {} digits",
    "XsdFractionDigitsFacet": "at most {} digits after the point",
}


def quoted(text: str) -> str:
    """Return a text of the request as a message quotes it: what is long is cut."""
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "...")


def value_expected(error: "XMLSchemaValidationError", path: str, came: str) -> str:
    """Return what was expected in place of a value that came; empty where there are no words for it."""
    if path in _KNOWN_PATHS:
        return _KNOWN_PATHS[path]
    validator: Any = error.validator  # of one of many classes, or a function
    kind = type(validator).__name__
    if kind == "XsdEnumerationFacets":
        return one_of([str(value) for value in validator.enumeration], came)
    if kind == "XsdPatternFacets":
        return f"text of the form {_cut(' or '.join(validator.regexps))}"
    if kind in _BOUNDS:
        return _BOUNDS[kind].format(validator.value)
    name = str(getattr(validator, "local_name", "") or "")
    return _BUILT_IN.get(name, f"a value of type {name}" if name else "")


def one_of(names: Sequence[str], came: str = "") -> str:
    """Return the names, or how many they are and the nearest of them to what came."""
    if len(names) == 1:
        return names[0]
    if len(names) <= _LISTED:
        return f"one of {', '.join(names)}"
    near = difflib.get_close_matches(came, names, n=3, cutoff=0.6) if came else ()
    return f"one of {len(names)}, such as {', '.join(near or names[:2])}"


def _cut(text: str) -> str:
    return text if len(text) <= 2 * _LONGEST else text[: 2 * _LONGEST] + "..."
