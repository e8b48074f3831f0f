"""Lines of Markdown that fit a comment: what is too much is left out at the end, and said."""

LONGEST = 60_000
"""GitHub takes comments of at most 65,536 characters."""


def bounded(lines: list[str]) -> str:
    """Return the lines as one text of bounded length; a line is kept whole or not at all."""
    kept, room = 0, LONGEST
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept += 1
    left_out = len(lines) - kept
    more = ["", f"{left_out} more lines left out here; the format json has all."] if left_out else []
    return "\n".join([*lines[:kept], *more]) + "\n"
