"""The tables that scripts read: the same catalogue gives the same bytes, and nothing private is in them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.condition import AllOf, Comparison, Not, Operator
from s1sr_validator.publish.decision_claims import condition_data, value_data
from s1sr_validator.publish.decision_index import index_table
from s1sr_validator.publish.decision_requests import IN_THE_BROWSER, request_table
from s1sr_validator.publish.decision_scripts import PAGES, script_files
from s1sr_validator.publish.decision_table import DECISION_VERSION, as_json, as_script, decision_table
from tests.invented import behaviour, row, with_records
from tests.overlays import TINY_OVERLAY

TABLES = (decision_table, index_table, request_table)
SCRIPTS = Path(__file__).parents[2] / "site" / "assets" / "js"


@pytest.mark.parametrize("make", TABLES)
def test_equal_catalogues_give_equal_bytes(tiny: Catalogue, make: Any) -> None:  # noqa: ANN401 - any of the three
    """Making a table twice gives the same bytes, with its version and a digest of the rest."""
    first, second = as_json(make(tiny.snapshot)), as_json(make(Catalogue(tiny.snapshot).snapshot))
    assert first == second
    read = json.loads(first)
    assert read["decision_version"] == DECISION_VERSION
    assert len(read["table_digest"]) == 64


def test_a_changed_claim_changes_the_digest(tiny: Catalogue) -> None:
    """The digest is of what the table holds."""
    changed = with_records(tiny, [behaviour("S1B-9099")], [row("invented/new", "S1B-9099")])
    digests = {decision_table(found.snapshot)["table_digest"] for found in (tiny, changed)}
    assert len(digests) == 2


def test_a_private_overlay_is_never_published(tiny: Catalogue) -> None:
    """A snapshot with an overlay over it makes no table."""
    overlaid = tiny.with_overlay(TINY_OVERLAY)
    with pytest.raises(ValueError, match="private"):
        decision_table(overlaid.snapshot)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, 0),
        (True, True),
        ("a", "a"),
        (2**53 - 1, 2**53 - 1),
        (2**53, ["integer", str(2**53)]),
        (-(2**60), ["integer", str(-(2**60))]),
    ],
)
def test_a_number_keeps_every_digit(value: Any, expected: Any) -> None:  # noqa: ANN401 - any value
    """What JavaScript would round is written as text."""
    assert expected == value_data(value)


def test_a_condition_is_written_as_arrays() -> None:
    """The kind of node comes first, then its parts."""
    compared = Comparison(fact="state.x", operator=Operator.ONE_OF, operands=(1, "a"))
    expected = ["all", ["not", ["is", "state.x", "one_of", [1, "a"]]]]
    assert expected == condition_data(AllOf(parts=(Not(part=compared),)))


def test_a_script_holds_the_table_and_no_end_of_a_script() -> None:
    """A text that looks like markup cannot end the script that it stands in."""
    made = as_script("t", {"text": "</script><!--"}).decode()
    assert "<" not in made
    assert json.loads(made.rpartition(" = ")[2].rstrip(";\n")) == {"text": "</script><!--"}


def test_the_index_names_every_record_that_can_be_looked_for(tiny: Catalogue) -> None:
    """Devices, services, codes, clauses and the rest are in it by their ids; payloads are found by their service."""
    kinds = {kind["folder"]: [entry[0] for entry in kind["records"]] for kind in index_table(tiny.snapshot)["kinds"]}
    assert set(tiny.lookup.devices) == set(kinds["devices"])
    assert set(tiny.lookup.codes) == set(kinds["codes"])
    assert "payloads" not in kinds


def test_the_request_table_says_what_is_asked_where(tiny: Catalogue) -> None:
    """Every rule that the scripts ask is a rule that there is, with the severity that the command line gives it."""
    table = request_table(tiny.snapshot)
    assert set(IN_THE_BROWSER) <= set(table["rules"])
    assert table["rules"]["REQ008"]["severity"] == "error"
    assert set(tiny.lookup.services) == set(table["services"])


def test_the_scripts_hold_every_rule_that_the_table_promises() -> None:
    """What the table says is asked in the page is written there, and nothing else."""
    written = re.findall(r"^ {4}(REQ[0-9]{3})\(context", (SCRIPTS / "rules.js").read_text("utf-8"), re.MULTILINE)
    assert sorted(IN_THE_BROWSER) == sorted(written)


def test_built_scripts_are_made_of_tables_and_sources(tiny: Catalogue) -> None:
    """Each page gets one script, and equal sources give equal bytes."""
    sources = {path.name: path.read_text("utf-8") for path in SCRIPTS.glob("*.js")}
    made = script_files(tiny.snapshot, sources)
    assert made == script_files(tiny.snapshot, sources)
    assert {Path(path).name for path in made} == set(PAGES)
    for path, content in made.items():
        assert content.count(b"})((globalThis.S1SR = globalThis.S1SR || {}));") == len(PAGES[Path(path).name][0])


def test_a_missing_script_is_an_error(tiny: Catalogue) -> None:
    """Nothing is published with a hole in it."""
    with pytest.raises(KeyError):
        script_files(tiny.snapshot, {})


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.js")), ids=lambda path: path.name)
def test_scripts_store_and_send_nothing(path: Path) -> None:
    """No script names a way to store, to send, or to run text as markup or code."""
    text = path.read_text("utf-8")
    storing = ("localStorage", "sessionStorage", "indexedDB", "document.cookie")
    sending = ("fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket", "import(")
    running = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")
    assert [word for word in (*storing, *sending, *running) if word in text] == []
