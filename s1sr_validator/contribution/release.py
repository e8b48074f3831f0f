"""A release of the project: which versions it has, and what its files then say."""

import re
from collections.abc import Mapping

import msgspec

from s1sr_validator.contribution.changelog import Changelog, read_changelog, release_section, with_release
from s1sr_validator.contribution.fragments import Fragment, Part, size_of
from s1sr_validator.contribution.release_versions import Size, Version, next_version
from s1sr_validator.model.errors import UsageError

CHANGELOG = "CHANGELOG.md"
VERSION_FILES = {Part.CATALOGUE: "catalogue/catalogue.yaml", Part.SOFTWARE: "pyproject.toml"}
_VERSION_LINES = {
    Part.CATALOGUE: re.compile(r'(?<=^version: ")[^"\n]*(?="$)', flags=re.MULTILINE),
    Part.SOFTWARE: re.compile(r'(?<=^version = ")[^"\n]*(?="$)', flags=re.MULTILINE),
}


class Release(msgspec.Struct, frozen=True):
    """A release that can be made.

    Attributes:
        before: the versions that the files state now.
        versions: the versions that they will state.
        section: what the changelog will say of it.
        texts: the files' new texts, by path.
    """

    before: dict[Part, Version]
    versions: dict[Part, Version]
    section: str
    texts: dict[str, str]


def plan_release(
    files: Mapping[str, str], fragments: tuple[Fragment, ...], wanted: Mapping[Part, Version], day: str
) -> Release | None:
    """Return the release that the fragments ask for; none where nothing has changed.

    Args:
        files: the texts of the changelog and of the files that state versions, by path.
        fragments: what changes say of themselves.
        wanted: versions that were asked for.
        day: the day of the release, as 2026-01-31.

    Raises:
        UsageError: Semantic Versioning forbids it, or the files do not agree with what was released last.
    """
    changelog = read_changelog(files[CHANGELOG])
    stated = {part: _stated(part, files) for part in Part}
    released = changelog.released()
    if not fragments and not changelog.unreleased:
        _check_wanted(wanted, frozenset())
        return None
    if released:
        _check_agreement(changelog, stated, released)
        versions = _next_versions(fragments, released, wanted)
    else:
        # What was never released may be called as it likes; the files have named it so far.
        versions = {part: _first(part, stated[part], wanted.get(part)) for part in Part}
    section = release_section(versions, _entries(changelog, fragments, versions, released), day)
    texts = {path: _VERSION_LINES[part].sub(str(versions[part]), files[path]) for part, path in VERSION_FILES.items()}
    return Release(stated, versions, section, {**texts, CHANGELOG: with_release(changelog, section)})


def _stated(part: Part, files: Mapping[str, str]) -> Version:
    path = VERSION_FILES[part]
    found = _VERSION_LINES[part].findall(files[path])
    if len(found) != 1:
        raise UsageError(f"{path} has {len(found)} lines that state a version; it takes one")
    return Version.of(found[0])


def _first(part: Part, stated: Version, wanted: Version | None) -> Version:
    if wanted and wanted < stated:
        raise UsageError(f"{part} {wanted} comes before {stated}, which {VERSION_FILES[part]} states")
    return wanted or stated


def _check_agreement(changelog: Changelog, stated: Mapping[Part, Version], released: Mapping[Part, Version]) -> None:
    for part, version in released.items():
        if stated[part] != version:
            raise UsageError(
                f"{VERSION_FILES[part]} states {stated[part]}, and {CHANGELOG} was last released as {version}",
                tip="only a release raises a version: put the file back",
            )
    if changelog.unreleased:
        raise UsageError(
            f"{CHANGELOG} has entries under Unreleased, and nothing says what they do to a version",
            tip="move each into a file of its own: see changelog.d/README.md",
        )


def _check_wanted(wanted: Mapping[Part, Version], changed: frozenset[Part]) -> None:
    for part, version in wanted.items():
        if part not in changed:
            raise UsageError(f"{part} {version}: nothing has changed in the {part}", tip="a version says what changed")


def _next_versions(
    fragments: tuple[Fragment, ...], released: Mapping[Part, Version], wanted: Mapping[Part, Version]
) -> dict[Part, Version]:
    """Return the next versions. Where only the catalogue changed, the package that carries it gets a patch."""
    sizes = {part: size for part in Part if (size := size_of(fragments, part))}
    sizes.setdefault(Part.SOFTWARE, Size.PATCH)
    _check_wanted(wanted, frozenset(sizes))
    return {
        part: next_version(part, before, sizes[part], wanted.get(part)) if part in sizes else before
        for part, before in released.items()
    }


def _entries(
    changelog: Changelog,
    fragments: tuple[Fragment, ...],
    versions: Mapping[Part, Version],
    released: Mapping[Part, Version],
) -> dict[Part, str]:
    found = {}
    for part in Part:
        own = [fragment.entry() for fragment in fragments if fragment.part is part]
        found[part] = "\n".join(filter(None, [changelog.unreleased.get(part), *own]))
    if released and not found[Part.SOFTWARE]:
        found[Part.SOFTWARE] = f"* Carries catalogue {versions[Part.CATALOGUE]}."
    return found
