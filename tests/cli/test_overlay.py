"""`--overlay`: private records over the catalogue, marked in every answer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from s1sr_validator.cli.explain_command import every_rule
from s1sr_validator.index.overlay_rules import OVERLAY_RULES
from tests.cli.conftest import ROOT, Result
from tests.invented import GAS, LOG, MAKER_ONE, REGISTER, TINY, edit, request_xml
from tests.overlays import BEHAVIOUR, overlay_copy, source, write_overlay

Run = Callable[..., Result]
SCHEMAS = ROOT / "schemas" / "output"
FOLDER = "tests/tiny_overlay"
OVER_TINY = ("--catalogue", str(TINY), "--overlay", FOLDER)
MARK = "overlay invented-findings"


@pytest.fixture
def request_file(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that writes an invented request of an SRV and returns its path."""

    def write(srv: str) -> str:
        path = tmp_path / f"{srv}.xml"
        path.write_text(request_xml(srv), "utf-8")
        return str(path)

    return write


def in_one_line(text: str) -> str:
    """Return a page's text without its line ends and indents."""
    return " ".join(text.split())


def test_a_private_finding_is_predicted(run: Run, request_file: Callable[[str], str]) -> None:
    """The page says whose the answer is: in the headline, at standing, row and record, and in the last line."""
    state = ("--state", "x_invented.warm=true", "--state", "invented_log.entries=2")
    result = run("predict", request_file(REGISTER), "-d", MAKER_ONE, "--as-of", "2015-06-01", *state, *OVER_TINY)
    page = in_one_line(result.out)
    assert (0, "") == (result.code, result.err)
    for text in (
        "as of 2015-06-01, standing proposed or higher, and all that the overlays say",
        f"deviates: the Device does not do what GBCS says (private, said by nothing but {MARK})",
        f"Standing private, observed since 2014-06-01: a finding of {MARK}, not regulation",
        f'Matrix {MARK}: X-INVENTED 1, row "Invented maker one, in our tests"',
        f"Record {MARK}: {FOLDER}/behaviours/{BEHAVIOUR}.yaml:16",
        f"{MARK} 1, 8 private records, digest ",
    ):
        assert text in page


def test_a_published_behaviour_by_a_private_row(run: Run, request_file: Callable[[str], str]) -> None:
    """The behaviour is the catalogue's, that this Device Model has it is not: no clause is quoted for that."""
    result = run("predict", request_file(LOG), "-d", GAS, "--as-of", "2015-06-01", *OVER_TINY)
    page = in_one_line(result.out)
    assert "Clause" not in page
    assert (
        "Standing private, observed since 2014-06-01: that this Device Model does it (INVENTED 9.1) is a finding of "
        f"{MARK}, not regulation"
    ) in page
    assert "Record tiny_catalogue/behaviours/S1B-9001.yaml:14" in page
    assert f"Matrix {MARK}: X-INVENTED 1, row" in page


def test_without_the_option_nothing_is_private(run: Run, request_file: Callable[[str], str]) -> None:
    """The same question without the overlay has no answer, and no trace of it."""
    result = run("predict", request_file(REGISTER), "-d", MAKER_ONE, "--as-of", "2015-06-01", "--catalogue", str(TINY))
    assert "not_assessed" in result.out
    assert "overlay" not in result.out
    assert "X-INVENTED" not in result.out


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("show", BEHAVIOUR), f"{MARK}: {FOLDER}/behaviours/{BEHAVIOUR}.yaml:16"),
        (("show", "x_invented.warm"), f"{MARK}: state x_invented.warm"),
        (("list", "behaviours"), f"{BEHAVIOUR} {MARK}: The invented register fails in the warmth"),
        (("search", "warmth"), f"behaviour {BEHAVIOUR} {MARK}: The invented register fails"),
        (("history", BEHAVIOUR), f"2014-06-01 observed: {MARK}: behaviour {BEHAVIOUR}"),
        (("timeline",), f"2014-06-01 observed: {MARK}: matrix_row x-invented/gas"),
        (("list",), "7 behaviours Behaviours that differ from GBCS"),
    ],
    ids=" ".join,
)
def test_the_mark_in_text(arguments: tuple[str, ...], text: str, run: Run) -> None:
    """Each record of the overlay is marked where it is shown, and the overlay is named under the answer."""
    result = run(*arguments, *OVER_TINY)
    assert 0 == result.code
    assert text in in_one_line(result.out)
    assert f"{MARK} 1, 8 private records, digest " in result.out.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "schema", "rows"),
    [
        (("show", BEHAVIOUR), "records", "records"),
        (("list", "matrix"), "record-list", "records"),
        (("search", "warmth"), "record-list", "records"),
        (("history", BEHAVIOUR), "moments", "moments"),
    ],
)
def test_the_mark_in_json(arguments: tuple[str, ...], schema: str, rows: str, run: Run) -> None:
    """Every record carries the name of its overlay, or an empty text; the stamp tells the overlay's own version."""
    found = json.loads(run(*arguments, "--format", "json", *OVER_TINY).out)
    Draft202012Validator(json.loads((SCHEMAS / f"{schema}.schema.json").read_text("utf-8"))).validate(found)
    (stamp,) = found["catalogue"]["overlays"]
    assert ("invented-findings", "1", 8) == (stamp["name"], stamp["version"], stamp["records"])
    private = {"invented-findings": True, "": False}
    for row in found[rows]:
        assert private[row["overlay"]] is ("x-invented" in str(row.get("id", row.get("record"))).casefold())


