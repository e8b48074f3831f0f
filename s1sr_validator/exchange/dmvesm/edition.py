"""Which edition a matrix is, and from which day it counts: as given, as the catalogue has it, as the file says."""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from s1sr_validator.exchange.dmvesm.state import MatrixState
from s1sr_validator.exchange.dmvesm.workbook import MatrixWorkbook
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.regulation import Edition, EditionStatus

_VERSION = r"[0-9]{1,3}\.[0-9]{1,3}"
_STATED = re.compile(rf"\b(?:version|edition|v|matrix|dmvesm)\s*(?:v\s*)?({_VERSION})\b(?!\.)", re.IGNORECASE)
_IN_NAME = re.compile(r"v\.?[\s_]?([0-9]{1,3})[._-]([0-9]{1,3})(?![0-9])", re.IGNORECASE)
_REDLINE = "-redline"
_TOP_ROWS = 20


class MatrixEdition(msgspec.Struct, frozen=True, kw_only=True):
    """An edition of the matrix: its id (empty: not known), its day, and whether the catalogue has it already."""

    id: str = ""
    version: str = ""
    date: dt.date | None = None
    is_redline: bool = False
    is_known: bool = False

    @property
    def can_be_written(self) -> bool:
        """Say whether a row can name it and begin on a day."""
        return bool(self.id and self.date)


def find_edition(
    state: MatrixState, workbook: MatrixWorkbook, *, given: str, date: dt.date | None, redline: bool
) -> MatrixEdition:
    """Return the edition that is given, else the only one that the workbook or its file name states.

    Raises:
        UsageError: what is given is no version, or several editions of the catalogue have it.
    """
    text = given.removeprefix(f"{state.document.id}/")
    if not text:
        stated = sorted(set(_stated(workbook)))
        text = stated[0] if len(stated) == 1 else ""
    if not text:
        return MatrixEdition(date=date, is_redline=redline)
    if not re.fullmatch(rf"{_VERSION}({_REDLINE})?", text):
        raise UsageError(f"{given!r} is no version of a matrix", tip="write it as 12.4 or 12.4-redline")
    return _edition(state, text, date, redline=redline or text.endswith(_REDLINE))


def named_edition(state: MatrixState, edition: str, date: dt.date | None) -> MatrixEdition:
    """Return the edition that a heading names by its id; one without an id where the catalogue has none such."""
    found = [known for known in state.editions if known.id == edition]
    return _known(found[0], date) if found else MatrixEdition()


def version_key(version: str) -> tuple[int, ...]:
    """Return a version in a form that sorts as numbers do."""
    return tuple(map(int, re.findall("[0-9]+", version)))


def _edition(state: MatrixState, text: str, date: dt.date | None, *, redline: bool) -> MatrixEdition:
    version = text.removesuffix(_REDLINE)
    exact = [edition for edition in state.editions if edition.id == f"{state.document.id}/{text}"]
    alike = [edition for edition in state.editions if edition.version == version]
    found = exact or [edition for edition in alike if (edition.status is EditionStatus.REDLINE) or not redline]
    if len(found) > 1:
        names = ", ".join(edition.id for edition in found)
        raise UsageError(f"several editions have version {version}: {names}", tip="give one of them: --edition ID")
    # Where only the redline is known and the day of another publication is given, this is that other publication.
    is_other = bool(found) and not redline and not exact and _is_later(found[0], date)
    if found and not is_other:
        return _known(found[0], date)
    ending = _REDLINE if redline else ""
    return MatrixEdition(id=f"{state.document.id}/{version}{ending}", version=version, date=date, is_redline=redline)


def _is_later(edition: Edition, date: dt.date | None) -> bool:
    return edition.status is EditionStatus.REDLINE and date is not None and date.isoformat() > edition.published


def _known(edition: Edition, date: dt.date | None) -> MatrixEdition:
    is_day = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", edition.published)
    return MatrixEdition(
        id=edition.id,
        version=edition.version,
        date=date or (dt.date.fromisoformat(edition.published) if is_day else None),
        is_redline=edition.status is EditionStatus.REDLINE,
        is_known=True,
    )


def _stated(workbook: MatrixWorkbook) -> Iterator[str]:
    if found := _IN_NAME.search(workbook.name):
        yield f"{found[1]}.{found[2]}"
    for grid in workbook.grids:
        for (row, _), cell in grid.cells.items():
            if row <= _TOP_ROWS:
                yield from _STATED.findall(cell.text)
