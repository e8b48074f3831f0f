"""Requests by lxml (libxml2, which decides) against `xmlschema`, which is written in Python, by both schemas.

A request of the templates is whole or broken in one of the ways of tests/reference/request_breakages.py. Our own schema
is tried on invented requests as well, so that a clean clone has something to compare.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.messages.own_schema import own_schema_text
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.messages.schema_files import official_files
from s1sr_validator.messages.schema_set import SchemaSet
from s1sr_validator.messages.signature_schema import SIGNATURE_SCHEMA
from s1sr_validator.messages.xml import parse_xml
from tests.differential.how_many import EVERYTHING
from tests.invented import LOG, REGISTER, SETTING, request_xml
from tests.reference.request_breakages import Element, broken

ONE_IN = 1 if EVERYTHING else 60
"""Of how many breakages one is compared in this run."""
TEMPLATES = slice(None) if EVERYTHING else slice(None, None, 12)
"""The templates that are compared in this run."""
EXPLAINED: dict[tuple[str, str], str] = {}
"""By schema and breakage: why one of the two accepts what the other refuses. There is none, and any would fail."""


@pytest.fixture(scope="module")
def own() -> SchemaSet:
    """Our own schema, for the real services."""
    services = Catalogue.bundled().lookup.services.values()
    return SchemaSet("the compact schema", (own_schema_text(services).encode(), SIGNATURE_SCHEMA.encode()))


@pytest.fixture(scope="module")
def official(reference_data: Path) -> SchemaSet:
    """The official schemas."""
    (found,) = official_files(schema_files(reference_data / "duis"), "reference data")
    return SchemaSet("DUIS", [file.data for file in found.files])


def by_xmlschema(schema: SchemaSet, root: Element) -> bool:
    """Say whether a request is valid by the schema as `xmlschema` has it, which types the trees of lxml as its own."""
    return bool(cast("Any", schema.explaining).is_valid(root))


def disagreements(schema: SchemaSet, cases: Iterator[tuple[str, Element]]) -> tuple[Counter[bool], list[str]]:
    """Return how many requests are valid and how many not, and those of which the two readers say different things."""
    counted: Counter[bool] = Counter()
    differing = []
    for name, root in cases:
        by_libxml2 = not schema.faults(root)
        counted[by_libxml2] += 1
        if by_libxml2 is not by_xmlschema(schema, root):
            differing.append(name)
    return counted, differing


def some(name: str, root: Element, *, one_in: int, signature: bool) -> Iterator[tuple[str, Element]]:
    """Yield a request whole, and one in so many of the ways in which it can be broken."""
    yield f"{name}: whole", root
    random = Random(name)  # noqa: S311 - cases, the same in every run
    for breakage, other in broken(root, signature=signature):
        if random.randrange(one_in) == 0:
            yield f"{name}: {breakage}", other


@pytest.mark.parametrize("srv", [LOG, REGISTER, SETTING])
def test_invented_requests(tiny: Catalogue, srv: str) -> None:
    """The compact schema of the invented services: both say the same of a request however it is broken."""
    services = tiny.lookup.services.values()
    schema = SchemaSet("the compact schema", (own_schema_text(services).encode(), SIGNATURE_SCHEMA.encode()))
    root = parse_xml(request_xml(srv).encode(), srv)
    counted, differing = disagreements(schema, some(srv, root, one_in=1 if EVERYTHING else 3, signature=True))
    assert not differing
    assert min(counted[True], counted[False]) > 0


@pytest.mark.reference
@pytest.mark.parametrize("which", ["own", "official"])
def test_templates(which: str, reference_data: Path, own: SchemaSet, official: SchemaSet) -> None:
    """Every template, whole and broken: both readers say the same by either schema."""
    schema = {"own": own, "official": official}[which]
    templates = sorted((reference_data / "duis-templates").glob("*.XML"))
    assert 187 == len(templates)
    every: Counter[bool] = Counter()
    for number, path in enumerate(templates[TEMPLATES]):
        root = parse_xml(path.read_bytes(), path.name)
        counted, differing = disagreements(schema, some(path.name, root, one_in=ONE_IN, signature=number % 8 == 0))
        every += counted
        assert [] == [name for name in differing if (which, name.partition(": ")[2]) not in EXPLAINED]
    assert every[True] >= len(templates[TEMPLATES])
    assert every[False] > (10_000 if EVERYTHING else 20)
    print(f"{which}: {every.total():,} requests compared, {every[False]:,} of them not valid")  # noqa: T201 - for the record of a sweep


def test_broken_values_are_refused_by_both(tiny: Catalogue) -> None:
    """A type's edges, one by one: the values that one reader could take for the other's."""
    services = tiny.lookup.services.values()
    schema = SchemaSet("the compact schema", (own_schema_text(services).encode(), SIGNATURE_SCHEMA.encode()))
    for version in ("5.4", "+5.4", "5.40", ".5", "5.", "", " 5.4 ", "1e1", "INF", "-1", "५.४", "5,4"):
        root = etree.fromstring(request_xml(LOG).replace('"5.4"', f'"{version}"').encode())
        assert (not schema.faults(root)) is by_xmlschema(schema, root), version
