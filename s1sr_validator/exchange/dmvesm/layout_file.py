"""A layout file: what a person says of a matrix's sheets in place of what would be recognised."""

from enum import StrEnum
from pathlib import Path

import msgspec
import yaml
from openpyxl.utils import column_index_from_string

from s1sr_validator.exchange.dmvesm.rules import LAYOUT
from s1sr_validator.exchange.dmvesm.selectors import Selection, read_selection
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

MAX_BYTES = 100_000


class Orientation(StrEnum):
    """Which way the clauses run."""

    DOWN = "clauses_down"
    ACROSS = "clauses_across"


class HeadingField(StrEnum):
    """What a line of headings holds of the devices."""

    DEVICE = "device"
    DEVICE_TYPE = "device_type"
    MANUFACTURER = "manufacturer"
    MODEL = "model"
    HARDWARE = "hardware"
    FIRMWARE = "firmware"
    SELECTOR = "selector"
    LABEL = "label"
    EDITION = "edition"
    RECORD = "record"
    NOTES = "notes"


class MarkMeaning(StrEnum):
    """What a mark says: the clause applies, or it does not."""

    YES = "yes"
    NO = "no"


class LayoutFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A layout file; lines are letters of columns or numbers of rows, and `first` is the first one with marks."""

    sheet: str = ""
    orientation: Orientation | None = None
    clauses: str = ""
    headings: dict[str, HeadingField] = {}
    first: str = ""
    notes: tuple[str, ...] = ()
    marks: dict[str, MarkMeaning] = {}
    device_names: dict[str, tuple[str, ...]] = {}
    redline: bool | None = None

    @property
    def gives_places(self) -> bool:
        """Say whether the file says where the sides of the matrix are."""
        return bool(self.orientation and self.clauses and self.headings and self.first)

    def selections(self) -> dict[str, Selection]:
        """Return the selectors of each heading that the file explains, by its words in lower case."""
        return {
            " ".join(name.casefold().split()): read_selection("; ".join(s)) for name, s in self.device_names.items()
        }


def read_layout(path: Path) -> LayoutFile:
    """Read a layout file.

    Raises:
        InputError: it cannot be read, has an unknown key, or says half of where the matrix is.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _refused(path, f"it has more than {MAX_BYTES:,} bytes")
        # The plain loader makes texts of all values: no column N becomes a truth value, no row a number.
        content = yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts
        layout = msgspec.convert(content, LayoutFile, strict=False)
    except OSError as error:
        raise _refused(path, error.strerror or str(error)) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise _refused(path, " ".join(str(error).split())) from None
    _check(layout, path)
    return layout


def line_number(text: str) -> int:
    """Return the number of a row or a column's letters.

    Raises:
        ValueError: it is neither.
    """
    plain = text.strip().upper()
    return int(plain) if plain.isdecimal() else column_index_from_string(plain)


def _check(layout: LayoutFile, path: Path) -> None:
    places = (layout.orientation, layout.clauses, layout.headings, layout.first)
    if any(places) and not all(places):
        raise _refused(path, "orientation, clauses, headings and first are given together or not at all")
    for line in filter(None, (layout.clauses, layout.first, *layout.headings, *layout.notes)):
        try:
            line_number(line)
        except ValueError:
            raise _refused(path, f"{line!r} is no row and no column") from None
    for name, patterns in layout.selections().items():
        if not patterns:
            raise _refused(path, f"the selectors of {name!r} are none; write for example ESME/1028")


def _refused(path: Path, why: str) -> InputError:
    tip = "keys: sheet, orientation, clauses, headings, first, notes, marks, device_names, redline"
    return InputError(LAYOUT.finding(f"{path} is no layout: {why}", Location(file=str(path)), tip=tip))
