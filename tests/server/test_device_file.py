"""The file of Devices: what it says, and every way in which it can be wrong."""

import json
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.load.yaml_tree import MAX_BYTES
from s1sr_validator.server.device_file import device_file, read_device_file
from s1sr_validator.server.device_rules import DEVICE_FILE_RULES
from tests.invented import MAKER_ONE
from tests.server.serving import DEVICES, EMPTY, FIXED, LATE

ROOT = Path(__file__).parents[2]
EUI = "00-00-00-00-00-00-00-0A"


def test_entries(tiny: Catalogue) -> None:
    """Device Model, state by full name, delay and outcome, by EUI-64 in upper case."""
    read = device_file(DEVICES.lower().replace(MAKER_ONE.lower(), MAKER_ONE).encode(), "devices.yaml", tiny.lookup)
    assert () == read.findings
    assert ({"state.invented_log.entries": 0}, MAKER_ONE) == (read.devices[EMPTY].state, read.devices[EMPTY].model.id)
    assert (20, "deviation") == (read.devices[LATE].delay_ms, read.devices[FIXED].outcome)


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("CAT002", 0, "\xff"),
        ("CAT002", 1, ""),
        ("CAT002", 1, "- a"),
        ("CAT003", 0, "#" * MAX_BYTES + "\n"),
        ("CAT004", 2, f'devices:\n  "{EUI}": &a {{device: {MAKER_ONE}}}\n'),
        ("CAT006", 3, f'devices:\n  "{EUI}": {{device: {MAKER_ONE}}}\n  "{EUI}": {{device: {MAKER_ONE}}}\n'),
        ("DEV002", 1, "device: {}\n"),
        ("DEV002", 1, "devices: {}\n"),
        ("DEV002", 2, 'devices:\n  "00-00": {device: ESME/FFF0/0001/0101/00000001}\n'),
        ("DEV002", 3, f'devices:\n  "{EUI}":\n    model: {MAKER_ONE}\n    device: {MAKER_ONE}\n'),
        ("DEV002", 2, f'devices:\n  "{EUI}": {{delay_ms: 1}}\n'),
        ("DEV002", 4, f'devices:\n  "{EUI}":\n    device: {MAKER_ONE}\n    delay_ms: -1\n'),
        ("DEV002", 4, f'devices:\n  "{EUI}":\n    device: {MAKER_ONE}\n    delay_ms: soon\n'),
        ("DEV002", 4, f'devices:\n  "{EUI}":\n    device: {MAKER_ONE}\n    outcome: worst\n'),
        ("DEV003", 3, f'devices:\n  "{EUI}":\n    device: ESME/FFF0\n'),
        ("DEV003", 3, f'devices:\n  "{EUI}":\n    device: ESME/9999\n'),
        ("DEV004", 4, f'devices:\n  "{EUI}":\n    device: {MAKER_ONE}\n    state: {{invented_log.entrys: 0}}\n'),
        ("DEV004", 4, f'devices:\n  "{EUI}":\n    device: {MAKER_ONE}\n    state: {{invented_log.entries: none}}\n'),
        ("DEV005", 3, f'devices:\n  "{EUI}": {{device: {MAKER_ONE}}}\n  "{EUI.lower()}": {{device: {MAKER_ONE}}}\n'),
    ],
)
def test_what_is_wrong(code: str, line: int, text: str, tiny: Catalogue) -> None:
    """Each is a finding with its place."""
    found = device_file(text.encode("latin-1"), "devices.yaml", tiny.lookup).findings
    assert (code, line) in {(each.code, each.location.line) for each in found}, found


def test_everything_wrong_is_said(tiny: Catalogue) -> None:
    """Not the first only."""
    text = f'devices:\n  "{EUI}":\n    device: ESME/9999\n    state: {{a: 1, b: 2}}\n'
    assert ["DEV003", "DEV004", "DEV004"] == [
        found.code for found in device_file(text.encode(), "d", tiny.lookup).findings
    ]


def test_no_file(tiny: Catalogue, tmp_path: Path) -> None:
    """That it cannot be read is a finding too."""
    for path in (tmp_path / "none.yaml", tmp_path):
        assert ["DEV001"] == [found.code for found in read_device_file(path, tiny.lookup).findings]


def test_the_example_is_right() -> None:
    """Real Device Models, and EUI-64 from the block for documentation."""
    read = read_device_file(ROOT / "examples" / "devices.yaml", Catalogue.bundled().lookup)
    assert () == read.findings
    assert all(eui.startswith("00-00-5E-EF-10-00-00-") for eui in read.devices)


def test_the_schema_is_closed_and_described() -> None:
    """An editor shows a description on hover, and flags a key that is not there."""
    schema = json.loads((ROOT / "schemas" / "serve_devices.schema.json").read_text("utf-8"))
    entry = schema["properties"]["devices"]["additionalProperties"]
    assert (False, False) == (schema["additionalProperties"], entry["additionalProperties"])
    assert all(member["description"] for member in entry["properties"].values())


def test_the_rules_are_told_apart() -> None:
    """Each has a code and a name of its own, and shows what is wrong and what is right."""
    assert len(DEVICE_FILE_RULES) == len({rule.code for rule in DEVICE_FILE_RULES})
    assert len(DEVICE_FILE_RULES) == len({rule.name for rule in DEVICE_FILE_RULES})
    assert all(rule.example.wrong != rule.example.right for rule in DEVICE_FILE_RULES)
