"""What every format shows, made from the reports of check and lint."""

from tests.report.shown import FINDING, accepted, checked, finding, linted, request


def test_each_input_has_its_own_findings() -> None:
    """Unread inputs are inputs too, and so is a file that only a finding names."""
    found = [finding(file=name) for name in ("b.xml", "c.xml", "s1sr.toml")]
    view = checked(*found, requests=(request("a.xml"), request("b.xml")), unread=("c.xml",))
    assert [
        ("a.xml", True, 0, ("TST001",)),
        ("b.xml", True, 1, ("TST001",)),
        ("c.xml", False, 1, ()),
        ("s1sr.toml", True, 1, ()),
    ] == [(each.name, each.was_read, len(each.findings), each.rules_run) for each in view.examinees]
    assert ("c.xml",) == view.unread
    assert ("request", 2) == (view.subject, view.amount)


def test_requests_of_one_file_are_one_input() -> None:
    """A rule that was asked of one of them was asked; findings are there once."""
    requests = (request(run=("TST001", "TST009")), request(not_asked="no Device is given"))
    view = checked(finding(), requests=requests)
    (each,) = view.examinees
    assert (("TST001", "TST009"), (), 1) == (each.rules_run, each.rules_not_asked, len(each.findings))
    assert 2 == view.amount


def test_every_finding_belongs_to_one_input() -> None:
    """Suppressed ones too, so that counts of inputs add up to the counts of the run."""
    view = checked(finding(file="x"), finding(file=""), suppressed=(accepted(finding(file="y")),))
    assert ["a.xml", "x", "", "y"] == [each.name for each in view.examinees]
    assert (2, 1) == (
        sum(len(each.findings) for each in view.examinees),
        sum(len(each.suppressed) for each in view.examinees),
    )


def test_a_catalogue_is_one_thing() -> None:
    """With its records counted, and the rules that could not be asked."""
    (each,) = linted(FINDING, skipped=("CAT148",)).examinees
    assert ("catalogue", "3 records", ("CAT007",), (FINDING,)) == (each.name, each.what, each.rules_run, each.findings)
    assert ["CAT148"] == [rule.code for rule in each.rules_not_asked]
