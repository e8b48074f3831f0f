"""Official schemas told by their content, and put together by version."""

from pathlib import Path

import pytest

from s1sr_validator.messages.schema_archive import SchemaFile
from s1sr_validator.messages.schema_files import OfficialFiles, official_files
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.errors import InputError
from tests.messages.invented_schemas import (
    DUIS_NAME,
    MMC_NAME,
    SIGNATURE_NAME,
    XS,
    duis_xsd,
    mmc_xsd,
    signature_xsd,
    whole_set,
)


def found(files: dict[str, bytes]) -> tuple[OfficialFiles, ...]:
    """Return the versions among files; a name with a slash says where the file was."""
    parts = [(name.rpartition("/"), data) for name, data in files.items()]
    return official_files((SchemaFile(place or "source", name, data) for (place, _, name), data in parts), "source")


def refusal(files: dict[str, bytes]) -> str:
    """Return the message that refuses files."""
    with pytest.raises(InputError) as caught:
        found(files)
    assert "REQ213" == caught.value.finding.code
    assert caught.value.tip
    return caught.value.message


def test_names_do_not_count() -> None:
    """Each file is known by its target namespace; what else lies there is passed over."""
    others = {
        "x.xsd": f'<xs:schema xmlns:xs="{XS}" targetNamespace="urn:x"/>'.encode(),
        "y.xsd": b"<a",
        "z.xsd": b"<a/>",
    }
    (official,) = found({"1.xsd": duis_xsd(), "2.xsd": mmc_xsd(), "3.xsd": signature_xsd()} | others)
    assert ("9.1", ["1.xsd", "2.xsd", "3.xsd"]) == (official.version, [file.name for file in official.files])


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (duis_xsd("9.1"), "DUIS Schema V9.2.xsd", "9.1"),
        (duis_xsd("9.1").replace(b"<xs:schema ", b'<xs:schema version="9.3" '), "DUIS Schema V9.2.xsd", "9.3"),
        (duis_xsd("").replace(b"<xs:schema ", b'<xs:schema version="draft" '), "DUIS Schema V9.2.xsd", "9.2"),
        (duis_xsd(""), "DUIS_v10.xsd", "10"),
        (duis_xsd(""), "DUIS Schema V9.1a.xsd", "9.1"),
    ],
)
def test_where_the_version_is_said(text: bytes, name: str, expected: str) -> None:
    """The schema's attribute comes first, then its own comment, then the file's name."""
    (official,) = found({name: text, MMC_NAME: mmc_xsd(), SIGNATURE_NAME: signature_xsd()})
    assert expected == official.version


def test_several_versions() -> None:
    """Each DUIS gets the MMC that it names; one signature schema serves all."""
    versions = found(whole_set("9.1") | whole_set("9.2"))
    assert [("9.1", "MMC Schema V9.1.xsd"), ("9.2", "MMC Schema V9.2.xsd")] == [
        (official.version, official.files[1].name) for official in versions
    ]


def test_copies_are_one() -> None:
    """The same file twice is no contradiction."""
    twice = {f"{place}/{name}": data for place in ("a", "b") for name, data in whole_set().items()}
    assert 1 == len(found(twice))


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "there is no DUIS schema in source"),
        ({MMC_NAME: mmc_xsd()}, "there is no DUIS schema in source"),
        ({DUIS_NAME: duis_xsd()}, "needs the MMC schema, which is not there"),
        ({DUIS_NAME: duis_xsd(), MMC_NAME: mmc_xsd()}, "needs the XML Signature schema, which is not there"),
        ({"duis.xsd": duis_xsd("")}, "source/duis.xsd does not say which version of DUIS it is"),
        (whole_set() | {"b.xsd": duis_xsd(depth="xs:int")}, "both call themselves DUIS 9.1, and differ"),
        (whole_set() | {DUIS_NAME: duis_xsd(depth="xs:none")}, "cannot be used: it cannot be compiled"),
        (whole_set() | {DUIS_NAME: duis_xsd(more='<xs:include schemaLocation="x"/>')}, "loads a further file"),
        (whole_set() | {DUIS_NAME: duis_xsd(more='<xs:import namespace="urn:x"/>')}, "schema of urn:x is imported"),
        ({"d.xsd": duis_xsd(mmc="m"), "m1.xsd": mmc_xsd("1"), "m2.xsd": mmc_xsd("2"), "s.xsd": signature_xsd()},
         "more than one MMC schema in source can belong to DUIS 9.1"),
    ],
)  # fmt: skip
def test_what_is_no_whole_set(files: dict[str, bytes], words: str) -> None:
    """A set that is not whole, clear and sound is not installed."""
    assert words in refusal(files)


def test_an_entity_bomb(tmp_path: Path) -> None:
    """A document type declaration cannot grow a schema beyond libxml2's bound, nor read a file."""
    (tmp_path / "secret").write_text("secret")
    lines = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 50}">' for n in range(8))
    bomb = f'<!DOCTYPE s [<!ENTITY e0 "x">{lines}]><xs:schema xmlns:xs="{XS}" id="&e8;" targetNamespace="urn:x"/>'
    outside = f'<!DOCTYPE s [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]><a>&e;</a>'
    assert 1 == len(found(whole_set() | {"a.xsd": bomb.encode(), "b.xsd": outside.encode()}))


def test_a_schema_that_would_never_be_compiled() -> None:
    """Groups of groups, which double at each level, are counted and refused."""
    groups = ""
    for level in range(40):
        twice = f'<xs:group xmlns:d="{DUIS}" ref="d:g{level}"/>' * 2
        groups += f'<xs:group name="g{level + 1}"><xs:sequence>{twice}</xs:sequence></xs:group>'
    files = {"1.xsd": duis_xsd(more=""), "2.xsd": mmc_xsd(), "3.xsd": signature_xsd()}
    files["1.xsd"] = files["1.xsd"].replace(b"</xs:schema>", groups.encode() + b"</xs:schema>")
    assert "is not compiled: a definition has more than 400 parts" in refusal(files)
