"""Archives and workbooks made to harm whoever unpacks them. They are made in memory; no file of anybody's is copied."""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.exchange.invented_cpl import edition, save, smets1

MEGABYTE = 1024 * 1024
NAMES = (
    "../../escaped.xml", "/tmp/escaped.xml", "..\\..\\escaped.xml", "C:\\escaped.xml", "a/../../escaped.xml", "./.././escaped.xml",
    "a\0b.xml", "CON.xml", "\u202elmx.x", "~/x.xml", "a" * 5000 + ".xml", "a/" * 2000 + "b.xml", "\x1b[2J.xml", "a\nb.xml", " .xml", "..xml",
)  # fmt: skip
FORMULAS = (
    "=1+1",
    "=HYPERLINK('http://127.0.0.1:9/x')",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1",
    "-1+1",
    "\t=1",
    "=WEBSERVICE('http://127.0.0.1:9')",
)


def zip_of(members: Mapping[str, bytes], *, links: frozenset[str] = frozenset()) -> bytes:
    """Return a zip archive; members named in `links` are symbolic links to what they hold."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o120777 if name in links else 0o100644) << 16
            archive.writestr(entry, data)
    return content.getvalue()


def tar_of(members: Mapping[str, bytes], *, kind: bytes = tarfile.REGTYPE, packed: str = "gz") -> bytes:
    """Return a tar archive, each member of one kind; a link leads to what the member holds."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") if packed else tarfile.open(fileobj=content, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.type = kind
            entry.size = len(data) if kind == tarfile.REGTYPE else 0
            entry.linkname = data.decode() if kind in {tarfile.SYMTYPE, tarfile.LNKTYPE} else ""
            archive.addfile(entry, io.BytesIO(data))
    return content.getvalue()


@cache
def zeros(megabytes: int) -> bytes:
    """Return that many megabytes of one sign."""
    return b" " * megabytes * MEGABYTE


def lying(archive: bytes, size: int) -> bytes:
    """Return a zip archive whose directory states another size for its members."""
    data = bytearray(archive)
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(mark)
        while at >= 0:
            data[at + place : at + place + 4] = struct.pack("<I", size)
            at = data.find(mark, at + 4)
    return bytes(data)


def overlapping(count: int, name: str, content: bytes) -> bytes:
    """Return a zip archive of which every directory entry leads to the same packed bytes."""
    one = zip_of({name: content})
    start = one.find(b"PK\x01\x02")
    end = one.find(b"PK\x05\x06")
    entry = one[start:end]
    entries = b"".join(
        entry.replace(name.encode(), f"{number:0{len(name) - 4}d}{name[-4:]}".encode()) for number in range(count)
    )
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count % 65536, count % 65536, len(entries), start, 0)
    return one[:start] + entries + tail


def hostile_archives(member: str, sound: bytes, secret: str) -> dict[str, bytes]:
    """Return zip archives by a name that says what each does.

    Args:
        member: the name of a member that is read.
        sound: what a sound member holds.
        secret: the path of a file that nothing may open.
    """
    return dict(_archives(member, sound, secret))


def _archives(member: str, sound: bytes, secret: str) -> Iterator[tuple[str, bytes]]:
    ending = member.rpartition(".")[2]
    for number, name in enumerate(NAMES):
        yield f"name-{number}", zip_of({name.replace(".xml", f".{ending}"): sound})
    yield "link", zip_of({member: secret.encode()}, links=frozenset({member}))
    yield "bomb", zip_of({member: zeros(500)})
    yield "bomb-in-parts", zip_of({f"{number}.{ending}": zeros(4) for number in range(60)})
    yield "bomb-lying", lying(zip_of({member: zeros(500)}), 100)
    yield "lying-large", lying(zip_of({member: sound}), 0xFFFFFFFE)
    yield "overlapping", overlapping(9000, member.rjust(12, "0"), zeros(1))
    yield "in-each-other", zip_of({f"a.{ending}": zip_of({"b.zip": zip_of({member: zeros(50)})})})
    yield "many", zip_of({f"{number}.{ending}": b"" for number in range(12_000)})
    yield "directory", directory_of(380_000)
    yield "packed-by-bzip2", _packed(member, zipfile.ZIP_BZIP2)
    yield "packed-by-lzma", _packed(member, zipfile.ZIP_LZMA)
    yield "many-words-of-directory", sound + b"PK\x01\x02" * 30_000
    yield "same-name", _same_names(member, sound)
    yield "cut", zip_of({member: sound})[:-30]
    yield "bad-checksum", zip_of({member: sound}).replace(struct.pack("<I", zlib.crc32(sound)), b"\1\2\3\4")
    yield "encrypted", _with_flag(zip_of({member: sound}), 1)
    yield "strong-encrypted", _with_flag(zip_of({member: sound}), 0x41)
    yield "patched", _with_flag(zip_of({member: sound}), 0x20)
    for method in (1, 6, 9, 12, 14, 93, 95, 99, 65535):
        yield f"method-{method}", _with_method(zip_of({member: sound}), method)
    yield "lzma-garbage", _with_method(zip_of({member: b"\x05\x00\x5d\xff\xff\xff\xff" + sound}), 14)
    yield "comment", zip_of({member: sound})[:-2] + b"\xff\xff" + b"PK\x05\x06" * 16_000
    yield "empty", zip_of({})
    yield "only-end", b"PK\x05\x06" + bytes(18)
    yield "zip64", zip_of({member: sound}).replace(b"PK\x05\x06", b"PK\x06\x07" + bytes(16) + b"PK\x05\x06")
    yield "directory-beyond", zip_of({member: sound})[:-6] + b"\xff\xff\xff\x7f\0\0"
    yield "noise", zip_of({member: bytes(number * 7919 % 251 for number in range(100_000))})
    yield "start-only", b"PK\x03\x04"


