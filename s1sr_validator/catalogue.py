"""The catalogue as Python callers see it: load one, ask it."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from s1sr_validator.bundle import default_snapshot, folder_snapshot
from s1sr_validator.checking.check import check
from s1sr_validator.checking.roles import read_role
from s1sr_validator.examination import Circumstances, examine, predictable
from s1sr_validator.index.cohorts import find_cohort
from s1sr_validator.index.history import history_of, timeline
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import find_id, natural_order, search
from s1sr_validator.index.snapshot import Snapshot, from_bytes
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.errors import CatalogueError, UsageError
from s1sr_validator.model.finding import in_order
from s1sr_validator.model.history import CategoryAnswer, Moment
from s1sr_validator.model.kinds import find_kind
from s1sr_validator.model.lifecycle import LIVE_STANDINGS, Standing
from s1sr_validator.model.message import Message, Unread
from s1sr_validator.model.prediction import CatalogueStamp, PredictionReport
from s1sr_validator.model.record import Record
from s1sr_validator.prediction.devices import find_devices
from s1sr_validator.prediction.exclusions import categories_met
from s1sr_validator.prediction.predict import predict
from s1sr_validator.prediction.vocabulary import read_state, read_values
from s1sr_validator.report.filters import matching

_DECLARED_ENCODING = re.compile(r"""\A(\ufeff?<\?xml\s[^>]*?)\sencoding\s*=\s*(?:"[^">]*"|'[^'>]*')""")


