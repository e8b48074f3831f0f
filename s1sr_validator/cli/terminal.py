"""What commands share: the page for this terminal, the day, and how errors are said."""

import datetime as dt
import os
import shutil
import sys

from s1sr_validator.model.errors import CatalogueError, InputError, S1srError
from s1sr_validator.report.page import Ink, Page

_SHOWN_FINDINGS = 20


def new_page() -> Page:
    """Return a page as wide as the terminal (80 columns elsewhere), in colour only on a terminal that wants it."""
    width = shutil.get_terminal_size((80, 24)).columns
    return Page(width=min(width, 120), colour=sys.stdout.isatty() and wants_colour())


def wants_colour() -> bool:
    """Say whether the environment allows colour (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def today() -> dt.date:
    """Return the day, which no other layer knows."""
    return dt.datetime.now(tz=dt.UTC).date()


def say_error(error: S1srError) -> int:
    """Write an error to stderr: what is wrong, where, what to do. Returns its exit code."""
    width = shutil.get_terminal_size((80, 24)).columns
    page = Page(width=min(width, 120), colour=sys.stderr.isatty() and wants_colour())
    page.line(f"error: {error.message}", ink=Ink.BAD)
    if isinstance(error, InputError):
        page.line(f"at {error.finding.location} ({error.finding.code}; s1sr explain {error.finding.code})", indent=2)
    if isinstance(error, CatalogueError):
        for finding in error.findings[1:_SHOWN_FINDINGS]:
            page.line(f"{finding.location}: {finding.code} {finding.message}", indent=2)
    if error.tip:
        page.line(error.tip, indent=2)
    sys.stderr.write(str(page))
    return error.exit_code
