"""A workbook's zip archive, checked before anything that parses it sees it.

The directory of a zip can lie, so that the members are unpacked here in pieces and counted; a bomb ends at the bound.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from s1sr_validator.exchange.cpl import rules
from s1sr_validator.messages.zip_members import why_not_unpacked
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.rule import Rule

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_MEMBERS = 1000
MAX_UNPACKED_BYTES = 32 * 1024 * 1024
MAX_MARKUP = 2_000_000  # an empty cell takes four bytes, and 300 once openpyxl has read its row
_PIECE = 64 * 1024
_MEMBER = b"PK\x01\x02"
_OLE_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPE = b"<!DOCTYPE"
_XML_ENDINGS = (".xml", ".rels", ".vml")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def check_archive(data: bytes, name: str) -> None:
    """Check that the bytes are a zip archive within the bounds, whole, not encrypted, and without a DOCTYPE.

    Raises:
        InputError: they are not; the finding says which bound or form is broken.
    """
    if data.startswith(_OLE_CONTAINER):
        message = f"{name} is encrypted, or an old .xls workbook"
        raise refusal(rules.UNREADABLE, message, name, tip="open it and save it as .xlsx without a password")
    if not zipfile.is_zipfile(BytesIO(data)):
        message = f"{name} is not an xlsx or xlsm workbook: it is no whole zip archive"
        raise refusal(rules.UNREADABLE, message, name, tip="use the file as it is published, downloaded in full")
    # Opening reads the whole directory into memory, so that its entries are counted before.
    _check(data.count(_MEMBER), MAX_MEMBERS, "parts", name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_members(archive, name)
    except _DAMAGE as error:
        raise refusal(rules.UNREADABLE, f"{name} is damaged: {error}", name, tip="download it again") from None


def refusal(rule: Rule, message: str, name: str, *, tip: str = "") -> InputError:
    """Return the error that refuses a whole file by one rule."""
    return InputError(rule.finding(message, Location(file=name), tip=tip))


def _check_members(archive: zipfile.ZipFile, name: str) -> None:
    unpacked, markup = 0, 0
    for member in archive.infolist():
        if reason := why_not_unpacked(member):
            raise refusal(rules.UNREADABLE, f"{name} {reason}", name, tip="save it again, without a password")
        end = b""
        for piece in _pieces(archive, member):
            unpacked += len(piece)
            _check(unpacked, MAX_UNPACKED_BYTES, "bytes when it is unpacked", name)
            if member.filename.lower().endswith(_XML_ENDINGS):
                markup += piece.count(b"<") + piece.count(b"=")
                _check(markup, MAX_MARKUP, "tags and attributes", name)
                _refuse_doctype(end + piece, member, name)
                end = piece[-len(_DOCTYPE) * 2 :]


def _check(number: int, bound: int, what: str, name: str) -> None:
    if number > bound:
        raise refusal(rules.OUT_OF_BOUNDS, f"{name} has more than {bound:,} {what}, the most that is read", name)


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as content:
        while piece := content.read(_PIECE):
            yield piece


def _refuse_doctype(text: bytes, member: zipfile.ZipInfo, name: str) -> None:
    """Refuse a DOCTYPE, in UTF-16 as well: what it can do to a parser, no workbook needs."""
    if _DOCTYPE in text.replace(b"\0", b""):
        raise refusal(rules.UNREADABLE, f"{name}: part {member.filename!r} declares a DOCTYPE", name)
