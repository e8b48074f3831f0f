"""Versions of three numbers, and the steps between them that https://semver.org/spec/v2.0.0.html allows."""

import re
from enum import StrEnum
from typing import Self

import msgspec

from s1sr_validator.model.errors import UsageError

_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)", re.ASCII)


class Size(StrEnum):
    """What a change does to a version, least first."""

    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"

    @property
    def rank(self) -> int:
        """The place in the order: a greater one counts more."""
        return list(Size).index(self)


class Version(msgspec.Struct, frozen=True, order=True):
    """A version; versions compare by their numbers."""

    major: int
    minor: int
    patch: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Read `1.2.3`.

        Raises:
            UsageError: it is not three plain numbers (SemVer 2); releases before a release are not made here.
        """
        found = _VERSION.fullmatch(text)
        if not found:
            raise UsageError(f"{text!r} is no version", tip="three numbers without leading zeros, as in 0.2.0")
        return cls(*(int(number) for number in found.groups()))

    def __str__(self) -> str:
        """Write it as `1.2.3`."""
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, size: Size) -> "Version":
        """Return the next version of a size; what stands behind the raised number starts anew (SemVer 7 and 8)."""
        if size is Size.MAJOR:
            return Version(self.major + 1, 0, 0)
        if size is Size.MINOR:
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)


def next_version(part: str, before: Version, size: Size, wanted: Version | None) -> Version:
    """Return the version of a release.

    Args:
        part: what is released, for messages.
        before: the version that was released last.
        size: the greatest size among the changes.
        wanted: the version that was asked for, if any.

    Raises:
        UsageError: the version that was asked for does not follow, or says less than the changes do.
    """
    needed = _needed(before, size)
    if wanted is None:
        return before.after(needed)
    _check_step(part, before, wanted)
    if _size_of_step(before, wanted).rank < needed.rank:
        raise UsageError(
            f"{part} {wanted} would be a {_size_of_step(before, wanted)} after {before}, and a change is {size}",
            tip=f"the least that may follow is {before.after(needed)} (SemVer 6 to 8)",
        )
    return wanted


def _needed(before: Version, size: Size) -> Size:
    """Return the size of the step: under 1.0.0 nothing is promised yet (SemVer 4), and a break raises the minor."""
    return Size.MINOR if size is Size.MAJOR and before.major == 0 else size


def _size_of_step(before: Version, after: Version) -> Size:
    if after.major != before.major:
        return Size.MAJOR
    return Size.MINOR if after.minor != before.minor else Size.PATCH


def _check_step(part: str, before: Version, wanted: Version) -> None:
    if wanted <= before:
        raise UsageError(
            f"{part} {wanted} does not come after {before}, which is released",
            tip="what is released is never changed: give a higher version (SemVer 2 and 3)",
        )
    size = _size_of_step(before, wanted)
    started_anew = {Size.MAJOR: (wanted.minor, wanted.patch), Size.MINOR: (wanted.patch,), Size.PATCH: ()}
    if any(started_anew[size]):
        lowest = Version(wanted.major, 0 if size is Size.MAJOR else wanted.minor, 0)
        raise UsageError(
            f"{part} {wanted} after {before} raises the {size} number, and the numbers behind it do not start anew",
            tip=f"give {lowest} (SemVer 7 and 8)",
        )
