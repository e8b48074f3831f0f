"""Where a project's own file lies; apart from what reads it, because most projects have none."""

from pathlib import Path

from s1sr_validator.load import project_rules as rules


def find_project_file(start: Path, home: Path) -> Path | None:
    """Return the nearest `s1sr.toml` of a folder and those above it, up to a repository's root or the home folder.

    Outside of both only the folder itself counts: a file that somebody else put higher up must not hide findings.
    """
    for folder in _folders(start, home):
        if _is_there(folder / rules.FILE_NAME):
            return folder / rules.FILE_NAME
    return None


def _folders(start: Path, home: Path) -> list[Path]:
    folders = [start, *start.parents]
    for count, folder in enumerate(folders, start=1):
        if folder == home or _is_there(folder / ".git"):
            return folders[:count]
    return [start]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
