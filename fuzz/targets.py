"""What is fuzzed: each target takes bytes and asserts a law of what was read, not only that nothing crashes."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml
from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from s1sr_validator import Catalogue  # noqa: E402 - the checkout comes first
from s1sr_validator.contribution.record_form import canonical_text  # noqa: E402
from s1sr_validator.evidence.field_kinds import FieldKinds  # noqa: E402
from s1sr_validator.evidence.pseudonyms import Pseudonyms  # noqa: E402
from s1sr_validator.evidence.redact import redact  # noqa: E402
from s1sr_validator.exchange.cpl.device_changes import device_steps  # noqa: E402
from s1sr_validator.exchange.cpl.published_list import read_list  # noqa: E402
from s1sr_validator.exchange.dmvesm.clauses import clause_key  # noqa: E402
from s1sr_validator.exchange.dmvesm.selectors import read_selection  # noqa: E402
from s1sr_validator.exchange.workbook import Sheet, Workbook  # noqa: E402
from s1sr_validator.load.condition_form import ConditionReader  # noqa: E402
from s1sr_validator.load.problems import LoadProblem  # noqa: E402
from s1sr_validator.load.project_file import project_from  # noqa: E402
from s1sr_validator.load.schema_check import schema_problems  # noqa: E402
from s1sr_validator.load.yaml_tree import Mapping, read_tree  # noqa: E402
from s1sr_validator.messages.answer import read_answer  # noqa: E402
from s1sr_validator.messages.document import Document, open_document  # noqa: E402
from s1sr_validator.messages.json_source import JsonSource  # noqa: E402
from s1sr_validator.messages.json_text import read_json  # noqa: E402
from s1sr_validator.messages.positions import NOWHERE  # noqa: E402
from s1sr_validator.messages.request import read_request  # noqa: E402
from s1sr_validator.model.condition import Condition  # noqa: E402
from s1sr_validator.model.errors import InputError, S1srError  # noqa: E402
from s1sr_validator.model.message import Message  # noqa: E402
from s1sr_validator.model.truth import Truth, negate  # noqa: E402
from s1sr_validator.prediction.evaluate import evaluate, residual  # noqa: E402
from s1sr_validator.prediction.facts import Facts  # noqa: E402
from tests.exchange.imported_files import FIRST  # noqa: E402
from tests.exchange.invented_cpl import edition  # noqa: E402
from tests.hostile.json_documents import NORMAL, PLAIN  # noqa: E402
from tests.hostile.toml_documents import hostile_toml  # noqa: E402
from tests.hostile.xml_documents import ANSWER  # noqa: E402
from tests.hostile.xml_documents import PLAIN as REQUEST  # noqa: E402
from tests.invented import TINY  # noqa: E402

_CATALOGUE = Catalogue.load(TINY)
_SERVICES = _CATALOGUE.lookup.services
_FIELDS = FieldKinds(_CATALOGUE.lookup)
_PSEUDONYMS = Pseudonyms(b"invented")
_SEED_LIMIT = 4000
_ENTRY = re.compile(r"99\d{4}")
_FEW_ENTRIES = {"990001", "990002", "990101"}
"""Two SMETS1 entries and one of SMETS2; more only take time."""


class Target(NamedTuple):
    """A target: what it does with bytes, and what it starts from."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]


def request(data: bytes) -> None:
    """A request that is read stands in its text; written as XML and read again it says the same."""
    document = _opened(data)
    if document is None:
        return
    _check_positions(document, data)
    try:
        found = read_request(document, _SERVICES)
    except InputError:
        return
    again = read_request(open_document(etree.tostring(document.root, encoding="utf-8"), "again"), _SERVICES)
    assert [(path, [each.text for each in values]) for path, values in found.fields.items()] == [
        (path, [each.text for each in values]) for path, values in again.fields.items()
    ]
    assert (found.srv, found.envelope) == (again.srv, again.envelope)


