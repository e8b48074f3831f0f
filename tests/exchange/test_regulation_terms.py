"""What is recognised in a text, by the tiny catalogue's lists, and what is left alone."""

from typing import Any

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.exchange.regulation.terms import Recogniser
from s1sr_validator.model.kinds import Records


@pytest.fixture(scope="module")
def records(tiny: Catalogue) -> Records:
    """The tiny catalogue, with short names for its makers as real lists have them."""
    makers = tuple(
        msgspec.structs.replace(maker, name_variants=("Acme",) if maker.id == "FFF0" else ("Other Maker",))
        for maker in tiny.snapshot.records.manufacturers
    )
    return msgspec.structs.replace(tiny.snapshot.records, manufacturers=makers)


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("The SRV 9.9.1 fails.", "services", ("9.9.1",)),
        ("SRVs 9.9.1, 9.9.2 and 9.8.1.", "services", ("9.8.1", "9.9.1", "9.9.2")),
        ("Service Request 9.9.1", "services", ("9.9.1",)),
        ("as clause 9.9.1 says", "services", ()),
        ("version 9.9.1", "services", ()),
        ("SRV 9.9.11", "services", ()),
        ("SRV 9.9.11", "unknown_services", ("9.9.11",)),
        ("an ESME and GSMEs", "device_types", ("ESME", "GSME")),
        ("an ESMEX", "device_types", ()),
        ("Acme ESME Devices", "manufacturers", ("FFF0",)),
        ("Acme's Devices", "manufacturers", ("FFF0",)),
        ("the MOC (Acme) cohort", "manufacturers", ()),
        ("Acme wrote a letter", "manufacturers", ()),
        ("it will fail", "outcome", "failure"),
        ("it does not answer", "outcome", ""),
        ("where there is none", "has_condition", True),
        ("always", "has_condition", False),
    ],
)
def test_terms_are_taken_only_in_their_own_form(records: Records, text: str, field: str, expected: Any) -> None:  # noqa: ANN401 - a field's value
    """An SRV needs its word, a maker needs its Device, and other numbers and names stay what they are."""
    assert expected == getattr(Recogniser(records).terms(text), field)


def test_alerts_keep_their_names_and_say_whether_they_are_known(records: Records) -> None:
    """A code of the S1SP's form is taken although the catalogue does not have it; the name beside it is kept."""
    terms = Recogniser(records).terms("It raises S1X9001 or S1ZZ0001 / Invented Warning, ALM Ref ID: 990001.")
    assert [("S1X9001", "", True), ("S1ZZ0001", "Invented Warning", False)] == [
        (alert.code, alert.name, alert.is_known) for alert in terms.alerts
    ]
    assert [("ALM Ref ID", "990001")] == [(each.name, each.value) for each in terms.references]


def test_other_makers_names_of_two_words_are_found(records: Records) -> None:
    """Several makers before one Device type are all meant; two records with one name are both named."""
    assert ("FFF0", "FFF1", "FFF2") == Recogniser(records).terms("Acme and Other Maker ESMEs").manufacturers


@pytest.mark.parametrize(
    "text", ["SRV 9.9.1" + ", " * 5000 + "x", "Acme" + " and " * 5000 + "x", "(" * 20000, "1." * 20000]
)
def test_a_hostile_text_ends(records: Records, text: str) -> None:
    """No row of separators makes a pattern try it in every way that there is."""
    assert () == Recogniser(records).terms(text).manufacturers
