"""A PDF to blocks: the text of each page without the lines that stand on every page."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from s1sr_validator.exchange.archive_bounds import refusal
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.lines import Line, blocks_of
from s1sr_validator.exchange.regulation.paper import Paper
from s1sr_validator.model.errors import InputError, UsageError

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 2_000
MAX_CHARACTERS = 20_000_000
_EDGE_LINES = 3
_FEWEST_PAGES = 2
_PAGE_NUMBER = re.compile(r"(page\s*)?[-\u2013]?\s*\d{1,4}\s*[-\u2013]?(\s*(of|/)\s*\d{1,4})?", re.IGNORECASE)


def read_pdf(data: bytes, name: str, sha256: str) -> Paper:
    """Read a PDF document.

    Raises:
        UsageError: the package that reads PDF is not installed.
        InputError: the file is none, is encrypted or damaged, or breaks a bound.
    """
    pages = _pages(data, name)
    blocks, findings = blocks_of(_lines(pages), name)
    return Paper(name=name, sha256=sha256, format="pdf", blocks=blocks, findings=findings)


def _pages(data: bytes, name: str) -> list[list[str]]:
    try:
        import pypdf  # noqa: PLC0415 - an optional extra, and slow to import
    except ImportError:
        message = f"{name} is a PDF, and the package that reads PDF is not installed"
        raise UsageError(message, tip='install it: pip install "s1sr-validator[pdf]"; or give the DOCX') from None
    try:
        return _extracted(pypdf.PdfReader(BytesIO(data)), name)
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - on a damaged file pypdf raises whatever its parsers come to
        reason = str(error).splitlines()[0][:200] if str(error) else "no more is known"
        message = f"{name} cannot be read as PDF: {type(error).__name__}: {reason}"
        raise refusal(rules.UNREADABLE, message, name) from None


def _extracted(reader: "PdfReader", name: str) -> list[list[str]]:
    if reader.is_encrypted:
        raise refusal(rules.UNREADABLE, f"{name} is encrypted", name, tip="save it without a password")
    if len(reader.pages) > MAX_PAGES:
        raise refusal(rules.OUT_OF_BOUNDS, f"{name} has more than {MAX_PAGES:,} pages, the most that is read", name)
    pages, characters = [], 0
    for page in reader.pages:
        text = page.extract_text()
        characters += len(text)
        if characters > MAX_CHARACTERS:
            message = f"{name} has more than {MAX_CHARACTERS:,} characters, the most that is read"
            raise refusal(rules.OUT_OF_BOUNDS, message, name)
        pages.append([line.rstrip() for line in text.splitlines() if line.strip()])
    return pages


def _lines(pages: list[list[str]]) -> Iterator[Line]:
    repeated = _repeated(pages)
    for number, lines in enumerate(pages, 1):
        for place, line in enumerate(lines):
            at_edge = place < _EDGE_LINES or place >= len(lines) - _EDGE_LINES
            if not (at_edge and (_form(line) in repeated or _PAGE_NUMBER.fullmatch(line.strip()))):
                yield Line(line, place + 1, number)


def _repeated(pages: list[list[str]]) -> set[str]:
    """Return the lines at the edges of at least half of the pages, their figures apart: headers and footers."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_form(line) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])})
    needed = max(_FEWEST_PAGES, (len(pages) + 1) // 2)
    return {form for form, count in seen.items() if count >= needed}


def _form(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))
