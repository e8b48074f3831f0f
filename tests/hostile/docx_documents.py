"""DOCX files made to harm whoever reads them, made from an invented document."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.exchange.invented_docx import clause, docx, numbering, paragraph, run, table
from tests.hostile.archives import changed_parts, hostile_archives, parts_of, zip_of

MAIN = "word/document.xml"
_LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}" TargetMode="External"/></Relationships>'
)


def sound_docx(*content: str, parts: dict[str, str] | None = None) -> bytes:
    """Return an invented document."""
    with TemporaryDirectory() as folder:
        usual = (clause("Invented", 0), clause("An invented clause.", 1), table(("a", "b")))
        return docx(Path(folder), *(content or usual), parts=parts).read_bytes()


def hostile_docx(secret: str) -> dict[str, bytes]:
    """Return documents by a name that says what each does."""
    sound = parts_of(sound_docx())
    return (
        hostile_archives(MAIN, sound[MAIN], secret)
        | dict(changed_parts(sound, secret))
        | dict(_contents(sound, secret))
    )


def _contents(sound: dict[str, bytes], secret: str) -> Iterator[tuple[str, bytes]]:
    for number, kind in enumerate(("attachedTemplate", "oleObject", "frame", "subDocument", "image", "officeDocument")):
        for place in (f"file://{secret}", "http://127.0.0.1:9/x", r"\\127.0.0.1\share\x"):
            link = _LINK.format(kind, place).encode()
            yield f"link-{number}", zip_of(sound | {"word/_rels/document.xml.rels": link, "_rels/.rels": link})
    yield "main-outside", zip_of(sound | {"_rels/.rels": sound["_rels/.rels"].replace(b"word/", b"../../../" * 9)})
    yield "macro", zip_of(sound | {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 1000})
    yield "field", sound_docx(paragraph('<w:r><w:instrText>DDEAUTO c:\\x "/k calc"</w:instrText></w:r>'))
    yield "include", sound_docx(paragraph(f'<w:r><w:instrText>INCLUDETEXT "{secret}"</w:instrText></w:r>'))
    yield "paragraphs", sound_docx(clause("x", 1) * 60_000)
    yield "runs", sound_docx(paragraph(run("x") * 100_000))
    yield "long", sound_docx(clause("1." * 2_000_000, 1))
    yield "deep-tables", sound_docx("<w:tbl><w:tr><w:tc>" * 80 + paragraph(run("x")) + "</w:tc></w:tr></w:tbl>" * 80)
    yield "cells", sound_docx(table(*[tuple("ab")] * 30_000))
    yield "levels", sound_docx(clause("x", 999_999), paragraph(run("x"), level=-5, list_id=10**9))
    for number, start in enumerate(("99999999999999999999", "-1", "x", "", "9" * 5000)):
        numbers = numbering().replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')
        yield f"start-{number}", sound_docx(clause("x", 0), clause("y", 1), parts={"word/numbering.xml": numbers})
    for number, form in enumerate(("lowerRoman", "upperLetter", "none", "chicago", "bullet", "x" * 5000)):
        numbers = numbering([(form, "%1.%2.%9%0%" * 50)] * 9).replace('val="1"/>', 'val="999999999"/>')
        yield f"form-{number}", sound_docx(clause("x", 0), clause("y", 8), parts={"word/numbering.xml": numbers})
    circle = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    styles = f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{circle}</w:styles>'
    yield "styles", sound_docx(paragraph(run("x"), style="a"), parts={"word/styles.xml": styles})
    for number, text in enumerate(
        ("=1+1", "\u202ex", "<script>", "../../x", "{{7*7}}", "a" * 300, "1.1.1.1.1.1.1.1" * 99)
    ):
        yield f"text-{number}", sound_docx(clause(text, 0), clause(text, 1), table((text, text)))
