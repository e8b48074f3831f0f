"""Shapes of the values in an answer's envelope, at their bounds."""

import pytest

from s1sr_validator.checking.answers import shapes
from s1sr_validator.checking.answers.shapes import Shape


@pytest.mark.parametrize(
    ("shape", "fitting", "not_fitting"),
    [
        (shapes.COUNTER, ["0", "007", str(2**64 - 1)], ["", "-1", str(2**64), "1.0"]),
        (shapes.UNSIGNED, ["0", str(2**32 - 1)], ["-1", str(2**32)]),
        (shapes.SCHEDULE, ["0", str(10**12)], ["-1", str(10**12 + 1)]),
        (shapes.POSITION, ["1", "+1"], ["0", "-1"]),
        (shapes.INTEGER, ["-7", "0", "+7"], ["0A", "", "--1", "\u0663"]),
        (shapes.HEX, ["", "81a0", "81A0FF"], ["8", "81A", "zz"]),
        (shapes.BOOLEAN, ["true", "false", "1", "0"], ["True", "yes", ""]),
        (shapes.VERSION, ["5.4", "5", "5.", ".5", "-5.40"], ["5.4.1", "", ".", "\u0665.4"]),
        (shapes.UTRN, ["0" * 20], ["0" * 19, "0" * 21, "A" * 20]),
    ],
    ids=["counter", "unsigned", "schedule", "position", "integer", "hex", "boolean", "version", "utrn"],
)
def test_shapes(shape: Shape, fitting: list[str], not_fitting: list[str]) -> None:
    """A shape takes what the schemas take, up to the bound, and nothing beyond it."""
    assert [] == [text for text in fitting if not shape.fits(text)]
    assert [] == [text for text in not_fitting if shape.fits(text)]
