"""What a change says of itself for the changelog: one small file each, which names part and size."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from s1sr_validator.contribution.release_versions import Size
from s1sr_validator.model.errors import UsageError

README = "README.md"
_NAME_PARTS = 4


class Part(StrEnum):
    """What has a version of its own."""

    CATALOGUE = "catalogue"
    SOFTWARE = "software"

    @property
    def heading(self) -> str:
        """Its heading in the changelog."""
        return self.value.capitalize()


class Fragment(msgspec.Struct, frozen=True):
    """What one change says: in `changelog.d`, `NAME.PART.SIZE.md`."""

    name: str
    part: Part
    size: Size
    text: str

    def entry(self) -> str:
        """Return it as an item of the changelog's list."""
        said = f"**Breaking:** {self.text}" if self.size is Size.MAJOR else self.text
        return "* " + "\n  ".join(line.strip() for line in said.splitlines())


def read_fragments(files: Mapping[str, str]) -> tuple[Fragment, ...]:
    """Return the fragments of a folder, those that count most first.

    Args:
        files: the texts by file name.

    Raises:
        UsageError: files that are none; all of them are named.
    """
    read = [_read(name, text) for name, text in sorted(files.items()) if name != README]
    problems = [problem for problem in read if isinstance(problem, str)]
    if problems:
        raise UsageError("; ".join(problems), tip="see changelog.d/README.md: NAME.PART.SIZE.md, with one paragraph")
    found = [fragment for fragment in read if isinstance(fragment, Fragment)]
    return tuple(sorted(found, key=lambda fragment: (-fragment.size.rank, fragment.name)))


def size_of(fragments: Iterable[Fragment], part: Part) -> Size | None:
    """Return the greatest size among the fragments of a part; none where there is no fragment."""
    return max((each.size for each in fragments if each.part is part), key=lambda size: size.rank, default=None)


def _read(name: str, text: str) -> Fragment | str:
    """Return a fragment, or what is wrong with it."""
    steps = name.rsplit(".", maxsplit=_NAME_PARTS - 1)
    if len(steps) != _NAME_PARTS or steps[3] != "md" or not steps[0]:
        return f"{name} is not called NAME.PART.SIZE.md"
    if steps[1] not in list(Part):
        return f"{name}: {steps[1]!r} is no part ({', '.join(Part)})"
    if steps[2] not in list(Size):
        return f"{name}: {steps[2]!r} is no size ({', '.join(Size)})"
    said = text.strip()
    if not said:
        return f"{name} says nothing"
    if "\n\n" in said.replace("\r\n", "\n") or said.startswith(("#", "* ", "- ")):
        return f"{name} is not one paragraph without bullet or heading"
    return Fragment(steps[0], Part(steps[1]), Size(steps[2]), said)
