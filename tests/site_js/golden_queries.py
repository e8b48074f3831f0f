"""Questions to the look-up with the record that is meant, made from the catalogue: ids, parts of ids, words, slips."""

import re
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

_PARTS = re.compile(r"[\s/.:_()\[\],-]+")


class Golden(NamedTuple):
    """What is typed, and the record that has to come first."""

    typed: str
    meant: str


class Entry(NamedTuple):
    """A record of the index with the words that it can be found by."""

    name: str
    id: str
    title: str
    text: str


def entries(index: dict[str, Any]) -> list[Entry]:
    """Return every record of the index."""
    return [
        Entry(f"{kind['folder']}/{record[0]}", record[0], record[1], " ".join(_words(" ".join(record[:3]))))
        for kind in index["kinds"]
        for record in kind["records"]
    ]


def _words(text: str) -> list[str]:
    return [word for word in _PARTS.split(text.lower()) if word]


def ids(found: list[Entry]) -> Iterator[Golden]:
    """Yield every id as it is written and in small letters."""
    for entry in found:
        yield Golden(entry.id, entry.name)
        yield Golden(entry.id.lower(), entry.name)


def parts(found: list[Entry]) -> Iterator[Golden]:
    """Yield the last part of ids where no other record holds it: a firmware version, the number of a clause.

    A firmware version is also written as bytes with colons between them.
    """
    last = Counter(entry.id.split("/")[-1].lower() for entry in found)
    elsewhere = Counter(word for entry in found for word in set(entry.text.split()))
    for entry in found:
        part = entry.id.split("/")[-1]
        if "/" in entry.id and last[part.lower()] == 1 and elsewhere[part.lower()] <= 1:
            yield Golden(part, entry.name)
            if entry.name.startswith("devices/"):
                yield Golden(":".join(re.findall("..", part)), entry.name)


def plain_words(found: list[Entry], count: int, chance: Random) -> list[Golden]:
    """Return words of titles that together stand in one record alone, in a random order."""
    made = []
    for entry in chance.sample(found, len(found)):
        words = [word for word in _words(entry.title) if len(word) > 2 and word.isalpha()]
        chosen: list[str] = []
        holding = found
        for word in chance.sample(words, min(len(words), 4)):
            chosen.append(word)
            holding = [other for other in holding if word in other.text]
            if len(holding) == 1:
                made.append(Golden(" ".join(chosen), entry.name))
                break
        if len(made) == count:
            break
    return made


def slips(golden: list[Golden], found: list[Entry], chance: Random) -> list[Golden]:
    """Return the questions with one slip of the finger in their longest word."""
    known = " ".join(entry.text for entry in found)
    made = []
    for typed, meant in golden:
        word = max(typed.split(), key=len)
        slipped = _slip(word, chance)
        if len(word) >= 6 and slipped not in known:
            made.append(Golden(typed.replace(word, slipped, 1), meant))
    return made


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1) if len(word) > 2 else 0
    kind = chance.choice(("left out", "doubled", "changed places", "wrong"))
    if kind == "left out":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    if kind == "changed places":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :]
