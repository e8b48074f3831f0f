"""Messages in a zip archive, bounded: its members are read one by one, in memory, and nothing is written anywhere.

The directory of a zip can lie, so that what is unpacked is counted as well.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.messages.naming import is_hidden, is_named_like_a_message, shown
from s1sr_validator.messages.zip_members import why_not_unpacked
from s1sr_validator.model.finding import Location
from s1sr_validator.model.message import Message, Unread
from s1sr_validator.model.rule import Rule

MAX_ARCHIVE_BYTES = 20 * 1024 * 1024
MAX_MEMBERS = 10_000
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_RATIO = 200
_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_MEMBER = b"PK\x01\x02"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def is_archive(data: bytes) -> bool:
    """Say whether bytes start as a zip archive does, also an empty one."""
    return data.startswith(_STARTS)


def messages_in(data: bytes, name: str) -> Iterator[Message | Unread]:
    """Yield the members that are named like messages, by name; what cannot be read is an Unread.

    Args:
        data: the archive.
        name: what to call it; a member is called `requests.zip!/folder/member.xml`.
    """
    if len(data) > MAX_ARCHIVE_BYTES:
        yield _refused(name, rules.TOO_LARGE, f"the archive has more than {MAX_ARCHIVE_BYTES:,} bytes")
        return
    # Opening reads the whole directory into memory, so that its entries are counted before.
    if data.count(_MEMBER) > MAX_MEMBERS:
        yield _refused(name, rules.TOO_LARGE, f"the archive has more than {MAX_MEMBERS:,} members")
        return
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DAMAGE as error:
        yield _refused(name, rules.UNREADABLE, f"the archive is damaged: {error}", "download or pack it again")
        return
    with archive:
        yield from _members(archive, name)


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[Message | Unread]:
    unpacked = 0
    for member in sorted(archive.infolist(), key=lambda found: found.filename):
        path = PurePosixPath(member.filename)
        if member.is_dir() or is_hidden(path.parts) or not is_named_like_a_message(member.filename):
            continue
        found = _read(archive, member, f"{name}!/{shown(member.filename)}")
        unpacked += len(found.data) if isinstance(found, Message) else 0
        if unpacked > MAX_UNPACKED_BYTES:
            message = (
                f"the archive has more than {MAX_UNPACKED_BYTES:,} bytes when it is unpacked; the rest is not read"
            )
            yield _refused(name, rules.TOO_LARGE, message, "give it in parts")
            return
        yield found


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Message | Unread:
    if reason := why_not_unpacked(member):
        return _refused(name, rules.UNREADABLE, f"the member {reason}", "pack it as an ordinary zip without a password")
    if member.file_size > MAX_BYTES:
        return _refused(name, rules.TOO_LARGE, f"the input has more than {MAX_BYTES:,} bytes, the most that is read")
    if member.file_size > MAX_RATIO * max(member.compress_size, 1024):
        return _refused(name, rules.TOO_LARGE, f"the member is packed more than {MAX_RATIO} times smaller than it is")
    try:
        with archive.open(member) as content:
            return Message(name, content.read(MAX_BYTES + 1))
    except _DAMAGE as error:
        return _refused(name, rules.UNREADABLE, f"the member cannot be unpacked: {error}", "pack it again")


def _refused(name: str, rule: Rule, message: str, tip: str = "") -> Unread:
    return Unread(name, rule.finding(message, Location(file=name), tip=tip))
