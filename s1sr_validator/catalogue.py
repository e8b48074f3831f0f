"""The catalogue as Python callers see it: load one, ask it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from s1sr_validator.bundle import default_snapshot, folder_snapshot, overlaid_snapshot
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import Snapshot, from_bytes
from s1sr_validator.message_questions import MessageQuestions
from s1sr_validator.model.errors import CatalogueError
from s1sr_validator.model.kinds import find_kind
from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.model.record import Record
from s1sr_validator.prediction.vocabulary import read_values

if TYPE_CHECKING:
    from s1sr_validator.model.history import CategoryAnswer, Moment


class Catalogue(MessageQuestions):
    """A compiled catalogue: clauses, matrix, Device Models, services and codes, with the questions they answer."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Wrap a snapshot; use `bundled` or `load` to get one."""
        self.snapshot = snapshot

    @classmethod
    def bundled(cls, *, overlays: str | Path | Iterable[str | Path] = ()) -> "Catalogue":
        """Return the catalogue that came with this installation (in a checkout: its own catalogue folder).

        Args:
            overlays: a folder of private records to put over it, or several, as `with_overlay` does.

        Raises:
            CatalogueError: it has errors, or is missing.
        """
        return cls(default_snapshot()).with_overlay(*_paths(overlays))

    @classmethod
    def load(cls, path: str | Path, *, overlays: str | Path | Iterable[str | Path] = ()) -> "Catalogue":
        """Return the catalogue of a folder of YAML records, or of a compiled snapshot file.

        Args:
            path: the catalogue folder, or the snapshot file.
            overlays: a folder of private records to put over it, or several, as `with_overlay` does.

        Raises:
            CatalogueError: the records have errors (all in `findings`), or the file is no snapshot.
        """
        place = Path(path)
        if place.is_dir():
            return cls(folder_snapshot(place)).with_overlay(*_paths(overlays))
        try:
            found = cls(from_bytes(place.read_bytes()))
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
            raise CatalogueError(f"{place}: {reason}", (), tip="give a catalogue folder or a snapshot file") from None
        return found.with_overlay(*_paths(overlays))

    def with_overlay(self, *folders: str | Path) -> "Catalogue":
        """Return this catalogue with private overlays over it; this one stays as it is.

        An overlay is a folder of records as in a catalogue (`behaviours/`, `matrix/`, `sources/` ...): findings of the
        caller's own. It only adds. Its claims are listened to whatever `standing` is asked for, carry its name in
        `overlay`, and where one contradicts another claim both are disputed.

        Args:
            folders: the overlays' folders; they may name each other's records, and their order makes no difference.

        Raises:
            UsageError: a folder is none or holds no records, or two overlays have one name.
            CatalogueError: the overlays have errors, or hold records that are below already (all in `findings`).
        """
        return Catalogue(overlaid_snapshot(self.snapshot, _paths(folders))) if folders else self

    @property
    def version(self) -> str:
        """The data's own semantic version."""
        return self.snapshot.header.version

    @property
    def digest(self) -> str:
        """SHA-256 over the catalogue's content, in hex."""
        return self.snapshot.digest

    @property
    def stamp(self) -> CatalogueStamp:
        """Version and digest, and those of the overlays, as every result carries them."""
        return self.snapshot.stamp

    @cached_property
    def lookup(self) -> Lookup:
        """Indexes over the records."""
        return Lookup(self.snapshot)

    def show(self, record_id: str) -> tuple[Record, ...]:
        """Return every record that an id can mean: `S1B-0001`, `S1SR:18.17p`, `4.4.2`, `cohort:moc-secure`.

        Returns:
            The records, best first; empty when no record has the id. Lists inside a record are in canonical order,
            which is not that of the paper: sort questions and steps by `order`, milestones by `date`.
        """
        from s1sr_validator.index.search import find_id

        return tuple(hit.record for hit in find_id(self.snapshot, record_id))

    def list(self, kind: str, *where: str) -> tuple[Record, ...]:
        """Return the records of a kind for which every `field=value` holds, in natural order of their ids.

        Raises:
            UsageError: the kind or a field does not exist.
        """
        from s1sr_validator.index.search import natural_order
        from s1sr_validator.report.filters import matching

        records = matching(self.snapshot.records.of_kind(find_kind(kind).folder), where)
        return tuple(sorted(records, key=lambda record: natural_order(record.id)))

    def search(self, words: str) -> tuple[Record, ...]:
        """Return the records in which every word occurs, best first."""
        from s1sr_validator.index.search import search

        return tuple(hit.record for hit in search(self.snapshot, words))

    def history(self, record_id: str) -> tuple["Moment", ...]:
        """Return the dated events of a record and of the records that name it, in order of time."""
        from s1sr_validator.index.history import history_of
        from s1sr_validator.index.search import find_id

        return history_of(self.snapshot, find_id(self.snapshot, record_id))

    def timeline(self, cohort: str = "") -> tuple["Moment", ...]:
        """Return the dated events about a cohort (id, name or GroupID), or all of them.

        Raises:
            UsageError: no cohort is called that.
        """
        from s1sr_validator.index.cohorts import find_cohort
        from s1sr_validator.index.history import timeline

        return timeline(self.snapshot, find_cohort(cohort, self.snapshot).id if cohort else "")

    def exclusions(self, facts: Mapping[str, object]) -> tuple["CategoryAnswer", ...]:
        """Answer for each exclusion category whether an installation met it, by what is known of it.

        Args:
            facts: values by declared name, for example `{"installation.cohort": "ioc"}`.

        Raises:
            UsageError: an unknown name or a value of the wrong type.
        """
        from s1sr_validator.prediction.exclusions import categories_met

        return categories_met(read_values(facts, self.lookup.installation_states), self.lookup)


def _paths(folders: str | Path | Iterable[str | Path]) -> list[Path]:
    """Return the folders; one that is given by itself is one, although a text is a row of letters too."""
    return [Path(folder) for folder in ([folders] if isinstance(folders, str | Path) else folders)]
