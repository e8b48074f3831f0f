"""Device selectors as text: `ESME/1028`, `ESME+GSME/1031/*/0102`; a list of them is separated by semicolons."""

import re

import msgspec

from s1sr_validator.model.device import KEY_FIELDS, DevicePattern, DeviceType

ANY = "*"
ALL = "*/*"
"""The selector of every Device Model; a star alone could be anything in a sheet."""
_DIGITS = {"manufacturer": 4, "model": 4, "hardware": 4, "firmware": 8}
_SEPARATOR = re.compile(r"\s*[;\n]\s*")

Selection = tuple[DevicePattern, ...]


def selector_text(pattern: DevicePattern) -> str:
    """Return a pattern as text, without the free parts at its end."""
    parts = ["+".join(sorted(getattr(pattern, field))) or ANY for field in KEY_FIELDS]
    while parts and parts[-1] == ANY:
        parts.pop()
    return "/".join(parts) or ALL


def selection_text(patterns: Selection) -> str:
    """Return several patterns as text, in a fixed order."""
    return "; ".join(sorted(map(selector_text, patterns)))


def read_selection(text: str) -> Selection:
    """Return the patterns that a text lists; empty where one part of it is no selector."""
    found = [_pattern(part) for part in _SEPARATOR.split(text.strip())]
    patterns = tuple(pattern for pattern in found if pattern is not None)
    return patterns if len(patterns) == len(found) else ()


def canonical(patterns: Selection) -> Selection:
    """Return patterns with their values in order, each once, so that equal selections are equal."""
    ordered = {_ordered(pattern) for pattern in patterns}
    return tuple(sorted(ordered, key=selector_text))


def _ordered(pattern: DevicePattern) -> DevicePattern:
    return msgspec.structs.replace(
        pattern, **{field: tuple(sorted(set(getattr(pattern, field)))) for field in KEY_FIELDS}
    )


def _pattern(text: str) -> DevicePattern | None:
    parts = [part.strip().upper() for part in text.split("/")]
    if len(parts) > len(KEY_FIELDS) or (len(parts) == 1 and parts[0] not in set(DeviceType)):
        return None
    held: dict[str, tuple[str, ...]] = {}
    for field, part in zip(KEY_FIELDS, parts, strict=False):
        values = tuple(sorted(set(part.split("+"))))
        if part != ANY and not all(_fits(field, value) for value in values):
            return None
        held[field] = () if part == ANY else values
    types = tuple(DeviceType(value) for value in held.pop("device_type"))
    return DevicePattern(device_type=types, **held)


def _fits(field: str, value: str) -> bool:
    if field == "device_type":
        return value in set(DeviceType)
    return re.fullmatch(rf"[0-9A-F]{{{_DIGITS[field]}}}", value) is not None
