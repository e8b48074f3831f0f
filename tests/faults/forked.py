"""Runs command lines, each in a fork of a process with everything imported, in which one call fails or kills it.

Speaks JSON lines: a run in, what came of it out. Started by `failing_runs.py` as a program, because a fork wants a
process without threads.
"""

import json
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from s1sr_validator.cli import main  # noqa: E402 - the path of the checkout comes first
from tests.hostile.failing_calls import FailingCalls  # noqa: E402 - as above

_TRACEBACK = 98


def serve() -> None:
    """Take runs until there are no more."""
    _import_everything()
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(_run(asked))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(json.dumps(os.waitstatus_to_exitcode(status)) + "\n")
        sys.stdout.flush()


def _import_everything() -> None:
    """Import what any run may need: it would take each of them a second."""
    for name in ("docx", "openpyxl", "ruamel.yaml", "sqlite3", "tarfile", "zipfile"):
        import_module(name)
    for path in sorted(Path(ROOT, "s1sr_validator").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if ".pytest_plugin" not in module and ".testing" not in module:
            import_module(module)


def _run(asked: dict[str, Any]) -> int:
    """Run a command line in a folder, with files as its streams, and note how many calls it made."""
    folder = asked["folder"]
    for number, name, flags in (
        (0, asked["stdin"] or os.devnull, os.O_RDONLY),
        (1, f"{folder}.out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, f"{folder}.err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        os.dup2(os.open(name, flags, 0o600), number)
    calls = os.open(f"{folder}.calls", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.chdir(folder)
    os.environ.update(asked["environment"])
    failing = FailingCalls(asked["nth"], for_ever=asked["for_ever"], error=asked["error"])
    failing.install()
    try:
        return main(asked["arguments"])
    except BaseException:  # noqa: BLE001 - as the interpreter does at its end
        traceback.print_exc()
        return _TRACEBACK
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(calls, str(failing.calls).encode())


if __name__ == "__main__":
    serve()
