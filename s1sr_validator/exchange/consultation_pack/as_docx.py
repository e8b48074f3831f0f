"""The pack as DOCX, the redline as tracked changes, where python-docx is installed: `s1sr-validator[docx]`."""

import datetime as dt
import importlib
import zipfile
from io import BytesIO
from typing import Any

from s1sr_validator.exchange.consultation_pack.document import (
    Block,
    Bullets,
    Change,
    Grid,
    PackDocument,
    Paragraph,
    Run,
    Runs,
)
from s1sr_validator.model.errors import UsageError
from s1sr_validator.report.visible_text import visible

AUTHOR = "s1sr-validator"
_TRACKED = {Change.INSERTED: "w:ins", Change.DELETED: "w:del"}
_DAY_OF_PARTS = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip archive can hold."""


def to_pack_docx(document: PackDocument) -> bytes:
    """Return the bytes of a Word document, the same for the same pack.

    Raises:
        UsageError: python-docx is not installed.
    """
    writer = _Writer(document.day)
    writer.heading(document.title, 0)
    writer.paragraph((Run(f"As of {document.day}."),))
    for section in document.sections:
        writer.heading(section.heading, 1)
        for block in section.blocks:
            writer.block(block)
    return writer.packed(document.title)


class _Writer:
    """Writes blocks into a document; the tracked changes are numbered through the whole of it."""

    def __init__(self, day: str) -> None:
        docx, self._oxml = _library()
        self._file = docx.Document()
        self._day = day
        self._changes = 0

    def heading(self, text: str, level: int) -> None:
        self._file.add_heading(visible(text), level)

    def paragraph(self, runs: Runs, style: str | None = None) -> None:
        self._fill(self._file.add_paragraph(style=style), runs)

    def block(self, block: Block) -> None:
        match block:
            case Paragraph(runs=runs):
                self.paragraph(runs)
            case Bullets(items=items, is_numbered=is_numbered):
                for item in items:
                    self.paragraph(item, "List Number" if is_numbered else "List Bullet")
            case Grid():
                self._table(block)

    def packed(self, title: str) -> bytes:
        """Return the file without the time at which it was written, in its parts and in its archive."""
        properties, day = self._file.core_properties, dt.datetime.fromisoformat(self._day)
        # Word takes 255 characters of a title.
        properties.title, properties.author, properties.comments = visible(title)[:255], AUTHOR, ""
        properties.created = properties.modified = day
        written = BytesIO()
        self._file.save(written)
        return _repacked(written.getvalue())

    def _table(self, table: Grid) -> None:
        self._file.add_paragraph(visible(table.caption), style="Caption")
        placed = self._file.add_table(rows=0, cols=len(table.columns), style="Table Grid")
        self._row(placed, tuple((Run(name),) for name in table.columns))
        # Repeated on every page that the table runs over.
        placed.rows[0]._tr.get_or_add_trPr().append(self._oxml.OxmlElement("w:tblHeader"))  # noqa: SLF001 - no other way
        for row in table.rows:
            self._row(placed, row)

    def _row(self, placed: Any, row: tuple[Runs, ...]) -> None:  # noqa: ANN401 - python-docx's table
        for cell, runs in zip(placed.add_row().cells, row, strict=True):
            self._fill(cell.paragraphs[0], runs)

    def _fill(self, paragraph: Any, runs: Runs) -> None:  # noqa: ANN401 - python-docx's paragraph
        for run in runs:
            if not run.text:
                continue
            added = paragraph.add_run(visible(run.text))
            if run.change in _TRACKED:
                self._track(paragraph, added, run.change)

    def _track(self, paragraph: Any, added: Any, change: Change) -> None:  # noqa: ANN401 - python-docx's values
        """Put a run into a tracked change, as Word itself writes one."""
        self._changes += 1
        tracked, named = self._oxml.OxmlElement(_TRACKED[change]), self._oxml.ns.qn
        for name, value in (("id", str(self._changes)), ("author", AUTHOR), ("date", f"{self._day}T00:00:00Z")):
            tracked.set(named(f"w:{name}"), value)
        paragraph._p.append(tracked)  # noqa: SLF001 - python-docx knows no tracked changes
        tracked.append(added._r)  # noqa: SLF001 - as above
        if change is Change.DELETED:
            for text in added._r.findall(named("w:t")):  # noqa: SLF001 - as above
                text.tag = named("w:delText")


def _library() -> tuple[Any, Any]:
    try:
        importlib.import_module("docx.oxml.ns")
        return importlib.import_module("docx"), importlib.import_module("docx.oxml")
    except ImportError:
        message = "an export to docx needs python-docx, which is not installed"
        raise UsageError(message, tip="run: pip install 's1sr-validator[docx]', or write html or md") from None


def _repacked(data: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _DAY_OF_PARTS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
