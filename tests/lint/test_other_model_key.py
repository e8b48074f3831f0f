"""An entry that is not SMETS1 has a whole CPL key of its maker."""

import pytest

from s1sr_validator.lint.rules import other_model_key
from s1sr_validator.model.regulation import OtherModel, OtherModels
from tests.lint.asked import context_with, messages


def said(key: str) -> list[str]:
    """Return what the rule says of an entry of maker FFF0 with this key."""
    model = OtherModel(entry="990099", key=key, specification="SMETS V2.0", status="current")
    return messages(other_model_key, context_with(OtherModels(id="FFF0", models=(model,)), only=True))


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("is not a whole CPL key", "ESME/FFF0/0001/0101"),
        ("is not a whole CPL key", "ESME/FFF0/0001/0101/0000000a"),
        ("is not 8 hex digits", "ESME/FFF0/0001/0101/1"),
        ("is not a device type", "METER/FFF0/0001/0101/00000009"),
        ("is of manufacturer FFF1, not FFF0", "ESME/FFF1/0001/0101/00000009"),
        ("is a SMETS1 Device Model", "ESME/FFF0/0001/0101/00000001"),
    ],
)
def test_reported(says: str, key: str) -> None:
    """The message says what is wrong with the key."""
    (message,) = said(key)
    assert says in message


@pytest.mark.parametrize(
    "key",
    [
        "ESME/FFF0/0001/0101/00000009",
        "GSME/FFF0/0001/0101/00000001",
        "ESME/FFF0/0001/0102/00000001",
        "PPMID/FFF0/0001/0101/00000001",
        "CHF/FFF0/ABCD/0101/ABCDEF01",
        "HCALCS/FFF0/0001/0101/FFFFFFFF",
    ],
)
def test_silent(key: str) -> None:
    """The same model with another firmware, hardware or type is another Device Model."""
    assert [] == said(key)