class Catalogue:
    """A compiled catalogue: clauses, matrix, Device Models, services and codes, with the questions they answer."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Wrap a snapshot; use `bundled` or `load` to get one."""
        self.snapshot = snapshot

    @classmethod
    def bundled(cls) -> "Catalogue":
        """Return the catalogue that came with this installation (in a checkout: its own catalogue folder).

        Raises:
            CatalogueError: it has errors, or is missing.
        """
        return cls(default_snapshot())

    @classmethod
    def load(cls, path: str | Path) -> "Catalogue":
        """Return the catalogue of a folder of YAML records, or of a compiled snapshot file.

        Raises:
            CatalogueError: the records have errors (all in `findings`), or the file is no snapshot.
        """
        place = Path(path)
        if place.is_dir():
            return cls(folder_snapshot(place))
        try:
            return cls(from_bytes(place.read_bytes()))
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
            raise CatalogueError(f"{place}: {reason}", (), tip="give a catalogue folder or a snapshot file") from None

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
        """Version and digest, as every result carries them."""
        return CatalogueStamp(version=self.version, digest=self.digest)

    @cached_property
    def lookup(self) -> Lookup:
        """Indexes over the records."""
        return Lookup(self.snapshot)

    def predict(
        self,
        request: bytes | str,
        *,
        device: str,
        as_of: dt.date | str,
        state: Mapping[str, object] | None = None,
        standing: str = Standing.PROPOSED,
        srv: str = "",
        name: str = "request",
        trace: bool = False,
        findings: bool = True,
    ) -> PredictionReport:
        """Predict how Device Models will answer a Service Request.

        Args:
            request: the DUIS Service Request, as XML bytes or text.
            device: a CPL key, whole (`ESME/1028/5678/0201/03465317`) or partial (`ESME/1028`).
            as_of: the day whose clauses count, as a date or ISO 8601 text.
            state: what is known of the Device's state, by declared name (`billing_log.entries_in_period`).
            standing: the lowest standing to listen to: observed, proposed or designated.
            srv: the SRV, where only the body element is given.
            name: what to call the request in findings.
            trace: whether to say of every claim considered how each step went.
            findings: whether to check the request as well, as `check` does.

        Returns:
            One prediction for each Device Model that the key stands for.

        Raises:
            InputError: the request cannot be used; `finding` says where and why.
            UsageError: an unknown device, state name, standing, or a value of the wrong type.
        """
        day, lowest = read_day(as_of), read_standing(standing)
        values = read_state(state or {}, self.lookup)
        devices = find_devices(device, self.lookup)
        context = predictable(Message(name, _in_bytes(request)), Circumstances(self.lookup, day, devices, srv=srv))
        report = predict(
            context.request, devices, self.lookup, as_of=day, state=values, lowest_standing=lowest, traced=trace
        )
        return msgspec.structs.replace(report, findings=check(context).findings) if findings else report

    def check(
        self,
        request: bytes | str,
        *,
        as_of: dt.date | str,
        device: str = "",
        role: str = "",
        srv: str = "",
        name: str = "request",
    ) -> CheckReport:
        """Check a Service Request against its schema and what the schema does not hold it to.

        Args:
            request: the DUIS Service Request, or its body element alone, as bytes or text.
            as_of: the day on which it is sent, as a date or ISO 8601 text.
            device: a CPL key, whole or partial, of the Device that it goes to; left out, no rule asks about a Device.
            role: the User Role of the sender, for example `IS`; left out, no rule asks about it.
            srv: the SRV, where only the body element is given.
            name: what to call the request in findings.

        Returns:
            The findings, and the codes of the rules that were asked. What cannot be read as a request is a finding too.

        Raises:
            UsageError: an unknown device, role or SRV, or a text that is no day.
        """
        return self.check_all([Message(name, _in_bytes(request))], as_of=as_of, device=device, role=role, srv=srv)

    def check_all(
        self,
        messages: Iterable[Message | Unread],
        *,
        as_of: dt.date | str,
        device: str = "",
        role: str = "",
        srv: str = "",
    ) -> CheckReport:
        """Check several Service Requests, each by itself and all of them as one batch; arguments as for `check`."""
        day = read_day(as_of)
        devices = find_devices(device, self.lookup) if device else ()
        sender = read_role(role, self.lookup) if role else ""
        examined = examine(messages, Circumstances(self.lookup, day, devices, sender, srv))
        return CheckReport(
            catalogue=self.stamp,
            as_of=day,
            device=device,
            role=sender,
            requests=tuple(checked.request for checked in examined.checked),
            unread=tuple(unread.name for unread in examined.unread),
            findings=in_order(examined.findings),
        )

    def show(self, record_id: str) -> tuple[Record, ...]:
        """Return every record that an id can mean: `S1B-0001`, `S1SR:18.17p`, `4.4.2`, `cohort:moc-secure`.

        Returns:
            The records, best first; empty when no record has the id. Lists inside a record are in canonical order,
            which is not that of the paper: sort questions and steps by `order`, milestones by `date`.
        """
        return tuple(hit.record for hit in find_id(self.snapshot, record_id))

    def list(self, kind: str, *where: str) -> tuple[Record, ...]:
        """Return the records of a kind for which every `field=value` holds, in natural order of their ids.

        Raises:
            UsageError: the kind or a field does not exist.
        """
        records = matching(self.snapshot.records.of_kind(find_kind(kind).folder), where)
        return tuple(sorted(records, key=lambda record: natural_order(record.id)))

    def search(self, words: str) -> tuple[Record, ...]:
        """Return the records in which every word occurs, best first."""
        return tuple(hit.record for hit in search(self.snapshot, words))

    def history(self, record_id: str) -> tuple[Moment, ...]:
        """Return the dated events of a record and of the records that name it, in order of time."""
        return history_of(self.snapshot, find_id(self.snapshot, record_id))

    def timeline(self, cohort: str = "") -> tuple[Moment, ...]:
        """Return the dated events about a cohort (id, name or GroupID), or all of them.

        Raises:
            UsageError: no cohort is called that.
        """
        return timeline(self.snapshot, find_cohort(cohort, self.snapshot).id if cohort else "")

    def exclusions(self, facts: Mapping[str, object]) -> tuple[CategoryAnswer, ...]:
        """Answer for each exclusion category whether an installation met it, by what is known of it.

        Args:
            facts: values by declared name, for example `{"installation.cohort": "ioc"}`.

        Raises:
            UsageError: an unknown name or a value of the wrong type.
        """
        return categories_met(read_values(facts, self.lookup.installation_states), self.lookup)


def _in_bytes(text: bytes | str) -> bytes:
    """Encode a text; the encoding that its XML declaration names was that of the bytes it once was."""
    if isinstance(text, bytes):
        return text
    return _DECLARED_ENCODING.sub(r"\1", text, count=1).encode(errors="surrogatepass")


def read_day(value: dt.date | str) -> dt.date:
    """Return a day from a date or ISO 8601 text.

    Raises:
        UsageError: the text is no day.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{value!r} is not a day", tip="write it as 2025-11-30") from None


def read_standing(value: str) -> Standing:
    """Return the lowest standing to listen to.

    Raises:
        UsageError: the text names no standing that predicts anything.
    """
    if value in LIVE_STANDINGS:
        return Standing(value)
    raise UsageError(f"{value!r} is not a standing to ask for", tip=f"one of: {', '.join(LIVE_STANDINGS)}")
