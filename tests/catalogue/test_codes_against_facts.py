"""The code records hold what the official schemas and the published code names say, and nothing else."""

from collections.abc import Callable

import pytest

from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.record import Basis

pytestmark = pytest.mark.reference

Row = dict[str, str]
ReadRows = Callable[[str], tuple[Row, ...]]
Codes = dict[CodeList, dict[str, Code]]


@pytest.fixture(scope="module")
def codes(real_catalogue: LoadedCatalogue) -> Codes:
    """The code records by list and code."""
    records = real_catalogue.records.codes
    return {code_list: {code.id: code for code in records if code.list is code_list} for code_list in CodeList}


def place_in_schema(code: Code) -> str:
    """Return the place in the DUIS schema where the list has the code."""
    return next(cite.place for cite in code.citations if cite.source == "duis-xsd-5.4")


def test_dcc_alert_codes(codes: Codes, reference_rows: ReadRows) -> None:
    """The 66 DCC alert codes of DUIS have no names there, and no further ones are in the catalogue."""
    expected = {
        row["code"]: (
            (row["xsd_type"].partition(" ")[0],),
            f"sr:DCCAlertMessage, DCCAlertCode, entry {row['ordinal']} of the list",
            "",
        )
        for row in reference_rows("dcc_alert_codes")
    }
    assert len(expected) == 66
    assert expected == {
        code.id: (code.schema_types, place_in_schema(code), code.name) for code in codes[CodeList.DCC_ALERT].values()
    }


def test_response_codes(codes: Codes, reference_rows: ReadRows) -> None:
    """The 194 response codes of DUIS have no names there, and no further ones are in the catalogue."""
    expected = {
        row["code"]: (
            (row["xsd_type"],),
            f"sr:ResponseCode, entry {row['ordinal']} of the list",
            row["service_reference_from_digits"],
            "",
        )
        for row in reference_rows("response_codes")
    }
    assert len(expected) == 194
    assert expected == {
        code.id: (code.schema_types, place_in_schema(code), code.service_reference, code.name)
        for code in codes[CodeList.RESPONSE].values()
    }


def test_response_code_is_a_letter_and_digits(reference_rows: ReadRows) -> None:
    """The list takes a response code apart into letter and digits; together they are the code."""
    assert all(row["code"] == row["letter"] + row["digits"] for row in reference_rows("response_codes"))


def test_service_reference_of_a_response_code_is_inferred(codes: Codes) -> None:
    """It is read from the digits, which no source says; the record says so."""
    for code in codes[CodeList.RESPONSE].values():
        about = [cite for cite in code.citations if "service_reference" in cite.covers]
        assert bool(code.service_reference) == bool(about), code.id
        assert all(cite.basis is Basis.INFERRED and cite.reason for cite in about), code.id


def test_gbcs_alert_codes(codes: Codes, reference_rows: ReadRows) -> None:
    """The 188 GBCS alert codes have the names and types of the list, and no further ones are in the catalogue."""
    expected = {
        row["hex_code"]: (row["name"], tuple(row["xsd_types"].split()), tuple(row["mmc_payload_types"].split()))
        for row in reference_rows("gbcs_alert_codes")
    }
    assert len(expected) == 188
    assert expected == {
        code.id: (code.name, code.schema_types, code.payload_types) for code in codes[CodeList.GBCS_ALERT].values()
    }


def test_gbcs_alert_code_cites_every_place_that_has_it(codes: Codes, reference_rows: ReadRows) -> None:
    """A name cites the list of names, an `sr:` type DUIS, an `ra:` type and a payload MMC."""
    for row in reference_rows("gbcs_alert_codes"):
        types = (row["xsd_types"] + " " + row["mmc_payload_types"]).split()
        expected = {"gbcs-parser"} if row["in_gbcs_parser"] == "yes" else set()
        expected |= {"duis-xsd-5.4" if name.startswith("sr:") else "mmc-xsd-5.4" for name in types}
        code = codes[CodeList.GBCS_ALERT][row["hex_code"]]
        assert expected == {cite.source for cite in code.citations}, code.id


def test_only_s1sp_alert_code_is_the_one_of_the_consultation(codes: Codes) -> None:
    """No source lists the S1SP alert codes: S1CE2003 is known from one paragraph."""
    (code,) = codes[CodeList.S1SP_ALERT].values()
    assert (code.id, code.name) == ("S1CE2003", "Security Warning")
    assert [(cite.source, cite.place) for cite in code.citations] == [("dcc-consultation-2025-10-17", "paragraph 28")]


@pytest.mark.parametrize(
    ("code_list", "code", "words"),
    [
        (CodeList.DCC_ALERT, "N31", "no N32"),
        (CodeList.DCC_ALERT, "N33", "no N32"),
        (CodeList.GBCS_ALERT, "8F85", "MMC only"),
        (CodeList.GBCS_ALERT, "8F86", "MMC only"),
        (CodeList.GBCS_ALERT, "8F87", "MMC only"),
        (CodeList.GBCS_ALERT, "8F88", "MMC only"),
    ],
)
def test_gap_is_noted(code_list: CodeList, code: str, words: str, codes: Codes) -> None:
    """What the sources leave out stands in a note."""
    assert words in " ".join(codes[code_list][code].notes)
