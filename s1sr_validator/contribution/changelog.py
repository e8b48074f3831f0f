"""The changelog's text: what is not released yet, what was released last, and a new release in between."""

import re
from collections.abc import Mapping

import msgspec

from s1sr_validator.contribution.fragments import Part
from s1sr_validator.contribution.release_versions import Version
from s1sr_validator.model.errors import UsageError

_UNRELEASED = "## [Unreleased]"
_RELEASE = re.compile(r"^## \[(?P<version>[^\]]+)\] - \S+$", flags=re.MULTILINE)
_PART = re.compile(r"^### (?P<heading>\w+)(?: (?P<version>\S+))?$", flags=re.MULTILINE)


class Changelog(msgspec.Struct, frozen=True):
    """A changelog in three pieces: what stands before the releases, what is not released yet, the releases."""

    head: str
    unreleased: dict[Part, str]
    releases: str

    def released(self) -> dict[Part, Version]:
        """Return the versions that were released last; nothing before the first release.

        Raises:
            UsageError: the newest release does not name them.
        """
        if not self.releases:
            return {}
        newest = _RELEASE.match(self.releases)
        if newest is None:
            raise UsageError(f"{self.releases.splitlines()[0]!r} in the changelog is no `## [VERSION] - DATE`")
        following = _RELEASE.search(self.releases, newest.end())
        section = self.releases[newest.end() : following.start() if following else None]
        catalogue = next((each["version"] for each in _PART.finditer(section) if _part(each) is Part.CATALOGUE), None)
        if catalogue is None:
            raise UsageError(f"release {newest['version']} in the changelog has no heading `### Catalogue VERSION`")
        return {Part.CATALOGUE: Version.of(catalogue), Part.SOFTWARE: Version.of(newest["version"])}


def read_changelog(text: str) -> Changelog:
    """Return a changelog's pieces.

    Raises:
        UsageError: it has not one heading for what is not released, or something there stands under no part's heading.
    """
    lines = text.splitlines()
    if lines.count(_UNRELEASED) != 1:
        raise UsageError(f"the changelog has not one heading `{_UNRELEASED}`")
    start = lines.index(_UNRELEASED)
    end = next((number for number in range(start + 1, len(lines)) if lines[number].startswith("## ")), len(lines))
    pending = "\n".join(lines[start + 1 : end])
    return Changelog("\n".join(lines[:start]), _entries(pending), "\n".join(lines[end:]).strip())


def _entries(pending: str) -> dict[Part, str]:
    headings = list(_PART.finditer(pending))
    before = pending[: headings[0].start() if headings else None].strip()
    unknown = [each["heading"] for each in headings if _part(each) is None]
    if before or unknown:
        what = f"heading {unknown[0]}" if unknown else f"{before.splitlines()[0]!r}"
        raise UsageError(f"{what} under {_UNRELEASED} belongs to no part", tip="### Catalogue or ### Software")
    ends = [*(each.start() for each in headings), len(pending)][1:]
    found: dict[Part, str] = {}
    for each, end in zip(headings, ends, strict=True):
        part, text = _part(each), pending[each.end() : end].strip()
        if part and text:
            found[part] = "\n".join(filter(None, (found.get(part), text)))
    return found


def _part(heading: re.Match[str]) -> Part | None:
    return next((part for part in Part if part.heading == heading["heading"]), None)


def release_section(versions: Mapping[Part, Version], entries: Mapping[Part, str], day: str) -> str:
    """Return a release as the changelog tells it: the software's version and the day, then part by part."""
    parts = (f"### {part.heading} {versions[part]}\n\n{entries.get(part) or 'Unchanged.'}\n" for part in Part)
    return f"## [{versions[Part.SOFTWARE]}] - {day}\n\n" + "\n".join(parts)


def with_release(changelog: Changelog, section: str) -> str:
    """Return the changelog's text with a release on top, and nothing under what is not released."""
    pieces = (changelog.head.rstrip(), _UNRELEASED, section.strip(), changelog.releases)
    return "\n\n".join(piece for piece in pieces if piece) + "\n"
