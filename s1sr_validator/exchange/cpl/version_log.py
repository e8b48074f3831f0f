"""The free text of the version log to when each entry was added and under which name, and where it is mentioned."""

import re
from collections.abc import Iterator

import msgspec

from s1sr_validator.exchange.cell_values import entry_number
from s1sr_validator.exchange.cpl.version_log_rows import LogRow
from s1sr_validator.model.device import Listing

_BREAK = re.compile(r"\n|[ \t\xa0]{4,}")  # some items follow each other on one line, far apart
_NUMBER = r"(?<![\w:.])0[0-9]{4,6}(?!\w|:\w)"
_ITEM = re.compile(rf"({_NUMBER})\s*[-–—]?\s*(.*)")  # noqa: RUF001 - the log writes both kinds of dash
_MENTION = re.compile(rf"({_NUMBER})(?:\s*(?:to|-|–)\s*({_NUMBER}))?")  # noqa: RUF001 - as above
_NO_ADDITION = ("remov", "amend", "chang", "correct", "updat", "withdr")
_LONGEST_RANGE = 50


class EntryHistory(msgspec.Struct, frozen=True, kw_only=True):
    """What the log says of an entry: the edition that first adds it, the name there, the editions that mention it."""

    first: Listing | None = None
    name: str = ""
    mentioned_in: tuple[str, ...] = ()


class Addition(msgspec.Struct, frozen=True):
    """An item that adds an entry: its number as the log writes it, and the name behind it."""

    written: str
    name: str


def histories(rows: tuple[LogRow, ...]) -> dict[str, EntryHistory]:
    """Return what the log says of each entry, by entry number; rows go from the oldest edition to the newest."""
    found: dict[str, EntryHistory] = {}
    for row in rows:
        for entry in mentions(row.text):
            before = found.get(entry, EntryHistory())
            mentioned_in = dict.fromkeys((*before.mentioned_in, row.listing.version))
            found[entry] = msgspec.structs.replace(before, mentioned_in=tuple(mentioned_in))
        for item in additions(row.text):
            entry = entry_number(item.written)
            if entry in found and found[entry].first is None:
                found[entry] = msgspec.structs.replace(found[entry], first=row.listing, name=item.name)
    return found


def additions(text: str) -> Iterator[Addition]:
    """Yield the items that stand under a heading which adds entries."""
    adding = False
    for line in (line.strip() for line in _BREAK.split(text)):
        if item := _ITEM.fullmatch(line):
            if adding:
                yield Addition(item[1], " ".join(item[2].split()))
        elif "added" in line.casefold():
            adding = True
        elif any(word in line.casefold() for word in _NO_ADDITION):
            adding = False


def mentions(text: str) -> dict[str, str]:
    """Return every entry number in the text, in order, with the form in which it is first written."""
    found: dict[str, str] = {}
    for first, last in dict.fromkeys(mention.groups() for mention in _MENTION.finditer(text)):
        found.setdefault(entry_number(first), first)
        if last and int(last) - int(first) <= _LONGEST_RANGE:
            between = (entry_number(str(number)) for number in range(int(first) + 1, int(last)))
            found |= {entry: entry for entry in between if entry not in found}
        if last:
            found.setdefault(entry_number(last), last)
    found.pop("", None)
    return found
