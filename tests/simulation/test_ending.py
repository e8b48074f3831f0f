"""Which of the predicted answers is simulated."""

import pytest

from s1sr_validator import Catalogue, UsageError
from s1sr_validator.model.behaviour import Answer, Outcome, ValueDifference
from s1sr_validator.model.prediction import DevicePrediction, Outlook
from s1sr_validator.simulation.ending import Ending, ending
from tests.invented import LOG, MAKER_ONE, MAKER_TWO, SUCCESS, behaviour, request_xml, row, with_records

DAY = "2015-06-01"


def prediction(catalogue: Catalogue, device: str = MAKER_ONE, **state: int) -> DevicePrediction:
    """Return what is predicted for the invented log, with what is known of its entries."""
    given = {f"invented_log.{name}": value for name, value in state.items()}
    report = catalogue.predict(request_xml(LOG), device=device, as_of=DAY, state=given, standing="observed")
    return report.predictions[0]


def chosen(catalogue: Catalogue, wanted: Outlook | None = None, **state: int) -> Ending:
    """Return the ending for the invented log."""
    return ending(prediction(catalogue, MAKER_ONE, **state), wanted)


def test_what_is_predicted_is_simulated(tiny: Catalogue) -> None:
    """Without a wish, the prediction decides."""
    assert Outcome.FAILURE is chosen(tiny, entries=0).answer.outcome
    assert Outcome.SUCCESS is chosen(tiny, entries=3).answer.outcome


def test_an_open_condition_asks_for_a_decision(tiny: Catalogue) -> None:
    """The message says what is open, the tip how to decide it."""
    with pytest.raises(UsageError, match="answers either way; what is open: the number of entries") as raised:
        chosen(tiny)
    assert "--state invented_log.entries=VALUE or --outcome baseline|deviation" in raised.value.tip


@pytest.mark.parametrize("wanted", [Outlook.BASELINE, Outlook.DEVIATION])
def test_a_wish_decides_an_open_condition(wanted: Outlook, tiny: Catalogue) -> None:
    """Either answer can be asked for."""
    expected = Outcome.SUCCESS if wanted is Outlook.BASELINE else Outcome.FAILURE
    assert expected is chosen(tiny, wanted).answer.outcome


def test_a_deviation_names_its_claim(tiny: Catalogue) -> None:
    """The remark leads to the record and the clause."""
    (remark,) = chosen(tiny, Outlook.DEVIATION).remarks
    assert remark.startswith("Outcome: the deviation of S1B-9001, INVENTED 9.1 (designated): The request fails")


def test_no_deviation_is_made_up(tiny: Catalogue) -> None:
    """Where none is predicted, none is simulated."""
    with pytest.raises(UsageError, match=f"no deviation is predicted for {MAKER_ONE} here"):
        chosen(tiny, Outlook.DEVIATION, entries=3)


def test_where_nothing_is_known_the_message_says_so(tiny: Catalogue) -> None:
    """The baseline is no prediction there."""
    alone = with_records(tiny, alone=True)
    (remark,) = ending(prediction(alone, MAKER_TWO)).remarks
    assert remark.startswith("Nothing is known of how this Device Model answers")


def test_several_differences_come_in_one_answer(tiny: Catalogue) -> None:
    """Claims that go together show together; a failure leaves no values to differ."""

    def differing(about: str) -> Answer:
        difference = ValueDifference(about=about, says="other")
        return Answer(outcome=Outcome.SUCCESS, summary=f"{about}.", differences=(difference,))

    two = (behaviour("S1B-9101", deviation=differing("A")), behaviour("S1B-9102", deviation=differing("B")))
    together = with_records(tiny, two, [row("invented/two", "S1B-9101", "S1B-9102")], alone=True)
    answer = ending(prediction(together)).answer
    assert ("A. B.", ["A", "B"]) == (answer.summary, [found.about for found in answer.differences])

    three = with_records(together, [behaviour("S1B-9103", baseline=SUCCESS)], [row("invented/three", "S1B-9103")])
    answer = ending(prediction(three)).answer
    assert (Outcome.FAILURE, ()) == (answer.outcome, answer.differences)
