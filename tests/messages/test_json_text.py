"""JSON read strictly, with the place of everything."""

import pytest

from s1sr_validator import InputError
from s1sr_validator.messages.bounds import MAX_DEPTH, MAX_JSON_VALUES
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_text import read_json
from s1sr_validator.messages.json_values import Array, Json, Member, Object, Scalar
from s1sr_validator.model.finding import Location


def read(text: str) -> Json:
    """Return the value of a text."""
    return read_json(JsonSource(text, "r.json"))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Scalar("a", 0), '"a"'),
        (Scalar('"\\/\b\f\n\r\té\U0001f600', 1), r' "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00" '),
        (Scalar("\ud800", 0), r'"\ud800"'),
        (Scalar("-0.10E+02", 0), "-0.10E+02"),
        (Scalar("18446744073709551615", 0), "18446744073709551615"),
        (Scalar("4.10", 0), "4.10"),
        (Scalar("true", 0), "true"),
        (Scalar("false", 2), "\r\nfalse"),
        (Scalar(None, 0), "null"),
        (Array((), 0), "[ ]"),
        (Array((Scalar("1", 1), Array((), 3)), 0), "[1,[]]"),
        (Object({}, 0), "{}"),
        (Object({"": Member(Scalar("", 4), 1), "b": Member(Scalar("1", 12), 8)}, 0), '{"":"", "b":1}'),
    ],
    ids=range(13),
)
def test_values(expected: Json, text: str) -> None:
    """Texts are unescaped, numbers stay as they are written, and each value knows where it stands."""
    assert expected == read(text)


PRINTED = "write it with JSON.stringify; a printed object has keys without quotes, and 1000n is no number"
COMPLETE = "is the file complete?"
REFUSED = [
    (1, 2, "not JSON: a key in double quotes is expected here, not 'a: 1}'", PRINTED, "{a: 1}"),
    (1, 6, "not JSON: a value is expected here, not 'n}'", PRINTED, '{"a":n}'),
    (1, 7, "not JSON: , or } is expected here, not 'n}'", PRINTED, '{"a":1n}'),
    (1, 8, "not JSON: a key in double quotes is expected here, not '}'", "", '{"a":1,}'),
    (1, 2, "not JSON: a value is expected here, not ','", "", "[,]"),
    (2, 1, "not JSON: the input ends where , or } is expected", COMPLETE, '{"a":1\n'),
    (1, 6, "not JSON: the input ends where a value is expected", COMPLETE, '{"a":'),
    (1, 6, "not JSON: : is expected here, not '1'", "", '{"a" 1}'),
    (2, 3, "the key 'a' stands twice in one object", "a list holds several", '{"a":1,\n  "\\u0061":2}'),
    (1, 2, "not JSON: a value is expected here, not 'NaN]'", "JSON has no such number", "[NaN]"),
    (1, 2, "not JSON: a value is expected here, not '-Infinity]'", "JSON has no such number", "[-Infinity]"),
    (1, 2, "not JSON: a value is expected here, not \"'a']\"", "JSON writes texts in double quotes", "['a']"),
    (1, 3, "not JSON: a value is expected here, not '// why'", "JSON has no comments", "[ // why\n1]"),
    (1, 3, "not JSON: , or ] is expected here, not '1'", "", "[01]"),
    (1, 2, "not JSON: a value is expected here, not 'truest]'", PRINTED, "[truest]"),
    (1, 2, "not JSON: a value is expected here, not '\"a'", PRINTED, '["a\nb"]'),
    (1, 4, "not JSON: the end is expected here, not '{'", "give one message a file", "{} {}"),
    (1, 3, "not JSON: , or ] is expected here, not 'xxxxxxxxxxxxxxxxxxxx'", PRINTED, "[1" + "x" * 99),
    (1, 4, "not JSON: , or ] is expected here, not '\"aaaaaaaaaaaaaaaaaaa...'", "", f'[1 "{"a" * 99}"]'),
]


@pytest.mark.parametrize(("line", "column", "message", "tip", "text"), REFUSED, ids=range(len(REFUSED)))
def test_refusals(line: int, column: int, message: str, tip: str, text: str) -> None:
    """What is not JSON is refused where it stops being JSON, with what would help."""
    with pytest.raises(InputError) as raised:
        read(text)
    finding = raised.value.finding
    assert ("REQ010", message, tip) == (finding.code, finding.message, finding.tip)
    assert Location(file="r.json", line=line, column=column) == finding.location


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("the input has more than 100 levels", "[" * (MAX_DEPTH + 2)),
        ("the input has more than 100 levels", '{"a":' * (MAX_DEPTH + 2)),
        ("the input has more than 100,000 values", "[" + "0," * MAX_JSON_VALUES + "0]"),
    ],
    ids=["lists", "objects", "values"],
)
def test_bounds(message: str, text: str) -> None:
    """Depth and number are bounded while the text is read."""
    with pytest.raises(InputError) as raised:
        read(text)
    finding = raised.value.finding
    assert ("REQ002", f"{message}, the most that is read") == (finding.code, finding.message)


@pytest.mark.parametrize("distance", [0, 1, 4094, 4095, 4096, 4097, 9000])
def test_places_far_into_a_text(distance: int) -> None:
    """Line and column are right on both sides of what is counted in blocks."""
    source = JsonSource("\n" + "x" * distance + "\n\ny" + "z" * 5000, "r.json")
    assert (1, 1) == source.line_and_column(0)
    assert (2, distance + 1) == source.line_and_column(distance + 1)
    assert (4, 1) == source.line_and_column(distance + 3)
    assert (4, 5001) == source.line_and_column(distance + 5003)
