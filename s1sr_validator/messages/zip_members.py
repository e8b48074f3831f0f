"""Which members of a zip archive are unpacked: those that come out in pieces, so that a bomb ends at a bound."""

import zipfile

_ENCRYPTED = 0x1
_IN_PIECES = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def why_not_unpacked(member: zipfile.ZipInfo) -> str:
    """Return why a member is not unpacked, as the end of a sentence about it; empty where it is.

    However little is asked for, zipfile unpacks all that four kilobytes of bzip2 or LZMA hold: 80 MB and more.
    """
    if member.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if member.compress_type not in _IN_PIECES:
        return f"is packed by method {member.compress_type}, which is not read: stored and deflated members are"
    return ""
