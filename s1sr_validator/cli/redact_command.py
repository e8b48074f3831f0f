"""`s1sr redact`: messages without anything that says whose they are."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder

if TYPE_CHECKING:
    from s1sr_validator.evidence.field_kinds import FieldKinds
    from s1sr_validator.evidence.pseudonyms import Pseudonyms
    from s1sr_validator.evidence.redact import Redacted
    from s1sr_validator.model.message import Message, Unread

_NOTHING = 4


def redact(
    messages: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Messages in XML or JSON: files, folders, zip archives, or - for standard input."
        ),
    ],
    *,
    key: Annotated[
        str | None,
        typer.Option(
            "--key",
            metavar="TEXT",
            help="A secret: pseudonyms cannot be found again without it, and equal values of several runs stay equal. "
            "Other users of this machine can see it while the command runs; --key-file keeps it from them.",
        ),
    ] = None,
    key_file: Annotated[
        Path | None, typer.Option("--key-file", metavar="FILE", help="A file that holds the secret.")
    ] = None,
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="Folder for the redacted messages; - writes one to stdout.")
    ] = "-",
    catalogue: CatalogueFolder = None,
) -> int:
    """Replace everything in messages that is not known to be harmless.

    What is kept: times, booleans, numbers of up to nine digits, listed values, SRVs, codes, versions of schemas and
    firmware, each only in a field that holds it. All else is replaced: ids, counters, supply points, tokens, addresses,
    texts, names that no schema has; keys, signatures and payloads become zeros. Equal values get equal pseudonyms, so
    that answers still belong to their request. Without --key the salt is public: short values, such as an MPRN, can
    then be guessed back by trying them all. Files are named by their redacted content.

    Example: s1sr redact examples/request_4.4.2.xml --key "a long secret"
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.evidence.field_kinds import FieldKinds
    from s1sr_validator.evidence.pseudonyms import Pseudonyms
    from s1sr_validator.messages.inputs import read_inputs
    from s1sr_validator.model.message import Unread

    pseudonyms = Pseudonyms(secret_of(key, key_file))
    fields = FieldKinds(catalogue_at(catalogue).lookup)
    found = [_redacted(message, fields, pseudonyms) for message in read_inputs(messages)]
    redacted = [each for each in found if not isinstance(each, Unread)]
    unread = [each for each in found if isinstance(each, Unread)]
    _write(redacted, out)
    _report(redacted, unread, out, public=key is None and key_file is None)
    return 3 if unread else 0 if redacted else _NOTHING


def secret_of(key: str | None, key_file: Path | None) -> bytes:
    """Return the secret of the options, empty where neither is given.

    Raises:
        UsageError: both are given, or the one that is has nothing in it.
    """
    from s1sr_validator.model.errors import UsageError

    if key is not None and key_file:
        raise UsageError("--key and --key-file are both given", tip="give one of them")
    if key is not None and not key.strip():
        raise UsageError("--key is empty", tip="give a long secret, or leave --key out for the public salt")
    if key_file is None:
        return (key or "").encode(errors="surrogateescape")
    try:
        secret = key_file.read_bytes().strip()
    except OSError as error:
        raise UsageError(f"{key_file} cannot be read: {error.strerror}", tip="check the path") from None
    if not secret:
        raise UsageError(f"{key_file} holds no key", tip="write a long secret into it")
    return secret


def _redacted(message: "Message | Unread", fields: "FieldKinds", pseudonyms: "Pseudonyms") -> "Redacted | Unread":
    from s1sr_validator.evidence.redact import redact as redact_message
    from s1sr_validator.model.errors import InputError
    from s1sr_validator.model.message import Unread

    if isinstance(message, Unread):
        return message
    try:
        return redact_message(message, fields, pseudonyms)
    except InputError as error:
        return Unread(message.name, error.finding)


def _write(redacted: "list[Redacted]", out: str) -> None:
    from s1sr_validator.model.errors import UsageError

    if out != "-":
        write_messages(redacted, Path(out))
    elif len(redacted) > 1:
        raise UsageError(f"{len(redacted)} messages do not go to one stdout", tip="name a folder: --out DIR")
    else:
        sys.stdout.write("".join(each.data.decode() for each in redacted))


def write_messages(redacted: "list[Redacted]", folder: Path) -> None:
    """Write redacted messages into a folder, which is made.

    Raises:
        UsageError: the folder or a file in it cannot be written.
    """
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.whole_files import replace_bytes

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in redacted:
            replace_bytes(folder / each.name, each.data)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written: {error.strerror}", tip="name another folder: --out DIR"
        ) from None


def _report(redacted: "list[Redacted]", unread: "list[Unread]", out: str, *, public: bool) -> None:
    from s1sr_validator.cli.terminal import new_page

    counts = sum((Counter(each.counts) for each in redacted), Counter())
    page = new_page()
    for each in unread:
        page.line(f"error: {each.finding.message}")
        page.line(f"at {each.finding.location} ({each.finding.code})", indent=2)
    kept = sum(each.kept for each in redacted)
    page.line(f"{len(redacted)} redacted, {len(unread)} not read; {counts.total()} values replaced, {kept} kept")
    for value_class, count in counts.items():
        page.field(str(count), value_class, column=9)
    if out != "-":
        page.line(f"files in {out}: {len({each.name for each in redacted})}, equal messages once")
    if public and redacted:
        page.line("without --key the salt is public: short identifiers can be guessed back")
    sys.stderr.write(str(page))
