"""What a behaviour's page has beside its fields: both answers side by side, examples, cases with results, its life."""

from s1sr_validator.model.behaviour import Answer, Behaviour, Case, CaseExpectation
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.truth import Truth
from s1sr_validator.model.vocabulary import REQUEST
from s1sr_validator.prediction.consider import Question, consider
from s1sr_validator.prediction.facts import facts_about
from s1sr_validator.prediction.words import value_text
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.examples import examples_of
from s1sr_validator.publish.markup import Html, bullets, days, element, escaped, joined, lines, preformatted, table
from s1sr_validator.publish.page import Section
from s1sr_validator.publish.values import Writer
from s1sr_validator.publish.words import rule_in_words


def behaviour_sections(behaviour: Behaviour, contents: Contents, writer: Writer) -> list[Section]:
    """Return the sections of a behaviour, the answers first."""
    return [
        Section("When", element("p", rule_in_words(behaviour, contents.lookup))),
        Section("What comes back", _answers(behaviour, writer)),
        Section("Example messages", _messages(behaviour, contents)),
        Section("Cases", _cases(behaviour, contents, writer)),
        Section("Device Models that it applies to", _devices(behaviour, contents, writer)),
    ]


def _answers(behaviour: Behaviour, writer: Writer) -> Html:
    """Return what GBCS has beside what the Device does."""
    sides = (behaviour.baseline, behaviour.expected)
    rows: list[list[object]] = [
        ["outcome", *(side.outcome for side in sides)],
        ["in words", *(side.summary for side in sides)],
        ["alerts", *(_alerts(side, writer) for side in sides)],
        ["values that differ", *(_differences(side) for side in sides)],
    ]
    return table(
        ["answer", "GBCS", "Device"], rows, caption="The answer by GBCS, and the answer of the Device", class_="beside"
    )


def _alerts(side: Answer, writer: Writer) -> Html:
    shown = [
        joined(
            [writer.record("codes", alert.code), *(f", {ref.name} {ref.value}" for ref in alert.external_references)]
        )
        for alert in side.alerts
    ]
    return bullets(shown) if shown else escaped("none")


def _differences(side: Answer) -> Html:
    shown = [f"{found.about}: {found.says}" for found in side.differences]
    return bullets(shown) if shown else escaped("none")


def _messages(behaviour: Behaviour, contents: Contents) -> Html:
    """Return a request and both endings, folded."""
    found = examples_of(behaviour, contents.lookup)
    shown = [
        ("The request", found.request),
        ("Answer by GBCS", found.baseline),
        ("Answer of the Device", found.deviation),
    ]
    remark = found.problem or (
        "Made by the simulator: placeholders for identifiers, made-up readings. The catalogue does not hold the order "
        "of the request's elements."
    )
    folded = (element("details", element("summary", name), preformatted(text)) for name, text in shown if text)
    return lines([element("p", remark), *folded])


def _cases(behaviour: Behaviour, contents: Contents, writer: Writer) -> Html:
    if not behaviour.cases:
        return element("p", "No case is recorded.")
    rows = [_case(behaviour, case, contents, writer) for case in sorted(behaviour.cases, key=_firmest_first)]
    head = ["case", "Device Model", "SRV", "day", "what is known", "expected", "prediction gives"]
    return table(head, rows, caption="Cases of this behaviour, run when this page was made")


def _firmest_first(case: Case) -> tuple[int, str]:
    return (list(CaseExpectation).index(case.expect), case.title)


def _case(behaviour: Behaviour, case: Case, contents: Contents, writer: Writer) -> list[object]:
    facts = ", ".join(f"{fact.name} = {value_text(fact.value)}" for fact in case.facts)
    given = case_result(behaviour, case, contents)
    return [
        case.title,
        writer.record("devices", case.device),
        writer.record("services", case.service),
        days(case.as_of),
        facts or "nothing",
        case.expect,
        f"{given}: {'as expected' if given == case.expect else 'NOT as expected'}",
    ]


def case_result(behaviour: Behaviour, case: Case, contents: Contents) -> str:
    """Return what prediction makes of a case: triggers, conditional or silent."""
    lookup = contents.lookup
    device, service = lookup.devices.get(case.device), lookup.services.get(case.service)
    if device is None or service is None:
        return "unknown Device Model or service"
    known = {fact.name: fact.value for fact in case.facts}
    seen = {name: value for name, value in known.items() if name.startswith(REQUEST)} or None
    facts = facts_about(device, known, seen)
    asked = Question(device=device, service=service, as_of=case.as_of, lowest_standing=Standing.OBSERVED, facts=facts)
    fared = [consider(application, asked) for application in contents.applications.get(behaviour.id, ())]
    truths = {found.truth for found in fared if found.applies}
    if Truth.TRUE in truths:
        return CaseExpectation.TRIGGERS
    return CaseExpectation.CONDITIONAL if truths else CaseExpectation.SILENT


def _devices(behaviour: Behaviour, contents: Contents, writer: Writer) -> Html:
    """Return the Device Models by the matrix rows that bring the behaviour to them."""
    rows = [pair.row for pair in contents.applications.get(behaviour.id, ())]
    if not rows:
        return element("p", "No matrix row applies it to a Device Model.")
    shown = []
    for row in rows:
        devices = [
            device.id
            for device in contents.lookup.devices.values()
            if any(pattern.matches(device) for pattern in row.devices)
        ]
        links = bullets((writer.record("devices", device) for device in devices), class_="many")
        shown.append(
            lines([element("p", "Row ", writer.record("matrix", row.id, row.label), f": {len(devices)}"), links])
        )
    return lines(shown)
