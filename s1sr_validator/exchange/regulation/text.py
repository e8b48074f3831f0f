"""A text file to blocks: one paragraph a line or broken lines, tables in tabs or bars, with or without Markdown."""

from s1sr_validator.exchange.archive_bounds import refusal
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.lines import Line, blocks_of
from s1sr_validator.exchange.regulation.paper import Paper

MAX_LINES = 200_000


def read_text(data: bytes, name: str, sha256: str) -> Paper:
    """Read a text document.

    Raises:
        InputError: it is not UTF-8 or UTF-16, or has too many lines.
    """
    text = _decoded(data, name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    if len(lines) > MAX_LINES:
        message = f"{name} has more than {MAX_LINES:,} lines, the most that is read"
        raise refusal(rules.OUT_OF_BOUNDS, message, name)
    blocks, findings = blocks_of((Line(line, number) for number, line in enumerate(lines, 1)), name)
    return Paper(name=name, sha256=sha256, format="txt", blocks=blocks, findings=findings)


def _decoded(data: bytes, name: str) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{name} is not text in UTF-8: byte {error.start} cannot be read"
        raise refusal(rules.UNREADABLE, message, name, tip="save it as plain text in UTF-8") from None
    if "\0" in text:
        raise refusal(rules.UNREADABLE, f"{name} is not text: it holds zero bytes", name)
    return text
