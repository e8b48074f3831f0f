"""Values into a record's text: what a person wrote stays, what is new is written as the catalogue writes."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.exchange.yaml_merge import merged_text
from s1sr_validator.load.yaml_tree import read_tree

HEADING = "# An invented heading"
RECORD = """\
# An invented record, written by hand.
id: INVENTED  # the id
notes:  # kept
  - >-
    A note on
    two lines.
cpl:
  entry: "990001"  # a number
  # about the status
  status: current
  first_listed: {version: "9.001", date: 2099-01-31}
  mentioned_in: ["9.001"]
# below the list's part
models:
  - {entry: "990001", status: current}  # first
  - {entry: "990003", status: current}  # third
citations:
  - source: invented-source
    place: 'a place, in single quotes'
"""
CPL = {
    "entry": "990001",
    "status": "current",
    "first_listed": {"version": "9.001", "date": "2099-01-31"},
    "mentioned_in": ["9.001"],
}


def test_new_record_is_written_in_the_catalogues_hand() -> None:
    """Codes are quoted, dates and words are bare, short lists and listings stand on one line."""
    data = {
        "id": "F001",
        "name": "Invented: a maker",
        "plain": "Invented, Ltd (UK) 01:02",
        "cpl": CPL,
        "models": [{"entry": "990001", "key": "ESME/F001", "status": "current"}],
        "long": [
            "An invented name that is rather long",
            "Another invented name that is long",
            "A third one, which is longer still",
        ],
        "words": ["on", "1e3", "~", "a, b", "F001", "12:30", "0x1F", "x #y", ""],
    }
    expected = f"""{HEADING}
id: "F001"
name: "Invented: a maker"
plain: Invented, Ltd (UK) 01:02
cpl:
  entry: "990001"
  status: current
  first_listed: {{version: "9.001", date: 2099-01-31}}
  mentioned_in: ["9.001"]
models:
  - {{entry: "990001", key: ESME/F001, status: current}}
long:
  - An invented name that is rather long
  - Another invented name that is long
  - A third one, which is longer still
words: ["on", "1e3", "~", "a, b", "F001", "12:30", "0x1F", "x #y", ""]
"""
    assert expected == merged_text("", data, HEADING)


@pytest.mark.parametrize(
    ("data", "old", "new"),
    [
        ({"cpl": CPL | {"status": "removed"}}, "status: current\n  first", "status: removed\n  first"),
        ({"cpl": CPL | {"mentioned_in": ["9.001", "9.002"]}}, '["9.001"]', '["9.001", "9.002"]'),
        (
            {"cpl": CPL | {"absent_since": {"version": "9.002", "date": "2099-02-01"}}},
            'mentioned_in: ["9.001"]\n',
            'mentioned_in: ["9.001"]\n  absent_since: {version: "9.002", date: 2099-02-01}\n',
        ),
        (
            {"cpl": {"entry": "990001", "status": "current", "log_name": "Invented", **CPL}},
            "  first_listed",
            "  log_name: Invented\n  first_listed",
        ),
        (
            {"cpl": {**CPL, "first_listed": {"version": "9.000", "date": "2099-01-31"}}},
            '{version: "9.001"',
            '{version: "9.000"',
        ),
        (
            {"models": [{"entry": f"99000{n}", "status": "current"} for n in (1, 2, 3)]},
            '  - {entry: "990003"',
            '  - {entry: "990002", status: current}\n  - {entry: "990003"',
        ),
        (
            {"models": [{"entry": "990001", "status": "removed"}, {"entry": "990003", "status": "current"}]},
            'entry: "990001", status: current}  # first',
            'entry: "990001", status: removed}  # first',
        ),
        (
            {"models": [{"entry": "990003", "status": "current"}]},
            '  - {entry: "990001", status: current}  # first\n',
            "",
        ),
        ({"id": "REPLACED"}, "id: INVENTED ", "id: REPLACED "),
    ],
)
def test_only_the_value_changes(data: dict[str, Any], old: str, new: str) -> None:
    """Comments, quotes, order and keys that are not named stay, byte for byte."""
    assert old in RECORD
    assert RECORD.replace(old, new) == merged_text(RECORD, data)


@pytest.mark.parametrize(
    "gone", ['  mentioned_in: ["9.001"]\n', "  log_name: Invented\n", "  absent_since: {date: 2099-01-31}\n"]
)
def test_deleted_key_leaves_the_comment_below(gone: str) -> None:
    """A comment that stands below a value stays when the value goes."""
    text = f'cpl:\n  entry: "990001"\n{gone}# about the notes\nnotes: [Invented]\n'
    assert text.replace(gone, "") == merged_text(text, {"cpl": {"entry": "990001"}})


@pytest.mark.parametrize("data", [{}, {"id": "INVENTED"}, {"cpl": CPL}, {"cpl": dict(reversed(CPL.items()))}])
def test_same_values_change_nothing(data: dict[str, Any]) -> None:
    """A record that holds the values is returned as it is, also where a program would lay it out otherwise."""
    untidy = RECORD.replace("id: INVENTED", "id:     INVENTED")
    assert untidy == merged_text(untidy, data)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
NAMES = st.from_regex(r"key_[a-z_]{0,4}", fullmatch=True)
RECORDS = st.dictionaries(
    NAMES, TEXTS | st.lists(TEXTS, min_size=1, max_size=3) | st.dictionaries(NAMES, TEXTS, min_size=1), min_size=1
)


@given(RECORDS)
def test_what_is_written_is_what_every_reader_reads(data: dict[str, Any]) -> None:
    """An ordinary YAML 1.1 reader gets the same texts, our own reader refuses nothing, and a second time is a no-op."""
    text = merged_text("", data, HEADING)
    read = yaml.load(text, Loader=yaml.SafeLoader)
    assert data == read
    assert read_tree(text.encode()).items
    assert text == merged_text(text, data)


@given(RECORDS, RECORDS)
def test_merged_values_replace_and_the_rest_stays(before: dict[str, Any], after: dict[str, Any]) -> None:
    """After a merge the record holds the new values, and the old ones under every other key."""
    text = merged_text(merged_text("", before, HEADING), after)
    assert before | after == yaml.load(text, Loader=yaml.SafeLoader)


@pytest.mark.parametrize("text", ["?0", "0?", "a, b", "a: b", "[x", "x]", "a #b", "- a"])
def test_a_new_item_of_a_list_on_one_line_is_still_one_text(text: str) -> None:
    """What is plain on a line of its own can mean something else between brackets; then it is quoted."""
    written = merged_text(merged_text("", {"key": ["A"]}, HEADING), {"key": [text]})
    assert {"key": [text]} == yaml.load(written, Loader=yaml.SafeLoader)
