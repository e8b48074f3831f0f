"""The catalogue as Python callers see it."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

import s1sr_validator
from s1sr_validator import Catalogue, CatalogueError, InputError, S1srError, UsageError, bundle
from s1sr_validator.arguments import read_day, read_standing
from s1sr_validator.index.snapshot import to_bytes
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import CatalogueStamp
from tests.invented import LOG, MAKER_ONE, TINY, edit, request_xml, tiny_copy

DAY = dt.date(2015, 6, 1)


def test_exported_names() -> None:
    """What the package exports is there, and all of it is the catalogue and what it raises."""
    assert ["Catalogue", "CatalogueError", "InputError", "S1srError", "UsageError"] == sorted(s1sr_validator.__all__)
    assert all(hasattr(s1sr_validator, name) for name in s1sr_validator.__all__)


def test_load_a_folder(tiny: Catalogue) -> None:
    """A folder of records is compiled; path and text are the same."""
    assert tiny.snapshot == Catalogue.load(TINY).snapshot == Catalogue.load(str(TINY)).snapshot
    assert "0.0.1" == tiny.version
    assert (64, tiny.snapshot.digest) == (len(tiny.digest), tiny.digest)


def test_load_a_snapshot_file(tiny: Catalogue, tmp_path: Path) -> None:
    """A compiled snapshot answers like the folder that it was made of."""
    path = tmp_path / "snapshot.json"
    path.write_bytes(to_bytes(tiny.snapshot))
    loaded = Catalogue.load(path)
    assert tiny.snapshot == loaded.snapshot
    asked = [catalogue.predict(request_xml(LOG), device=MAKER_ONE, as_of=DAY) for catalogue in (tiny, loaded)]
    assert asked[0] == asked[1]


@pytest.mark.parametrize("content", [None, b"", b"{}", b"not a snapshot", b'{"snapshot_version": 99}'])
def test_load_what_is_no_catalogue(content: bytes | None, tmp_path: Path) -> None:
    """Nothing, or a file that is no snapshot, is a CatalogueError that names the path."""
    path = tmp_path / "snapshot.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CatalogueError) as raised:
        Catalogue.load(path)
    assert raised.value.message.startswith(f"{path}: ")
    assert ("give a catalogue folder or a snapshot file", ()) == (raised.value.tip, raised.value.findings)


def test_load_an_empty_folder(tmp_path: Path) -> None:
    """A folder without a catalogue is told so."""
    with pytest.raises(CatalogueError, match=r"no catalogue\.yaml: this folder is not a catalogue"):
        Catalogue.load(tmp_path)


def test_errors_carry_all_findings(tmp_path: Path) -> None:
    """The message tells how many there are and the first; `findings` has all of them."""
    folder = tiny_copy(tmp_path)
    edit(folder, "services/9.8.1.yaml", "critical: false", "critical: maybe")
    edit(folder, "services/9.8.1.yaml", 'service_reference: "9.8"', "service_reference: 9.8")
    edit(folder, "documents/INVENTED.yaml", "id: INVENTED", "id: OTHER")
    with pytest.raises(CatalogueError) as raised:
        Catalogue.load(folder)
    assert ["CAT009", "CAT008", "CAT007"] == [finding.code for finding in raised.value.findings]
    assert (
        f"{folder} has 3 errors; the first: tiny/documents/INVENTED.yaml:3:5: "
        "id 'OTHER' asks for a path that ends in OTHER.yaml"
    ) == raised.value.message
    assert "run: s1sr lint" == raised.value.tip


def test_one_error_is_one_error(tmp_path: Path) -> None:
    """One is not a plural."""
    folder = tiny_copy(tmp_path)
    edit(folder, "documents/INVENTED.yaml", "id: INVENTED", "id: OTHER")
    with pytest.raises(CatalogueError, match=r" has 1 error; the first: "):
        Catalogue.load(folder)


def test_bundled(tiny: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout the bundled catalogue is the one of its folder."""
    monkeypatch.setattr(bundle, "checkout_catalogue", lambda: tiny_copy(tmp_path))
    assert tiny.digest == Catalogue.bundled().digest


