"""What can be asked of each question, as query parameters or members of the JSON envelope."""

from typing import Annotated

import msgspec
from msgspec import Meta

from s1sr_validator.model.lifecycle import Standing

StateValue = str | int | bool | float


class QuestionOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every question takes."""

    device: Annotated[str, Meta(description="CPL key, whole or partial: ESME/1028.")] = ""
    as_of: Annotated[str, Meta(description="The day whose clauses count, as 2025-11-30. Left out: today.")] = ""
    state: Annotated[
        dict[str, StateValue],
        Meta(description="What is known of the Device's state, by declared name; as a query parameter: state.NAME."),
    ] = {}
    standing: Annotated[str, Meta(description="Lowest standing to listen to: observed, proposed or designated.")] = (
        Standing.PROPOSED.value
    )
    srv: Annotated[str, Meta(description="The SRV, where the request is its body element alone.")] = ""


class PredictOptions(QuestionOptions, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a prediction takes."""

    trace: Annotated[bool, Meta(description="Whether to say of every claim considered how each step went.")] = False


class CheckOptions(QuestionOptions, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a check takes; state and standing count where answers are held against the prediction."""

    role: Annotated[str, Meta(description="User Role of the sender, for example IS.")] = ""


class SimulateOptions(QuestionOptions, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a simulation takes."""

    outcome: Annotated[str, Meta(description="baseline or deviation. Left out: what is predicted.")] = ""
    seed: Annotated[int, Meta(description="Another number gives other readings.")] = 0
    rich: Annotated[bool, Meta(description="Fill every optional part, and repeat what can repeat.")] = False
    ack: Annotated[bool, Meta(description="Give the acknowledgement instead.")] = False
    code: Annotated[
        str,
        Meta(description="DCC alert code around an S1SP Alert; with ack the response code."),
    ] = ""
