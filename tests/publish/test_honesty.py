"""Every page says its catalogue and day, and what is not known; nothing unknown looks like conformance."""

import json
import re

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.prediction import Assessment
from s1sr_validator.model.record import Basis
from s1sr_validator.publish.addresses import RULES, page_path
from s1sr_validator.publish.evidence import evidence_in_words, evidence_of
from s1sr_validator.publish.matrix_pages import legend
from s1sr_validator.publish.words import STATES
from tests.publish.conformance import ROOT
from tests.publish.published import Seen, contents_of, files_of, pages_of

_STATE = re.compile(r'<(td|span) class="(?:state )?([a-z-]+)">(.*?)</\1>', flags=re.DOTALL)
_EMPTY_CELL = re.compile(r"<td>\?</td>")


@pytest.fixture(scope="module")
def pages(tiny: Catalogue) -> dict[str, str]:
    """Every generated page of the tiny catalogue."""
    return pages_of(files_of(tiny))


def test_every_page_says_catalogue_day_and_freshness(pages: dict[str, str], tiny: Catalogue) -> None:
    """Pages about records, and pages about many; those of rules are about the software."""
    for page, text in pages.items():
        shown = Seen(text).text
        if not page.startswith(f"{RULES}/"):
            assert f"{tiny.version}, digest {tiny.digest[:12]}" in shown, page
            assert "2020-06-01" in shown, page
            assert "not recorded" in shown, page


def test_every_record_says_how_well_it_is_founded(pages: dict[str, str], tiny: Catalogue) -> None:
    """Its page and its document count what is stated and inferred, and say that no day of a check is recorded."""
    contents, files = contents_of(tiny), files_of(tiny)
    for (folder, record_id), hit in contents.hits.items():
        evidence = evidence_of(hit.record, contents)
        shown = Seen(pages[page_path(folder, record_id)]).text
        assert evidence_in_words(evidence) in shown
        assert "not recorded: the catalogue says how a source was obtained, and not when" in shown
        document = json.loads(
            files[page_path(folder, record_id).replace("records/", "api/v1/").replace(".html", ".json")]
        )
        inferred = sum(citation.basis is Basis.INFERRED for citation in hit.record.citations)
        assert (inferred, len(hit.record.citations) - inferred, "not recorded") == (
            *(document["evidence"]["inferred"], document["evidence"]["stated"]),
            document["evidence"]["last_checked"],
        )


def test_a_letter_and_a_name_tell_states_apart() -> None:
    """Without colour, and aloud: no two assessments share a letter or a name, and none is a part of another's."""
    letters, names = [state.letter for state in STATES.values()], [state.name for state in STATES.values()]
    assert set(Assessment) == set(STATES)
    assert len(set(letters)) == len(set(names)) == len(STATES)
    unknown, known = STATES[Assessment.NOT_ASSESSED], STATES[Assessment.CONFORMS]
    assert known.name not in unknown.name
    assert "does not mean that it conforms" in unknown.meaning
    assert unknown.meaning in Seen(legend()).text


def test_what_looks_like_a_state_says_so_in_its_text(pages: dict[str, str]) -> None:
    """Each badge and cell has the letter and the name of the state whose colour it has; `conforms` is never silent."""
    by_class = {assessment.replace("_", "-"): state for assessment, state in STATES.items()}
    met = set()
    for text in pages.values():
        for _, name, content in _STATE.findall(text):
            if name in by_class:
                met.add(name)
                assert Seen(content).text.split(" ", 1) == [by_class[name].letter, by_class[name].name]
    assert set(by_class) == met


def test_a_cell_of_which_nothing_is_known_is_a_question_mark(pages: dict[str, str], tiny: Catalogue) -> None:
    """It has no colour, it is not empty, and every table of such cells comes with the legend."""
    matrix = pages["matrix/services.html"]
    whole = matrix.partition("## Everything")[2]
    pairs = len(tiny.lookup.devices) * len(tiny.lookup.services)
    assert pairs == len(re.findall("<td", whole))
    assert len(_EMPTY_CELL.findall(whole)) + len(contents_of(tiny).assessments) == pairs
    assert STATES[Assessment.NOT_ASSESSED].meaning in Seen(matrix).text


def test_the_scripts_say_it_in_the_same_words() -> None:
    """The look-up's letters and names are those of the pages."""
    script = (ROOT / "site/assets/js/answer_view.js").read_text("utf-8")
    for assessment, state in STATES.items():
        assert f'{assessment}: ["{state.letter}", "{state.name}"' in script
