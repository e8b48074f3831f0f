"""Device Models against SRVs and against claims, as tables that read without colour and without scripts."""

from collections.abc import Sequence
from typing import NamedTuple

from s1sr_validator.index.search import natural_order
from s1sr_validator.model.prediction import Assessment, DevicePrediction
from s1sr_validator.publish.addresses import kind_path, page_path, relative
from s1sr_validator.publish.assessments import Pair
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.markup import Html, element, joined, lines, link
from s1sr_validator.publish.page import Section, SitePage
from s1sr_validator.publish.record_sections import state_words
from s1sr_validator.publish.words import STATES

BY_SERVICE = "matrix/services.html"
BY_CLAIM = "matrix/claims.html"
SCRIPTS = ("matrix.js",)
MOST_CELLS = 300_000
"""Cells of one table: rows times columns would outgrow everything else, and no browser shows millions of them."""


def matrix_pages(contents: Contents) -> list[SitePage]:
    """Return both matrices."""
    return [_by_service(contents), _by_claim(contents)]


class Grid(NamedTuple):
    """A matrix: its columns by id with their names, and its cells; a pair that has none is not assessed."""

    path: str
    title: str
    name: str
    folder: str
    columns: dict[str, str]
    cells: dict[Pair, Assessment]


def _by_service(contents: Contents) -> SitePage:
    columns = {srv: srv for srv in sorted(contents.lookup.services, key=natural_order)}
    cells = {pair: found.assessment for pair, found in contents.assessments.items()}
    grid = Grid(BY_SERVICE, "Device Models and SRVs", "device-models-by-srv", "services", columns, cells)
    return _page(grid, contents)


def _by_claim(contents: Contents) -> SitePage:
    claims = sorted(contents.lookup.behaviours, key=natural_order)
    cells = {
        (device, claim): found.assessment
        for (device, _srv), found in contents.assessments.items()
        for claim in _claims(found)
    }
    columns = {claim: _claim_name(contents, claim) for claim in claims}
    grid = Grid(BY_CLAIM, "Device Models and clauses", "device-models-by-clause", "behaviours", columns, cells)
    return _page(grid, contents)


def _claims(found: DevicePrediction) -> tuple[str, ...]:
    return tuple(claim.behaviour for claim in (*found.deviations, *found.conformance))


def _claim_name(contents: Contents, claim: str) -> str:
    """Return the number of the clause that describes a behaviour; its own id where no clause does."""
    clause = contents.lookup.clauses.get(contents.lookup.behaviours[claim].clause)
    return f"{clause.document} {clause.number}" if clause else f"{claim} (no clause)"


def _page(grid: Grid, contents: Contents) -> SitePage:
    """Return a matrix: its count, its legend, the part that is known, and the whole."""
    devices = tuple(contents.lookup.devices)
    cells, known = len(grid.columns) * len(devices), len(grid.cells)
    words = (
        f"As of {contents.as_of}, public reports that are not regulation included. "
        f"{known:,} of {cells:,} cells are assessed; "
        f"{cells - known:,} are not, and that does not mean that those Device Models conform."
    )
    whole = _bounded(grid, devices, tuple(grid.columns), grid.title)
    whole = element("div", whole, id="s1sr-matrix", data_table=grid.name)
    sections = (
        Section("Legend", legend()),
        Section("What is known", _known(grid, devices)),
        Section("Everything", whole),
    )
    return SitePage(
        path=grid.path, title=grid.title, lead=element("p", words), sections=sections, scripts=SCRIPTS, wide=True
    )


def _known(grid: Grid, devices: Sequence[str]) -> Html:
    """Return the rows and columns in which something is assessed."""
    if not grid.cells:
        return element("p", "Nothing is assessed.")
    rows = {device for device, _ in grid.cells}
    columns = {column for _, column in grid.cells}
    return _bounded(
        grid,
        [device for device in devices if device in rows],
        [column for column in grid.columns if column in columns],
        f"{grid.title}: assessed ones",
    )


def _bounded(grid: Grid, devices: Sequence[str], columns: Sequence[str], title: str) -> Html:
    """Return a table, or where it would be too large, where else its cells are said."""
    cells = len(devices) * len(columns)
    if cells <= MOST_CELLS:
        return _table(grid, devices, columns, title)
    lists = (link(relative(kind_path(kind), grid.path), _NAMES[kind]) for kind in ("devices", grid.folder))
    words = f"{cells:,} cells are too many for one table. What is known stands on the page of each "
    return element("p", words, joined(lists, " and of each "), ".")


_NAMES = {"devices": "Device Model", "services": "SRV", "behaviours": "behaviour"}


def _table(grid: Grid, devices: Sequence[str], columns: Sequence[str], title: str) -> Html:
    heads = (
        element("th", link(relative(page_path(grid.folder, column), grid.path), grid.columns[column]), scope="col")
        for column in columns
    )
    rows = (_row(grid, device, columns) for device in devices)
    inside = lines(
        [
            element("caption", title),
            element("thead", element("tr", element("th", "Device Model", scope="col"), *heads)),
            element("tbody", lines(rows)),
        ]
    )
    table = element("table", inside, class_="matrix")
    return element("div", table, class_="scroll", tabindex="0", role="region", aria_label=title)


def _row(grid: Grid, device: str, columns: Sequence[str]) -> Html:
    head = element("th", link(relative(page_path("devices", device), grid.path), device), scope="row")
    found = (grid.cells.get((device, column), Assessment.NOT_ASSESSED) for column in columns)
    return element("tr", head, *(_CELLS[assessment] for assessment in found))


def legend() -> Html:
    """Return what the letters mean."""
    rows = (element("li", state_words(assessment), ": ", state.meaning) for assessment, state in STATES.items())
    return element("ul", *rows, class_="legend")


def _cell(assessment: Assessment) -> Html:
    state = STATES[assessment]
    if assessment is Assessment.NOT_ASSESSED:
        return element("td", state.letter)
    hidden = element("span", f" {state.name}", class_="hidden")
    return element("td", state.letter, hidden, class_=assessment.replace("_", "-"))


_CELLS = {assessment: _cell(assessment) for assessment in Assessment}
