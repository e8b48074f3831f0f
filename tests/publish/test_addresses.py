"""Addresses: every id has a path of its own, inside its folder, that file systems and web servers read alike."""

import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.publish.addresses import api_path, page_path, relative, safe_path

IDS = st.text(min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("path", "record_id"),
    [
        ("4.4.2", "4.4.2"),
        ("S1SR/18.17p", "S1SR/18.17p"),
        ("11.2(a)", "11.2(a)"),
        ("ESME/1028/5678/0201/03465317", "ESME/1028/5678/0201/03465317"),
        ("~2e./~2e./etc", "../../etc"),
        ("~69ndex", "index"),
        ("~52EADME", "README"),
        ("a~20b~3fc", "a b?c"),
        ("~", ""),
        ("~7e", "~"),
    ],
)
def test_ids_that_are_safe_stay_and_others_are_written_out(path: str, record_id: str) -> None:
    """What a folder, MkDocs or a server would take for something else is written as hex."""
    assert path == safe_path(record_id)


@given(IDS, IDS)
def test_two_ids_never_share_a_path(one: str, other: str) -> None:
    """Ids that differ have paths that differ."""
    assert (one == other) == (safe_path(one) == safe_path(other))


@given(IDS)
def test_no_id_leads_out_of_its_folder(record_id: str) -> None:
    """The path of a record stays below its kind, and holds nothing that needs escaping."""
    path = page_path("services", record_id)
    assert posixpath.normpath(path).startswith("records/services/")
    assert re.fullmatch(r"[A-Za-z0-9._()~/-]+", path)


@given(IDS, IDS)
def test_a_relative_link_leads_to_its_target(one: str, other: str) -> None:
    """Following the link from the page gives the target again."""
    page, target = page_path("clauses", one), api_path("codes", other)
    assert posixpath.normpath(target) == posixpath.normpath(
        posixpath.join(posixpath.dirname(page), relative(target, page))
    )


def test_a_fragment_is_kept() -> None:
    """A link into a page keeps the place in it."""
    assert relative("records/all.html#x", "records/codes/E1.html") == "../all.html#x"
