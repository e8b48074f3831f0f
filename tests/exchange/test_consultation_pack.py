"""The pages of a consultation: what stands in them, and that no text of a record becomes markup in any format."""

import datetime as dt
import io
import zipfile
from html.parser import HTMLParser

import docx
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from s1sr_validator import Catalogue
from s1sr_validator.exchange.consultation_pack.as_docx import to_pack_docx
from s1sr_validator.exchange.consultation_pack.as_html import to_pack_html
from s1sr_validator.exchange.consultation_pack.as_markdown import to_pack_markdown
from s1sr_validator.exchange.consultation_pack.document import (
    Bullets,
    Change,
    Grid,
    PackDocument,
    PackSection,
    Paragraph,
    Run,
    deleted,
    inserted,
    kept,
)
from s1sr_validator.exchange.consultation_pack.formats import PACK_FORMATS, PackFormat, consultation_pack
from s1sr_validator.exchange.consultation_pack.pack import consultation_document
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import Dispute
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.regulation import Lineage, LineageKind
from s1sr_validator.report.visible_text import visible

DAY = dt.date(2015, 6, 1)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CLAUSE_LINE = "INVENTED 9.1: The invented log cannot be read while it is empty."
TEXTS = st.text(max_size=40) | st.sampled_from(
    [
        "<script>x</script>",
        "# h",
        "1. a",
        "- a",
        "a|b",
        "</ins>",
        "&lt;",
        "[x](y)",
        "***",
        "===",
        "\\",
        "=",
        "+ a",
        "\x00",
    ]
)


def section(lookup: Lookup, behaviour: str, heading: str, day: dt.date = DAY) -> PackSection:
    """Return the section of a pack whose heading begins so."""
    found = consultation_document(lookup, behaviour, day).sections
    return next(each for each in found if each.heading.startswith(heading))


def redline(lookup: Lookup, behaviour: str, day: dt.date = DAY) -> list[tuple[Change, str]]:
    """Return the changes and texts of the clause's section, without what is said above them."""
    blocks = section(lookup, behaviour, "Clause", day).blocks
    runs = [run for block in blocks if isinstance(block, Paragraph) for run in block.runs]
    return [(run.change, run.text) for run in runs if run.change is not Change.KEPT or run.text == CLAUSE_LINE]


def questions(lookup: Lookup, behaviour: str, day: dt.date = DAY) -> list[str]:
    """Return the questions of a pack."""
    (block,) = section(lookup, behaviour, "Questions", day).blocks
    assert isinstance(block, Bullets)
    return [item[0].text for item in block.items]


def grid_rows(found: PackSection) -> list[list[tuple[str, Change]]]:
    """Return the rows of the only table of a section."""
    (table,) = [block for block in found.blocks if isinstance(block, Grid)]
    return [[(cell[0].text, cell[0].change) for cell in row] for row in table.rows]


def changed(tiny: Catalogue, **fields: object) -> Lookup:
    """Return the tiny catalogue with other records of some kinds."""
    records = msgspec.structs.replace(tiny.snapshot.records, **fields)
    return Lookup(msgspec.structs.replace(tiny.snapshot, records=records))


def pack_of(text: str) -> PackDocument:
    """Return a document in which a text stands everywhere that a text can."""
    blocks = (
        Paragraph((*kept(text), *inserted(text), *deleted(text))),
        Bullets((kept(text),)),
        Bullets((inserted(text),), is_numbered=True),
        Grid(text, (text, text), ((kept(text), deleted(text)),)),
    )
    return PackDocument(title=text, day="2015-06-01", sections=(PackSection(text, blocks),))


@pytest.mark.parametrize(
    ("behaviour", "day", "expected"),
    [
        ("S1B-9001", dt.date(2010, 6, 1), [(Change.INSERTED, CLAUSE_LINE)]),
        ("S1B-9001", DAY, [(Change.KEPT, CLAUSE_LINE)]),
        ("S1B-9001", dt.date(2020, 1, 1), [(Change.DELETED, CLAUSE_LINE)]),
        ("S1B-9001", dt.date(2009, 1, 1), [(Change.KEPT, CLAUSE_LINE)]),
        (
            "S1B-9004",
            DAY,
            [
                (Change.KEPT, CLAUSE_LINE),
                (Change.INSERTED, "The invented table fails on shallow reads while the invented log has entries."),
            ],
        ),
        ("S1B-9002", DAY, [(Change.INSERTED, "(number open) The invented register reads as failure.")]),
        ("S1B-9005", DAY, []),
    ],
)
def test_redline(tiny: Catalogue, behaviour: str, day: dt.date, expected: list[tuple[Change, str]]) -> None:
    """New is inserted, in force is kept, ended is deleted; what only joins a clause in force is inserted below it."""
    assert expected == redline(tiny.lookup, behaviour, day)


