"""The words that label the lines of a matrix: which line holds makers, firmware, clauses, notes."""

import re

from s1sr_validator.exchange.dmvesm.layout_file import HeadingField

_LABELS = {
    HeadingField.DEVICE_TYPE: r"device type|type of device|type",
    HeadingField.MANUFACTURER: r"(device )?(manufacturer|maker|vendor)( name| id| identifier)?",
    HeadingField.MODEL: r"(device )?model( id| identifier| number)?",
    HeadingField.HARDWARE: r"(hardware|hw)( version)?( and revision)?",
    HeadingField.FIRMWARE: r"(firmware|fw)( version)?s?",
    HeadingField.SELECTOR: r"(device )?selectors?|cpl keys?",
    HeadingField.LABEL: r"label|name",
    HeadingField.EDITION: r"edition",
    HeadingField.RECORD: r"record",
    HeadingField.DEVICE: r"devices?|device models?|device name",
}
_CLAUSES = re.compile(r"(s1sr )?(clauses?|sections?)( number| no\.?| ref(erence)?)?|s1sr( ref(erence)?)?")
_BEHAVIOURS = re.compile(r"behaviours?( id)?")
_NOTES = re.compile(
    r"(clause )?(notes?|comments?|descriptions?|titles?|summary|remarks?|rationale|reasons?|standing|status|dates?|"
    r"srvs?|services?|#|no\.?|ref(erence)?)"
)
_BEHAVIOUR_ID = re.compile(r"(S1B|X(-[A-Z0-9]+)+)-[0-9]{4}")
_WORDS, _LETTERS = re.compile(r"[^\W\d_]{2,}"), re.compile(r"[^\W\d_]")
_PROSE_WORDS = 3
_PROSE_LETTERS = 15


def line_label(text: str) -> HeadingField | None:
    """Return what a line holds by the words of its label, or None."""
    plain = _plain(text)
    return next((field for field, words in _LABELS.items() if re.fullmatch(words, plain)), None)


def is_clause_label(text: str) -> bool:
    """Say whether the words label a line of clauses."""
    return _CLAUSES.fullmatch(_plain(text)) is not None


def is_behaviour_label(text: str) -> bool:
    """Say whether the words label a line of behaviours."""
    return _BEHAVIOURS.fullmatch(_plain(text)) is not None


def is_behaviour_id(text: str) -> bool:
    """Say whether a text is the id of a behaviour, as an export of the catalogue writes it beside the clause."""
    return _BEHAVIOUR_ID.fullmatch(text.strip()) is not None


def is_notes_label(text: str) -> bool:
    """Say whether the words label a line of notes."""
    return _NOTES.fullmatch(_plain(text)) is not None


def is_prose(text: str) -> bool:
    """Say whether the words are a sentence or a phrase, which no mark is."""
    return len(_WORDS.findall(text)) >= _PROSE_WORDS or len(_LETTERS.findall(text)) >= _PROSE_LETTERS


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").strip(" :").split())
