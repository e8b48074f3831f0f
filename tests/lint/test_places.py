"""Rules about the parts of sources: what is cited, what was set aside, and citations that point nowhere."""

from typing import Any

import pytest

from s1sr_validator.lint.asking import RuleModule
from s1sr_validator.lint.rules import place_cited, place_known, place_list, place_set_aside
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.migration import Consultation, Question
from s1sr_validator.model.record import Citation
from s1sr_validator.model.regulation import Publication, Source, UncitedPlaces
from tests.lint.asked import context_with, messages, places


def source(*listed: str, aside: tuple[tuple[str, ...], ...] = (), **fields: Any) -> Source:  # noqa: ANN401 - as named
    """Return an invented source that lists its parts, and sets some of them aside."""
    uncited = tuple(UncitedPlaces(places=parts, reason="r") for parts in aside)
    usual: dict[str, Any] = {"id": "invented-book", "title": "t", "publisher": "p", "obtained": Publication.PUBLISHED}
    return Source(**(usual | fields), places=listed, uncited=uncited)


def citing(*cited: str, **fields: str) -> Code:
    """Return a code that cites these places."""
    name = fields.get("source", "invented-book")
    return Code(
        id="X9909", list=CodeList.RESPONSE, citations=tuple(Citation(source=name, place=place) for place in cited)
    )


def asking(place: str, *sources: str) -> Consultation:
    """Return a consultation that cites sources without a list of parts, or with the list, for a question."""
    return Consultation(
        id="invented-asking",
        title="t",
        publisher="p",
        summary="s",
        questions=(Question(order=1, number="1", summary="s", place=place),),
        citations=tuple(Citation(source=name, place="row 1") for name in sources),
    )


def reported(module: RuleModule, *records: Any) -> list[str]:  # noqa: ANN401 - records of any kind
    """Return the paths that a rule reports in invented records, with the id of each."""
    found = [place.rpartition("/")[2].replace(".yaml:", ":") for place in places(module, context_with(*records))]
    return [place for place in found if place.startswith(("invented-book", "X9909", "invented-asking"))]


@pytest.mark.parametrize(
    ("expected", "book"),
    [
        (["places.1"], source("row 1", "Row 1")),
        (["places.2", "places.3"], source("row 1", "row 2", "ROW 1", "Row 2")),
        (["uncited.0.places.1"], source("row 1", "row 2", aside=(("row 1", "row 3"),))),
        (["uncited.0.places.0"], source("row 1", "row 2", aside=(("Row 1",),))),
        (["uncited.1.places.0"], source("row 1", "row 2", aside=(("row 1",), ("row 1",)))),
        (["uncited.0.places.0"], source(aside=(("row 1",),))),
        ([], source("row 1", "row 2", aside=(("row 1",), ("row 2",)))),
        ([], source("row 1", "row 10", "row")),
        ([], source()),
    ],
)
def test_place_list(expected: list[str], book: Source) -> None:
    """Each part is there once, and only what is there can be set aside."""
    assert [f"invented-book:{path}" for path in expected] == reported(place_list, book)


@pytest.mark.parametrize(
    ("expected", "book", "cited"),
    [
        (["places.0", "places.1"], source("row 1", "row 2"), ()),
        (["places.1"], source("row 1", "row 2"), ("row 1",)),
        (["places.1"], source("row 1", "row 2", aside=(("row 1",),)), ()),
        (["places.1"], source("row 1", "row 10"), ("row 1",)),
        (["places.0"], source("paragraph 1", "paragraph 2", "paragraph 3"), ("paragraphs 2 to 9",)),
        ([], source("row 1", "row 2"), ("Row 1 and row 2",)),
        ([], source("row 1", "row 2"), ("row 1", "row 2")),
        ([], source("row 1", "row 2", aside=(("row 1", "row 2"),)), ()),
        ([], source(), ()),
    ],
)
def test_place_cited(expected: list[str], book: Source, cited: tuple[str, ...]) -> None:
    """A part is cited or set aside; a source without a list has nothing to be cited."""
    assert [f"invented-book:{path}" for path in expected] == reported(place_cited, book, citing(*cited))


