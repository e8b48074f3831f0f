"""Catalogues and questions made by chance, all invented: random conditions, selectors, lives and facts."""

import datetime as dt
from random import Random
from typing import Any

from s1sr_validator.index.canonical import digest
from s1sr_validator.index.snapshot import SNAPSHOT_VERSION, Origin, Snapshot
from s1sr_validator.model.behaviour import (
    Answer,
    Behaviour,
    Claim,
    Dispute,
    ExpectedAlert,
    ExternalReference,
    MatrixRow,
    Outcome,
    ValueDifference,
)
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value, ValueType
from s1sr_validator.model.device import CplEntry, CplStatus, Device, DevicePattern, DeviceType, Listing
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.lifecycle import Event, EventKind
from s1sr_validator.model.record import Basis, Citation
from s1sr_validator.model.regulation import CatalogueHeader, Clause, ClauseKind
from s1sr_validator.model.service import BodyField, FutureDating, RequestBody, Service
from s1sr_validator.model.state import StateFact

DAY_ONE = dt.date(2019, 1, 1)
DAYS = 40
"""Everything happens within so few days that boundaries are met often."""
TEXTS = ("", "one", "two", "Ünï", "\ufffd", "\U0001f600", "a'b", 'a"b', "2020-01-01T00:00:00.000000Z")
NUMBERS = (-1, 0, 1, 2, 3, 2**53 - 1, 2**53, 2**53 + 1, 10**29)
MOMENTS = tuple(f"2020-01-0{day}T00:00:00.000000Z" for day in (1, 2, 3))
FIELDS = (
    ("Depth", "xs:positiveInteger"),
    ("Detailed", "xs:boolean"),
    ("Period.Start", "xs:dateTime"),
    ("Period.End", "xs:dateTime"),
    ("Mode", "xs:token"),
    ("Mode.@index", "xs:unsignedByte"),
)
FIELD_TEXTS = (
    *("0", "1", "+2", "007", "true", "FALSE", "x", "", "Ünï", "9007199254740993", "1" * 31, "one"),
    *("2020-01-01T00:00:00Z", "2020-01-02T00:00:00", "2020-01-01T24:00:00Z", "2020-01-02T01:00:00+01:00", "2020-02-30"),
    *("0001-01-01T00:00:00+14:00", "9999-12-31T24:00:00Z", "2020-01-01T00:00:00.0000009Z", "20200-01-01T00:00:00Z"),
)
STATES = (
    StateFact(id="log.entries", title="the number of entries", description="Invented.", type=ValueType.INTEGER),
    StateFact(id="mode", title="the mode", description="Invented.", type=ValueType.TEXT),
    StateFact(id="is_new", title="that it is new", description="Invented.", type=ValueType.BOOLEAN),
    StateFact(id="since", title="the day", description="Invented.", type=ValueType.DATETIME),
    StateFact(id="colour", title="the colour", description="Invented.", type=ValueType.TEXT, values=("red", "green")),
    StateFact(id="level", title="the level", description="Invented.", type=ValueType.INTEGER, minimum=0, maximum=2),
)
STATE_VALUES: dict[str, tuple[Value, ...]] = {
    "state.log.entries": NUMBERS,
    "state.mode": TEXTS,
    "state.is_new": (True, False),
    "state.since": MOMENTS,
}
FACTS = (
    *STATE_VALUES,
    *(f"request.{path}" for path, _ in FIELDS),
    *("device.device_type", "device.manufacturer", "device.firmware", "state.undeclared", "request.Elsewhere"),
)
CODES = ("X1", "X2", "X3")
CITED = (Citation(source="invented", place="ünder <it>", basis=Basis.INFERRED, reason="because"),)


