"""Routine requests over the official templates: asked by plan or one rule after the other, they get one answer."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.examination import examine, open_request, predictable
from s1sr_validator.inquiry import Inquiry
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.messages.schema_check import OfficialSchema, RequestSchemas
from s1sr_validator.messages.schema_files import official_files
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.message import Message
from tests.reference.request_breakages import broken
from tests.reference.semantic_breakages import BREAKAGES

pytestmark = pytest.mark.reference

DAY = "2025-01-31"
DEVICE = "ESME/1028/5678/0201/03465317"
DIGITS = "0123456789"
ONE_IN = 60
"""The part of all structural breakages that is tried; the same ones in every run."""


def inquiry_about(folder: Path, *, with_official: bool) -> Inquiry:
    """Return an inquiry of the catalogue of this checkout, with the official schemas or without."""
    catalogue = Catalogue.bundled()
    given = official_files(schema_files(folder / "duis"), str(folder)) if with_official else ()
    official = [OfficialSchema(each.version, [file.data for file in each.files]) for each in given]
    catalogue.__dict__["schemas"] = RequestSchemas(catalogue.lookup.services.values(), official)
    return catalogue.inquiry(device=DEVICE, as_of=DAY, findings=True)


def plainly(message: Message, inquiry: Inquiry) -> tuple[Finding, ...] | str:
    """Return what every rule says that is asked about the request, or why it cannot be used."""
    try:
        opened = open_request(message, inquiry.known)
        predictable(opened, inquiry.known)
    except InputError as error:
        return error.finding.code
    return examine(opened, inquiry.known).findings


def by_plan(message: Message, inquiry: Inquiry) -> tuple[Finding, ...] | str:
    """Return what an inquiry says, which knows shapes."""
    try:
        return inquiry.predict_and_check(message).findings
    except InputError as error:
        return error.finding.code


def changed(text: str, chance: random.Random) -> Iterator[str]:
    """Yield a request with breakages that the schema lets through, with other digits, and out of shape."""
    yield from (breakage(text) for breakage in BREAKAGES.values())
    places = [place for place, letter in enumerate(text) if letter in DIGITS]
    for _ in range(8):
        place = chance.choice(places)
        yield text[:place] + chance.choice(DIGITS) + text[place + 1 :]
    for _, root in broken(etree.fromstring(text.encode()), signature=True):
        if not chance.randrange(ONE_IN):
            yield etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize("with_official", [True, False])
def test_planned_and_plain_asking_agree(reference_data: Path, *, with_official: bool) -> None:
    """Every template, and what becomes of it by breakages: the findings are the same, and most take the short way."""
    inquiry = inquiry_about(reference_data, with_official=with_official)
    files = sorted((reference_data / "duis-templates").glob("*.XML"))
    templates = [re.sub("<!--.*?-->", "", file.read_text("utf-8")) for file in files]
    short = [text for text in templates if len(text) < 4000][:: 3 if with_official else 12]
    for text in (*short, *short):
        inquiry.predict_and_check(Message("request", text.encode()))
    chance = random.Random(1)  # noqa: S311 - no secret
    routine = tried = 0
    for text in short:
        assert inquiry.routines.examine(Message("request", text.encode())) is not None
        for variant in changed(text, chance):
            message = Message("request", variant.encode())
            routine += inquiry.routines.examine(message) is not None
            tried += 1
            assert plainly(message, inquiry) == by_plan(message, inquiry), variant
    assert routine > tried // 5
