"""An example request for a service, and the messages that would come back, made by the simulator."""

from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from s1sr_validator.examination import Circumstances
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.messages.answer_xml import answer_xml
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.behaviour import Behaviour, Case, CaseExpectation
from s1sr_validator.model.errors import S1srError
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import Outlook
from s1sr_validator.model.service import Service
from s1sr_validator.model.vocabulary import STATE, value_type
from s1sr_validator.rehearsal import Staging, rehearse
from s1sr_validator.simulation.scene import PLACEHOLDER_ID

_PLACEHOLDERS = {"datetime": "2025-07-01T00:00:00Z", "boolean": "true", "integer": "1", "text": ""}
_START = "2025-01-01T00:00:00Z"


class Examples(NamedTuple):
    """A request and the two ways in which it can end; `problem` says why there is none."""

    request: str
    baseline: str = ""
    deviation: str = ""
    problem: str = ""


def examples_of(behaviour: Behaviour, lookup: Lookup) -> Examples:
    """Return the messages of the first case in which the behaviour shows."""
    case = next((case for case in behaviour.cases if case.expect is CaseExpectation.TRIGGERS), None)
    if case is None or case.service not in lookup.services or case.device not in lookup.devices:
        return Examples("", problem="No case of this behaviour triggers it, so there is no example.")
    request = example_request(lookup.services[case.service])
    try:
        return Examples(request, *(_ending(request, case, lookup, outcome) for outcome in _ENDINGS))
    except S1srError as error:
        return Examples(request, problem=f"The simulator writes no answer: {error.message}.")


_ENDINGS = (Outlook.BASELINE, Outlook.DEVIATION)


def example_request(service: Service) -> str:
    """Return the smallest request that the catalogue can describe: every field that is required, with a placeholder."""
    tree: dict[str, Any] = {}
    fields = (field for field in service.request_body.fields if field.occurs.startswith("1") and "@" not in field.path)
    for field in sorted(fields, key=lambda field: ("Start" not in field.path, field.path)):
        *above, name = field.path.split(".")
        place = tree
        for step in above:
            place = place.setdefault(step, {})
        text = _START if "Start" in name else _PLACEHOLDERS[value_type(field.type)]
        if isinstance(place, dict):
            place.setdefault(name, text)
    header = {
        "RequestID": PLACEHOLDER_ID,
        "CommandVariant": str(min(service.command_variants, default=1)),
        "ServiceReference": service.service_reference,
        "ServiceReferenceVariant": service.id,
    }
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4">',
            *_elements({"Header": header, "Body": {service.request_body.element: tree}}, "  "),
            "</sr:Request>",
        ]
    )


def _elements(tree: dict[str, Any], indent: str) -> list[str]:
    found = []
    for name, content in tree.items():
        if isinstance(content, dict) and content:
            found += [f"{indent}<sr:{name}>", *_elements(content, indent + "  "), f"{indent}</sr:{name}>"]
        else:
            found.append(f"{indent}<sr:{name}>{escape(content or '')}</sr:{name}>")
    return found


def _ending(request: str, case: Case, lookup: Lookup, outcome: Outlook) -> str:
    state = {fact.name: fact.value for fact in case.facts if fact.name.startswith(STATE)}
    circumstances = Circumstances(lookup, case.as_of, (lookup.devices[case.device],))
    known = {} if outcome is Outlook.BASELINE else state
    tree = rehearse(
        Message("example", request.encode()),
        circumstances,
        state=known,
        lowest_standing=Standing.OBSERVED,
        staging=Staging(outcome=outcome),
    )
    return answer_xml(tree)
