"""Regular expressions for numbers that are bounded exactly, where a type is text and cannot say so itself."""


def numbers_up_to(highest: int) -> tuple[str, ...]:
    """Return patterns that match the decimal numbers from 0 to `highest`, without signs and leading zeros."""
    digits = str(highest)
    patterns = ["0"] if highest < 10 else ["0", f"[1-9][0-9]{{0,{len(digits) - 2}}}"]  # noqa: PLR2004 - two digits
    for place, digit in enumerate(digits):
        lowest, below = int(place == 0), int(digit) - 1
        if lowest <= below:
            free = len(digits) - place - 1
            patterns.append(f"{digits[:place]}[{lowest}-{below}]" + (f"[0-9]{{{free}}}" if free else ""))
    return (*patterns, digits) if highest else ("0",)
