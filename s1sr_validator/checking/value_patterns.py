"""Values that no rule about a body's form objects to, as patterns: what they take is surely of its field's type.

They are narrower than the types: a text that a pattern does not take may be right too, and the rules are asked.
"""

from s1sr_validator.checking.request_ids import EUI
from s1sr_validator.checking.rules.eui_shape import EUI_FIELDS, REQUEST_ID_FIELDS
from s1sr_validator.checking.rules.utrn_shape import UTRN, UTRN_SHAPE
from s1sr_validator.messages.shape_drawing import ANY_TEXT
from s1sr_validator.model.xsd_types import INTEGER_RANGES

REQUEST_ID = rf"{EUI}:{EUI}:(?:0|[1-9]\d{{0,18}})"
"""A RequestID whose counter has a digit less than the greatest."""
_WRITTEN_OUT = "-".join(["[0-9A-Fa-f][0-9A-Fa-f]"] * 8)
OWN_REQUEST_ID = rf"(?P<originator>{_WRITTEN_OUT}):(?!(?i:(?P=originator)):){_WRITTEN_OUT}:(?:0|[1-9]\d{{0,18}})"
"""The same, of a request that does not go to its own sender."""

_DAY = r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
_DATE = rf"[1-9]\d{{3,4}}-{_DAY}"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?"
_PATTERNS = {
    "xs:dateTime": rf"[1-9]\d{{3}}-{_DAY}T{_TIME}Z",
    "xs:date": f"{_DATE}Z?",
    "xs:time": f"{_TIME}Z?",
    "xs:boolean": "(?:true|false|1|0)",
    "xs:decimal": r"[+-]?\d{1,40}(?:\.\d{1,40})?",
    "xs:base64Binary": "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
    "xs:hexBinary": "(?:[0-9A-Fa-f]{2})*",
}
_UNBOUNDED = r"\d{1,29}"
_NOT_ZERO = r"(?=0*+[1-9])"


def value_pattern(path: str, schema_type: str) -> str:
    """Return the pattern of a field's values, by its path below the body element and its built-in type."""
    name = path.rpartition(".")[2]
    if name in EUI_FIELDS:
        return EUI
    if name in REQUEST_ID_FIELDS:
        return REQUEST_ID
    if name == UTRN:
        return UTRN_SHAPE
    if schema_type in INTEGER_RANGES:
        return _whole_number(*INTEGER_RANGES[schema_type])
    return _PATTERNS.get(schema_type, ANY_TEXT)


def _whole_number(least: int | None, most: int | None) -> str:
    """Return whole numbers between the bounds: all of fewer digits than a bound, some of as many, and the bound."""
    ways = []
    if most is None or most >= 0:
        ways.append((_NOT_ZERO if least is not None and least > 0 else "") + _digits(most))
    if least is None or least < 0:
        ways.append("-" + (_NOT_ZERO if most is not None and most < 0 else "") + _digits(least))
    return f"(?:{'|'.join(ways)})"


def _digits(bound: int | None) -> str:
    if bound is None:
        return _UNBOUNDED
    most = str(abs(bound))
    first, rest = int(most[0]), len(most) - 1
    shorter = [rf"\d{{1,{rest}}}"] if rest else []
    as_long = [rf"[1-{first - 1}]\d{{{rest}}}"] if first > 1 else []
    return f"(?:{'|'.join([*shorter, *as_long, most])})"
