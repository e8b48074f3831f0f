"""Writes requirements/LICENCES.md: the licence of every locked package, as the package's own metadata states it.

Needs what `make setup`, `make fuzz` and `make sbom` install: a package that is not there cannot be asked. One that is
of another system, or installed nowhere here, keeps its line as long as its version stays.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "requirements" / "LICENCES.md"
LOCKS = ("run", "extras", "test", "docs", "dev", "sbom", "fuzz")
"""From what users get to what only a check needs: a package stands with the first that has it."""
_OWN = ROOT / ".cache"
_ELSEWHERE = (_OWN / "fuzz" / "site", *sorted(_OWN.glob("sbom/tool/lib/python*/site-packages")))
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", flags=re.MULTILINE)
_HEAD = """# Licences of the locked packages

Written by `make licences` from the packages' own metadata; `tests/project/test_licences.py` says which are allowed.
A wheel of this project holds none of these packages: who installs it gets those of `run` and the extras asked for.

| package | version | licence | stated in | needed by |
|---|---|---|---|---|
"""
_BY_HAND = {
    "atheris": ("Apache-2.0", "its file LICENSE"),
    "axe-playwright-python": ("MIT", "its file LICENSE"),
}
"""Packages whose metadata says nothing, and where a person read it."""
_SAID_OTHERWISE = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
    "BSD License": "BSD",
    "PSFL": "PSF-2.0",
}
"""Words of the fields License and Classifier, and what SPDX calls that; which BSD licence is often not said."""


class Line(NamedTuple):
    """One package: its name, version and licence, where that is stated, and the first lock that has it."""

    name: str
    version: str
    licence: str
    stated_in: str
    needed_by: str


def locked(name: str) -> dict[str, tuple[str, ...]]:
    """Return the packages of a lock with their versions; two where it depends on the system."""
    path = ROOT / "fuzz" / "requirements.txt" if name == "fuzz" else ROOT / "requirements" / f"{name}.txt"
    found: dict[str, tuple[str, ...]] = {}
    for package, version in _LOCKED.findall(path.read_text("utf-8")):
        key = normal(package)
        found[key] = (*found.get(key, ()), version)
    return found


def normal(name: str) -> str:
    """Return a package's name in its one form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def stated(package: Distribution) -> tuple[str, str]:
    """Return a package's licence and where its metadata states it; two empty texts where it does not."""
    fields = {name: package.metadata.get_all(name) or [""] for name in ("License-Expression", "License", "Classifier")}
    if expression := fields["License-Expression"][0]:
        return expression, "License-Expression"
    text = fields["License"][0].strip()
    if text and text != "UNKNOWN" and "\n" not in text:
        return _SAID_OTHERWISE.get(text, text), "License"
    said = [each for each in fields["Classifier"] if each.startswith("License")]
    classifiers = [each.split(" :: ")[-1] for each in said]
    return " AND ".join(_SAID_OTHERWISE.get(each, each) for each in classifiers), "Classifier"


def read_table() -> tuple[Line, ...]:
    """Return the lines of the table as it is."""
    rows = TABLE.read_text("utf-8").splitlines()[_HEAD.count("\n") :] if TABLE.is_file() else []
    return tuple(Line(*(cell.strip() for cell in row.strip("|").split("|"))) for row in rows)


def lines() -> Iterator[Line]:
    """Yield the lines of the table as it is to be.

    Raises:
        LookupError: a package cannot be asked, or says nothing.
    """
    held = {(line.name, line.version): line for line in read_table()}
    asked = licences(_installed())
    first: dict[tuple[str, str], str] = {}
    for lock in LOCKS:
        for name, versions in locked(lock).items():
            for version in versions:
                first.setdefault((name, version), lock)
    for (name, version), lock in sorted(first.items()):
        found = asked.get((name, version)) or next(
            (said for (other, _), said in asked.items() if other == name and len(locked(lock)[name]) > 1), None
        )
        if found is None and (name, version) in held:
            found = held[name, version].licence, held[name, version].stated_in
        if found is None or not found[0]:
            raise LookupError(f"{name} {version} is not installed, or states no licence")
        yield Line(name, version, *found, lock)


def licences(packages: Iterable[Distribution]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what packages state, by name and version."""
    found = {}
    for package in packages:
        name = normal(package.metadata["Name"])
        found[name, package.version] = _BY_HAND.get(name) or stated(package)
    return found


def _installed() -> Iterator[Distribution]:
    yield from distributions()
    yield from distributions(path=[str(folder) for folder in _ELSEWHERE])


def main() -> int:
    """Write the table."""
    rows = [f"| {' | '.join(line)} |" for line in lines()]
    TABLE.write_text(_HEAD + "\n".join(rows) + "\n", "utf-8")
    sys.stdout.write(f"{TABLE.relative_to(ROOT)}: {len(rows)} packages\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
