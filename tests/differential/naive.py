"""A second evaluator, written from the published rules alone (README, site/about/answers.md) and as plainly as can be.

It reads the snapshot's JSON and knows none of the package's types. Of the words in an answer it gives none: only what
is assessed, which claims say so and how firmly, since when, and which claims nearly did.
"""

from typing import Any, NamedTuple

Data = dict[str, Any]
NOBODY_KNOWS, ABSENT = object(), object()

LEADS_TO = {
    "observed": "observed",
    "consulted": "proposed",
    "designated": "designated",
    "superseded": "superseded",
    "withdrawn": "withdrawn",
}
ORDER_OF_A_DAY = list(LEADS_TO)
RANK = {"observed": 0, "proposed": 1, "designated": 2}
STEPS = ["condition", "standing", "date", "device", "service"]
KEY = ["device_type", "manufacturer", "model", "hardware", "firmware"]


class Told(NamedTuple):
    """What a question's answer comes to."""

    assessment: str
    predicts: str
    baseline: str
    certain: frozenset[tuple[str, str, str]]
    conditional: frozenset[tuple[str, str, str]]
    near: tuple[tuple[str, str], ...]


def told(snapshot: Data, device: str, srv: str, day: str, lowest: str, facts: Data, *, request_was_seen: bool) -> Told:
    """Answer one question by going through every row and every claim in it."""
    known = dict(facts) | {f"device.{name}": part for name, part in zip(KEY, device.split("/"), strict=True)}
    applying: dict[str, tuple[Data, bool, str, str]] = {}
    missed: dict[str, str] = {}
    ruled_out = set()
    for behaviour, row in every_pair(snapshot):
        truth = decided(behaviour.get("when", {"node": "all", "parts": []}), known, seen=request_was_seen)
        standing, since = together(behaviour, row, day)
        failed = [
            step
            for step, holds in {
                "condition": truth is not False,
                "standing": standing == "" or (standing in RANK and RANK[standing] >= RANK[lowest]),
                "date": standing != "",
                "device": any(fits(pattern, device) for pattern in row["devices"]),
                "service": srv in behaviour["services"],
            }.items()
            if not holds
        ]
        if not failed:
            before = applying.get(behaviour["id"])
            if before is None or RANK[standing] > RANK[before[2]]:
                applying[behaviour["id"]] = (behaviour, truth is True, standing, since)
        elif len(failed) == 1 and nearly(failed[0], behaviour, row, device, srv):
            held = missed.get(behaviour["id"], failed[0])
            missed[behaviour["id"]] = min(held, failed[0], key=STEPS.index)
        if failed == ["condition"] and behaviour.get("claim", "deviates") == "deviates":
            ruled_out.add(behaviour["id"])
    said = list(applying.values())
    return Told(
        assessment=assessed(said),
        predicts=predicted(said, is_ruled_out=bool(ruled_out)),
        baseline=baseline(said, service_of(snapshot, srv)),
        certain=frozenset((each["id"], standing, since) for each, sure, standing, since in said if sure),
        conditional=frozenset((each["id"], standing, since) for each, sure, standing, since in said if not sure),
        near=tuple(
            sorted(
                ((name, step) for name, step in missed.items() if name not in applying),
                key=lambda near: (STEPS.index(near[1]), near[0]),
            )
        ),
    )


def every_pair(snapshot: Data) -> list[tuple[Data, Data]]:
    """Return every behaviour with every row that names it, by behaviour and then by row."""
    behaviours = {behaviour["id"]: behaviour for behaviour in snapshot["records"].get("behaviours", [])}
    pairs = [
        (behaviours[name], row)
        for row in snapshot["records"].get("matrix", [])
        for name in row["behaviours"]
        if name in behaviours
    ]
    return sorted(pairs, key=lambda pair: (pair[0]["id"], pair[1]["id"]))


def service_of(snapshot: Data, srv: str) -> Data:
    """Return the service's record."""
    return next(service for service in snapshot["records"]["services"] if service["id"] == srv)


def fits(pattern: Data, device: str) -> bool:
    """Say whether every part of the key is in its set; an empty set leaves the part free."""
    return not outside(pattern, device)


def outside(pattern: Data, device: str) -> list[str]:
    """Name the parts of the key that are not in their set."""
    parts = zip(KEY, device.split("/"), strict=True)
    return [name for name, part in parts if pattern.get(name) and part not in pattern[name]]


