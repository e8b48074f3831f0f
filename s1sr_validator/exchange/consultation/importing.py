"""A consultation paper to what it proposes and asks, when, and its tables."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from s1sr_validator.exchange.consultation.dates import dates_of
from s1sr_validator.exchange.consultation.outline import TITLE_PAGE, Part, outline_of
from s1sr_validator.exchange.consultation.proposals import Proposals
from s1sr_validator.exchange.consultation.questions import questions_of
from s1sr_validator.exchange.consultation.tables import tables_of
from s1sr_validator.exchange.regulation import rules
from s1sr_validator.exchange.regulation.reading import read_paper
from s1sr_validator.exchange.regulation.terms import Recogniser
from s1sr_validator.model.consultation_paper import ConsultationReport, PaperDate
from s1sr_validator.model.dated import MilestoneKind
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.kinds import Records

_VERSION = re.compile(r"\bVersion:?\s*(?P<version>\d+(?:\.\d+)*)")
_AUTHOR = re.compile(r"\bAuthor:\s*(?P<author>.+?)(?=\s+(?:Version|Date|Closure Date|Classification):|$)")
_FIELD = re.compile(r"^(?:Version|Date|Closure Date|Author|Filename)\b")
_SHORTEST_TITLE = 8


def read_consultation(path: Path, records: Records) -> ConsultationReport:
    """Read a consultation paper.

    Args:
        path: the DOCX, PDF or text file.
        records: the catalogue, whose services, codes, makers and documents are recognised.

    Raises:
        InputError: the file cannot be read.
        UsageError: it is a PDF that cannot be read here.
    """
    paper = read_paper(path)
    outline = outline_of(paper)
    recogniser = Recogniser(records)
    abbreviations = [document.abbreviation for document in records.documents]
    dates = dates_of(outline.parts)
    questions, doubts = questions_of(outline.parts, paper.name)
    front = [part for part in outline.parts if part.place == TITLE_PAGE and not part.block.cells]
    closing = _closing(dates)
    return ConsultationReport(
        file=paper.name,
        sha256=paper.sha256,
        format=paper.format,
        title=_title(front, outline.parts),
        version=_front(_VERSION, "version", front),
        author=_front(_AUTHOR, "author", front),
        opened=_opened(dates),
        closes=closing,
        closes_at=next((each.time for each in dates if each.date == closing and each.event and each.time), ""),
        documents=_documents(abbreviations, outline.parts),
        paragraphs=len({part.paragraph for part in outline.parts if part.paragraph}),
        sections=outline.sections,
        dates=dates,
        questions=questions,
        proposals=Proposals(recogniser, abbreviations).of(outline.parts),
        tables=tables_of(outline.parts),
        findings=in_order([*paper.findings, *doubts, *_undated(dates, paper.name)]),
    )


def _closing(dates: Sequence[PaperDate]) -> str:
    """Return the day by which the paper itself wants answers: on its title page, or with the time of day."""
    closing = (date for date in dates if date.event == MilestoneKind.CONSULTATION_CLOSES)
    return next((date.date for date in closing if date.time or date.place == TITLE_PAGE), "")


def _opened(dates: Sequence[PaperDate]) -> str:
    """Return the day on the title page; a letter can speak of the openings of other consultations."""
    return next((each.date for each in dates if each.event == MilestoneKind.CONSULTED and each.place == TITLE_PAGE), "")


def _title(front: Sequence[Part], parts: Sequence[Part]) -> str:
    """Return the first lines of the title page that are no field of it; the first heading where there is none."""
    lines = [part.text for part in front if not _FIELD.match(part.text)]
    headed = [part.text for part in parts[:3] if part.is_heading and len(part.text) >= _SHORTEST_TITLE]
    return headed[0] if headed else " - ".join(lines[:2])


def _front(form: re.Pattern[str], group: str, front: Sequence[Part]) -> str:
    found = (match for part in front if (match := form.search(part.text)))
    return next((match[group].strip() for match in found), "")


def _documents(abbreviations: Sequence[str], parts: Sequence[Part]) -> tuple[str, ...]:
    text = "\n".join(part.text for part in parts)
    return tuple(sorted(name for name in abbreviations if re.search(rf"\b{re.escape(name)}\b", text)))


def _undated(dates: Sequence[PaperDate], file: str) -> Iterator[Finding]:
    for date in dates:
        if not date.event:
            message = f"{date.date or date.words!r} is {'a date of nothing that is known' if date.date else 'no day'}"
            yield rules.UNDATED.finding(message, Location(file=file, path=date.place))
