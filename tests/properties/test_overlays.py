"""Laws of private overlays, tried on small catalogues and overlays that Hypothesis invents."""

import datetime as dt
from typing import NamedTuple

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.model.condition import ALWAYS
from s1sr_validator.model.prediction import AppliedClaim, DevicePrediction, PredictionReport
from tests.invented import LOG, REGISTER, SETTING, request_xml, with_records
from tests.overlays import overlaid
from tests.properties.strategies import World, devices, worlds


class Question(NamedTuple):
    """What is asked of a catalogue."""

    srv: str
    device: str
    as_of: dt.date
    entries: int | None
    standing: str

    def of(self, catalogue: Catalogue) -> PredictionReport:
        """Ask the catalogue."""
        state = {} if self.entries is None else {"invented_log.entries": self.entries}
        return catalogue.predict(
            request_xml(self.srv), device=self.device, as_of=self.as_of, state=state, standing=self.standing
        )


questions = st.builds(
    Question,
    srv=st.sampled_from([LOG, REGISTER]),
    device=devices,
    as_of=st.dates(dt.date(2010, 1, 1), dt.date(2010, 2, 1)),
    entries=st.sampled_from([None, 0, 1]),
    standing=st.sampled_from(["observed", "proposed", "designated"]),
)


def below(tiny: Catalogue, world: World) -> Catalogue:
    """Return a catalogue of these claims alone."""
    return with_records(tiny, world.behaviours, world.rows, alone=True)


def over(catalogue: Catalogue, world: World, name: str) -> Catalogue:
    """Put claims over a catalogue, as the overlay of this name; rows apply the overlay's claims and the catalogue's."""
    own = {claim.id: f"X-{name.upper()}-{claim.id[-4:]}" for claim in world.behaviours}
    claims = [msgspec.structs.replace(claim, id=own[claim.id]) for claim in world.behaviours]
    rows = [
        msgspec.structs.replace(
            row,
            id=f"x-{name}/{row.id}",
            behaviours=(*row.behaviours, *(own[old] for old in row.behaviours if old in own)),
        )
        for row in world.rows
    ]
    return overlaid(catalogue, claims, rows, name=name)


def elsewhere(world: World) -> World:
    """Return the claims as claims about another service."""
    claims = tuple(msgspec.structs.replace(each, services=(SETTING,), when=ALWAYS) for each in world.behaviours)
    named = {claim.id for claim in claims}
    rows = (msgspec.structs.replace(row, behaviours=tuple(named.intersection(row.behaviours))) for row in world.rows)
    return World(claims, tuple(rows))


def claims_of(prediction: DevicePrediction) -> dict[str, AppliedClaim]:
    """Return the claims that apply, by behaviour."""
    return {claim.behaviour: claim for claim in (*prediction.deviations, *prediction.conformance)}


def undisputed(claim: AppliedClaim) -> AppliedClaim:
    """Return the claim without what is said against it."""
    return msgspec.structs.replace(claim, disputes=())


@given(worlds(), worlds(), questions)
def test_an_overlay_about_something_else_changes_nothing(
    tiny: Catalogue, world: World, other: World, question: Question
) -> None:
    """Where no record of the overlay matches, the report is the same but for the stamp that names the overlay."""
    own = elsewhere(other)
    catalogue = below(tiny, world)
    rows = [
        msgspec.structs.replace(
            row, id=f"x-own/{row.id}", behaviours=tuple(f"X-OWN-{name[-4:]}" for name in row.behaviours)
        )
        for row in own.rows
    ]
    claims = [msgspec.structs.replace(claim, id=f"X-OWN-{claim.id[-4:]}") for claim in own.behaviours]
    before, after = question.of(catalogue), question.of(overlaid(catalogue, claims, rows))
    assert ["own"] == [stamp.name for stamp in after.catalogue.overlays]
    assert before == msgspec.structs.replace(after, catalogue=before.catalogue)


@given(worlds(), worlds(), worlds(), questions)
def test_the_order_of_overlays_changes_nothing(
    tiny: Catalogue, world: World, one: World, two: World, question: Question
) -> None:
    """Whichever of two overlays comes first, claims, near misses and stamp are the same."""
    catalogue = below(tiny, world)
    orders = (
        over(over(catalogue, one, "one"), two, "two"),
        over(over(catalogue, two, "two"), one, "one"),
    )
    assert question.of(orders[0]) == question.of(orders[1])


@given(worlds(), worlds(), questions)
def test_the_catalogues_claims_stay_what_they_are(
    tiny: Catalogue, world: World, other: World, question: Question
) -> None:
    """Every claim that applies without the overlay applies with it, word for word; only its disputes can grow."""
    catalogue = below(tiny, world)
    before = claims_of(question.of(catalogue).predictions[0])
    after = claims_of(question.of(over(catalogue, other, "own")).predictions[0])
    for name, claim in before.items():
        assert undisputed(claim) == undisputed(after[name])
        assert claim.disputes == after[name].disputes[: len(claim.disputes)]


@given(worlds(), worlds(), questions)
def test_what_is_new_is_marked(tiny: Catalogue, world: World, other: World, question: Question) -> None:
    """Every claim that applies because of the overlay carries its name, and no other claim does."""
    catalogue = below(tiny, world)
    before = question.of(catalogue).predictions[0]
    after = question.of(over(catalogue, other, "own")).predictions[0]
    marked = {name for name, claim in claims_of(after).items() if claim.overlay == "own"}
    assert set(claims_of(after)) - set(claims_of(before)) == marked
    if not marked:
        assert (before.assessment, before.baseline) == (after.assessment, after.baseline)
