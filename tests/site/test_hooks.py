"""What MkDocs is told to do otherwise: pages that are HTML already come out as Markdown would have made them."""

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace

import markdown  # type: ignore[import-untyped] # it ships no types
import pytest

from s1sr_validator import Catalogue
from tests.publish.published import files_of, pages_of

ROOT = Path(__file__).parents[2]


def hook(name: str) -> ModuleType:
    """Return a hook as MkDocs loads it, by its path."""
    found = importlib.util.spec_from_file_location(name, ROOT / "site" / "hooks" / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def built(text: str) -> str:
    """Return what Markdown makes of a text."""
    return str(markdown.markdown(text, extensions=["abbr", "attr_list", "tables", "toc"]))


def test_generated_pages_are_what_markdown_makes_of_them(tiny: Catalogue) -> None:
    """Every page of a catalogue is the same with the hook and without, but for empty lines."""
    generated = hook("generated_pages")
    for path, text in pages_of(files_of(tiny)).items():
        source = text.split("---\n", 2)[2]
        page = SimpleNamespace(file=SimpleNamespace(src_uri=path.replace(".html", ".md")))
        short = built(generated.on_page_markdown(source, page=page, config=None, files=None))
        whole = generated.on_page_content(short, page=page, config=None, files=None)
        assert [line for line in built(source).splitlines() if line.strip()] == [
            line for line in whole.splitlines() if line.strip()
        ], path


def test_a_page_by_hand_is_left_alone() -> None:
    """Its Markdown goes through as it is."""
    generated, page = hook("generated_pages"), SimpleNamespace(file=SimpleNamespace(src_uri="guides/import.md"))
    assert generated.on_page_markdown("## a\n\n*b*", page=page) == "## a\n\n*b*"
    assert generated.on_page_content("<p>c</p>", page=page) == "<p>c</p>"


def test_a_heading_that_is_lost_stops_the_build() -> None:
    """No section is left out in silence."""
    generated, page = hook("generated_pages"), SimpleNamespace(file=SimpleNamespace(src_uri="rules/REQ101.md"))
    generated.on_page_markdown("<p>a</p>\n\n## b\n\n<p>c</p>", page=page)
    with pytest.raises(ValueError, match="1 sections and 0 headings"):
        generated.on_page_content("", page=page)


@pytest.mark.parametrize(
    ("source", "built_as"), [("short/4.4.2/index.html", "4.4.2/index.html"), ("api.md", "api.html")]
)
def test_short_addresses_stand_at_the_root(source: str, built_as: str) -> None:
    """Only the pages of that folder move."""
    file = SimpleNamespace(src_uri=source, dest_uri=source.replace(".md", ".html"))
    hook("short_addresses").on_files([file], config=None)
    assert built_as == file.dest_uri