def answer(data: bytes) -> None:
    """An answer that is read is read the same when it is written as XML; redacted, it can still be read as XML."""
    document = _opened(data)
    if document is None:
        return
    hidden = redact(Message("answer.xml", data), _FIELDS, _PSEUDONYMS)
    assert redact(Message("answer.xml", data), _FIELDS, _PSEUDONYMS).data == hidden.data
    open_document(hidden.data, "redacted")
    try:
        found = read_answer(document)
    except InputError:
        return
    again = read_answer(open_document(etree.tostring(document.root, encoding="utf-8"), document.name))
    assert msgspec.to_builtins(found) == msgspec.to_builtins(again)


def record(data: bytes) -> None:
    """A record that is read says what another reader reads; its canonical form is canonical, and says the same."""
    try:
        tree = read_tree(data)
    except LoadProblem:
        return
    assert yaml.load(data.decode(), yaml.CBaseLoader) == _plain_tree(tree)  # noqa: S506 - it builds text only
    for kind in ("source", "behaviour"):
        try:
            formed = canonical_text(data, kind, 1)
        except LoadProblem:
            continue
        assert canonical_text(formed.encode(), kind, 1) == formed


def json_text(data: bytes) -> None:
    """JSON that is read is read as the standard library reads it; a place in it is a place in the text."""
    try:
        text = data.decode()
        value = read_json(JsonSource(text, "json"))
    except (UnicodeDecodeError, InputError):
        return
    assert _said(json.loads(text, parse_int=str, parse_float=str)) == _plain_json(value)


def project(data: bytes) -> None:
    """What is wrong with a project's file is said at a line that it has, and the same each time."""
    lines = data.count(b"\n") + 1
    try:
        found = project_from(data, name="s1sr.toml", folder="/invented")
    except InputError as error:
        assert 0 <= error.finding.location.line <= lines
        return
    assert all(0 <= finding.location.line <= lines for finding in found.findings)
    assert found == project_from(data, name="s1sr.toml", folder="/invented")


def condition(data: bytes) -> None:
    """A condition that is read: its negation is Kleene's, and what is left of it stands for the whole."""
    try:
        tree = _plain_tree(read_tree(data))
    except LoadProblem:
        return
    behaviour = {**_BEHAVIOUR, "when": tree}
    if any(path[:1] == ("when",) for path, _message in schema_problems("behaviour", behaviour)):
        return
    reader = ConditionReader(_VOCABULARY, {})
    read: Condition = reader.condition(tree, ("when",))
    if reader.problems:
        return
    other: Condition = ConditionReader(_VOCABULARY, {}).condition({"not": tree}, ("when",))
    for values in ({}, {_ENTRIES: 0}, {_ENTRIES: 5}):
        facts = Facts(dict(values), request_was_seen=bool(values))
        found = evaluate(read, facts)
        assert evaluate(other, facts) is negate(found)
        assert found is not Truth.UNKNOWN or evaluate(residual(read, facts), facts) is Truth.UNKNOWN


def cpl(data: bytes) -> None:
    """A list with strange cells: every entry that is read has a key of its form, in whatever order the sheets stand."""
    sheets = _changed(data)
    found = []
    for order in (sheets, sheets[::-1]):
        try:
            read = read_list(Workbook("invented.xlsx", "00" * 32, tuple(order)))
        except S1srError as error:
            found.append(str(type(error)))
            continue
        for row in read.rows:
            parts = row.key.split("/")
            assert 5 == len(parts) or not row.is_smets1, row.key
            assert not {"..", ""} & set(parts), row.key
        device_steps(read, {})
        found.append(str(sorted(row.key for row in read.rows)))
    assert found[0] == found[1]


def dmvesm(data: bytes) -> None:
    """The number of a clause, read again from its key, is the same key; a selection is read the same each time."""
    text = data.decode("utf-8", "replace")
    if key := clause_key(text):
        assert clause_key(key) == key
    selection = read_selection(text)
    assert selection == read_selection(text)


