"""The proposals of a consultation paper: which clause of which document, what is to become of it, and for what."""

import re
from collections.abc import Iterator, Sequence

from s1sr_validator.exchange.consultation.outline import Part, parts_of_section
from s1sr_validator.exchange.regulation.numbers import NUMBER, parse_number
from s1sr_validator.exchange.regulation.terms import Recogniser
from s1sr_validator.model.consultation_paper import PaperProposal
from s1sr_validator.model.regulation_import import FoundTerms

_PROPOSES = re.compile(
    r"\b(?:(?:we|DCC) propose|proposes|proposing|proposed that|proposals? (?:to|that)|proposed amendments)\b",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(r"\b(?:these|those)\b")
_ONLY_MENTIONED = re.compile(
    r"(?:set out in|consistent with|in line with|as per|steps in|required by|defined (?:by|in)|under|accordance with"
    r"|pursuant to|provisions in)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_CLAUSES = rf"(?P<numbers>{NUMBER}(?:\s*(?:,|and|, and|to|\u2013|-)\s*{NUMBER})*)(?![\w.]*\d)"
_CLAUSE = re.compile(rf"\b[Cc]lauses?\s+{_CLAUSES}")
_BESIDE = 60
_LOOKED_BACK = 2000
_ACTIONS = (
    ("added", re.compile(r"\bnew [Cc]lause\b|\b(?:is|are|be) added\b")),
    ("retained", re.compile(r"\bretain(?:ed)?\b|\bretention\b")),
    ("removed", re.compile(r"\bremov(?:e|ed|al)\b|\bdelet(?:e|ed)\b")),
    ("captured", re.compile(r"\bcaptured by\b")),
    ("amended", re.compile(r"\bamend(?:ed|ing|ments?)?\b")),
)
"""What a proposal does with a clause, by its words; `captured` where the paper says only that a clause holds it."""


class Proposals:
    """Looks for proposals in a paper by the documents that the catalogue has."""

    def __init__(self, recogniser: Recogniser, documents: Sequence[str]) -> None:
        """Take what recognises terms, and the abbreviations of the documents."""
        self._recogniser = recogniser
        self._said: dict[str, tuple[FoundTerms, list[str]]] = {}
        names = "|".join(re.escape(name) for name in sorted(documents, key=len, reverse=True)) or "(?!)"
        self._document = re.compile(rf"\b(?P<document>{names})\b")
        self._named = re.compile(rf"\b(?P<document>{names})\s+(?:[Cc]lauses?\s+)?{_CLAUSES}")

    def of(self, parts: Sequence[Part]) -> tuple[PaperProposal, ...]:
        """Return the proposals in order; a clause that a section proposes twice is one proposal."""
        found: dict[tuple[str, str], PaperProposal] = {}
        self._said = {}
        for part in parts:
            text = part.block.cells[-1] if part.block.cells else part.text
            for number, document, action in self._proposed(text):
                key = (number, part.section)
                if key not in found or (document and not found[key].document):
                    found[key] = self._proposal(part, parts, (number, document, action))
        return tuple(found.values())

    def _proposed(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Yield the clauses of each sentence that proposes, or those before it where it says `these`."""
        before = ""
        for sentence in _SENTENCE.split(text):
            action = _action(sentence) if _PROPOSES.search(sentence) else ""
            if action:
                clauses = list(self._clauses(sentence))
                if not clauses and _BACKWARDS.search(sentence):
                    clauses = list(self._clauses(before))
                yield from ((number, document, action) for number, document in clauses)
            before = f"{before} {sentence}"[-_LOOKED_BACK:]

    def _proposal(self, part: Part, parts: Sequence[Part], what: tuple[str, str, str]) -> PaperProposal:
        if part.section not in self._said:
            self._said[part.section] = self._said_in(part.section, parts)
        terms, naming = self._said[part.section]
        return PaperProposal(
            clause=what[0],
            document=what[1],
            action=what[2],
            section=part.section,
            services=terms.services,
            device_types=terms.device_types,
            manufacturers=terms.manufacturers,
            alerts=terms.alerts,
            references=terms.references,
            places=tuple(dict.fromkeys((part.place, *naming))),
        )

    def _said_in(self, section: str, parts: Sequence[Part]) -> tuple[FoundTerms, list[str]]:
        """Return what a section names, and at which places; nothing for what stands in no section."""
        beside = [each for each in parts_of_section(parts, section) if section and not each.block.cells]
        terms = self._recogniser.terms("\n".join(each.text for each in beside))
        return terms, [each.place for each in beside if _names_something(self._recogniser.terms(each.text))]

    def _clauses(self, text: str) -> Iterator[tuple[str, str]]:
        for found in self._named.finditer(text):
            if not _is_only_mentioned(text, found.start()):
                yield from ((number, found["document"]) for number in _numbers(found["numbers"]))
        for found in _CLAUSE.finditer(text):
            above = text[max(found.start() - _BESIDE, 0) : found.start()].rstrip()
            is_named = any(above.endswith(match["document"]) for match in self._document.finditer(above))
            if not is_named and not _is_only_mentioned(text, found.start()):
                after = self._document.search(text[found.end() : found.end() + _BESIDE])
                yield from ((number, after["document"] if after else "") for number in _numbers(found["numbers"]))


def _is_only_mentioned(text: str, place: int) -> bool:
    return bool(_ONLY_MENTIONED.search(text[max(place - _BESIDE, 0) : place]))


def _names_something(terms: FoundTerms) -> bool:
    return bool(terms.services or terms.alerts or terms.manufacturers or terms.references)


def _numbers(text: str) -> list[str]:
    found = [match[0].strip() for match in re.finditer(NUMBER, text)]
    return [number for number in found if parse_number(number) is not None]


def _action(text: str) -> str:
    return next((name for name, form in _ACTIONS if form.search(text)), "")
