"""The scripts of pages: what is sent is what was written, without what only its authors read."""

from pathlib import Path

from s1sr_validator import Catalogue
from s1sr_validator.publish.decision_scripts import PAGES, script_files

SOURCES = {path.name: path.read_text("utf-8") for path in (Path(__file__).parents[2] / "site/assets/js").glob("*.js")}


def written(tiny: Catalogue, source: str) -> str:
    """Return a script as the look-up has it at its end."""
    files = script_files(tiny.snapshot, SOURCES | {"look_up.js": source})
    return files["assets/data/look-up.js"].decode().partition("S1SR.view =")[2].partition("\n")[2].partition("\n")[2]


def test_comments_and_indentation_are_left_out(tiny: Catalogue) -> None:
    """A comment on lines of its own and the spaces before a line are not sent; everything else is."""
    source = '/* One\n   two. */\n  const a = 1; /* kept */\n\n  /* three */\n  b("/* kept */");\n'
    assert written(tiny, source) == 'const a = 1; /* kept */\nb("/* kept */");\n'


def test_a_text_of_several_lines_is_sent_as_it_is(tiny: Catalogue) -> None:
    """Its spaces and empty lines are part of it, and what looks like a comment in it is none."""
    text = "`<a>\n  <b/>\n\n  /* c */\n</a>`;"
    assert written(tiny, f"  const a = {text}\n") == f"const a = {text}\n"


def test_every_page_has_its_scripts(tiny: Catalogue) -> None:
    """One file for each page that has a script, each with its tables first."""
    files = script_files(tiny.snapshot, SOURCES)
    assert {f"assets/data/{name}" for name in PAGES} == set(files)
    assert all(data.startswith(b"(globalThis.S1SR_TABLES") for data in files.values())
