"""Addresses that can be guessed lead to the right page, and what one may mean is decided by rule."""

import posixpath
import re
from urllib.parse import unquote

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.cli.explain_command import every_rule
from s1sr_validator.publish.addresses import API, page_path
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.short_addresses import RESERVED, SHORT, short_files
from s1sr_validator.publish.short_claims import KINDS_IN_ORDER
from tests.invented import behaviour, row, with_records
from tests.publish.conformance import ROOT
from tests.publish.published import PUBLICATION, Seen, contents_of, files_of, pages_of, target_of

MOST_BYTES = 800


@pytest.fixture(scope="module")
def real() -> dict[str, str]:
    """The short pages of this checkout's catalogue, by the address that is typed."""
    catalogue = Catalogue.load(ROOT / "catalogue")
    return typed(short_files(Contents(catalogue.snapshot, PUBLICATION), every_rule()))


def typed(files: dict[str, bytes]) -> dict[str, str]:
    """Return the pages by what is typed after the site's address."""
    return {path.removeprefix(f"{SHORT}/").removesuffix("/index.html"): data.decode() for path, data in files.items()}


def leads_to(address: str, page: str) -> str:
    """Return where a page leads by itself; empty where it asks which one is meant."""
    found = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page)
    return posixpath.normpath(posixpath.join(address, unquote(found[1]))) if found else ""


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("18.17p", "records/clauses/S1SR/18.17p.html"),
        ("S1SR/18.17p", "records/clauses/S1SR/18.17p.html"),
        ("s1sr/18.17p", "records/clauses/S1SR/18.17p.html"),
        ("4.4.2", "records/services/4.4.2.html"),
        ("S1CE2003", "records/codes/S1CE2003.html"),
        ("s1ce2003", "records/codes/S1CE2003.html"),
        ("s1b-0001", "records/behaviours/S1B-0001.html"),
        ("03465317", "records/devices/ESME/1028/5678/0201/03465317.html"),
        ("ESME/1028/5678/0201/03465317", "records/devices/ESME/1028/5678/0201/03465317.html"),
        ("esme/itron/5678/0201/03465317", "records/devices/ESME/1028/5678/0201/03465317.html"),
        ("esme/itron", "records/manufacturers/1028.html"),
        ("itron", "records/manufacturers/1028.html"),
        ("secure", "records/manufacturers/1031.html"),
        ("S1SR", "records/documents/S1SR.html"),
        ("dmvesm/12.2", "records/editions/DMVESM/12.2.html"),
        ("REQ101", "rules/REQ101.html"),
        ("moc-secure", "records/cohorts/moc-secure.html"),
    ],
)
def test_what_people_type_leads_to_the_page(real: dict[str, str], address: str, page: str) -> None:
    """By itself, with a canonical link, and with a plain link for those whom nothing takes there."""
    shown = real[address]
    assert page == leads_to(address, shown)
    links = Seen(shown).links
    assert {page} == {posixpath.normpath(posixpath.join(address, unquote(link))) for link in links}
    assert [posixpath.relpath(page, address)] * 2 == [unquote(link) for link in links]


@pytest.mark.parametrize(
    ("address", "page"),
    [
        # An SRV is an id; the clause is only known by that number.
        ("7.2", "records/services/7.2.html"),
        # Two makers' identifiers have this name, and two clauses this number.
        ("flonidan", ""),
        ("13", ""),
        ("C7A10001", ""),
    ],
)
def test_collisions_are_decided_by_rule(real: dict[str, str], address: str, page: str) -> None:
    """An id wins over a name; equal claims are all listed, and nothing is chosen for the reader."""
    assert page == leads_to(address, real[address])
    assert page or len(Seen(real[address]).links) > 1


def test_every_short_page_leads_to_a_page(tiny: Catalogue) -> None:
    """Under any base path and from a disk, for every link is relative."""
    files = files_of(tiny)
    pages = pages_of(files)
    short = {path: data.decode() for path, data in files.items() if path.startswith(SHORT)}
    assert short
    for path, shown in short.items():
        page = path.removeprefix(f"{SHORT}/")
        assert {target_of(link, page) for link in Seen(shown).links} <= pages.keys(), path


def test_every_id_has_an_address(tiny: Catalogue) -> None:
    """Each record of the kinds that have them is led to by its id, or named where an earlier kind has the same."""
    contents = contents_of(tiny)
    pages = typed(short_files(contents, ()))
    for folder, record_id in contents.hits:
        if folder in KINDS_IN_ORDER and record_id.partition("/")[0].casefold() not in RESERVED:
            led = leads_to(record_id, pages[record_id])
            assert led == page_path(folder, record_id) or KINDS_IN_ORDER.index(
                led.split("/")[1]
            ) < KINDS_IN_ORDER.index(folder)


def test_spellings_that_differ_in_case_alone_are_one(real: dict[str, str]) -> None:
    """A file system that takes no notice of case loses nothing."""
    by_fold: dict[str, set[str]] = {}
    for address, shown in real.items():
        by_fold.setdefault(address.casefold(), set()).add(shown)
    assert all(len(shown) == 1 for shown in by_fold.values())


def test_nothing_hides_a_page_of_the_site(real: dict[str, str]) -> None:
    """No short address begins with what stands at the site's root already, whatever is added there."""
    generated = {path.partition("/")[0].removesuffix(".md") for path in files_of(Catalogue.load(ROOT / "catalogue"))}
    by_hand = {path.stem for path in (ROOT / "site").glob("*.md")} | {"guides", "about", "assets"}
    assert generated - {SHORT} <= RESERVED
    assert by_hand <= RESERVED
    assert API.partition("/")[0] in RESERVED
    assert {address.partition("/")[0].casefold() for address in real} & RESERVED == set()


def test_a_record_that_is_called_like_a_page_has_no_short_address(tiny: Catalogue) -> None:
    """The page stays."""
    named = with_records(tiny, [behaviour("records")], [row("invented/records", "records")])
    assert "records" not in typed(short_files(contents_of(named), ()))


def test_they_are_small_and_run_nothing(real: dict[str, str]) -> None:
    """A few hundred bytes each, kept out of searches, with a policy that lets nothing in."""
    for shown in real.values():
        assert len(shown.encode()) < MOST_BYTES
        assert {"script", "style", "img", "iframe"} & Seen(shown).tags == set()
        assert '<meta name="robots" content="noindex">' in shown
        assert "content=\"default-src 'none'\"" in shown
    assert sum(len(shown.encode()) for shown in real.values()) / len(real) < MOST_BYTES / 1.5