def snapshot(chance: Random) -> Snapshot:
    """Return an invented catalogue."""
    services = tuple(_service(srv, chance) for srv in ("9.1.1", "9.1.2", "9.2.1", "10"))
    behaviours = tuple(_behaviour(f"B{number}", chance) for number in range(chance.randint(1, 8)))
    rows = tuple(_row(f"r/{number}", behaviours, chance) for number in range(chance.randint(1, 5)))
    records = Records(
        behaviours=behaviours,
        matrix=rows,
        services=services,
        devices=_devices(chance),
        states=STATES,
        codes=tuple(Code(id=code, list=CodeList.S1SP_ALERT, name=chance.choice(TEXTS)) for code in CODES[:2]),
        clauses=(Clause(id="D/1", document="D", number="1p", kind=ClauseKind.BEHAVIOUR, summary="Invented."),),
    )
    header = CatalogueHeader(id="invented", version="0.0.0", schema_version="1", licence="CC0")
    origins = {f"behaviours/{found.id}": Origin(f"{found.id}.yaml", 7) for found in behaviours}
    return Snapshot(
        snapshot_version=SNAPSHOT_VERSION,
        digest=digest(["invented"]),
        header=header,
        records=records,
        origins=origins,
    )


def question(chance: Random, catalogue: Snapshot) -> dict[str, Any]:
    """Return a question as the script takes it, about some service and Device Model of the catalogue."""
    is_seen, is_signed = chance.random() < 0.8, chance.random() < 0.1
    texts = {path: chance.choice(FIELD_TEXTS) for path, _ in FIELDS if chance.random() < 0.6}
    return {
        "srv": chance.choice(catalogue.records.services).id,
        "device": chance.choice(catalogue.records.devices).id,
        "asOf": day(chance).isoformat(),
        "standing": chance.choice(("observed", "proposed", "designated")),
        "state": {name: chance.choice(values) for name, values in STATE_VALUES.items() if chance.random() < 0.5},
        "fields": texts if is_seen and not is_signed else None,
        "signed": is_signed,
    }


def state_texts(chance: Random) -> dict[str, str]:
    """Return a text for one or two state facts, declared ones and others, of their types or not."""
    names = ("log.entries", "state.mode", "is_new", "since", "colour", "level", "leg.entries", "nothing")
    texts = (
        *FIELD_TEXTS,
        "2020-01-01",
        "2020-01-01 10:00:00",
        " 2020-01-01 ",
        "3",
        "-1",
        "red",
        "blue",
        "True",
        "'",
        "\n",
    )
    return {name: chance.choice(texts) for name in chance.sample(names, k=chance.choice((1, 1, 2)))}


def day(chance: Random) -> dt.date:
    """Return one of the days on which something may happen."""
    return DAY_ONE + dt.timedelta(days=chance.randrange(DAYS))


def condition(chance: Random, depth: int = 0) -> Condition:
    """Return a tree of comparisons, at most four deep."""
    kind = chance.random()
    if depth == 3 or kind < 0.45:
        return _comparison(chance)
    if kind < 0.6:
        return Not(part=condition(chance, depth + 1))
    parts = tuple(condition(chance, depth + 1) for _ in range(chance.choice((0, 1, 2, 2, 3))))
    return AllOf(parts=parts) if kind < 0.8 else AnyOf(parts=parts)


def _comparison(chance: Random) -> Comparison:
    fact, operator = chance.choice(FACTS), chance.choice(list(Operator))
    if operator is Operator.PRESENT:
        return Comparison(fact=fact, operator=operator, operands=(chance.choice((True, False)),))
    values: tuple[Value, ...] = STATE_VALUES.get(fact) or (*NUMBERS, *TEXTS, *MOMENTS, True, False, "ESME", "FFF0")
    count = chance.randint(1, 3) if operator is Operator.ONE_OF else 1
    return Comparison(fact=fact, operator=operator, operands=tuple(chance.choice(values) for _ in range(count)))


def _service(srv: str, chance: Random) -> Service:
    fields = tuple(BodyField(path=path, type=kind, occurs="0..1") for path, kind in FIELDS if chance.random() < 0.7)
    return Service(
        id=srv,
        service_reference=srv.rpartition(".")[0] or srv,
        name=f"Invented service {srv}",
        critical=False,
        on_demand=True,
        future_dating=FutureDating.NONE,
        dcc_scheduled=False,
        dsp_schedulable=False,
        non_device_request=chance.random() < 0.2,
        eligible_user_roles=(),
        command_variants=(1,),
        request_body=RequestBody(element=f"Read{srv}", type="sr:X", future_datable=False, fields=fields),
        response_payload=chance.choice(("", f"Read{srv}Rsp")),
    )


