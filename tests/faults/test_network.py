"""No command that answers needs a network, or tries to use one: seen in a network of its own without routes."""

import subprocess
from pathlib import Path

import pytest

from tests.faults.process import ran
from tests.faults.reading_commands import READS
from tests.faults.system import require
from tests.faults.test_every_call import TAKES_ALL
from tests.faults.writing_commands import WRITES

EVERY = {**READS, **WRITES}
TRIED = tuple(EVERY) if TAKES_ALL else ("predict", "check", "simulate", "lint", "publish")
CALLS = "socket,connect,sendto,sendmsg,bind"


@pytest.fixture(scope="module")
def without_network() -> list[str]:
    """The command that gives another one a network in which nothing can be reached."""
    command = [require("unshare", "no network of one's own"), "--user", "--map-root-user", "--net"]
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)  # noqa: S603 - fixed words
    require("true" if tried.returncode == 0 else "a network of one's own", tried.stderr.decode(errors="replace"))
    routes = subprocess.run([*command, "cat", "/proc/net/route"], capture_output=True, check=True)  # noqa: S603 - as above
    assert [] == routes.stdout.splitlines()[1:], "below the heading there is no route"
    return command


@pytest.mark.parametrize("name", TRIED)
def test_nothing_is_reached(name: str, without_network: list[str], tmp_path: Path) -> None:
    """The command does there what it does elsewhere, and asks the system for no address of the internet."""
    command, here = EVERY[name], tmp_path / "here"
    here.mkdir()
    command.prepare(here)
    log = tmp_path / "strace.log"
    strace = [require("strace", "no look at system calls"), "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}"]
    stdin = [] if not command.stdin else ["sh", "-c", f'exec "$@" < {command.stdin}', "sh"]
    done = ran(command.arguments, here, within=[*without_network, *strace, "--seccomp-bpf", *stdin])
    assert done.returncode in {0, 1}, done.stderr
    assert [] == [line for line in log.read_text("utf-8").splitlines() if "AF_INET" in line]