def test_stamp(tiny: Catalogue) -> None:
    """Every result carries version and digest together."""
    assert CatalogueStamp(version="0.0.1", digest=tiny.digest) == tiny.stamp


def test_text_and_bytes_are_one_request(tiny: Catalogue) -> None:
    """A request may be given as text or as bytes."""
    text = request_xml(LOG, {"Depth": 3})
    reports = [
        tiny.predict(request, device=MAKER_ONE, as_of=as_of)
        for request in (text, text.encode(), text.encode("utf-16"))
        for as_of in (DAY, "2015-06-01", dt.datetime(2015, 6, 1, 23, 59, tzinfo=dt.UTC))
    ]
    assert 1 == len({msgspec.json.encode(report) for report in reports})


@pytest.mark.parametrize(
    "declaration",
    [
        "",
        "\ufeff",
        '<?xml version="1.0"?>',
        '<?xml version="1.0" encoding="utf-16"?>',
        "<?xml version='1.0' encoding = 'ISO-8859-1' standalone='yes'?>",
        '\ufeff<?xml version="1.0" encoding="windows-1252" ?>',
    ],
)
def test_a_text_has_no_encoding(declaration: str, tiny: Catalogue) -> None:
    """What the declaration of a text says was true of the bytes that it once was: letters stay what they are."""
    text = declaration + request_xml(LOG, header={"RequestID": "é€"})
    assert "é€" == tiny.predict(text, device=MAKER_ONE, as_of=DAY).request.request_id


@pytest.mark.parametrize("text", ["", "\ud800", "<\udcff/>", "\0", "not XML", "<?xml version='1.0' encoding='x'?><r>"])
def test_texts_that_are_no_request(text: str, tiny: Catalogue) -> None:
    """Any text that is no request is an InputError, also one that cannot be encoded."""
    with pytest.raises(InputError) as raised:
        tiny.predict(text, device=MAKER_ONE, as_of=DAY)
    assert raised.value.finding.code in {"REQ003", "REQ009"}


def test_findings_call_the_request_by_its_name(tiny: Catalogue) -> None:
    """The caller says what to call the input."""
    with pytest.raises(InputError) as raised:
        tiny.predict("", device=MAKER_ONE, as_of=DAY, name="invented.xml")
    assert "invented.xml" == raised.value.finding.location.file


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ("device 'X': 'X' is not a device type", {"device": "X"}),
        ("'yesterday' is not a day", {"as_of": "yesterday"}),
        ("'2015-02-29' is not a day", {"as_of": "2015-02-29"}),
        ("'superseded' is not a standing to ask for", {"standing": "superseded"}),
        ("no state fact is called 'zzz'", {"state": {"zzz": 1}}),
        ("state invented_log.entries: 'none' is not a whole number", {"state": {"invented_log.entries": "none"}}),
    ],
)
def test_wrong_arguments(expected: str, arguments: dict[str, object], tiny: Catalogue) -> None:
    """A wrong argument is a UsageError with a tip."""
    with pytest.raises(UsageError) as raised:
        tiny.predict(request_xml(LOG), **({"device": MAKER_ONE, "as_of": DAY} | arguments))  # type: ignore[arg-type] # that is what is wrong with them
    assert expected == raised.value.message
    assert raised.value.tip


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        (DAY, DAY),
        (DAY, "2015-06-01"),
        (DAY, dt.datetime(2015, 6, 1, 23, 59, tzinfo=dt.UTC)),
    ],
)
def test_read_day(expected: dt.date, value: dt.date | str) -> None:
    """A day is a day however it is given, and never a moment."""
    found = read_day(value)
    assert (dt.date, expected) == (type(found), found)


