"""The page of one record: what its kind has to say, every field, sources, who names it, and where it is kept."""

from typing import Any
from urllib.parse import urlencode

from s1sr_validator.index.search import Hit, title_of
from s1sr_validator.model.kinds import KIND_BY_FOLDER
from s1sr_validator.model.lifecycle import standing_on
from s1sr_validator.model.record import Basis, Record
from s1sr_validator.publish.addresses import api_path, kind_path, page_path, relative
from s1sr_validator.publish.contents import Contents, heading_of
from s1sr_validator.publish.dated_sections import DATED_FIELDS
from s1sr_validator.publish.evidence import checked_in_words, evidence_in_words, evidence_of
from s1sr_validator.publish.markup import Html, bullets, element, joined, lines, link, pairs, table, web_link
from s1sr_validator.publish.page import Section, SitePage
from s1sr_validator.publish.record_sections import own_sections
from s1sr_validator.publish.values import Writer
from s1sr_validator.publish.words import label
from s1sr_validator.report.record_fields import record_fields

_COMMON = frozenset({"id", "summary", "citations", "conflicts", "notes"})
_OF_BEHAVIOURS = frozenset({"when", "cases", "baseline", "deviation"})
_OF_PAYLOADS = frozenset({"fields"})
_OF_SOURCES = frozenset({"places", "uncited"})
_SHOWN_ELSEWHERE = DATED_FIELDS | _COMMON | _OF_BEHAVIOURS | _OF_PAYLOADS | _OF_SOURCES
_LONG_LIST = 60


def record_page(hit: Hit, contents: Contents) -> SitePage:
    """Return the page of a record."""
    name = (hit.kind.folder, hit.record.id)
    path = page_path(*name)
    writer = Writer(contents, path, contents.named[name])
    return SitePage(
        path=path,
        title=heading_of(hit),
        lead=_lead(hit, contents, path),
        sections=(
            *own_sections(hit.record, contents, writer),
            Section("Fields", _fields(hit.record, writer)),
            Section("Sources", _sources(hit.record, writer)),
            Section("Named by", _users(hit, contents, writer)),
            Section("This record", _record_links(hit, contents, path)),
        ),
    )


def _lead(hit: Hit, contents: Contents, path: str) -> Html:
    """Return the kind, what holds on the day, the summary, and what speaks against the record."""
    record = hit.record
    badges = [link(relative(kind_path(hit.kind.folder), path), label(hit.kind.singular))]
    if hasattr(record, "lifecycle"):
        standing = standing_on(record.lifecycle, contents.as_of)
        badges.append(element("span", f"{standing or 'no standing'} on {contents.as_of}", class_="badge"))
    disputes = getattr(record, "disputes", ())
    if disputes:
        badges.append(element("span", f"! disputed by {len(disputes)}", class_="badge"))
    parts = [element("p", joined(badges, " "), class_="badges")]
    words = getattr(record, "summary", "") or ("" if title_of(record) in heading_of(hit) else title_of(record))
    parts += [element("p", words, class_="summary")] if words else []
    parts += [element("p", "Note: ", note, class_="note") for note in record.notes]
    return lines(parts)


def _fields(record: Record, writer: Writer) -> Html:
    """Return every field; one that is empty says that no source states it."""
    data = {name: value for name, value in record_fields(record).items() if name not in _SHOWN_ELSEWHERE}
    shown: list[tuple[object, Any]] = [("id", element("code", record.id))]
    return pairs([*shown, *((label(name), writer.value(value, (name,))) for name, value in data.items())])


def _sources(record: Record, writer: Writer) -> Html:
    parts = [_citations(record, writer)]
    for conflict in record.conflicts:
        says = bullets(
            joined([side.says, " (", writer.record("sources", side.source), f", {side.place})"])
            for side in conflict.sides
        )
        held = f"Sources disagree about {label(conflict.about)}. Held: {conflict.held} {conflict.reason}"
        parts += [element("p", held, class_="note"), says]
    return lines(parts)


def _citations(record: Record, writer: Writer) -> Html:
    if not record.citations:
        return element("p", "This record cites nothing: it is one itself, or its fields carry their sources.")
    rows = [
        [
            writer.record("sources", cited.source),
            cited.place,
            ", ".join(label(field) for field in cited.covers) or "everything",
            f"inferred: {cited.reason}" if cited.basis is Basis.INFERRED else "stated",
        ]
        for cited in sorted(record.citations, key=lambda cited: (cited.basis is Basis.INFERRED, cited.source))
    ]
    return table(["source", "place", "carries", "how"], rows, caption="What this record rests on")


def _users(hit: Hit, contents: Contents, writer: Writer) -> Html:
    """Return the records that name this one, by kind."""
    found: dict[str, list[str]] = {}
    for folder, record_id in contents.naming.get((hit.kind.folder, hit.record.id), ()):
        found.setdefault(folder, []).append(record_id)
    if not found:
        return element("p", "No other record names this one.")
    return pairs(
        (f"{KIND_BY_FOLDER[folder].title} ({len(ids)})", _linked(folder, ids, contents, writer))
        for folder, ids in found.items()
    )


def _linked(folder: str, ids: list[str], contents: Contents, writer: Writer) -> Html:
    shown = [writer.record(folder, name) for name in ids[:_LONG_LIST]]
    if len(ids) > _LONG_LIST:
        shown.append(link(relative(kind_path(folder), writer.page), f"and {len(ids) - _LONG_LIST} more"))
    return bullets(shown, class_="many") if contents.has(folder, ids[0]) else joined(ids, ", ")


def _record_links(hit: Hit, contents: Contents, path: str) -> Html:
    """Return where the record is kept, its other forms, and what to do where it is wrong."""
    origin = contents.lookup.origin(hit.kind.folder, hit.record.id)
    document = api_path(hit.kind.folder, hit.record.id)
    links = [link(relative(document, path), "JSON")]
    if origin.file in contents.publication.authored:
        links.append(link(relative(yaml_path(document), path), "YAML"))
    stamp, evidence = contents.snapshot.stamp, evidence_of(hit.record, contents)
    return pairs(
        [
            ("evidence", evidence_in_words(evidence)),
            ("sources last checked", checked_in_words(evidence)),
            ("file", element("code", f"{origin.file}:{origin.line}")),
            ("other forms", joined(links, ", ")),
            ("wrong or missing?", _ways_to_change(hit, origin.file, contents.publication.repository)),
            ("catalogue", f"{stamp.version}, digest {stamp.digest[:12]}, shown as of {contents.as_of}"),
        ]
    )


def yaml_path(document: str) -> str:
    """Return the path of a record's authored form, beside its API document."""
    return document.removesuffix(".json") + ".yaml"


def _ways_to_change(hit: Hit, file: str, repository: str) -> Html:
    if not repository:
        return element("span", "Change the file above and propose it; see the guide on proposing a clause.")
    title = f"{hit.kind.singular} {hit.record.id}"
    edit = web_link(f"{repository}/edit/main/{file}", "edit this record")
    report = web_link(f"{repository}/issues/new?{urlencode({'title': title})}", "report a fault")
    return joined([edit, report], ", ")
