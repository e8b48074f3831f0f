"""Which predictions differ: held against asking everything, over catalogues that differ in many ways."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.comparison.foretelling import NOT_THERE, foretold
from s1sr_validator.comparison.impact import impact
from s1sr_validator.comparison.shared_cases import as_read, cases, shared_space
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Behaviour, Claim, Dispute, MatrixRow
from s1sr_validator.model.comparison import Foretold, ImpactReport
from s1sr_validator.model.condition import ALWAYS, Comparison, Condition, Operator
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.facts import Missing, facts_about
from s1sr_validator.prediction.predict import answer
from s1sr_validator.prediction.vocabulary import vocabulary_for
from tests.invented import FAILURE, LOG, MAKER_ONE, REGISTER, behaviour, event, row, with_records
from tests.properties.strategies import conditions, devices, services

DAY = dt.date(2020, 1, 1)
Changes = dict[tuple[str, str], frozenset[tuple[Foretold, Foretold, int]]]


def everything(base: Lookup, head: Lookup) -> Changes:
    """Ask both catalogues, whole, about every Device Model and service, in every case of all that apply to any."""
    found = {}
    for device_id in base.devices.keys() | head.devices.keys():
        for srv in base.services.keys() | head.services.keys():
            changes = pair_changes(base, head, device_id, srv)
            if changes:
                found[device_id, srv] = changes
    return found


def pair_changes(base: Lookup, head: Lookup, device_id: str, srv: str) -> frozenset[tuple[Foretold, Foretold, int]]:
    """Return what differs for a pair, with the number of cases."""
    device = (base.devices | head.devices)[device_id]
    known = facts_about(device, {}, None).values
    given_facts = {name: value for name, value in known.items() if not isinstance(value, Missing)}
    whens = tuple(
        application.behaviour.when
        for lookup in (base, head)
        for application in lookup.applications
        if srv in application.behaviour.services and any(p.matches(device) for p in application.row.devices)
    )
    first, second = (
        vocabulary_for(lookup, lookup.services[srv]) if srv in lookup.services else {} for lookup in (base, head)
    )
    counted: dict[tuple[Foretold, Foretold], int] = {}
    for facts in cases(shared_space(whens, (first, second), given_facts), given_facts):
        answers = []
        for lookup, vocabulary in ((base, first), (head, second)):
            if device_id not in lookup.devices or srv not in lookup.services:
                answers.append(NOT_THERE)
                continue
            question = Question(
                device=device,
                service=lookup.services[srv],
                as_of=DAY,
                lowest_standing=Standing.PROPOSED,
                facts=as_read(facts, vocabulary),
            )
            answers.append(foretold(answer(question, lookup)))
        before, after = answers
        if before != after:
            counted[before, after] = counted.get((before, after), 0) + 1
    return frozenset((before, after, number) for (before, after), number in counted.items())


def reported(report: ImpactReport) -> Changes:
    """Return a report as the pairs that it names, with what changes."""
    return {
        (device, srv): frozenset((each.before, each.after, each.cases) for each in group.transitions)
        for group in report.groups
        for device in group.device_models
        for srv in group.services
    }


def asked(base: Catalogue, head: Catalogue) -> ImpactReport:
    """Return the impact on the day of these tests."""
    return impact(base.lookup, head.lookup, as_of=DAY, lowest_standing=Standing.PROPOSED)


def test_the_same_catalogue_changes_nothing(tiny: Catalogue) -> None:
    """Where nothing differs no group is left, and every pair was compared."""
    report = asked(tiny, tiny)
    assert () == report.groups
    assert (0, 0, 0) == (report.pairs_changed, report.pairs_added, report.pairs_removed)
    assert len(tiny.lookup.devices) * len(tiny.lookup.services) == report.pairs_compared


def when(fact: str, value: int) -> Condition:
    """Return a comparison with a number."""
    return Comparison(fact=fact, operator=Operator.EQUALS, operands=(value,))


ENTRIES = "state.invented_log.entries"


@pytest.mark.parametrize(
    ("change", "pairs"),
    [
        pytest.param({"summary": "Other words."}, set(), id="words change nothing"),
        pytest.param({"lifecycle": (event("consulted", "2010-01-01"),)}, {LOG}, id="a lower standing"),
        pytest.param({"lifecycle": (event("observed", "2010-01-01"),)}, {LOG}, id="a standing not listened to"),
        pytest.param({"lifecycle": (event("designated", "2030-01-01"),)}, {LOG}, id="not yet in force"),
        pytest.param({"services": (LOG, REGISTER)}, {REGISTER}, id="one more service"),
        pytest.param({"when": when(ENTRIES, 0)}, {LOG}, id="a condition"),
        pytest.param({"disputes": (Dispute(source="s", place="p", says="no"),)}, {LOG}, id="a dispute"),
        pytest.param({"claim": Claim.CONFORMS, "deviation": None}, {LOG}, id="the claim"),
    ],
)
def test_what_changes_a_prediction(tiny: Catalogue, change: dict[str, object], pairs: set[str]) -> None:
    """One changed field of one behaviour: exactly the services and Device Models that it concerns."""
    rows = [row("invented/r", "S1B-9901")]
    base = with_records(tiny, [behaviour("S1B-9901")], rows, alone=True)
    head = with_records(tiny, [behaviour("S1B-9901", **change)], rows, alone=True)
    report = asked(base, head)
    esmes = {device for device in tiny.lookup.devices if device.startswith("ESME")}
    assert {(device, srv) for device in esmes for srv in pairs} == set(reported(report))
    assert everything(base.lookup, head.lookup) == reported(report)
    assert len(esmes) * len(pairs) == report.pairs_changed


def test_a_change_of_a_condition_names_the_deciding_case(tiny: Catalogue) -> None:
    """From never to one entry, 0 to 1: of the cases tried those change in which a condition decides otherwise."""
    rows = [row("invented/r", "S1B-9901")]
    base, head = (
        with_records(tiny, [behaviour("S1B-9901", when=when(ENTRIES, value))], rows, alone=True) for value in (0, 1)
    )
    (group, *_) = asked(base, head).groups
    assert ("S1B-9901",) == group.behaviours
    assert {("0", 1), ("1", 1)} == {(each.example[0].value, each.cases) for each in group.transitions}
    assert not any(each.nothing_known for each in group.transitions)


def test_a_device_model_that_comes_and_goes(tiny: Catalogue) -> None:
    """A pair that one side lacks is absent there; it is listed where a claim is about it."""
    base = with_records(tiny, [behaviour("S1B-9901")], [row("invented/r", "S1B-9901")], alone=True)
    kept = tuple(device for device in base.snapshot.records.devices if device.id != MAKER_ONE)
    records = msgspec.structs.replace(base.snapshot.records, devices=kept)
    head = Catalogue(msgspec.structs.replace(base.snapshot, records=records))
    report = asked(base, head)
    assert {(MAKER_ONE, LOG)} == set(reported(report))
    assert "absent" == report.groups[0].transitions[0].after.assessment
    assert (0, len(tiny.lookup.services)) == (report.pairs_added, report.pairs_removed)
    assert {(MAKER_ONE, LOG)} == set(reported(asked(head, base)))


def test_too_many_cases_are_said(tiny: Catalogue) -> None:
    """Where a condition names too many values to try, the pair is listed with their number, changed or not."""
    many = Comparison(fact=ENTRIES, operator=Operator.ONE_OF, operands=tuple(range(0, 90_000, 3)))
    rows = [row("invented/r", "S1B-9901")]
    base = with_records(tiny, [behaviour("S1B-9901", when=many)], rows, alone=True)
    head = with_records(tiny, [behaviour("S1B-9901", when=many, claim=Claim.CONFORMS)], rows, alone=True)
    assert all(group.too_many > 20_000 and group.cases_tried == 1 for group in asked(base, head).groups)
    assert asked(base, head).groups


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[list[Behaviour], list[MatrixRow]]:
    """Draw a few behaviours and rows, most of which other draws share."""
    names = ["S1B-9901", "S1B-9902"]
    made = [
        behaviour(
            name,
            services=tuple(draw(st.sets(services, min_size=1))),
            when=draw(st.just(ALWAYS) | conditions),
            claim=(claim := draw(st.sampled_from(Claim))),
            deviation=FAILURE if claim is Claim.DEVIATES else None,
            lifecycle=(
                event(draw(st.sampled_from(["observed", "consulted", "designated", "withdrawn"])), "2010-01-01"),
            ),
        )
        for name in names
    ]
    rows = [
        row(
            f"invented/{number}",
            *draw(st.sets(st.sampled_from(names), min_size=1)),
            devices=(_only(draw(devices)),),
            lifecycle=(event(draw(st.sampled_from(["consulted", "designated"])), "2010-01-01"),),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    return made, rows


def _only(device: str) -> DevicePattern:
    parts = device.split("/")
    return DevicePattern(manufacturer=(parts[1],), firmware=(parts[4],))


@settings(max_examples=60)
@given(catalogues(), catalogues(), st.booleans())
def test_the_impact_is_what_asking_everything_gives(
    tiny: Catalogue,
    first: tuple[list[Behaviour], list[MatrixRow]],
    second: tuple[list[Behaviour], list[MatrixRow]],
    same_behaviours: bool,
) -> None:
    """Skipping and grouping lose nothing: pairs, cases and answers are those of the whole enumeration."""
    base = with_records(tiny, *first, alone=True)
    head = with_records(tiny, first[0] if same_behaviours else second[0], second[1], alone=True)
    got, wanted = reported(asked(base, head)), everything(base.lookup, head.lookup)
    assert set(wanted) == set(got)
    assert _answers(wanted) == _answers(got)


def _answers(changes: Changes) -> dict[tuple[str, str], set[tuple[Foretold, Foretold]]]:
    return {pair: {(before, after) for before, after, _ in found} for pair, found in changes.items()}