def test_a_prediction_in_json(run: Run, request_file: Callable[[str], str]) -> None:
    """The claim says which overlay it is from, and the result fits its published schema."""
    result = run(
        "predict", request_file(LOG), "-d", GAS, "--as-of", "2015-06-01", "--format", "json", *OVER_TINY, "--trace"
    )
    found = json.loads(result.out)
    Draft202012Validator(json.loads((SCHEMAS / "prediction.schema.json").read_text("utf-8"))).validate(found)
    (claim,) = found["predictions"][0]["deviations"]
    assert ("S1B-9001", "invented-findings", "invented-findings") == (
        claim["behaviour"],
        claim["overlay"],
        claim["matrix_overlay"],
    )


def test_check_takes_an_overlay(run: Run, request_file: Callable[[str], str], tmp_path: Path) -> None:
    """A Device Model that only the overlay lists is one that a request can go to."""
    text = (TINY / "devices" / f"{GAS}.yaml").read_text("utf-8")
    own = GAS.replace("00000001", "0000000F")
    device = text.replace(GAS, own).replace('firmware_version: "00000001"', 'firmware_version: "0000000F"')
    device = device.replace("invented-source", "x-own")
    folder = write_overlay(tmp_path / "own", {f"devices/{own}.yaml": device, "sources/x-own.yaml": source("x-own")})
    arguments = ("check", request_file(LOG), "-d", own, "--catalogue", str(TINY))
    assert 2 == run(*arguments).code
    assert 2 != run(*arguments, "--overlay", str(folder)).code
    predicted = run("predict", *arguments[1:], "--as-of", "2015-06-01", "--overlay", str(folder))
    assert f"The Device Model {own} is a record of overlay own alone." in in_one_line(predicted.out)


def test_several_overlays(run: Run, tmp_path: Path) -> None:
    """The option can be repeated, in any order, with the same answer."""
    other = str(write_overlay(tmp_path / "other", {"sources/x-other.yaml": source("x-other")}))
    orders = ((FOLDER, other), (other, FOLDER))
    found = [
        run("list", "sources", "--catalogue", str(TINY), *(part for each in order for part in ("--overlay", each))).out
        for order in orders
    ]
    assert found[0] == found[1]
    assert ["overlay invented-findings 1, ", "overlay other, "] == [
        line[: line.index(", ") + 2] for line in found[0].splitlines()[-2:]
    ]


@pytest.mark.parametrize("command", ["list", "lint"])
@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("no-such-folder", "overlay no-such-folder does not exist"),
        ("README.md", "overlay README.md is not a folder"),
        ("docs-to-be", "overlay docs-to-be holds no records"),
        ("tests/tiny_catalogue", "tests/tiny_catalogue is a whole catalogue, not an overlay"),
    ],
)
def test_wrong_use(
    folder: str, message: str, command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is no overlay is wrong use: nothing is answered as if it had nothing to say."""
    if folder == "docs-to-be":
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path)
    result = run(command, "--catalogue", str(TINY), "--overlay", folder)
    assert (2, "") == (result.code, result.out)
    assert f"error: {message}" in result.err


def test_errors_are_told_with_their_places(run: Run, tmp_path: Path) -> None:
    """An overlay with errors is not used; every error is named, and the tip leads to lint."""
    overlay = overlay_copy(tmp_path)
    edit(overlay, "matrix/x-invented/gas.yaml", "[S1B-9001]", "[S1B-9999]")
    edit(overlay, "matrix/x-invented/maker-one.yaml", "event: observed", "event: designated")
    result = run("show", BEHAVIOUR, "--catalogue", str(TINY), "--overlay", str(overlay))
    assert (3, "") == (result.code, result.out)
    said = in_one_line(result.err)
    assert "error: 2 errors in overlay invented-findings; the first: " in said
    assert f"{overlay}/matrix/x-invented/gas.yaml:8:14: OVL004 no behaviour has the id 'S1B-9999'" in said
    assert f"{overlay}/matrix/x-invented/maker-one.yaml:11:31: OVL003 designated" in said
    assert f"run: s1sr lint --overlay {overlay}" in said


def test_lint(run: Run, tmp_path: Path) -> None:
    """A sound overlay gives 0, one with a finding 1 and the place; selection works as without an overlay."""
    overlay = overlay_copy(tmp_path)
    arguments = ("lint", "--catalogue", str(TINY), "--overlay", str(overlay))
    sound = run(*arguments)
    assert 0 == sound.code
    assert "no findings in 8 records" in sound.out
    edit(overlay, f"behaviours/{BEHAVIOUR}.yaml", "more_than: 0", "more_than: 1")
    broken = run(*arguments)
    assert 1 == broken.code
    assert f"{overlay}/behaviours/{BEHAVIOUR}.yaml:27:13" in "".join(broken.out.split())
    assert "CAT147" in broken.out
    assert 0 == run(*arguments, "--ignore", "CAT147").code


@pytest.mark.parametrize("rule", OVERLAY_RULES, ids=lambda rule: rule.code)
def test_explain(rule: object, run: Run) -> None:
    """Every rule about overlays is explained by its code."""
    assert rule in every_rule()
    result = run("explain", getattr(rule, "code", ""))
    assert 0 == result.code
    assert getattr(rule, "name", "") in result.out


def test_the_real_catalogue_takes_an_overlay(run: Run, tmp_path: Path) -> None:
    """Over the catalogue that came along, a private source is listed beside the published ones."""
    folder = write_overlay(tmp_path / "own", {"sources/x-own.yaml": source("x-own")})
    result = run("list", "sources", "--overlay", str(folder))
    assert 0 == result.code
    assert "overlay own: Invented runs" in result.out
