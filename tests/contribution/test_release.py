"""Versions, fragments and the changelog: which release follows from what changes say of themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.contribution.changelog import read_changelog
from s1sr_validator.contribution.fragments import Part, read_fragments
from s1sr_validator.contribution.release import Release, plan_release
from s1sr_validator.contribution.release_versions import Size, Version, next_version
from s1sr_validator.model.errors import UsageError
from tests.contribution.invented_release import EMPTY, HEAD, RELEASED, files

DAY = "2016-02-01"
NUMBER = st.integers(0, 20)
VERSION = st.builds(Version, NUMBER, NUMBER, NUMBER)


def planned(*names: str, changelog: str = RELEASED, **wanted: str) -> Release | None:
    """Return the release of fragments with these names."""
    fragments = read_fragments({name: f"About {name}." for name in names})
    return plan_release(
        files(changelog), fragments, {Part(part): Version.of(each) for part, each in wanted.items()}, DAY
    )


@pytest.mark.parametrize(
    ("names", "catalogue", "software"),
    [
        (["a.catalogue.patch.md"], "0.3.2", "1.4.3"),
        (["a.catalogue.minor.md"], "0.4.0", "1.4.3"),
        (["a.catalogue.major.md"], "0.4.0", "1.4.3"),
        (["a.software.patch.md"], "0.3.1", "1.4.3"),
        (["a.software.minor.md", "b.software.patch.md"], "0.3.1", "1.5.0"),
        (["a.software.major.md", "b.catalogue.patch.md"], "0.3.2", "2.0.0"),
    ],
)
def test_the_greatest_change_gives_the_version(names: list[str], catalogue: str, software: str) -> None:
    """Part by part; under 1.0.0 a break raises the minor; the package that carries a new catalogue gets a patch."""
    release = planned(*names)
    assert release
    assert {Part.CATALOGUE: Version.of(catalogue), Part.SOFTWARE: Version.of(software)} == release.versions
    assert f'\nversion: "{catalogue}"\n' in release.texts["catalogue/catalogue.yaml"]
    assert f'\nversion = "{software}"\n' in release.texts["pyproject.toml"]
    again = read_changelog(release.texts["CHANGELOG.md"])
    assert release.versions == again.released()


def test_the_section_tells_part_by_part() -> None:
    """Both headings with their versions, breaks first and called so, and the older release below as it was."""
    release = planned("b.software.minor.md", "a.software.major.md")
    assert release
    expected = (
        f"## [2.0.0] - {DAY}\n\n### Catalogue 0.3.1\n\nUnchanged.\n\n### Software 2.0.0\n\n"
        "* **Breaking:** About a.software.major.md.\n* About b.software.minor.md.\n"
    )
    assert expected == release.section
    assert RELEASED.replace("## [1.4.2]", f"{expected}\n## [1.4.2]") == release.texts["CHANGELOG.md"]


def test_a_catalogue_alone_is_carried() -> None:
    """The software's part says why it has a new version."""
    release = planned("a.catalogue.patch.md")
    assert release
    assert "### Software 1.4.3\n\n* Carries catalogue 0.3.2.\n" in release.section


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"software": "1.4.2"}, "does not come after"),
        ({"software": "1.3.9"}, "does not come after"),
        ({"software": "1.4.3"}, "would be a patch"),
        ({"software": "1.5.1"}, "do not start anew"),
        ({"software": "2.1.0"}, "do not start anew"),
        ({"catalogue": "0.4.0"}, "nothing has changed in the catalogue"),
    ],
)
def test_what_semantic_versioning_forbids_is_refused(wanted: dict[str, str], said: str) -> None:
    """A version goes up, says no less than the changes do, starts anew behind the raised number, and means a change."""
    with pytest.raises(UsageError, match=said):
        planned("a.software.minor.md", **wanted)


@pytest.mark.parametrize("text", ["1.2", "01.2.3", "1.2.3-rc1", "v1.2.3", "1.2.٣", ""])
def test_a_version_is_three_plain_numbers(text: str) -> None:
    """Nothing else is read as one."""
    with pytest.raises(UsageError, match="is no version"):
        Version.of(text)