def nearly(step: str, behaviour: Data, row: Data, device: str, srv: str) -> bool:
    """Say whether a miss is a near one: of a Device by one part of its key, of a service by its last number."""
    if step == "device":
        return any(len(outside(pattern, device)) == 1 for pattern in row["devices"])
    if step == "service":
        return any(other.split(".")[:-1] == srv.split(".")[:-1] for other in behaviour["services"])
    return True


def standing_of(record: Data, day: str) -> tuple[str, str]:
    """Return a record's standing on a day and since when; two empty texts before anything happened to it."""
    happened = sorted(
        (event["date"], ORDER_OF_A_DAY.index(event["event"]))
        for event in record["lifecycle"]
        if event["event"] in LEADS_TO and not event.get("planned") and event["date"] <= day
    )
    if not happened:
        return "", ""
    since, number = happened[-1]
    return LEADS_TO[ORDER_OF_A_DAY[number]], since


def together(behaviour: Data, row: Data, day: str) -> tuple[str, str]:
    """Return the standing that claim and row have together: the weaker, and the end of one ends both."""
    (one, begun), (other, since) = standing_of(behaviour, day), standing_of(row, day)
    if not (one and other):
        return "", ""
    ended = [standing for standing in (one, other) if standing not in RANK]
    return ended[0] if ended else min(one, other, key=RANK.__getitem__), max(begun, since)


def decided(condition: Data, known: Data, *, seen: bool) -> bool | None:
    """Return what is known of a condition; None is: it cannot be told."""
    if condition["node"] == "not":
        part = decided(condition["part"], known, seen=seen)
        return None if part is None else not part
    if condition["node"] == "comparison":
        return compared(condition, known, seen=seen)
    parts = [decided(part, known, seen=seen) for part in condition.get("parts", [])]
    decisive: bool = condition["node"] == "any"
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive


def compared(comparison: Data, known: Data, *, seen: bool) -> bool | None:
    """Compare one fact; a field that a request was seen not to have equals nothing."""
    name, operands = comparison["fact"], comparison["operands"]
    value = known.get(name, ABSENT if name.startswith("request.") and seen else NOBODY_KNOWS)
    if value is NOBODY_KNOWS:
        return None
    if comparison["operator"] == "present":
        return bool((value is not ABSENT) is operands[0])
    if value is ABSENT:
        return False
    if comparison["operator"] in {"equals", "one_of"}:
        return bool(value in operands)
    if isinstance(value, str) is not isinstance(operands[0], str):
        return False
    holds = {
        "less_than": lambda: value < operands[0],
        "at_most": lambda: value <= operands[0],
        "more_than": lambda: value > operands[0],
        "at_least": lambda: value >= operands[0],
    }
    return bool(holds[comparison["operator"]]())


def assessed(said: list[tuple[Data, bool, str, str]]) -> str:
    """Weigh what is said: objection, deviation, deviation under a condition, evidence that the Device conforms."""
    if any(behaviour.get("disputes") for behaviour, *_ in said):
        return "disputed"
    kinds = {(behaviour.get("claim", "deviates"), sure) for behaviour, sure, *_ in said}
    for kind, name in ((("deviates", True), "deviates"), (("deviates", False), "deviates_if")):
        if kind in kinds:
            return name
    return "conforms" if ("conforms", True) in kinds else "not_assessed"


def predicted(said: list[tuple[Data, bool, str, str]], *, is_ruled_out: bool) -> str:
    """Say which answer to expect; where nothing is claimed and nothing was ruled out, nobody knows."""
    kinds = {(behaviour.get("claim", "deviates"), sure) for behaviour, sure, *_ in said}
    if ("deviates", True) in kinds:
        return "deviation"
    if ("deviates", False) in kinds:
        return "either"
    return "baseline" if is_ruled_out or ("conforms", True) in kinds else "unknown"


def baseline(said: list[tuple[Data, bool, str, str]], service: Data) -> str:
    """Return in words what GBCS has the Device answer: as the first claim has it, else the service's success."""
    for behaviour, *_ in sorted(said, key=lambda each: str(each[0]["id"])):
        return str(behaviour["baseline"]["summary"])
    if service.get("response_payload"):
        return f"A successful response with payload {service['response_payload']}."
    if service.get("non_device_request"):
        return "A successful answer from the DCC itself; no Device is asked."
    return "A successful response without a payload of its own."