def directory_of(count: int) -> bytes:
    """Return an archive that is nothing but its directory, with so many entries."""
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<HHH", 1, 0, 0) + bytes(12) + b"a"
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count % 65536, count % 65536, len(entry) * count, 0, 0)
    return entry * count + end


@cache
def _packed(member: str, method: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        archive.writestr(member, zeros(600))
    return lying(content.getvalue(), 100)


def _same_names(member: str, sound: bytes) -> bytes:
    first, second = member, member[:-1] + "~"
    return zip_of({first: sound, second: b"<other/>"}).replace(second.encode(), first.encode())


def _with_flag(archive: bytes, flag: int) -> bytes:
    data = bytearray(archive)
    data[6] |= flag
    data[archive.find(b"PK\x01\x02") + 8] |= flag
    return bytes(data)


def _with_method(archive: bytes, method: int) -> bytes:
    data = bytearray(archive)
    data[8:10] = struct.pack("<H", method)
    at = archive.find(b"PK\x01\x02") + 10
    data[at : at + 2] = struct.pack("<H", method)
    return bytes(data)


def hostile_tars(secret: str) -> dict[str, bytes]:
    """Return tar archives by a name that says what each does."""
    kinds = {
        "link": tarfile.SYMTYPE,
        "hard-link": tarfile.LNKTYPE,
        "fifo": tarfile.FIFOTYPE,
        "device": tarfile.CHRTYPE,
        "folder": tarfile.DIRTYPE,
    }
    found = {name: tar_of({"DUIS.xsd": secret.encode()}, kind=kind) for name, kind in kinds.items()}
    found |= {
        f"name-{number}": tar_of({name.replace("\0", "").replace(".xml", ".xsd"): b"<x/>"})
        for number, name in enumerate(NAMES)
    }
    whole = tar_of({"a.xsd": b"<x/>"}, packed="")
    return found | {
        "bomb": tar_of({"a.xsd": zeros(300)}),
        "many": tar_of({f"{number}.xsd": b"" for number in range(25_000)}),
        "in-each-other": tar_of({"a.tgz": tar_of({"b.tgz": tar_of({"c.tgz": tar_of({"d.tgz": b"x"})})})}),
        "gzip-of-gzip": zlib.compress(b"x"),
        "cut": tar_of({"a.xsd": b"<x/>"})[:-20],
        "size-beyond": whole[:124] + b"77777777777\0" + whole[136:],
        "size-negative": whole[:124] + b"\xff" * 12 + whole[136:],
        "bad-sum": whole[:148] + b"0000000\0" + whole[156:],
        "pax-bomb": _pax("x" * 20 * MEGABYTE),
        "pax-size": _pax("1", {"size": "-1"}),
        "pax-number": _pax("1", {"mtime": "1e99999", "uid": "9" * 5000}),
    }


def _pax(text: str, headers: Mapping[str, str] | None = None) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("a.xsd")
        entry.pax_headers = {"comment": text, **(headers or {})}
        archive.addfile(entry, io.BytesIO())
    return content.getvalue()


def sound_workbook(**changes: str) -> bytes:
    """Return an invented list as a workbook."""
    with TemporaryDirectory() as folder:
        entries = [smets1(990_000 + number, **changes) for number in range(3)]
        return save(Path(folder, "products.xlsx"), edition(entries)).read_bytes()


def hostile_workbooks(secret: str) -> dict[str, bytes]:
    """Return workbooks by a name that says what each does."""
    sound = parts_of(sound_workbook())
    found = hostile_archives("xl/workbook.xml", sound["xl/workbook.xml"], secret)
    return found | dict(_workbooks(sound, secret))


def parts_of(workbook: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(sound: dict[str, bytes], secret: str) -> Iterator[tuple[str, bytes]]:
    """Yield packages of which one part was made hostile, by what was done to which part."""
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode()
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]>"
    )
    for part, text in sound.items():
        start, mark, rest = text.partition(b"?>")
        head = start + mark if mark else b""
        body = rest if mark else text
        yield f"entity-in-{part}", zip_of(sound | {part: head + entity + body})
        yield f"bomb-in-{part}", zip_of(sound | {part: head + bomb + body})
        yield f"entity-in-utf-16-{part}", zip_of(sound | {part: (entity + body).decode().encode("utf-16")})
        yield f"empty-{part}", zip_of(sound | {part: b""})
        yield f"cut-{part}", zip_of(sound | {part: text[: len(text) // 2]})
        yield f"without-{part}", zip_of({name: data for name, data in sound.items() if name != part})
        yield f"wrapped-{part}", zip_of(sound | {part: b"<a>" * 50_000 + b"</a>" * 50_000})


def _workbooks(sound: dict[str, bytes], secret: str) -> Iterator[tuple[str, bytes]]:
    yield from changed_parts(sound, secret)
    sheet = "xl/worksheets/sheet1.xml"
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 60_000))
    yield "many-rows", zip_of(sound | {sheet: _sheet(rows)})
    yield "far-cell", zip_of(sound | {sheet: _sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')})
    yield (
        "beyond-cell",
        zip_of(sound | {sheet: _sheet(b'<row r="99999999999"><c r="ZZZZZZZZ99999999999"><v>1</v></c></row>')}),
    )
    yield (
        "backward-rows",
        zip_of(
            sound | {sheet: _sheet(b'<row r="5"><c r="A5"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>')}
        ),
    )
    yield "negative-row", zip_of(sound | {sheet: _sheet(b'<row r="-1"><c r="A-1"><v>1</v></c></row>')})
    yield "no-such-text", zip_of(sound | {sheet: _sheet(b'<row r="1"><c r="A1" t="s"><v>999999999</v></c></row>')})
    yield (
        "huge-number",
        zip_of(sound | {sheet: _sheet(b'<row r="1"><c r="A1"><v>' + b"9" * 500_000 + b"</v></c></row>")}),
    )
    yield "far-date", zip_of(sound | {sheet: _sheet(b'<row r="1"><c r="A1" t="d"><v>99999-99-99</v></c></row>')})
    yield (
        "huge-text",
        zip_of(
            sound | {sheet: _sheet(b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + zeros(20) + b"</t></is></c></row>")}
        ),
    )
    merges = b"".join(b'<mergeCell ref="A%d:XFD%d"/>' % (n, n + 500_000) for n in range(1, 5000))
    yield "merges", zip_of(sound | {sheet: _sheet(b"", b"<mergeCells>" + merges + b"</mergeCells>")})
    linked = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
    yield (
        "external-link",
        zip_of(
            sound
            | {
                "xl/externalLinks/_rels/externalLink1.xml.rels": linked,
                "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            }
        ),
    )
    outside = sound["xl/_rels/workbook.xml.rels"].replace(
        b'Target="', b'Target="../../../../../..' + secret.encode() + b"?"
    )
    yield "part-outside", zip_of(sound | {"xl/_rels/workbook.xml.rels": outside})
    yield (
        "part-on-web",
        zip_of(sound | {"xl/_rels/workbook.xml.rels": outside.replace(b"../../../../../..", b"http://127.0.0.1:9")}),
    )
    yield "macro", zip_of(sound | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 1000})
    for number, formula in enumerate(FORMULAS):
        yield f"formula-{number}", sound_workbook(status=formula)
        yield f"formula-model-{number}", sound_workbook(model=formula)
        yield f"formula-firmware-{number}", sound_workbook(firmware=formula)
    for number, cell in enumerate(
        ("../../../../tmp/x", "..", "/", "\u202e", "a" * 30_000, "0" * 30_000, "F0:01\nid: x", "FFFF", "&#x0;", "NaN")
    ):
        yield f"manufacturer-{number}", sound_workbook(manufacturer=cell)
        yield f"hardware-{number}", sound_workbook(hardware_version=cell)
        yield f"hash-{number}", sound_workbook(image_hash=cell)


def _sheet(rows: bytes, after: bytes = b"") -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + space + b'"><sheetData>' + rows + b"</sheetData>" + after + b"</worksheet>"