@given(before=VERSION, size=st.sampled_from(Size))
def test_the_next_version_may_be_asked_for(before: Version, size: Size) -> None:
    """What is chosen without a wish is also allowed as a wish, comes after, and reads back."""
    chosen = next_version("software", before, size, None)
    assert before < chosen
    assert chosen == next_version("software", before, size, chosen)
    assert chosen == Version.of(str(chosen))


@given(before=VERSION, size=st.sampled_from(Size), wanted=VERSION)
def test_a_wish_is_kept_or_refused(before: Version, size: Size, wanted: Version) -> None:
    """No other version comes out of it, and one that is kept is not below the least."""
    try:
        assert wanted == next_version("software", before, size, wanted)
    except UsageError:
        return
    assert wanted >= next_version("software", before, size, None)


def test_the_first_release_takes_what_stands_there() -> None:
    """What was never released keeps the versions that the files state, and takes hand-written entries along."""
    changelog = f"{EMPTY}\n### Catalogue\n\n* Written by hand.\n\n### Software\n"
    release = planned("a.catalogue.minor.md", changelog=changelog)
    assert release
    assert release.before == release.versions
    assert "### Catalogue 0.3.1\n\n* Written by hand.\n* About a.catalogue.minor.md.\n" in release.section
    assert "by hand" not in release.texts["CHANGELOG.md"].partition("## [0")[0].partition("## [1")[0]


@pytest.mark.parametrize(
    ("changelog", "said"),
    [
        (HEAD, "has not one heading"),
        (EMPTY + EMPTY, "has not one heading"),
        (f"{EMPTY}\nA word.\n", "belongs to no part"),
        (f"{EMPTY}\n### Added\n\n* x\n", "belongs to no part"),
        (f"{EMPTY}\n## 1.4.2\n", "is no"),
        (f"{EMPTY}\n## [1.4.2] - 2016-01-01\n\n* x\n", "no heading `### Catalogue VERSION`"),
        (RELEASED.replace("## [1.4.2]", "### Software\n\n* x\n\n## [1.4.2]"), "entries under Unreleased"),
        (RELEASED.replace("1.4.2", "1.4.1"), "states 1.4.2, and CHANGELOG.md was last released as 1.4.1"),
    ],
)
def test_a_changelog_that_cannot_be_continued_is_refused(changelog: str, said: str) -> None:
    """Headings that are missing, entries without a size, and versions that were raised by hand."""
    with pytest.raises(UsageError, match=said):
        planned("a.software.minor.md", changelog=changelog)


def test_nothing_new_is_no_release() -> None:
    """Without a change there is nothing to plan, and no version to ask for."""
    assert planned() is None
    with pytest.raises(UsageError, match="nothing has changed"):
        planned(software="2.0.0")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("software.minor.md", "x", "is not called"),
        ("a.software.minor.txt", "x", "is not called"),
        ("a.docs.minor.md", "x", "is no part"),
        ("a.software.huge.md", "x", "is no size"),
        ("a.software.minor.md", " \n", "says nothing"),
        ("a.software.minor.md", "One.\n\nTwo.", "one paragraph"),
        ("a.software.minor.md", "* One.", "one paragraph"),
    ],
)
def test_a_fragment_says_what_it_is(name: str, text: str, said: str) -> None:
    """A wrong name or text is named with its file; the folder's guide is no fragment."""
    with pytest.raises(UsageError, match=said) as raised:
        read_fragments({name: text, "README.md": "# Guide"})
    assert name in raised.value.message


def test_every_wrong_fragment_is_named() -> None:
    """The first fault does not hide the next."""
    with pytest.raises(UsageError, match=r"a\.docs.*; b\.md"):
        read_fragments({"a.docs.minor.md": "x", "b.md": "x"})


def test_lines_of_a_fragment_stay_together() -> None:
    """An entry of several lines is one item of the list; dots in a name are part of it."""
    (fragment,) = read_fragments({"v1.2 of it.software.patch.md": "One\nand two.\n"})
    assert ("v1.2 of it", "* One\n  and two.") == (fragment.name, fragment.entry())