def _opened(data: bytes) -> Document | None:
    try:
        return open_document(data, "message")
    except InputError as error:
        assert error.finding.message
        return None


def _check_positions(document: Document, data: bytes) -> None:
    most = data.count(b"\n") + data.count(b"\r") + 1
    for number, _element in enumerate(document.root.iter()):
        line, column = document.positions.of(number)
        assert (line, column) != NOWHERE
        assert 1 <= line <= most
        assert column >= 1


def _plain_tree(node: Any) -> Any:  # noqa: ANN401 - a node of any kind
    if hasattr(node, "text"):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _plain_tree(value) for key, value in node.items}
    return [_plain_tree(item) for item in node.items]


def _plain_json(value: Any) -> Any:  # noqa: ANN401 - as above
    if hasattr(value, "members"):
        return {key: _plain_json(member.value) for key, member in value.members.items()}
    return [_plain_json(item) for item in value.items] if hasattr(value, "items") else value.text


def _said(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_said(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else value


def _changed(data: bytes) -> list[Sheet]:
    """Return the sheets of an invented list in which cells were replaced: row, column, then a text up to a line end."""
    sheets = {title: [list(row) for row in rows] for title, rows in _FEW_ROWS.items()}
    for number, piece in enumerate(data.split(b"\n")[:40]):
        if len(piece) < 3:
            continue
        rows = sheets[list(sheets)[piece[0] % len(sheets)]]
        row = rows[piece[1] % len(rows)]
        row[piece[2] % len(row)] = piece[3:].decode("utf-8", "replace") if number % 5 else len(piece)
    return [Sheet(title, tuple(map(tuple, rows))) for title, rows in sheets.items()]


def _files(pattern: str) -> Iterator[bytes]:
    for path in sorted(TINY.rglob(pattern)):
        yield path.read_bytes()[:_SEED_LIMIT]


_FEW_ROWS = {
    title: [row for row in rows if all(cell in _FEW_ENTRIES for cell in row if _ENTRY.fullmatch(str(cell)))]
    for title, rows in edition(FIRST).items()
}
_ENTRIES = "state.invented_log.entries"
_BEHAVIOUR = yaml.load((TINY / "behaviours" / "S1B-9001.yaml").read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - text only
_VOCABULARY: dict[str, Any] = {}


def _vocabulary() -> dict[str, Any]:
    from s1sr_validator.load.catalogue_files import load_catalogue  # noqa: PLC0415 - only for this target
    from s1sr_validator.load.condition_facts import ConditionFacts  # noqa: PLC0415 - as above

    loaded = load_catalogue(TINY)
    file = next(file for file in loaded.files.values() if file.data["id"] == "S1B-9001")
    return dict(ConditionFacts([*loaded.records.states, *loaded.records.services]).of(file))


_VOCABULARY.update(_vocabulary())

TARGETS: dict[str, Target] = {
    "request": Target(
        request,
        lambda: iter([REQUEST.encode(), json.dumps(PLAIN).encode(), json.dumps(NORMAL).encode()]),
    ),
    "answer": Target(answer, lambda: iter([ANSWER.encode()])),
    "record": Target(record, lambda: _files("*.yaml")),
    "json": Target(json_text, lambda: iter([json.dumps(PLAIN).encode()])),
    "project": Target(
        project,
        lambda: (text for text in hostile_toml().values() if len(text) < _SEED_LIMIT),
    ),
    "condition": Target(
        condition,
        lambda: iter([f"fact: {_ENTRIES}\nequals: 0\n".encode(), b"not: {fact: request.Depth, present: true}"]),
    ),
    "cpl": Target(cpl, lambda: iter([b"\1\4\5F0:01", b"\1\4\1x\n\2\1\0Version 9.002"])),
    "dmvesm": Target(dmvesm, lambda: iter([b"9.5 (b)(iii)", b"ESME/FFF0; GSME/FFF1/*/*/00000001", b"Clause 9.1"])),
}  # fmt: skip
