"""Texts of strangers in what people read: nothing steers a terminal, turns the direction of writing or adds a line."""

import shutil
import unicodedata
from pathlib import Path

import pytest
from lxml import etree

from tests.hostile.bounded import Asked, Outcome, Runner
from tests.hostile.entry_points import DAY, Given
from tests.invented import LOG, MAKER_ONE, request_xml

STEERING = {
    "escape": "\x1b[2J\x1b]0;owned\a",
    "link": "\x1b]8;;http://127.0.0.1:9\x1b\\x\x1b]8;;\x1b\\",
    "one-byte-escape": "\x9b2J",
    "backspaces": "bad\b\b\bgood",
    "right-to-left": "\u202edessap\u202c\u2066\u2069\u200f",
    "invisible": "a\u200b\u2060\ufeff\u00adb",
    "tags": "\U000e0041\U000e0042",
    "lines": "\n::error file=x::injected\n##[error]injected\r\n::stop-commands::x",
    "separators": "a\u2028::error::b\u2029c\x85d\x0b\x0c",
    "markup": "]]><script>alert(1)</script>&amp;<!--",
    "markdown": "|[x](javascript:alert(1))`${{ secrets.X }}`",
    "surrogate": "\udc80\udcff",
    "percent": "%0A::error::%s%n{0}",
    "zalgo": "e" + "\u0301" * 500,
}
FORMATS = ("text", "github", "junit", "markdown", "sarif", "json", "ndjson")
_STEERING_KINDS = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def steering_in(outcome: Outcome, *, is_json: bool) -> set[str]:
    """Return what steers in an output. JSON is for programs, and holds texts as they are but for control characters."""
    found = {letter for letter in outcome.stdout + outcome.stderr if unicodedata.category(letter) in _STEERING_KINDS}
    plain = {"\n"} | ({letter for letter in found if unicodedata.category(letter) != "Cc"} if is_json else set())
    return found - plain


def assert_plain(outcome: Outcome, form: str) -> None:
    """Assert that a run went as it should and its output steers nothing."""
    assert "" == outcome.fault
    assert set() == steering_in(outcome, is_json=form in {"json", "ndjson", "sarif"})
    lines = (outcome.stdout + outcome.stderr).splitlines()
    assert not [line for line in lines if line.startswith(("##[", "::stop-commands", "::set", "::error file=x"))]
    if form == "junit" and outcome.code in {0, 1, 3} and outcome.stdout:
        assert "script" not in {element.tag for element in etree.fromstring(outcome.stdout.encode()).iter()}


def ran(given: Given, words: list[str], folder: Path) -> Asked:
    """Return a run on the tiny catalogue."""
    arguments = [*words, "--catalogue", str(given.snapshot)]
    return Runner.command(arguments, folder, readable=[str(given.snapshot)])


def assert_all_plain(given: Given, runs: list[tuple[str, Asked]]) -> None:
    """Make runs, and assert that the output of each is plain."""
    outcomes = given.runner.run_all([asked for _form, asked in runs])
    for (form, asked), outcome in zip(runs, outcomes, strict=True):
        try:
            assert_plain(outcome, form)
        except AssertionError as error:
            error.add_note(f"{form}: {asked['arguments']}")
            raise
        finally:
            shutil.rmtree(asked["folder"])


def xml_can_hold(text: str) -> bool:
    """Say whether a text can stand in XML."""
    return all(
        letter in "\t\n\r" or " " <= letter < "\ud800" or "\ue000" <= letter < "\ufffe" or letter > "\uffff"
        for letter in text
    )


@pytest.mark.parametrize("name", [name for name, text in STEERING.items() if xml_can_hold(text)])
def test_texts_of_a_request(name: str, given: Given) -> None:
    """In every part of the header, in a field, and in the names of elements as far as XML lets."""
    text = STEERING[name]
    parts = ("RequestID", "CommandVariant", "ServiceReference", "ServiceReferenceVariant")
    documents = [request_xml(header={part: f"9{text}"}) for part in parts]
    documents.append(request_xml(LOG, {"Depth": text, "Other": text}))
    runs = []
    for document in documents:
        for form in FORMATS:
            folder = given.runner.new_folder()
            (folder / "request.xml").write_text(document, "utf-8")
            words = ["check", "request.xml", "-d", MAKER_ONE, "-f", form, "--as-of", DAY, "--no-config"]
            runs.append((form, ran(given, words, folder)))
        folder = given.runner.new_folder()
        (folder / "request.xml").write_text(document, "utf-8")
        words = ["predict", "request.xml", "-d", MAKER_ONE, "--trace", "--as-of", DAY, "--no-config"]
        runs.append(("text", ran(given, words, folder)))
    assert_all_plain(given, runs)


@pytest.mark.parametrize("name", STEERING)
def test_texts_of_a_command_line(name: str, given: Given) -> None:
    """As a Device, a state, an SRV, a day, a role, a record, a word to look for, and the name of a file."""
    text = STEERING[name]
    usual = ["request.xml", "--as-of", DAY, "--no-config"]
    lines = [
        ["predict", *usual, "-d", text],
        ["predict", *usual, "-d", f"ESME/{text}"],
        ["predict", *usual, "-d", MAKER_ONE, "--state", text],
        ["predict", *usual, "-d", MAKER_ONE, "--state", f"invented_log.entries={text}"],
        ["predict", *usual, "-d", MAKER_ONE, "--srv", text],
        ["predict", *usual[:1], "-d", MAKER_ONE, "--no-config", "--as-of", text],
        ["predict", *usual, "-d", MAKER_ONE, "--standing", text],
        ["check", *usual, "--role", text],
        ["check", *usual, "--device", text],
        ["check", f"{text}.xml".replace("/", "").replace("\0", ""), "--no-config"],
        ["show", text],
        ["search", text],
        ["list", text],
        ["list", "sources", "--where", f"title={text}"],
    ]
    runs = []
    for words in lines:
        folder = given.runner.new_folder()
        (folder / "request.xml").write_text(request_xml())
        runs.append(("text", ran(given, words, folder)))
    assert_all_plain(given, runs)


@pytest.mark.parametrize("name", STEERING)
def test_names_of_files(name: str, given: Given) -> None:
    """A file of such a name is checked in every format, beside what cannot be read in it."""
    file = f"{STEERING[name].replace('/', '')[:60]}.xml"
    runs = []
    for content in (request_xml(), "<x"):
        for form in FORMATS:
            folder = given.runner.new_folder()
            (folder / file).write_text(content)
            words = ["check", file, "-f", form, "--as-of", DAY, "--no-config"]
            runs.append((form, ran(given, words, folder)))
    assert_all_plain(given, runs)
