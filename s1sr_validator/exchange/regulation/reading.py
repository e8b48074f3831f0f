"""A regulatory document to a paper: the file's own first bytes say which format it is."""

import hashlib
import sys
from pathlib import Path

from s1sr_validator.exchange.archive_bounds import MAX_FILE_BYTES, refusal
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.paper import Paper
from s1sr_validator.exchange.regulation.text import read_text

_ZIP, _PDF, _OLE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_HEAD = 1024
_STANDARD_INPUT = Path("-")


def read_paper(path: Path) -> Paper:
    """Read a DOCX, PDF or text file of at most 20 MiB; `-` is standard input.

    Raises:
        InputError: it cannot be read, or breaks a bound.
        UsageError: it is a PDF, and the package that reads PDF is not installed.
    """
    data = _bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith((_ZIP, _OLE)):
        from s1sr_validator.exchange.regulation.docx import read_docx  # noqa: PLC0415 - loads lxml

        return read_docx(data, path.name, sha256)
    if _PDF in data[:_PDF_HEAD]:
        from s1sr_validator.exchange.regulation.pdf import read_pdf  # noqa: PLC0415 - loads pypdf

        return read_pdf(data, path.name, sha256)
    return read_text(data, path.name, sha256)


def _bytes(path: Path) -> bytes:
    try:
        if path == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        else:
            with path.open("rb") as file:
                data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise refusal(rules.UNREADABLE, f"{path} cannot be read: {error.strerror}", path.name) from None
    if len(data) > MAX_FILE_BYTES:
        message = f"{path.name} has more than {MAX_FILE_BYTES // 1024**2} MiB, the most that is read"
        raise refusal(rules.OUT_OF_BOUNDS, message, path.name)
    return data
