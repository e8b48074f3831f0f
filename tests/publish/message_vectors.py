"""Vectors about messages: what is read from them, what the rules say, and the verdict on request and answers."""

import datetime as dt
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import msgspec

from s1sr_validator.checking.check import check
from s1sr_validator.checking.context import Context
from s1sr_validator.index.lookup import Lookup, nearest
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.document import Document, open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.lifecycle import LIVE_STANDINGS
from s1sr_validator.model.request import Request
from s1sr_validator.publish.decision_requests import IN_THE_BROWSER, request_table
from s1sr_validator.publish.decision_table import decision_table
from s1sr_validator.verdict.judge import Case, judge
from tests.publish import generated_messages
from tests.publish.vectors import Vector, canonical, table_of

DAYS = ("2024-06-01", "2025-11-01", "2126-06-01")
ONLY_PYTHON = ("parts", "oddities", "utc")
"""What an answer has that the scripts do not read: the survey for the command line's rules, and moments."""


class Source:
    """A catalogue, its lookups, and the names of the two tables that the runner knows it by."""

    def __init__(self, name: str, catalogue: Snapshot) -> None:
        """Make the tables."""
        self.lookup = Lookup(catalogue)
        self.services = tuple(catalogue.records.services)
        self.decisions, self.requests = f"{name} decisions", f"{name} requests"
        self.tables = (
            table_of(self.decisions, decision_table(catalogue)),
            table_of(self.requests, request_table(catalogue)),
        )

    def vector(self, kind: str, expected: str, **given: Any) -> Vector:  # noqa: ANN401 - whatever the kind takes
        """Return a vector that names both tables."""
        return {"kind": kind, "decisions": self.decisions, "requests": self.requests, "expected": expected, **given}


def messages(name: str, catalogue: Snapshot, count: int, seed: int = 1) -> Iterator[Vector]:
    """Yield that many vectors of each kind about messages for the catalogue's services."""
    source = Source(name, catalogue)
    yield from source.tables
    for number in range(count):
        chance = Random(f"{name}/{seed}/{number}")  # noqa: S311 - the same vectors in every run
        service = chance.choice(source.services)
        sent = generated_messages.broken(generated_messages.request(service, source.services, chance), chance)
        came = generated_messages.broken(generated_messages.answer(service, chance), chance)
        yield source.vector("read_request", reading(sent, lambda opened: read(opened, source)), text=sent)
        yield source.vector("read_answer", reading(came, answer_without), text=came)
        yield checking(source, sent, chance)
        whole = generated_messages.request(service, (service,), chance)
        answers = [generated_messages.answer(service, chance) for _ in range(chance.randint(1, 3))]
        yield from judging(source, whole, answers, chance)
        yield nearest_to(source, chance)


def reading(text: str, read_it: Callable[[Document], Any]) -> str:
    """Return what is read as canonical JSON, or the code with which it is refused."""
    try:
        return canonical(read_it(open_document(text.encode("utf-8", "surrogatepass"), "message")))
    except InputError as error:
        return canonical({"refused": error.finding.code})


def read(opened: Document, source: Source) -> Request:
    """Return the request."""
    return read_request(opened, source.lookup.services)


def answer_without(opened: Document) -> Any:  # noqa: ANN401 - plain data
    """Return the answer as plain data, without what the scripts do not read."""
    return _without(msgspec.to_builtins(read_answer(opened)))


def _without(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, dict):
        return {key: _without(inner) for key, inner in value.items() if key not in ONLY_PYTHON}
    return [_without(inner) for inner in value] if isinstance(value, list | tuple) else value


def checking(source: Source, text: str, chance: Random) -> Vector:
    """Return a request with the findings of the rules that the scripts ask too."""
    day = chance.choice(DAYS)
    device = chance.choice((*source.lookup.devices, ""))
    role = chance.choice(("", "IS", "ENO"))

    def findings(opened: Document) -> Any:  # noqa: ANN401 - findings
        request = read(opened, source)
        context = Context(
            request=request,
            position_of=opened.positions.of,
            known_service=source.lookup.services.get(request.srv),
            lookup=source.lookup,
            as_of=dt.date.fromisoformat(day),
            devices=(source.lookup.devices[device],) if device else (),
            role=role,
        )
        return [found for found in check(context).findings if found.code in IN_THE_BROWSER]

    asked = {"asOf": day, "devices": [device] if device else [], "role": role}
    return source.vector("check", reading(text, findings), text=text, asked=asked)


def judging(source: Source, sent: str, came: list[str], chance: Random) -> Iterator[Vector]:
    """Yield a request with its answers and the report on them, where the request can be judged at all."""
    try:
        opened = open_document(sent.encode(), "request")
        request = read(opened, source)
        named = {f"answer {number}": text.encode() for number, text in enumerate(came)}
        documents = {name: open_document(data, name) for name, data in named.items()}
        answers = tuple(read_answer(found) for found in documents.values())
    except InputError:
        return
    if request.srv not in source.lookup.services:
        return
    devices = tuple(chance.sample(list(source.lookup.devices), k=chance.choice((1, 1, 2))))
    day, standing = chance.choice(DAYS), chance.choice(LIVE_STANDINGS)
    states = {f"state.{name}": 0 for name, fact in source.lookup.device_states.items() if fact.type == "integer"}
    state = states if chance.random() < 0.3 else {}
    case = Case(
        request=request,
        answers=answers,
        position_of=lambda name, node: documents[name].positions.of(node),
        devices=tuple(source.lookup.devices[key] for key in devices),
        state=state,
        as_of=dt.date.fromisoformat(day),
        lowest_standing=standing,
    )
    report = msgspec.to_builtins(judge(case, source.lookup, stamp=source.lookup.snapshot.stamp))
    del report["catalogue"]
    asked = {"devices": devices, "state": state, "asOf": day, "standing": standing}
    yield source.vector("verdict", canonical(report), request=sent, answers=came, asked=asked)


def nearest_to(source: Source, chance: Random) -> Vector:
    """Return a word and known words, with the nearest of them."""
    known = [field.path for field in chance.choice(source.services).request_body.fields] or ["", "a"]
    word = chance.choice(known)
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(word) + 1)
        word = word[:at] + chance.choice(("", "x", "Time", word)) + word[at + chance.randint(0, 3) :]
    return {"kind": "nearest", "word": word, "known": known, "expected": canonical(nearest(word, known))}
