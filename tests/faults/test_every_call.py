"""Every call that changes files fails in turn: the old state or the new one, words, and the next run heals.

A few calls of each command by default; S1SR_FAULTS=all is every call, with a full disk, a device in error, rights taken
away, and the process killed (`make faults`).
"""

import os
from collections.abc import Callable, Iterator

import pytest

from s1sr_validator.cli import main
from tests.faults.failing_runs import FailingRuns, Fault, Runner
from tests.faults.reading_commands import ELSEWHERE, READS
from tests.faults.writing_commands import WRITES
from tests.hostile.failing_calls import KILL

TAKES_ALL = os.environ.get("S1SR_FAULTS") == "all"
"""Whether the sweep was asked for."""
FEW = ((KILL, False), ("ENOSPC", True), ("EIO", False))
KINDS = (("ENOSPC", False), ("ENOSPC", True), ("EIO", False), ("EACCES", True), (KILL, False))


def faults(calls: int, every: int) -> Iterator[Fault]:
    """Yield every fault of a command that makes so many calls; by default three, or one where there are thousands."""
    if TAKES_ALL:
        for number in range(1, calls + 1, every):
            yield from (Fault(number, *kind) for kind in KINDS)
        return
    for place, kind in enumerate(FEW[: 1 if every > 1 else None], 1):
        yield Fault(1 + (calls - 1) * place // (len(FEW) + 1), *kind)


@pytest.mark.parametrize("name", WRITES)
def test_every_call_fails_in_turn(name: str, runner: Runner, record_property: Callable[[str, object], None]) -> None:
    """Once and for ever, or the process ends there; the next run makes good what is missing."""
    command = FailingRuns(runner, name)
    assert command.sound.calls
    tried = list(faults(command.sound.calls, command.command.every))
    record_property("faults", len(tried))
    assert {} == {fault: problems for fault in tried if (problems := command.wrong(fault))}


@pytest.mark.parametrize("name", READS)
def test_what_reads_writes_nothing(name: str, runner: Runner) -> None:
    """Not one call that changes files, so that none can fail."""
    folder = runner.new_folder()
    READS[name].prepare(folder)
    outcome = runner.run(READS[name], folder)
    assert (True, 0) == (outcome.code in {0, 1}, outcome.calls), outcome


def test_no_command_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """A new command is tried with faults, or is seen to write nothing."""
    every = set(commands(capsys))
    assert len(every) > 30
    written = {name for name in every if any(tried == name or tried.startswith(f"{name} ") for tried in WRITES)}
    assert every == written | READS.keys() | ELSEWHERE.keys()
    assert set() == written & READS.keys()


def commands(capsys: pytest.CaptureFixture[str], *group: str) -> Iterator[str]:
    """Yield the names of all commands as help lists them, those of groups with the group's name before them."""
    capsys.readouterr()
    assert 0 == main([*group, "--help"])
    _, found, listed = capsys.readouterr().out.partition("\nCommands:\n")
    if not found:
        yield " ".join(group)
        return
    for line in listed.partition("\n\n")[0].splitlines():
        if line[:3].strip():
            yield from commands(capsys, *group, line.split()[0])