@pytest.mark.parametrize(
    ("expected", "aside", "cited"),
    [
        (["uncited.0.places.0"], (("row 1",),), ("row 1",)),
        (["uncited.1.places.0"], (("row 2",), ("row 1", "row 3")), ("row 1",)),
        ([], (("row 1",),), ("row 2",)),
        ([], (), ("row 1",)),
    ],
)
def test_place_set_aside(expected: list[str], aside: tuple[tuple[str, ...], ...], cited: tuple[str, ...]) -> None:
    """What is cited was needed after all."""
    book = source("row 1", "row 2", "row 3", aside=aside)
    assert [f"invented-book:{path}" for path in expected] == reported(place_set_aside, book, citing(*cited))


def test_who_cites_what_was_set_aside() -> None:
    """The finding names one of the records, and how many more there are."""
    context = context_with(source("row 1", aside=(("row 1",),)), citing("row 1"), asking("row 1", "invented-book"))
    assert ["'row 1' is set aside, but codes/X9909 and 1 more cites it"] == messages(place_set_aside, context)


@pytest.mark.parametrize(
    ("expected", "cited"),
    [
        (["citations.0"], ("row 3",)),
        (["citations.1"], ("row 1", "rows")),
        (["citations.0"], ("row 11",)),
        ([], ("row 1", "Row 2 of the table")),
        ([], ("row 1 and an appendix",)),
    ],
)
def test_place_known(expected: list[str], cited: tuple[str, ...]) -> None:
    """A place names at least one part of a source that lists its parts."""
    book = source("row 1", "row 2")
    assert [f"X9909:{path}" for path in expected] == reported(place_known, book, citing(*cited))


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        (["'paragraph 3'"], "paragraphs 1 and 3"),
        (["'paragraph 3'"], "paragraphs 1 to 9"),
        (["'paragraph 7'"], "footnote 1 to paragraph 2 and paragraph 7"),
        (["'paragraph 3'"], "paragraph 3"),
        ([], "paragraphs 1 and 2"),
        ([], "paragraph 2b and its footnote"),
        ([], "Annex, paragraph 5"),
    ],
)
def test_a_paragraph_that_is_not_there(expected: list[str], place: str) -> None:
    """Of several paragraphs each is looked for, where the source numbers its paragraphs."""
    book = source("paragraph 1", "paragraph 2", "footnote 1 to paragraph 2", "Annex, paragraph 5")
    context = context_with(book, citing(place))
    found = [message for message in messages(place_known, context) if message.startswith("invented-book")]
    assert [f"invented-book has no part {part}" for part in expected] == found


def test_any_place_of_a_source_without_a_list() -> None:
    """Where the parts are not listed, and where the source does not exist, no place is known to be wrong."""
    assert [] == reported(place_known, source(), citing("row 3"))
    assert [] == reported(place_known, citing("row 3", source="invented-nothing"))


@pytest.mark.parametrize(
    ("expected", "place", "sources"),
    [
        (["invented-asking:questions.0.place"], "Q1", ("invented-book",)),
        (["invented-asking:questions.0.place"], "Q1", ("invented-book", "invented-migration-paper")),
        ([], "row 2", ("invented-migration-paper", "invented-book")),
        ([], "Question one", ("invented-book", "invented-migration-paper")),
        ([], "Q1", ("invented-book", "invented-source")),
    ],
)
def test_the_place_of_a_question(expected: list[str], place: str, sources: tuple[str, ...]) -> None:
    """A question stands in one of the sources that its consultation cites."""
    found = reported(place_known, source("row 1", "row 2"), asking(place, *sources))
    assert expected == [path for path in found if ":questions" in path]
