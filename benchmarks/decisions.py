"""A decision from known facts: 500 invented behaviours, 300 invented Device Models, every service, beside rule engines.

Each peer is asked twice: given the rules of the Device Model and service alone (indexed the way we do), and given all.
Every engine must find the claims that we find, or the measurement stops.
"""

import importlib.util
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.invented import DAY, World, world
from benchmarks.row import Row, Skipped, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.condition import comparisons
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.prediction.decisions import Decisions

SLICES = 9
INDEXED, WHOLE = 2, 300
Question = tuple[str, str, dict[str, int]]
Asker = Callable[[Question], Collection[str]]


class Claim(NamedTuple):
    """An invented behaviour as a rule engine is told of it."""

    name: str
    makers: tuple[str, ...]
    services: tuple[str, ...]
    one: int
    two: int


def run() -> Iterator[Row | Skipped]:
    """Measure every peer that is installed."""
    invented = world(500, 300)
    decisions = Decisions(invented.catalogue.lookup, DAY, Standing.PROPOSED)

    def ours(question: Question) -> Collection[str]:
        device, srv, values = question
        return decisions.decide(device, srv, values).certain

    claims = _claims(invented)
    index: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        for maker in claim.makers:
            for srv in claim.services:
                index.setdefault((maker, srv), []).append(claim)
    for name, make in PEERS.items():
        if importlib.util.find_spec(MODULES[name]) is None:
            yield Skipped(f"decision, {name}", "not installed")
            continue
        yield _measured(f"{name}, indexed", invented.questions, ours, make(claims, index, INDEXED), INDEXED)
        yield _measured(f"{name}, all rules", invented.questions[:20], ours, make(claims, index, WHOLE), WHOLE)


def _measured(name: str, questions: Sequence[Question], ours: Asker, peer: Asker, goal: int) -> Row:
    for question in questions:
        if set(ours(question)) != peer(question):
            raise AssertionError(f"{name} finds {peer(question)}, not {ours(question)}, for {question}")
    repeat = 1 if goal == INDEXED else 50

    def ask_us() -> None:
        for _ in range(repeat):
            for question in questions:
                ours(question)

    def ask_peer() -> None:
        for question in questions:
            peer(question)

    taken = side_by_side({"peer": ask_peer, "ours": ask_us}, SLICES)
    return Row(
        f"decision, {name}",
        shown(median(taken, "ours") / len(questions) / repeat),
        f"{name} {shown(median(taken, 'peer') / len(questions))}",
        ratio(taken, "peer", "ours") * repeat,
        goal,
        at_most=False,
    )


def _claims(invented: World) -> list[Claim]:
    lookup = invented.catalogue.lookup
    return [_claim(each.behaviour, each.row.devices[0].manufacturer) for each in lookup.applications]


def _claim(behaviour: Behaviour, makers: tuple[str, ...]) -> Claim:
    one, two = (int(found.operands[0]) for found in comparisons(behaviour.when))
    return Claim(behaviour.id, makers, behaviour.services, one, two)


def _facts(question: Question) -> dict[str, Any]:
    device, srv, values = question
    return {
        "maker": device.split("/")[1],
        "srv": srv,
        "one": values["state.invented.one"],
        "two": values["state.invented.two"],
    }


Index = Mapping[tuple[str, str], list[Claim]]
Maker = Callable[[list[Claim], Index, int], Asker]


def _selecting(claims: list[Claim], index: Index, goal: int) -> Callable[[dict[str, Any]], Sequence[Claim]]:
    if goal == WHOLE:
        return lambda _: claims
    return lambda facts: index.get((facts["maker"], facts["srv"]), ())


def _expression(claim: Claim, goal: int) -> str:
    tests = f"one >= {claim.one} && two < {claim.two}"
    if goal == INDEXED:
        return tests
    return f"maker in {json.dumps(claim.makers)} && srv in {json.dumps(claim.services)} && {tests}"


def _cel(claims: list[Claim], index: Index, goal: int) -> Asker:
    import cel  # noqa: PLC0415 - a peer that need not be installed

    programs = {claim.name: cel.compile(_expression(claim, goal)) for claim in claims}
    select = _selecting(claims, index, goal)

    def ask(question: Question) -> set[str]:
        facts = _facts(question)
        context = cel.Context(facts)
        return {claim.name for claim in select(facts) if programs[claim.name].execute(context)}

    return ask


def _rule_engine(claims: list[Claim], index: Index, goal: int) -> Asker:
    import rule_engine  # noqa: PLC0415 - as above

    rules = {claim.name: rule_engine.Rule(_expression(claim, goal).replace("&&", "and")) for claim in claims}
    select = _selecting(claims, index, goal)

    def ask(question: Question) -> set[str]:
        facts = _facts(question)
        return {claim.name for claim in select(facts) if rules[claim.name].matches(facts)}

    return ask


def _zen(claims: list[Claim], index: Index, goal: int) -> Asker:
    import zen  # noqa: PLC0415 - as above

    written = {claim.name: _expression(claim, goal).replace("&&", "and") for claim in claims}
    programs = {name: zen.compile_expression(text) for name, text in written.items()}
    select = _selecting(claims, index, goal)

    def ask(question: Question) -> set[str]:
        facts = _facts(question)
        return {claim.name for claim in select(facts) if programs[claim.name].evaluate(facts)}

    return ask


def _json_logic(claims: list[Claim], index: Index, goal: int) -> Asker:
    from json_logic import jsonLogic  # noqa: PLC0415 - as above

    def rule(claim: Claim) -> dict[str, Any]:
        tests: list[Any] = [{">=": [{"var": "one"}, claim.one]}, {"<": [{"var": "two"}, claim.two]}]
        if goal == WHOLE:
            tests[:0] = [{"in": [{"var": "maker"}, list(claim.makers)]}, {"in": [{"var": "srv"}, list(claim.services)]}]
        return {"and": tests}

    rules = {claim.name: rule(claim) for claim in claims}
    select = _selecting(claims, index, goal)

    def ask(question: Question) -> set[str]:
        facts = _facts(question)
        return {claim.name for claim in select(facts) if jsonLogic(rules[claim.name], facts)}

    return ask


PEERS: dict[str, Maker] = {
    "CEL (Rust)": _cel,
    "zen-engine": _zen,
    "rule-engine": _rule_engine,
    "json-logic": _json_logic,
}
MODULES = {"CEL (Rust)": "cel", "zen-engine": "zen", "rule-engine": "rule_engine", "json-logic": "json_logic"}
