"""Change the pure core in many small ways and count the changes that tests notice; a row of the ledger for each part.

With names of parts (see mutation/mutants.toml) only those are tried.

What survives must stand in mutation/survivors.toml with the reason, and what stands there must survive: the list may
only shrink. The work is done on a copy in .cache/mutation, so that the checkout is never changed.
"""

import ast
import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "mutation"
WORK = ROOT / ".cache" / "mutation" / "work"
SITE = ROOT / ".cache" / "mutation" / "site"
COPIED = ("s1sr_validator", "tests", "catalogue", "schemas", "examples", "pyproject.toml", "README.md", "Makefile")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "hostile", "browser")
PROPERTIES = ("property", "cached_property")
KILLED = frozenset({"killed", "timeout", "segfault", "caught by type check"})
_RESULT = re.compile(r"^\s+(?P<name>s1sr_validator\.\S+): (?P<status>.+)$", re.MULTILINE)
_MANGLED = re.compile(r"(?P<module>.+)\.(?:x_|xǁ(?P<type>\w+)ǁ)(?P<function>\w+?)__mutmut_\d+")


class Survivor(NamedTuple):
    """A change that no test notices: the function, and the lines taken out and put in."""

    function: str
    change: str


class Part(NamedTuple):
    """Modules that are changed together, and the tests that are asked of them."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


def main() -> int:
    """Make the mutants, try them, and hold what survives to the list."""
    settings = tomllib.loads((FOLDER / "mutants.toml").read_text("utf-8"))
    asked = sys.argv[1:]
    parts = [Part(each["name"], tuple(each["modules"]), tuple(each["tests"])) for each in settings["part"]]
    chosen = [part for part in parts if not asked or part.name in asked]
    if not chosen or len(chosen) < len(asked):
        sys.stderr.write(f"parts: {', '.join(part.name for part in parts)}\n")
        return 2
    survivors: set[Survivor] = set()
    counted: Counter[bool] = Counter()
    for part in chosen:
        statuses = _statuses(part)
        killed = [status in KILLED for status in statuses.values()]
        _add_row(part, Counter(killed))
        counted.update(killed)
        survivors |= {_survivor(name) for name, status in statuses.items() if status not in KILLED}
    modules = {f"s1sr_validator.{module.replace('/', '.')}" for part in chosen for module in part.modules}
    return _judge(survivors, modules, counted, settings["least_killed"])


def _statuses(part: Part) -> dict[str, str]:
    """Try the mutants of a part, and return what became of each, by its name."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, WORK / name, ignore=LEFT_OUT)
        else:
            shutil.copy(source, WORK / name)
    files = [f"s1sr_validator/{module}.py" for module in part.modules]
    for file in files:
        _open_properties(WORK / file)
    (WORK / "setup.cfg").write_text(_setup(files, part.tests), "utf-8")
    _mutmut("run", "--max-children", "1")
    return dict(_RESULT.findall(_mutmut("results", "--all", "true", quiet=True)))


def _setup(files: list[str], tests: tuple[str, ...]) -> str:
    lists = {
        "source_paths": ["s1sr_validator/"],
        "only_mutate": files,
        "pytest_add_cli_args_test_selection": tests,
        "also_copy": [name for name in COPIED if name != "s1sr_validator"],
    }
    lines = [f"{name}=\n" + "".join(f"    {value}\n" for value in values) for name, values in lists.items()]
    # Nothing that one test leaves behind in the process may hide a mutant from the next. On a busy machine a test takes
    # several times as long as when it was first timed.
    return "[mutmut]\nprocess_isolation=forkserver\ntimeout_constant=4\ntimeout_multiplier=4\n" + "".join(lines)


def _open_properties(path: Path) -> None:
    """Write each property as a method and a line that makes it one: mutmut leaves what has a decorator as it is."""
    text = path.read_text("utf-8")
    lines = text.split("\n")
    for method in sorted(_properties(ast.parse(text)), key=lambda method: -method.lineno):
        (decorator,) = method.decorator_list
        read = f"read_{method.name.lstrip('_')}"
        lines.insert(method.end_lineno or 0, f"    {method.name} = {ast.unparse(decorator)}({read})")
        lines[method.lineno - 1] = lines[method.lineno - 1].replace(f"def {method.name}(", f"def {read}(")
        del lines[decorator.lineno - 1]
    path.write_text("\n".join(lines), "utf-8")


def _properties(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for found in ast.walk(tree):
        for part in found.body if isinstance(found, ast.ClassDef) else ():
            if isinstance(part, ast.FunctionDef) and [ast.unparse(each) for each in part.decorator_list][-1:] in (
                [name] for name in PROPERTIES
            ):
                yield part


def _mutmut(*arguments: str, quiet: bool = False) -> str:
    paths = os.pathsep.join([str(SITE), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]).strip(os.pathsep)
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=WORK,
        env=os.environ | {"PYTHONPATH": paths, "HYPOTHESIS_PROFILE": "brief", "S1SR_REFERENCE_DATA": "none"},
        stdout=subprocess.PIPE if quiet else None,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise SystemExit(f"mutmut {arguments[0]} failed with exit code {ran.returncode}")
    return ran.stdout or ""


def _survivor(name: str) -> Survivor:
    shown = _mutmut("show", name, quiet=True).splitlines()
    changed = [line for line in shown if re.match(r"[-+](?!--|\+\+)", line)]
    found = _MANGLED.fullmatch(name)
    assert found is not None, name  # noqa: S101 - how mutmut names what it makes
    place = ".".join(part for part in (found["module"], found["type"], found["function"]) if part)
    return Survivor(place, "\n".join(f"{line[0]} {line[1:].strip()}" for line in changed))


def _reasons() -> dict[Survivor, str]:
    listed = tomllib.loads((FOLDER / "survivors.toml").read_text("utf-8")).get("survivor", [])
    return {Survivor(each["function"], each["change"].strip()): each["reason"] for each in listed}


def _judge(found: set[Survivor], modules: set[str], counted: Counter[bool], least: float) -> int:
    """Hold what survives to the list, as far as it is about these modules."""
    listed = {each for each in _reasons() if any(each.function.startswith(f"{module}.") for module in modules)}
    for survivor in sorted(found - listed):
        _say(f"survives, and is not listed: {survivor.function}\n{survivor.change}\n")
    for survivor in sorted(listed - found):
        _say(f"is listed, and does not survive: {survivor.function}\n{survivor.change}\n")
    share = 100 * counted[True] / counted.total()
    _say(f"{counted.total():,} mutants, {share:.1f} % killed, {len(found)} survive, {len(found - listed)} not listed")
    return int(found != listed or share < least)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _add_row(part: Part, counted: Counter[bool]) -> None:
    command = ["git", "describe", "--always", "--dirty"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - git is where it is
    total, share = counted.total(), f"{100 * counted[True] / counted.total():.1f} %"
    day = dt.datetime.now(dt.UTC).date()
    row = (day, part.name, len(part.modules), f"{total:,}", f"{counted[True]:,}", share, commit or "-")
    with (FOLDER / "LEDGER.md").open("a", encoding="utf-8") as ledger:
        ledger.write(f"| {' | '.join(map(str, row))} |\n")


if __name__ == "__main__":
    sys.exit(main())
