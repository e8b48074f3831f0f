"""Any result as JSON, indented, in the shape that schemas/output describes."""

import re
from typing import Any

import msgspec

_STEERING = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What JSON allows unescaped, and a terminal or an editor would act on."""


def to_json(value: Any) -> str:  # noqa: ANN401 - every result value of this package
    """Return the value as indented JSON with a final line break."""
    return _shown(msgspec.json.format(_encoded(value), indent=2)) + "\n"


def to_json_line(value: Any) -> str:  # noqa: ANN401 - every result value of this package
    """Return the value as JSON on one line, with its line break."""
    return _shown(_encoded(value)) + "\n"


def _shown(data: bytes) -> str:
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", data.decode())


def _encoded(value: Any) -> bytes:  # noqa: ANN401 - as above
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        # The name of a file that is not UTF-8 reaches Python with lone surrogates, which no JSON can hold.
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    return [_without_surrogates(item) for item in value] if isinstance(value, list | tuple) else value