def test_a_clause_that_takes_the_place_of_another_deletes_it(tiny: Catalogue) -> None:
    """A proposed clause that replaces an older one shows the older one deleted, before itself."""
    step = Lineage(kind=LineageKind.REPLACED_BY, to="INVENTED/9.1", source="invented-source", place="page 1")
    clauses = tuple(
        msgspec.structs.replace(clause, lineage=(step,)) if clause.id == "INVENTED/9.3" else clause
        for clause in tiny.snapshot.records.clauses
    )
    found = redline(changed(tiny, clauses=clauses), "S1B-9001", dt.date(2010, 6, 1))
    assert [Change.DELETED, Change.INSERTED] == [change for change, _ in found]
    assert found[0][1].startswith("INVENTED 9.3: ")


def test_the_text_of_a_clause_is_not_claimed(tiny: Catalogue) -> None:
    """The section says that what stands in it is a summary."""
    first = section(tiny.lookup, "S1B-9004", "Clause").blocks[0]
    assert isinstance(first, Paragraph)
    assert "does not hold the text of a clause" in first.runs[0].text


@pytest.mark.parametrize(
    ("behaviour", "day", "standing", "before", "after"),
    [
        ("S1B-9001", DAY, "designated", ("Y", Change.KEPT), ("Y", Change.KEPT)),
        ("S1B-9001", dt.date(2010, 6, 1), "proposed", ("", Change.KEPT), ("Y", Change.INSERTED)),
        ("S1B-9001", dt.date(2020, 1, 1), "superseded", ("", Change.KEPT), ("", Change.KEPT)),
        ("S1B-9001", dt.date(2009, 1, 1), "none yet", ("", Change.KEPT), ("", Change.KEPT)),
        ("S1B-9002", DAY, "observed", ("", Change.KEPT), ("", Change.KEPT)),
        ("S1B-9004", DAY, "proposed", ("", Change.KEPT), ("Y", Change.INSERTED)),
    ],
)
def test_matrix_rows_before_and_after(
    tiny: Catalogue, behaviour: str, day: dt.date, standing: str, before: object, after: object
) -> None:
    """Before is what is designated on the day, after has what is proposed too; observed is in neither."""
    (row,) = grid_rows(section(tiny.lookup, behaviour, "DMVESM", day))
    assert (standing, before, after) == (row[4][0], row[5], row[6])


def test_device_models_are_those_that_the_rows_match(tiny: Catalogue) -> None:
    """Every Device Model of a live row is named with it, and no other; an ended row names none."""
    rows = grid_rows(section(tiny.lookup, "S1B-9001", "Device Models"))
    assert {key for key in tiny.lookup.devices if key.startswith("ESME/FFF0/")} == {row[0][0] for row in rows}
    ended = section(tiny.lookup, "S1B-9001", "Device Models", dt.date(2020, 1, 1))
    assert [] == [block for block in ended.blocks if isinstance(block, Grid)]


def test_codes_have_their_references(tiny: Catalogue) -> None:
    """A code stands with its list, its name and the references given with it."""
    (row,) = grid_rows(section(tiny.lookup, "S1B-9001", "Alerts"))
    assert ["S1X9001", "s1sp alert", "Invented Warning", "Invented Ref 0042", "Device"] == [text for text, _ in row]


@pytest.mark.parametrize(
    ("behaviour", "day", "says"),
    [
        ("S1B-9004", DAY, "designated is planned for 2031-01-01 to 2031-02-01"),
        ("S1B-9004", dt.date(2031, 2, 2), "no source says that it happened"),
        ("S1B-9004", DAY, "speaks of shallow reads"),
        ("S1B-9002", DAY, "No clause of the catalogue describes the behaviour"),
        ("S1B-9005", DAY, "contradicted by invented-table-fails"),
        ("S1B-9005", DAY, "contradicted by invented-second-paper (table)"),
    ],
)
def test_what_is_open_is_asked(tiny: Catalogue, behaviour: str, day: dt.date, says: str) -> None:
    """Planned steps, conclusions, contradictions and gaps are each a question."""
    assert 1 == sum(says in question for question in questions(tiny.lookup, behaviour, day))


def test_a_dispute_and_a_note_are_asked(tiny: Catalogue) -> None:
    """Both are quoted word for word."""
    dispute = Dispute(source="invented-report", place="page 9", says="It never fails.")
    behaviours = tuple(
        msgspec.structs.replace(found, disputes=(dispute,), notes=("Nobody knows why.",))
        for found in tiny.snapshot.records.behaviours
    )
    asked = questions(changed(tiny, behaviours=behaviours), "S1B-9002")
    assert asked[0] == "An invented report of what meters do (page 9) objects: “It never fails.” What do you see?"
    assert 1 == sum("“Nobody knows why.”" in question for question in asked)


def test_a_conforming_behaviour_needs_no_clause(tiny: Catalogue) -> None:
    """It is not asked for one."""
    assert not any("No clause" in question for question in questions(tiny.lookup, "S1B-9005"))


