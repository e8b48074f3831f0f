"""What others published to break readers: each document is read as others read it, or refused by a known rule.

Where a reader accepts what its suite calls wrong, the case is named here with the reason; the lists may only shrink.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from s1sr_validator import Catalogue
from s1sr_validator.exchange.yaml_merge import merged_text
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.yaml_tree import Mapping as YamlMapping
from s1sr_validator.load.yaml_tree import Node, Scalar, read_tree
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_text import read_json
from s1sr_validator.messages.json_values import Array, Json, Object
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.errors import InputError
from tests.hostile.published_suites import YamlCase, json_cases, naughty_strings, xml_cases, yaml_cases
from tests.invented import LOG, request_xml

pytestmark = pytest.mark.reference

_WHITE = " \t\r\n"

ACCEPTED_YAML = {
    "9C9N-0": "a list in brackets goes on at the margin: YAML 1.1 allows it",
    "DK95-1": "a tab indents the second line of a text in quotes: libyaml allows it",
    "QB6E-0": "a text in quotes goes on at the margin: YAML 1.1 allows it",
    "S98Z-0": "blank lines before a block text are indented further than it: libyaml allows it",
    "SU5Z-0": "a comment directly behind a quote: libyaml allows it",
    "X4QW-0": "a comment directly behind the sign of a block text: libyaml allows it",
}


def test_xml() -> None:
    """What is read is well-formed for another reader too, and says the same; anything else is refused in words.

    Documents that break only a rule of XML 1.1 are read as XML 1.0, which allows them.
    """
    cases = xml_cases()
    assert 2585 == len(cases)
    read, refused = 0, []
    for case in cases:
        try:
            root = open_document(case.data, case.id).root
        except InputError as error:
            refused.append(error)
            continue
        read += 1
        assert _canonical(etree.fromstring(case.data, _plain_parser())) == _canonical(root), case.id
        assert case.kind != "not-wf" or b'version="1.1"' in case.data[:60], case.id
    assert read
    assert all(re.fullmatch(r"REQ\d{3}", error.finding.code) and error.finding.message for error in refused)


def _plain_parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _canonical(root: etree._Element) -> bytes:
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("shape", ["top", "below"])
def test_yaml(shape: str) -> None:
    """A tree says what another reader that takes everything for text reads; anything else is one problem."""
    cases = yaml_cases()
    assert len(cases) >= 400
    accepted, problems = set(), []
    for case in cases:
        text = case.text if shape == "top" else "key:\n" + "".join(f"  {line}" for line in case.text.splitlines(True))
        try:
            tree = read_tree(text.encode())
        except LoadProblem as problem:
            problems.append(problem)
            continue
        _check_against_other_reader(text, tree, case)
        if case.must_fail:
            accepted.add(case.id)
    assert all(problem.message for problem in problems)
    if shape == "top":  # below a key, some of them are sound
        assert set(ACCEPTED_YAML) == accepted


def _check_against_other_reader(text: str, tree: YamlMapping, case: YamlCase) -> None:
    """Compare with ruamel.yaml where it reads the text: it refuses tabs between values, which YAML allows."""
    try:
        other = YAML(typ="base", pure=True).load(text)
    except YAMLError:
        assert "\t" in text or "|" in text or ">" in text, case.id
        return
    assert other == _plain(tree), case.id


def _plain(node: Node) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, YamlMapping):
        return {key.text: _plain(value) for key, value in node.items}
    return [_plain(item) for item in node.items]


def test_json() -> None:
    """What must be read is read as the standard library reads it, what must not be is not, and no case is a fault."""
    cases = json_cases()
    assert 340 == len(cases)
    for name, data in cases.items():
        text = data.decode("utf-8", "surrogatepass")
        found = _outcome(_json_of, text, name)
        if not isinstance(found, InputError):
            assert not name.startswith("n_"), name
            assert _said(json.loads(text, parse_int=str, parse_float=str, parse_constant=str)) == found, name
        elif name.startswith("y_"):
            assert "stands twice" in found.message, name
        _outcome(open_document, data, name)
        below = b'{"sr:Request": ' + text.encode("utf-8", "replace") + b"}"
        _outcome(open_document, below, name)


def _json_of(text: str, name: str) -> Any:  # noqa: ANN401 - plain data of any shape
    return _as_text(read_json(JsonSource(text, name)))


def _outcome(work: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401 - whatever the work takes and gives
    try:
        return work(*arguments)
    except InputError as error:
        return error


def _as_text(value: Json) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, Object):
        return {key: _as_text(member.value) for key, member in value.members.items()}
    return [_as_text(item) for item in value.items] if isinstance(value, Array) else value.text


def _said(value: Any) -> Any:  # noqa: ANN401 - as above
    """Return what the standard library read, with truth values as the words that stand in the text."""
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_said(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else value


def test_naughty_strings_in_messages(tiny: Catalogue) -> None:
    """A text that XML can hold comes out of a field as it went in, but for white space around it, or is refused."""
    found = naughty_strings()
    assert len(found) >= 480
    for text in found:
        named = {"sr:ServiceReferenceVariant": LOG, "sr:ServiceReference": "9.9"}
        body = {"sr:ReadInventedLog": {"sr:Depth": text}}
        normal = {"sr:Request": {"@_xmlns:sr": DUIS, "sr:Header": named, "sr:Body": body}}
        documents = [request_xml(LOG, {"Depth": text}), json.dumps(normal)]
        for document in documents:
            read = _outcome(_depth, document, tiny)
            if not isinstance(read, InputError):
                assert text.strip(_WHITE) == read


def _depth(document: str, catalogue: Catalogue) -> str:
    request = read_request(
        open_document(document.encode("utf-8", "surrogatepass"), "naughty"), catalogue.lookup.services
    )
    return request.fields["Depth"][0].text


def test_naughty_strings_in_records() -> None:
    """A record that holds such a text, as a value, in a list or as a key, is read back with it."""
    for text in naughty_strings():
        data = {"id": "invented", "title": text, "more": [text, {"inner": text}]}
        assert data == _plain(read_tree(merged_text("", data, "# invented").encode())), repr(text)
