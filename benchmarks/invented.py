"""Invented data for measurements: makers F000 to FFFF, behaviours S1B-8000 on, and requests for every service.

Nothing of it is a real Device, clause or request, and none of it may leave this folder.
"""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import Origin
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.behaviour import Answer, Behaviour, MatrixRow, Outcome
from s1sr_validator.model.condition import AllOf, Comparison, Condition, Operator
from s1sr_validator.model.device import CplEntry, CplStatus, Device, DevicePattern, DeviceType
from s1sr_validator.model.lifecycle import Event, EventKind
from s1sr_validator.model.record import Citation
from s1sr_validator.model.service import Service

DAY = dt.date(2026, 1, 31)
REAL_DEVICE = "ESME/1028/5678/0201/03465317"
"""A Device Model of the catalogue, to ask about with requests that are invented."""
_SOURCE, _PLACE = "invented-source", "invented for a benchmark"
_EXAMPLES = {
    "xs:dateTime": "2025-01-01T00:00:00.00Z",
    "xs:boolean": "true",
    "xs:integer": "1",
    "xs:date": "2025-01-01",
    "xs:hexBinary": "00",
    "xs:base64Binary": "AAAA",
}


def requests(catalogue: Catalogue) -> list[bytes]:
    """Return an invented request for each service of the catalogue, with a text in each field that has no parts."""
    return [_request(service, number).encode() for number, service in enumerate(catalogue.lookup.services.values())]


def numbered(messages: list[bytes], count: int) -> Iterator[bytes]:
    """Yield as many messages as wanted, each with a RequestID and a body of its own."""
    for number in range(count):
        message = messages[number % len(messages)]
        yield message.replace(b":0</sr:RequestID>", b":%d</sr:RequestID>" % number, 1)


def _request(service: Service, number: int) -> str:
    paths = {field.path: field.type for field in service.request_body.fields}
    leaves = [path for path in paths if "@" not in path and not any(other.startswith(path + ".") for other in paths)]
    tree: dict[str, object] = {}
    for path in leaves[:12]:
        at = tree
        *above, last = path.split(".")
        for name in above:
            at = at.setdefault(name, {})  # type: ignore[assignment] # a branch holds branches
        at[last] = _EXAMPLES.get(paths[path], "1")
    element = service.request_body.element
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4">\n  <sr:Header>\n'
        f"    <sr:RequestID>90-B3-D5-1F-30-01-00-{number % 100:02}:00-00-5E-EF-10-00-00-A1:0</sr:RequestID>\n"
        f"    <sr:CommandVariant>{service.command_variants[0]}</sr:CommandVariant>\n"
        f"    <sr:ServiceReference>{service.service_reference}</sr:ServiceReference>\n"
        f"    <sr:ServiceReferenceVariant>{service.id}</sr:ServiceReferenceVariant>\n  </sr:Header>\n"
        f"  <sr:Body>\n    <sr:{element}>\n{_written(tree, 6)}    </sr:{element}>\n  </sr:Body>\n</sr:Request>\n"
    )


def _written(tree: object, indent: int) -> str:
    if not isinstance(tree, dict):
        return ""
    pad, lines = " " * indent, []
    for name, inside in tree.items():
        content = f"\n{_written(inside, indent + 2)}{pad}" if isinstance(inside, dict) else escape(str(inside))
        lines.append(f"{pad}<sr:{name}>{content}</sr:{name}>\n")
    return "".join(lines)


class World(msgspec.Struct, frozen=True):
    """A catalogue of invented claims, and questions to it: Device Model, SRV and known values."""

    catalogue: Catalogue
    questions: tuple[tuple[str, str, dict[str, int]], ...]


