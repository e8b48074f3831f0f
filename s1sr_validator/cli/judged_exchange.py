"""A request and what came back for it, read from the command line and judged."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from s1sr_validator.model.message import Message
from s1sr_validator.model.verdict import ExchangeReport

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue


class JudgedExchange(NamedTuple):
    """The messages of an exchange as they were given, and the verdict on them."""

    request: Message
    answers: tuple[Message, ...]
    report: ExchangeReport


class Question(NamedTuple):
    """What the options say about an exchange, as they are written."""

    device: str
    as_of: str
    standing: str
    state: tuple[str, ...] = ()


def judged_exchange(catalogue: "Catalogue", names: Sequence[str], question: Question) -> JudgedExchange:
    """Read an exchange and hold its answers against what the catalogue predicts.

    Args:
        catalogue: the catalogue.
        names: files, folders or archives with one request and everything that came back for it, or - for one of them.
        question: the Device Model, the day, and what counts.

    Raises:
        InputError: a message cannot be read, or the request is none that can be predicted.
        UsageError: there is not one request, no answer, or an argument is none.
    """
    from s1sr_validator.arguments import read_standing
    from s1sr_validator.cli.named_values import named_values
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.examination import open_messages
    from s1sr_validator.inspection import judge_exchange
    from s1sr_validator.messages.inputs import read_inputs
    from s1sr_validator.model.errors import InputError, UsageError
    from s1sr_validator.prediction.vocabulary import read_state

    known = catalogue.circumstances(as_of=question.as_of or today(), device=question.device)
    messages = {each.name: each for each in read_inputs(names)}
    opened = open_messages(messages.values(), known)
    if opened.unread:
        raise InputError(opened.unread[0].finding)
    if len(opened.requests) != 1 or not opened.answers:
        message = f"{len(opened.requests)} requests and {len(opened.answers)} answers are given"
        raise UsageError(message, tip="give one request and everything that came back for it")
    report = judge_exchange(
        opened,
        known,
        state=read_state(named_values(list(question.state), "--state"), catalogue.lookup),
        lowest_standing=read_standing(question.standing),
        device=question.device,
    )
    given = [message for message in messages.values() if isinstance(message, Message)]
    (request,) = (message for message in given if message.name == opened.requests[0].request.name)
    return JudgedExchange(request, tuple(message for message in given if message is not request), report)
