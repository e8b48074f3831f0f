"""Canonical form: one byte sequence for equal data, whatever the order of files, keys and list items was."""

import hashlib
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return plain data with keys and list items in their canonical order."""
    if isinstance(value, dict):
        return {key: canonical(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return sorted((canonical(item) for item in value), key=_ENCODER.encode)
    return value


def canonical_bytes(value: Any) -> bytes:  # noqa: ANN401 - plain data of any shape
    """Return canonical JSON."""
    return _ENCODER.encode(canonical(value))


def digest(value: Any) -> str:  # noqa: ANN401 - plain data of any shape
    """Return the SHA-256 of the canonical JSON, in hex."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()