def world(behaviours: int, models: int, questions: int = 2000) -> World:
    """Return a catalogue with invented behaviours and Device Models over the real services.

    Each behaviour is about a few services, has two comparisons and a row of its own that brings it to some makers.
    """
    chance = random.Random(20260131)  # noqa: S311 - the same invented world in every run
    base = Catalogue.bundled()
    srvs = sorted(base.lookup.services)
    devices = tuple(_device(number, models) for number in range(models))
    claims = tuple(_behaviour(number, srvs, chance) for number in range(behaviours))
    rows = tuple(_row(number, models) for number in range(behaviours))
    records = msgspec.structs.replace(base.snapshot.records, devices=devices, behaviours=claims, matrix=rows)
    origins = {f"behaviours/{claim.id}": Origin(f"invented/{claim.id}.yaml", 1) for claim in claims}
    catalogue = Catalogue(msgspec.structs.replace(base.snapshot, records=records, origins=origins))
    makers = _makers(models)
    asked = []
    for _ in range(questions):
        number = chance.randrange(behaviours)
        maker = number % makers
        same = [device.id for place, device in enumerate(devices) if place % makers == maker]
        values = {"state.invented.one": chance.randrange(10), "state.invented.two": chance.randrange(10)}
        asked.append((chance.choice(same), chance.choice(claims[number].services), values))
    return World(catalogue, tuple(asked))


def write_behaviours(folder: Path, count: int) -> list[Path]:
    """Write invented behaviours into a catalogue folder, copies of its first one under other ids."""
    first = min((folder / "behaviours").glob("*.yaml"))
    text = first.read_text("utf-8")
    written = []
    for number in range(count):
        name = f"S1B-{8000 + number}"
        path = first.with_name(f"{name}.yaml")
        path.write_text("# Invented for a benchmark.\n" + text.replace(first.stem, name), "utf-8")
        written.append(path)
    return written


def _makers(models: int) -> int:
    return max(models // 10, 1)


def _maker(number: int) -> str:
    return f"{0xF000 + number:04X}"


def _device(number: int, models: int) -> Device:
    maker = _maker(number % _makers(models))
    return Device(
        id=f"ESME/{maker}/0001/0101/{number:08X}",
        device_type=DeviceType.ESME,
        manufacturer=maker,
        model="0001",
        firmware_version=f"{number:08X}",
        hardware_version="01",
        hardware_revision="01",
        cpl=CplEntry(
            entry=f"I{number}", status=CplStatus.CURRENT, device_type_name="invented", smets_version="", gbcs_version=""
        ),
    )


def _behaviour(number: int, srvs: list[str], chance: random.Random) -> Behaviour:
    success = Answer(outcome=Outcome.SUCCESS, summary="Invented success.")
    return Behaviour(
        id=f"S1B-{8000 + number}",
        title=f"Invented behaviour {number}",
        summary="Invented for a benchmark.",
        services=tuple(chance.sample(srvs, 4)),
        baseline=success,
        deviation=Answer(outcome=Outcome.FAILURE, summary="Invented failure."),
        lifecycle=_designated(),
        when=condition(chance.randrange(10), chance.randrange(10)),
        citations=(Citation(source=_SOURCE, place=_PLACE),),
    )


def condition(one: int, two: int) -> Condition:
    """Return an invented condition of two comparisons."""
    first = Comparison(fact="state.invented.one", operator=Operator.AT_LEAST, operands=(one,))
    second = Comparison(fact="state.invented.two", operator=Operator.LESS_THAN, operands=(two,))
    return AllOf(parts=(first, second))


def _row(number: int, models: int) -> MatrixRow:
    return MatrixRow(
        id=f"invented-{number:04}",
        edition="INVENTED/1.0",
        label=f"Invented row {number}",
        devices=(DevicePattern(manufacturer=_chosen(number, models)),),
        behaviours=(f"S1B-{8000 + number}",),
        lifecycle=_designated(),
        citations=(Citation(source=_SOURCE, place=_PLACE),),
    )


def _chosen(number: int, models: int) -> tuple[str, ...]:
    """Return a third of the makers, so that several claims bear on nearly every Device Model and service."""
    makers = _makers(models)
    return tuple(_maker((number + 3 * step) % makers) for step in range(max(makers // 3, 1)))


def _designated() -> tuple[Event, ...]:
    return (Event(date=dt.date(2020, 1, 1), event=EventKind.DESIGNATED, source=_SOURCE, place=_PLACE),)
