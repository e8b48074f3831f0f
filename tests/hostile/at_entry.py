"""Documents at an entry: bounded, and read or refused by the same rule as by the Python API."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from s1sr_validator import Catalogue
from s1sr_validator.messages.archive import is_archive
from s1sr_validator.model.errors import InputError
from tests.hostile.bounded import Asked
from tests.hostile.entry_points import DAY, ELSEWHERE, ENTRIES, READING, SLOWER, Given, disagreement, refusal
from tests.hostile.tried import CPU_SECONDS, Tried, tried
from tests.invented import MAKER_ONE, TINY

SECRET = "an invented secret that stays where it is"  # noqa: S105 - what no document may bring out


def at(entry: str, given: Given, documents: Mapping[str, bytes], ending: str) -> dict[str, Tried]:
    """Send documents through an entry."""

    def attempt(folder: Path, data: bytes) -> Asked:
        file = folder / f"message.{ending}"
        file.write_bytes(data)
        return ENTRIES[entry](given, file)

    return {each.name: each for each in tried(given.runner, documents, attempt)}


def faults(entry: str, given: Given, documents: Mapping[str, bytes], ending: str) -> dict[str, str]:
    """Return what goes wrong at an entry by document: also a secret that comes out, or a verdict of its own."""
    found = {}
    for name, each in at(entry, given, documents, ending).items():
        fault = each.fault_beyond(SLOWER.get(entry, CPU_SECONDS))
        if SECRET in each.outcome.stdout + each.outcome.stderr:
            fault = "the secret came out"
        elif not fault and entry not in ELSEWHERE and not is_archive(documents[name]):
            fault = disagreement(entry, refusal(each.outcome), by_api(documents[name]))
        if fault:
            found[name] = fault
    return found


@cache
def by_api(data: bytes) -> str:
    """Return the code by which a request is not read by the Python API; empty where it is."""
    try:
        small().predict(data, device=MAKER_ONE, as_of=DAY)
    except InputError as error:
        return error.finding.code if error.finding.code in READING else ""
    return ""


@cache
def small() -> Catalogue:
    """Return the tiny catalogue."""
    return Catalogue.load(TINY)
