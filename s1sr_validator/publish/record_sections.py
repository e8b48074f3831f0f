"""What pages of single kinds have beside their fields: trees, known answers, Device Models, timelines."""

from collections.abc import Callable

from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.device import Device
from s1sr_validator.model.history import CoveredPart
from s1sr_validator.model.migration import Exclusion
from s1sr_validator.model.payload import Payload, PayloadField
from s1sr_validator.model.payload_tree import PayloadNode, payload_tree
from s1sr_validator.model.prediction import Assessment, DevicePrediction
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Source
from s1sr_validator.model.service import Service
from s1sr_validator.publish.behaviour_sections import behaviour_sections
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.dated_sections import dated_sections
from s1sr_validator.publish.markup import Html, bullets, element, joined, lines, table
from s1sr_validator.publish.page import Section
from s1sr_validator.publish.values import Writer
from s1sr_validator.publish.words import STATES, rule_in_words


def own_sections(record: Record, contents: Contents, writer: Writer) -> list[Section]:
    """Return the sections that only records of this kind have."""
    found = _SECTIONS.get(type(record))
    return [*(found(record, contents, writer) if found else ()), *dated_sections(record, writer)]


def _of_device(device: Device, contents: Contents, writer: Writer) -> list[Section]:
    known = contents.assessed_of(device.id)
    rows = [[writer.record("services", srv), *_assessed(found, writer)] for srv, found in known.items()]
    rest = len(contents.lookup.services) - len(known)
    note = f"{rest} of {len(contents.lookup.services)} services are not assessed: that does not mean that it conforms."
    return [Section("What it answers", _known(["SRV", "assessment", "claims"], rows, contents, note))]


def _of_service(service: Service, contents: Contents, writer: Writer) -> list[Section]:
    known = contents.assessed_for(service.id)
    rows = [[writer.record("devices", key), *_assessed(found, writer)] for key, found in known.items()]
    rest = len(contents.lookup.devices) - len(known)
    note = f"{rest} of {len(contents.lookup.devices)} Device Models are not assessed: that does not mean they conform."
    payload = contents.lookup.payloads.get(service.response_payload)
    tree = _payload(payload) if payload else element("p", "The catalogue holds no payload of a response for it.")
    return [
        Section("What Device Models answer", _known(["Device Model", "assessment", "claims"], rows, contents, note)),
        Section("Response payload", tree),
    ]


def _known(head: list[str], rows: list[list[object]], contents: Contents, note: str) -> Html:
    if not rows:
        return element("p", note)
    return lines([table(head, rows, caption=f"Known on {contents.as_of}"), element("p", note)])


def _assessed(found: DevicePrediction, writer: Writer) -> list[object]:
    claims = (*found.deviations, *found.conformance)
    named = [joined([writer.record("behaviours", claim.behaviour), f" ({claim.standing})"]) for claim in claims]
    return [state_words(found.assessment), joined(named, ", ")]


def state_words(assessment: Assessment) -> Html:
    """Return an assessment with its letter, for text and tables."""
    state = STATES[assessment]
    return element("span", element("b", state.letter), " ", state.name, class_=f"state {assessment.replace('_', '-')}")


def _of_payload(payload: Payload, _contents: Contents, _writer: Writer) -> list[Section]:
    return [Section("Elements", _payload(payload))]


def _payload(payload: Payload) -> Html:
    tree = payload_tree(payload)
    if not tree.children and not tree.attributes:
        return element("p", element("code", payload.id), " holds nothing.")
    return lines([element("p", element("code", payload.id)), _branch(tree)])


def _branch(node: PayloadNode) -> Html:
    leaves = [_leaf(field) for field in node.attributes]
    branches = [
        joined([_leaf(child.field), _branch(child)]) if child.children or child.attributes else _leaf(child.field)
        for child in node.children
    ]
    return bullets((*leaves, *branches), class_="tree")


def _leaf(field: PayloadField) -> Html:
    choice = ", excludes its neighbours" if field.choice is not None else ""
    return joined([element("code", field.name), f" {field.type}, {field.occurs}{choice}"])


def _of_row(row: MatrixRow, contents: Contents, writer: Writer) -> list[Section]:
    devices = [
        device.id
        for device in contents.lookup.devices.values()
        if any(pattern.matches(device) for pattern in row.devices)
    ]
    words = element("p", f"It selects {len(devices)} of {len(contents.lookup.devices)} Device Models.")
    links = bullets((writer.record("devices", device) for device in devices), class_="many")
    return [Section("Device Models that it selects", lines([words, links]))]


def _of_exclusion(exclusion: Exclusion, contents: Contents, _writer: Writer) -> list[Section]:
    rule = rule_in_words(exclusion, contents.lookup)
    return [Section("Evidence rule", element("p", rule or "No evidence rule is recorded."))]


def _of_source(source: Source, contents: Contents, writer: Writer) -> list[Section]:
    """Return the parts that the source lists, with who cites each, or why nobody needs to."""
    parts = contents.parts.get(source.id)
    if not parts:
        return [Section("Parts", element("p", "The parts of this source are not listed."))]
    rows = [[part.part, _citing(part, writer), part.set_aside or "-"] for part in parts]
    return [Section("Parts", table(["part", "cited by", "set aside"], rows, caption="Parts and who cites them"))]


def _citing(part: CoveredPart, writer: Writer) -> Html:
    named = [name.partition("/") for name in part.cited_by]
    return joined([writer.record(folder, record_id) for folder, _, record_id in named], ", ") if named else joined("-")


_SECTIONS: dict[type[Record], Callable[..., list[Section]]] = {
    Behaviour: behaviour_sections,
    Device: _of_device,
    Exclusion: _of_exclusion,
    MatrixRow: _of_row,
    Payload: _of_payload,
    Service: _of_service,
    Source: _of_source,
}