def test_events_after_the_day_are_not_told(tiny: Catalogue) -> None:
    """On a day of 2010 nobody knew of the designation in 2011."""
    rows = grid_rows(section(tiny.lookup, "S1B-9001", "Dates", dt.date(2010, 6, 1)))
    assert ["consulted", "withdrawn"] == [row[1][0] for row in rows]


def test_an_unknown_behaviour_names_the_nearest(tiny: Catalogue) -> None:
    """The tip helps with a slip."""
    with pytest.raises(UsageError) as caught:
        consultation_document(tiny.lookup, "S1B-9O01", DAY)
    assert "S1B-9001" in caught.value.tip


@pytest.mark.parametrize("form", PackFormat)
def test_every_behaviour_in_every_format_is_the_same_each_time(tiny: Catalogue, form: PackFormat) -> None:
    """Any behaviour can be written, and the bytes depend on catalogue, behaviour and day alone."""
    assert set(PackFormat) == set(PACK_FORMATS)
    for behaviour in tiny.lookup.behaviours:
        first = consultation_pack(tiny.lookup, behaviour, DAY, form)
        assert first == consultation_pack(tiny.lookup, behaviour.lower(), DAY, form)


def test_docx_has_tracked_changes_that_word_can_accept() -> None:
    """An insertion is w:ins around w:t, a deletion w:del around w:delText, each with its own number."""
    read = docx.Document(io.BytesIO(to_pack_docx(pack_of("text"))))
    body = read.element.body
    assert ["text", "text"] == [found.text for found in body.findall(f".//{WORD}ins/{WORD}r/{WORD}t")]
    assert ["text", "text"] == [found.text for found in body.findall(f".//{WORD}del/{WORD}r/{WORD}delText")]
    assert [] == body.findall(f".//{WORD}del/{WORD}r/{WORD}t")
    numbers = [found.get(f"{WORD}id") for found in body.iter(f"{WORD}ins", f"{WORD}del")]
    assert 4 == len(set(numbers)) == len(numbers)


def test_docx_has_the_pack(tiny: Catalogue) -> None:
    """Title, headings and tables are those of the document, and the archive holds no time of writing."""
    document = consultation_document(tiny.lookup, "S1B-9004", DAY)
    data = to_pack_docx(document)
    read = docx.Document(io.BytesIO(data))
    assert document.title == read.paragraphs[0].text == read.core_properties.title
    headings = [found.text for found in read.paragraphs if found.style and found.style.name == "Heading 1"]
    assert [found.heading for found in document.sections] == headings
    grids = [block for found in document.sections for block in found.blocks if isinstance(block, Grid)]
    assert [len(found.rows) + 1 for found in grids] == [len(found.rows) for found in read.tables]
    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}


class _Tags(HTMLParser):
    """Collects the names and attributes of elements, as a second parser beside lxml."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element's name and the names of its attributes."""
        self.seen.append(" ".join([tag, *(name for name, _ in attrs)]))


def _tags(data: bytes) -> list[str]:
    parser = _Tags()
    parser.feed(data.decode())
    return parser.seen


@given(TEXTS)
def test_no_text_is_markup_in_html(text: str) -> None:
    """The elements are those that a harmless text has, and the heading reads as the text."""
    data = to_pack_html(pack_of(text))
    assert _tags(to_pack_html(pack_of("a"))) == _tags(data)
    heading = html.document_fromstring(data.decode()).find(".//h2")
    assert heading is not None
    assert visible(text) == (heading.text or "")


@given(TEXTS.filter(lambda text: bool(visible(text).strip())))
def test_no_text_is_markup_in_markdown(text: str) -> None:
    """CommonMark with tables makes of it the elements that it makes of a harmless text."""
    reader = MarkdownIt("commonmark").enable("table")
    expected, found = (_tags(reader.render(to_pack_markdown(pack_of(t)).decode()).encode()) for t in ("a", text))
    assert expected == found


@settings(max_examples=25, deadline=None)  # each example writes and reads a whole archive
@given(TEXTS)
def test_every_text_can_be_written_as_docx(text: str) -> None:
    """A control character, which XML cannot hold, is written out."""
    read = docx.Document(io.BytesIO(to_pack_docx(pack_of(text))))
    assert visible(text) == read.paragraphs[0].text


def test_a_page_loads_and_runs_nothing(tiny: Catalogue) -> None:
    """The page has no script and names no address to load from."""
    tags = _tags(consultation_pack(tiny.lookup, "S1B-9004", DAY, PackFormat.HTML))
    assert {"script", "link", "img", "iframe"}.isdisjoint(tag.split()[0] for tag in tags)
    assert not any({"src", "href", "onclick"} & set(tag.split()) for tag in tags)


def test_a_run_is_kept_unless_it_says_otherwise() -> None:
    """The redline changes only what is marked."""
    assert Change.KEPT is Run("text").change