@pytest.mark.parametrize("value", ["", "2015", "2015-13-01", "01.06.2015", "2015-06-01T00:00:00", " 2015-06-01"])
def test_read_day_refuses(value: str) -> None:
    """What is no ISO 8601 day is refused, with an example."""
    with pytest.raises(UsageError) as raised:
        read_day(value)
    assert "write it as 2025-11-30" == raised.value.tip


@pytest.mark.parametrize("value", ["observed", "proposed", "designated"])
def test_read_standing(value: str) -> None:
    """The standings to ask for are those that predict something."""
    assert value == read_standing(value)
    assert isinstance(read_standing(value), Standing)


@pytest.mark.parametrize("value", ["", "superseded", "withdrawn", "Proposed", "all"])
def test_read_standing_refuses(value: str) -> None:
    """Anything else is refused, with the list."""
    with pytest.raises(UsageError) as raised:
        read_standing(value)
    assert "one of: observed, proposed, designated" == raised.value.tip


def test_show(tiny: Catalogue) -> None:
    """An id may mean one record, several of different kinds, or none."""
    assert ["S1B-9001"] == [record.id for record in tiny.show("s1b-9001")]
    assert {"Manufacturer", "OtherModels"} == {type(record).__name__ for record in tiny.show("FFF0")}
    assert () == tiny.show("no such record")


def test_list(tiny: Catalogue) -> None:
    """The records of a kind come in natural order of their ids, as far as they fit."""
    found = [record.id for record in tiny.list("service", "service_reference=9.9")]
    assert ["9.9.1", "9.9.2"] == found
    assert {MAKER_ONE} <= {record.id for record in tiny.list("devices")}


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        ("no kind of record is called 'meters'", ["meters"]),
        ("no field is called 'colour'", ["devices", "colour=blue"]),
        ("filter 'model' has no value", ["devices", "model"]),
    ],
)
def test_list_refuses(expected: str, arguments: list[str], tiny: Catalogue) -> None:
    """An unknown kind or field is refused with the list of those that there are."""
    with pytest.raises(UsageError) as raised:
        tiny.list(*arguments)
    assert expected == raised.value.message
    assert raised.value.tip


def test_search(tiny: Catalogue) -> None:
    """The best hit comes first."""
    assert "S1B-9001" == tiny.search("invented log fails empty")[0].id


def test_history(tiny: Catalogue) -> None:
    """The dated events of a record are those that its page shows."""
    assert ("2010-01-01", "consulted") in [(moment.date, moment.what) for moment in tiny.history("S1B-9001")]
    assert () == tiny.history("no such record")


def test_timeline(tiny: Catalogue) -> None:
    """Without a cohort every dated event is told; an unknown cohort is refused."""
    assert set(tiny.history("S1B-9001")) <= set(tiny.timeline())
    with pytest.raises(UsageError, match="no cohort is called 'nobody'"):
        tiny.timeline("nobody")


def test_exclusions_refuse_what_is_no_fact(tiny: Catalogue) -> None:
    """Facts about an installation are another vocabulary than facts about a Device's state."""
    with pytest.raises(UsageError, match=r"no state fact is called 'invented_log\.entries'"):
        tiny.exclusions({"invented_log.entries": 0})


def test_all_errors_are_of_one_tree() -> None:
    """A caller can catch everything that the package raises on purpose."""
    assert all(issubclass(error, S1srError) for error in (CatalogueError, InputError, UsageError))


def test_a_text_with_an_encoding_that_nobody_knows(tiny: Catalogue) -> None:
    """Whether the parser stops at the declaration or at the root is its own matter; either way it is an InputError."""
    with pytest.raises(InputError) as raised:
        tiny.predict("<?xml version='1.0' encoding='x'?><r/>", device=MAKER_ONE, as_of=DAY)
    assert raised.value.finding.code in {"REQ003", "REQ005"}
