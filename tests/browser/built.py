"""A whole site of a small catalogue, built by MkDocs as `make site` does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from s1sr_validator.cli.explain_command import every_rule
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.publish.contents import Publication
from s1sr_validator.publish.site_files import site_files
from s1sr_validator.publish.writer import write_files
from tests.browser.pages import ROOT, SITE

WRITTEN = ("about", "assets", "guides", "hooks", "includes", "overrides")
"""The folders of hand-written files."""


def build(folder: Path, snapshot: Snapshot, publication: Publication) -> Path:
    """Build the site of a catalogue with the hand-written pages into a folder, and return where it lies."""
    scripts = {path.name: path.read_text("utf-8") for path in (SITE / "assets" / "js").glob("*.js")}
    told = Publication(as_of=publication.as_of, repository="https://example.org/p", scripts=scripts)
    source = folder / "site"
    for name in WRITTEN:
        shutil.copytree(SITE / name, source / name, ignore=shutil.ignore_patterns("data", "__pycache__"))
    for path in SITE.glob("*.md"):
        shutil.copy(path, source)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_files(site_files(snapshot, told, every_rule()[:2]), source)
    # Not --strict: hand-written pages name records of the real catalogue.
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "build" / "site"
