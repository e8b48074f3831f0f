"""What a draft leaves open, the question for each of it, and how an answer is read."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from s1sr_validator.model.device import DeviceType
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.regulation_import import Draft, FoundTerms

SERVICES, SUMMARY, OUTCOME, WHEN, DEVICES = "services", "summary", "outcome", "when", "devices"
ALWAYS = "always"

QUESTIONS = {
    SERVICES: "Which SRVs is the clause about? Several with commas: 4.4.2, 4.4.3",
    SUMMARY: "What does the Device do, in one sentence of your own words?",
    OUTCOME: "How does the request end for the User who sent it: success or failure?",
    WHEN: "When: `always`, or comparisons such as `state.billing_log.entries_in_period = 0`, joined by `and`?",
    DEVICES: "Which Device Models, by parts of the CPL key (ESME/1028, several with commas)? The DMVESM says it.",
}
"""What is asked for each field, in the order in which it is asked."""

_OPERATORS = {
    "=": "equals",
    "<": "less_than",
    "<=": "at_most",
    ">": "more_than",
    ">=": "at_least",
    **{name: name for name in ("equals", "less_than", "at_most", "more_than", "at_least")},
}
_COMPARISON = re.compile(r"(?P<fact>(?:state|request)\.[\w.@]+)\s+(?P<operator>\S+)\s+(?P<value>\S.*)")
_PATTERN_PARTS = ("device_type", "manufacturer", "model", "hardware", "firmware")
_WIDTHS = (0, 4, 4, 4, 8)


class Comparison(msgspec.Struct, frozen=True):
    """One comparison of a condition, with a value of the fact for which it holds."""

    fact: str
    operator: str
    value: str | int | bool
    holds_for: str | int | bool


def open_fields(terms: FoundTerms) -> tuple[str, ...]:
    """Return the fields that a person has to fill: a clause never says which models, and its text is not copied."""
    known = {SERVICES: bool(terms.services), OUTCOME: bool(terms.outcome)}
    return tuple(field for field in QUESTIONS if not known.get(field))


def with_answer(draft: Draft, field: str, answer: str, records: Records) -> Draft:
    """Return the draft with one field answered.

    Raises:
        UsageError: the answer cannot be what the field holds.
    """
    text = " ".join(answer.split())
    _READERS[field](text, records)
    still_open = tuple(name for name in draft.open if name != field)
    return msgspec.structs.replace(draft, open=still_open, answers={**draft.answers, field: text})


def read_services(text: str, records: Records) -> tuple[str, ...]:
    """Return SRVs that were named with commas.

    Raises:
        UsageError: one of them is none that the catalogue knows.
    """
    known = {service.id for service in records.services}
    given = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    for srv in given:
        if srv not in known:
            raise UsageError(f"no service has the SRV {srv!r}", tip="see: s1sr list services")
    if not given:
        raise UsageError("no SRV is given", tip="for example: 4.4.2, 4.4.3")
    return given


def read_outcome(text: str, _records: Records) -> str:
    """Return success or failure.

    Raises:
        UsageError: it is neither.
    """
    if text.casefold() not in {"success", "failure"}:
        raise UsageError(f"{text!r} is neither success nor failure")
    return text.casefold()


def read_when(text: str, records: Records) -> tuple[Comparison, ...]:
    """Return the comparisons that all have to hold; none for `always`.

    Raises:
        UsageError: a part is no comparison, or names a state that is not declared.
    """
    if text.casefold() == ALWAYS:
        return ()
    return tuple(_comparison(part.strip(), records) for part in re.split(r"\s+and\s+", text))


def read_devices(text: str, records: Records) -> tuple[dict[str, list[str]], ...]:
    """Return selectors over the parts of the CPL key, each of which selects a Device Model that the catalogue has.

    Raises:
        UsageError: one is no beginning of a key, or selects nothing.
    """
    patterns = tuple(_pattern(part.strip()) for part in text.split(",") if part.strip())
    if not patterns:
        raise UsageError("no Device Model is given", tip="for example: ESME/1028")
    for pattern in patterns:
        if not selected_device(pattern, records):
            shown = "/".join(values[0] for values in pattern.values())
            raise UsageError(
                f"no SMETS1 Device Model of the catalogue begins with {shown}", tip="see: s1sr list devices"
            )
    return patterns


def selected_device(pattern: Mapping[str, list[str]], records: Records) -> str:
    """Return the first Device Model that a selector selects; nothing where there is none."""
    wanted = "/".join(values[0] for values in pattern.values())
    return next(
        (
            each.id
            for each in sorted(records.devices, key=lambda device: device.id)
            if f"{each.id}/".startswith(f"{wanted}/")
        ),
        "",
    )


def _pattern(text: str) -> dict[str, list[str]]:
    parts = text.upper().split("/")
    if len(parts) > len(_PATTERN_PARTS) or parts[0] not in set(DeviceType):
        raise UsageError(f"{text!r} is no beginning of a CPL key", tip="for example: ESME/1028 or ESME/1028/5678/0201")
    for part, width in zip(parts[1:], _WIDTHS[1:], strict=False):
        if not re.fullmatch(rf"[0-9A-F]{{{width}}}", part):
            raise UsageError(f"{part!r} in {text!r} is not {width} hex digits")
    return {name: [part] for name, part in zip(_PATTERN_PARTS, parts, strict=False)}


def _comparison(text: str, records: Records) -> Comparison:
    found = _COMPARISON.fullmatch(text)
    operator = _OPERATORS.get(found["operator"]) if found else None
    if found is None or operator is None:
        raise UsageError(f"{text!r} is no comparison", tip="write: state.NAME = VALUE, with one of = < <= > >=")
    fact = found["fact"]
    if fact.startswith("state.") and fact.removeprefix("state.") not in {state.id for state in records.states}:
        raise UsageError(f"no state is called {fact!r}", tip="see: s1sr list states")
    value = _scalar(found["value"])
    return Comparison(fact, operator, value, _holding(operator, value))


def _scalar(text: str) -> str | int | bool:
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if re.fullmatch(r"-?\d{1,12}", text) else text.strip("\"'")


def _holding(operator: str, value: str | int | bool) -> str | int | bool:  # noqa: FBT001 - a fact's value can be one
    steps = {"less_than": -1, "more_than": 1}
    if operator not in steps:
        return value
    if isinstance(value, bool) or not isinstance(value, int):
        raise UsageError(f"{value!r} has no value above or below it that is known", tip="use <= or >= instead")
    return value + steps[operator]


def _read_summary(text: str, _records: Records) -> str:
    if not text:
        raise UsageError("the summary is empty")
    return text


_READERS: dict[str, Callable[[str, Records], Any]] = {
    SERVICES: read_services,
    SUMMARY: _read_summary,
    OUTCOME: read_outcome,
    WHEN: read_when,
    DEVICES: read_devices,
}
