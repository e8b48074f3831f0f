"""`s1sr redact` as a person runs it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = "examples/request_4.4.2.xml"
ANSWERS = "tests/verdict/messages"
KEY = ("--key", "a secret of these tests")

Run = Callable[..., Any]


def test_one_message_goes_to_stdout(run: Run) -> None:
    """The message alone, and what happened to it on stderr, with a word about the public salt."""
    result = run("redact", EXAMPLE)
    assert 0 == result.code
    assert result.out.startswith("<?xml")
    assert result.out.endswith("</sr:Request>\n")
    for part in ("1 redacted, 0 not read", "message ids", "can be guessed back"):
        assert part in result.err


def test_a_key_takes_the_warning_away(run: Run, tmp_path: Path) -> None:
    """From the command line or from a file it is the same key, and another message than without."""
    secret = tmp_path / "key"
    secret.write_text(f"{KEY[1]}\n", "utf-8")
    given, filed, without = (run("redact", EXAMPLE, *more) for more in (KEY, ("--key-file", str(secret)), ()))
    assert given.out == filed.out != without.out
    assert "guessed" not in given.err


def test_a_folder_goes_into_a_folder(run: Run, tmp_path: Path) -> None:
    """Each message under a name that says nothing of its own; a second run writes the same files."""
    out = tmp_path / "redacted"
    assert 0 == run("redact", ANSWERS, "--out", str(out), *KEY).code
    names = sorted(path.name for path in out.iterdir())
    assert 0 == run("redact", ANSWERS, "--out", str(out), *KEY).code
    assert names == sorted(path.name for path in out.iterdir())
    assert len(list(Path(ANSWERS).glob("*.xml"))) == len(names)
    assert {"request", "response"} == {name.split("-")[0] for name in names}


def test_a_redacted_exchange_gets_the_same_verdict(run: Run, tmp_path: Path) -> None:
    """Request and alert still belong together, and say what they said."""
    files = [f"{ANSWERS}/request_4.4.2.xml", f"{ANSWERS}/dcc_alert_s1sp_S1CE2003.xml"]
    question = ("--device", "ESME/1028", "--as-of", "2025-11-30")
    before = run("check", *files, *question)
    run("redact", *files, "--out", str(tmp_path), *KEY)
    after = run("check", *(str(path) for path in sorted(tmp_path.iterdir())), *question)
    assert (before.code, before.out.splitlines()[0]) == (after.code, after.out.splitlines()[0])
    assert after.out.startswith("predicted_deviation")


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash stands for it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"customer": "Zoe Ample", "ok": true}')))
    result = run("redact", "-")
    assert 0 == result.code
    assert "Zoe" not in result.out
    assert "customer" not in result.out
    assert "true" in result.out


def test_what_cannot_be_read_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    """It is said, the rest is written, and the exit code is 3; none of its bytes come out."""
    broken = tmp_path / "broken.xml"
    broken.write_text("<sr:Request customer='1012345678901'", "utf-8")
    result = run("redact", EXAMPLE, str(broken), "--out", str(tmp_path / "out"))
    assert 3 == result.code
    assert "1 redacted, 1 not read" in result.err
    assert 1 == len(list((tmp_path / "out").iterdir()))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((EXAMPLE, "--key", "x", "--key-file", "y"), "both given"),
        ((EXAMPLE, "--key", " "), "--key is empty"),
        ((EXAMPLE, "--key-file", "no-such-file"), "cannot be read"),
        ((EXAMPLE, "--key-file", "/dev/null"), "holds no key"),
        ((ANSWERS,), "--out DIR"),
        ((EXAMPLE, "--out", EXAMPLE), "cannot be written"),
    ],
)
def test_wrong_use_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """With exit code 2, what is wrong, and nothing on stdout."""
    result = run("redact", *arguments)
    assert (2, "") == (result.code, result.out)
    assert said in result.err
