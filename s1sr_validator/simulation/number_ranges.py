"""Which whole numbers a field of a payload may hold, and which of them look like a reading."""

from s1sr_validator.model.payload import PayloadField

_BUILT_IN: dict[str, tuple[int | None, int | None]] = {
    "xs:positiveInteger": (1, None),
    "xs:nonNegativeInteger": (0, None),
    "xs:unsignedLong": (0, 2**64 - 1),
    "xs:unsignedInt": (0, 2**32 - 1),
    "xs:unsignedShort": (0, 2**16 - 1),
    "xs:unsignedByte": (0, 2**8 - 1),
    "xs:long": (-(2**63), 2**63 - 1),
    "xs:int": (-(2**31), 2**31 - 1),
    "xs:short": (-(2**15), 2**15 - 1),
    "xs:byte": (-(2**7), 2**7 - 1),
    "xs:integer": (None, None),
    "xs:decimal": (None, None),
}
NUMBER_TYPES = frozenset(_BUILT_IN)
_LIKELY = (
    ("Year", 2020, 2030),
    ("DayOfMonth", 1, 28),
    ("Percentage", 0, 100),
    ("Voltage", 2_100, 2_500),
    ("Balance", 0, 50_000),
    ("Debt", 0, 50_000),
    ("Credit", 0, 10_000),
    ("Threshold", 100, 5_000),
    ("Price", 10, 50),
    ("Register", 1_000, 9_000_000),
    ("Consumption", 1_000, 9_000_000),
    ("Counter", 1, 100_000),
    ("SeqNumber", 1, 100_000),
)
"""Names of fields and numbers that nobody would wonder at there; the first name that a field's own holds counts."""
_ELSEWHERE = (1, 1_000)


def allowed(field: PayloadField) -> tuple[int | None, int | None]:
    """Return the least and the greatest whole number that a field can hold; None where there is no bound."""
    low, high = _BUILT_IN[field.type]
    digits = None if field.total_digits is None else 10**field.total_digits - 1
    lows = [bound for bound in (low, field.minimum, None if digits is None else -digits) if bound is not None]
    highs = [bound for bound in (high, field.maximum, digits) if bound is not None]
    return max(lows, default=None), min(highs, default=None)


def likely(field: PayloadField) -> tuple[int, int]:
    """Return the least and the greatest number that a simulated reading has there; all between are allowed."""
    low, high = next(((low, high) for word, low, high in _LIKELY if word in field.name), _ELSEWHERE)
    return fitted(low, field), fitted(high, field)


def fitted(number: int, field: PayloadField) -> int:
    """Return the number that is nearest among those that the field can hold."""
    low, high = allowed(field)
    if low is not None and number < low:
        return low
    return high if high is not None and number > high else number