def _devices(chance: Random) -> tuple[Device, ...]:
    kinds, makers, firmware = ("ESME", "GSME"), ("FFF0", "FFF1"), ("00000001", "00000002")
    keys = [(kind, maker, version) for kind in kinds for maker in makers for version in firmware]
    return tuple(_device(*key, chance) for key in keys)


def _device(kind: str, maker: str, version: str, chance: Random) -> Device:
    status = chance.choice(list(CplStatus))
    gone = Listing(version="9.9", date=DAY_ONE) if status is CplStatus.ABSENT and chance.random() < 0.8 else None
    return Device(
        id=f"{kind}/{maker}/0001/0101/{version}",
        device_type=DeviceType(kind),
        manufacturer=maker,
        model="0001",
        hardware_version="01",
        hardware_revision="01",
        firmware_version=version,
        cpl=CplEntry(
            entry="1",
            status=status,
            device_type_name="Invented",
            smets_version="1",
            gbcs_version="0",
            log_name=chance.choice(("", "Invented meter")),
            first_listed=Listing(version="9.8", date=DAY_ONE + dt.timedelta(days=int(version))) if not gone else None,
            absent_since=gone,
        ),
    )


def _behaviour(name: str, chance: Random) -> Behaviour:
    conforms = chance.random() < 0.3
    disputed = (Dispute(source="invented", place="p", says="no"),) if chance.random() < 0.1 else ()
    return Behaviour(
        id=name,
        title=f"Invented {name} {chance.choice(TEXTS)}",
        summary="Invented.",
        services=tuple(srv for srv in ("9.1.1", "9.1.2", "9.2.1", "10") if chance.random() < 0.5) or ("9.1.1",),
        claim=Claim.CONFORMS if conforms else Claim.DEVIATES,
        clause=chance.choice(("", "D/1", "D/unknown")),
        when=condition(chance) if chance.random() < 0.8 else AllOf(),
        baseline=_answer(chance),
        deviation=None if conforms else _answer(chance),
        lifecycle=_life(chance),
        disputes=disputed,
        citations=CITED,
    )


def _answer(chance: Random) -> Answer:
    reference = ExternalReference(name="Ref", value=chance.choice(TEXTS))
    raised = (code for code in CODES if chance.random() < 0.3)
    alerts = tuple(ExpectedAlert(code=code, external_references=(reference,)) for code in raised)
    differences = (ValueDifference(about="time", says="early", path="A.B", values=("1",)),)
    return Answer(
        outcome=chance.choice(list(Outcome)),
        summary=f"Invented \u2028 {chance.choice(TEXTS)}.",
        alerts=alerts,
        differences=differences if chance.random() < 0.3 else (),
    )


def _life(chance: Random) -> tuple[Event, ...]:
    return tuple(
        Event(
            date=day(chance),
            event=chance.choice(list(EventKind)),
            source="invented",
            place="p",
            planned=chance.random() < 0.3,
            latest=day(chance) if chance.random() < 0.3 else None,
        )
        for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 5)))
    )


def _row(name: str, behaviours: tuple[Behaviour, ...], chance: Random) -> MatrixRow:
    brought = tuple(found.id for found in behaviours if chance.random() < 0.6)
    patterns = tuple(_pattern(chance) for _ in range(chance.choice((1, 1, 2, 3))))
    always = Event(date=DAY_ONE, event=EventKind.DESIGNATED, source="invented", place="p")
    life = _life(chance) if chance.random() < 0.5 else (always,)
    return MatrixRow(
        id=name,
        edition="I/1",
        label=f"Row {name}",
        devices=patterns,
        behaviours=(*brought, "B-of-nobody"),
        lifecycle=life,
        citations=CITED,
    )


def _pattern(chance: Random) -> DevicePattern:
    return DevicePattern(
        device_type=(DeviceType(chance.choice(("ESME", "GSME", "CHF"))),) if chance.random() < 0.6 else (),
        manufacturer=tuple(sorted(chance.sample(("FFF0", "FFF1", "FFF2"), k=chance.randint(0, 2)))),
        firmware=("00000001",) if chance.random() < 0.3 else (),
    )
