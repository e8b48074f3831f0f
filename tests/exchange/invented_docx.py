"""Builds invented DOCX files part by part, so that a test says exactly what stands in them."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
Level = tuple[str, str]
"""The form of a list level's numbers and the pattern that they stand in."""

CLAUSE_LEVELS: tuple[Level, ...] = (
    ("decimal", "%1."),
    ("decimal", "%1.%2"),
    ("lowerLetter", "(%3)"),
    ("lowerRoman", "(%4)"),
)


def run(text: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(text: str) -> str:
    """Return text that a tracked change inserts."""
    return f'<w:ins w:id="1" w:author="Invented">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    """Return text that a tracked change deletes."""
    return f'<w:del w:id="2" w:author="Invented"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def paragraph(content: str, *, level: int = -1, list_id: int = 1, style: str = "", mark: str = "") -> str:
    """Return a paragraph of runs; `mark` is `ins` or `del` where its end was inserted or deleted."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if level >= 0 else ""
    marked = f'<w:rPr><w:{mark} w:id="3" w:author="Invented"/></w:rPr>' if mark else ""
    return f"<w:p><w:pPr>{named}{numbered}{marked}</w:pPr>{content}</w:p>"


def clause(text: str, level: int, *, list_id: int = 1) -> str:
    """Return a paragraph with an automatic number."""
    return paragraph(run(text), level=level, list_id=list_id)


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of texts."""
    cells = ("".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def numbering(levels: Iterable[Level] = CLAUSE_LEVELS, instances: Mapping[int, str] | None = None) -> str:
    """Return a numbering part with one list and its instances: what overrides each of them, by its id."""
    described = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for place, (form, pattern) in enumerate(levels)
    )
    listed = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{overrides}</w:num>'
        for number, overrides in (instances or {1: ""}).items()
    )
    abstract = f'<w:abstractNum w:abstractNumId="7">{described}</w:abstractNum>'
    return f'<w:numbering xmlns:w="{WORD}">{abstract}{listed}</w:numbering>'


def docx(folder: Path, *content: str, parts: Mapping[str, str] | None = None, name: str = "invented.docx") -> Path:
    """Write a DOCX file with this content and further parts, and return its path."""
    body = f'{_DECLARED}<w:document xmlns:w="{WORD}"><w:body>{"".join(content)}</w:body></w:document>'
    relation = f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/>'
    every = {
        "[Content_Types].xml": f'{_DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{_DECLARED}<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
        "word/document.xml": body,
        "word/numbering.xml": numbering(),
        **(parts or {}),
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in every.items():
            archive.writestr(member, text)
    path = folder / name
    path.write_bytes(packed.getvalue())
    return path
