"""File names as URI references, by RFC 3986 and RFC 8089."""

import re

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT = _UNRESERVED | frozenset(b"/!$&'()*+,;=@")
_DRIVE = re.compile(r"\A([A-Za-z]):[/\\]")


def file_uri(name: str) -> str:
    """Return the URI reference of a file: relative for a relative name, with `file:` for one from the root.

    The path in an archive (`requests.zip!/a/b.xml`) stays behind its exclamation mark. A colon is always encoded: in
    the first segment of a relative reference it would make a scheme of what precedes it (RFC 3986 section 4.2).
    """
    if _DRIVE.match(name):
        return f"file:///{name[0]}:{_encoded(name[2:].replace(chr(92), '/'))}"
    return f"file://{_encoded(name)}" if name.startswith("/") and not name.startswith("//") else _relative(name)


def _relative(name: str) -> str:
    # Two slashes at the start would name a host.
    return _encoded(f"/.{name}" if name.startswith("//") else name)


def _encoded(path: str) -> str:
    # A name that is no UTF-8 reaches Python with lone surrogates; they stand for its own bytes.
    octets = path.encode(errors="surrogateescape") if _is_escaped(path) else path.encode(errors="replace")
    return "".join(chr(octet) if octet in _KEPT else f"%{octet:02X}" for octet in octets)


def _is_escaped(path: str) -> bool:
    """Say whether every lone surrogate of a name stands for a byte (PEP 383)."""
    return not re.search("[\ud800-\udc7f\udd00-\udfff]", path)
