"""Options about the project's own file and about which rules to ask, shared by the commands that have rules."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

from s1sr_validator.cli.declared import Option
from s1sr_validator.model.project import Project, RunCoverage, Selection
from s1sr_validator.model.rule import Rule

Select = Annotated[
    list[str] | None,
    Option(
        "--select",
        metavar="RULES",
        help="Ask these rules only: codes, their beginnings or names, with commas; repeatable.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    Option("--ignore", metavar="RULES", help="Leave these rules out; stronger than --select. Repeatable."),
]
ConfigFile = Annotated[
    Path | None,
    Option("--config", metavar="FILE", help="The project's file. [default: the nearest s1sr.toml]", show_default=False),
]
NoConfig = Annotated[bool, Option("--no-config", help="Read no project file.")]


def project_at(config: Path | None, *, no_config: bool) -> Project:
    """Return the project of a named file, or of the nearest one; an empty project where there is none.

    Raises:
        InputError: the file cannot be opened, or is not TOML.
        UsageError: a file is named and refused at once.
    """
    from s1sr_validator.load.project_place import find_project_file
    from s1sr_validator.model.errors import UsageError

    if no_config:
        if config is not None:
            raise UsageError("--config and --no-config exclude each other", tip="give one of them")
        return Project()
    if config is None:
        found = find_project_file(Path.cwd(), _home())
        if found is None:
            return Project()
        config = Path(os.path.relpath(found))
    # What reads the file costs more to import than a prediction takes.
    from s1sr_validator.load.project_file import read_project

    return read_project(config)


def sound(project: Project) -> Project:
    """Return a project without findings, for commands that report none.

    Raises:
        InputError: something in its file is wrong.
    """
    from s1sr_validator.model.errors import InputError

    if project.findings:
        raise InputError(project.findings[0])
    return project


def chosen(select: list[str] | None, ignore: list[str] | None, given: Selection, rules: Sequence[Rule]) -> Selection:
    """Return the selection of the command line; each option that is given replaces the file's list.

    Raises:
        UsageError: a word stands for no rule, or no rule is left.
    """
    from s1sr_validator.checking.selection import read_selection

    return read_selection(
        given.select if select is None else _words(select), given.ignore if ignore is None else _words(ignore), rules
    )


def file_in(project: Project) -> Callable[[str], str]:
    """Return what tells how a project's patterns see the name of an input: from the project's folder on."""
    here = Path.cwd()
    folder = project.folder or here

    def name_of(name: str) -> str:
        try:
            return Path(os.path.relpath(here / name, folder)).as_posix()
        except ValueError:  # on another drive
            return Path(name).as_posix()

    return name_of


def coverage_of(inputs: Sequence[str], project: Project, *, as_usual: bool) -> RunCoverage:
    """Say how much of a project is looked at.

    Args:
        inputs: what the command was given: files, folders or patterns.
        project: the project; all of it is looked at where its own folder, or one above it, is an input.
        as_usual: Device and role are those of the project's file, not of the command line.
    """
    if not as_usual:
        return RunCoverage.PART
    folder = Path(project.folder)
    given = [Path.cwd() / name for name in inputs]
    is_whole = any(path.is_dir() and folder.is_relative_to(path.resolve()) for path in given)
    return RunCoverage.WHOLE if is_whole else RunCoverage.FILES


def _words(given: list[str]) -> tuple[str, ...]:
    """Split at commas; an empty text takes every word of the file's list out."""
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())


def _home() -> Path:
    """Return the home folder; where there is none, the root, which nothing lies above."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(Path.cwd().anchor)
