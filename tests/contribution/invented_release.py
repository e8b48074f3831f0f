"""Invented files of a release, for tests."""

HEAD = "# Changelog\n\nWords.\n"
EMPTY = f"{HEAD}\n## [Unreleased]\n"
RELEASED = f"{EMPTY}\n## [1.4.2] - 2016-01-01\n\n### Catalogue 0.3.1\n\n* Old.\n\n### Software 1.4.2\n\nUnchanged.\n"


def files(changelog: str, catalogue: str = "0.3.1", software: str = "1.4.2") -> dict[str, str]:
    """Return the texts that a release is about."""
    return {
        "CHANGELOG.md": changelog,
        "catalogue/catalogue.yaml": f'id: catalogue\nversion: "{catalogue}"\nschema_version: "1"\n',
        "pyproject.toml": f'[project]\nname = "invented"\nversion = "{software}"\n',
    }
