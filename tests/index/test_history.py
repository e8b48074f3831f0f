"""Dated events of records in order of time."""

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.index.history import history_of, in_order, moments, timeline
from s1sr_validator.index.search import Hit, find_id
from s1sr_validator.model.dated import Figure, Milestone, MilestoneKind, MilestoneStatus
from s1sr_validator.model.history import Moment
from s1sr_validator.model.kinds import KIND_BY_FOLDER
from s1sr_validator.model.migration import Cohort
from s1sr_validator.model.record import Basis

CITED = {"source": "invented-source", "place": "p"}


def figure(*, value: int, what: str, as_of: str, approximate: bool = False, cohorts: tuple[str, ...] = ()) -> Figure:
    """Return an invented figure."""
    return Figure(
        value=value,
        unit="meters",
        what=what,
        as_of=as_of,
        approximate=approximate,
        cohorts=cohorts,
        source="invented-source",
        place="p",
    )


def moment(on: str, what: str, status: str, **fields: str) -> Moment:
    """Return a moment of the invented cohort."""
    usual = {"until": "", "kind": "cohort", "record": "invented-one", "detail": "", **CITED}
    return Moment(date=on, what=what, status=status, basis=Basis.STATED, **(usual | fields))


def test_moments_of_a_cohort() -> None:
    """Milestones and figures each become a moment with how firm it is."""
    cohort = Cohort(
        id="invented-one",
        name="Invented (One)",
        capacity="invented",
        milestones=(
            Milestone(
                date="2010-10",
                latest="2010-12",
                event=MilestoneKind.MIGRATION_COMPLETED,
                status=MilestoneStatus.ANNOUNCED,
                note="n",
                source="invented-source",
                place="p",
            ),
        ),
        figures=(
            Figure(
                value=1234, unit="meters", what="still there", as_of="2011-01-01", source="invented-source", place="p"
            ),
            Figure(
                value=1000,
                unit="meters",
                what="left",
                as_of="2012",
                approximate=True,
                source="invented-source",
                place="p",
            ),
        ),
    )
    assert [
        moment("2010-10", "migration completed", "announced", until="2010-12", detail="n"),
        moment("2011-01-01", "1,234 meters", "figure", detail="still there"),
        moment("2012", "about 1,000 meters", "figure", detail="left"),
    ] == list(moments(Hit(KIND_BY_FOLDER["cohorts"], cohort)))


def test_the_life_of_a_behaviour(tiny: Catalogue) -> None:
    """A behaviour's events come in order, planned ones as announced, together with those of the rows that apply it."""
    found = history_of(tiny.snapshot, find_id(tiny.snapshot, "S1B-9001"))
    assert [
        ("2010-01-01", "consulted", "happened", "S1B-9001"),
        ("2010-01-01", "designated", "happened", "invented/maker-one"),
        ("2011-01-01", "designated", "happened", "S1B-9001"),
        ("2020-01-01", "superseded", "happened", "S1B-9001"),
        ("2021-01-01", "withdrawn", "announced", "S1B-9001"),
    ] == [(event.date, event.what, event.status, event.record) for event in found]


def test_in_order() -> None:
    """A year stands before its months, and a month before its days; equal dates keep their order."""
    shuffled = ["2011", "2010-10-02", "2010-10", "2010", "2010-10"]
    found = in_order(moment(on, str(number), "happened") for number, on in enumerate(shuffled))
    assert [("2010", "3"), ("2010-10", "2"), ("2010-10", "4"), ("2010-10-02", "1"), ("2011", "0")] == [
        (event.date, event.what) for event in found
    ]


def test_the_timeline_of_a_cohort(tiny: Catalogue) -> None:
    """What is dated about a cohort: figures over it, wherever they stand, and records about it; with no cohort: all."""
    one = Cohort(
        id="only-here-one",
        name="One",
        capacity="c",
        figures=(figure(value=1, what="w", as_of="2011", cohorts=("only-here-two",)),),
    )
    two = Cohort(id="only-here-two", name="Two", capacity="c", figures=(figure(value=2, what="w", as_of="2010"),))
    records = msgspec.structs.replace(tiny.snapshot.records, cohorts=(one, two))
    snapshot = msgspec.structs.replace(tiny.snapshot, records=records)
    assert [] == [found.what for found in timeline(snapshot, "only-here-one")]
    assert ["2 meters", "1 meters"] == [found.what for found in timeline(snapshot, "only-here-two")]
    assert {"1 meters", "2 meters"} <= {found.what for found in timeline(snapshot, "")}
