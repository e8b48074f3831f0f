"""The gate: what a stranger's bytes must pass before a full XML parser sees them.

Signs are counted first, which costs next to nothing and bounds all that follows. Then Expat walks the text, building
nothing, and every element is held to bounds.py. A document type declaration is refused unread.
Sources: XML 1.0 section 2.8 (where the declaration can stand); libxml2 asks not to be given untrusted data.
"""

from typing import Never
from xml.parsers import expat

from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import (
    MAX_ATTRIBUTES,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_EQUALS_SIGNS,
    MAX_NAME,
    MAX_TAGS,
    MAX_VALUE,
)
from s1sr_validator.messages.syntax_errors import not_well_formed
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location


def check_size(data: bytes, name: str) -> None:
    """Let pass what has some content, and not more than is read.

    Raises:
        InputError: the input is empty or too large.
    """
    if len(data) > MAX_BYTES:
        message = f"the input has more than {MAX_BYTES:,} bytes, the most that is read"
        raise InputError(rules.TOO_LARGE.finding(message, Location(file=name)))
    if not data.strip():
        place = Location(file=name, line=1, column=1)
        raise InputError(rules.NOT_XML.finding("the input is empty", place, tip="give a DUIS Service Request"))


def admit(data: bytes, name: str) -> None:
    """Let XML pass that is well-formed but for its namespaces, within the bounds, and declares no document type.

    Args:
        data: the message in UTF-8, without a byte order mark.
        name: what to call the input in a finding.

    Raises:
        InputError: it is not.
    """
    for sign, bound, what in ((b"<", MAX_TAGS, "tags"), (b"=", MAX_EQUALS_SIGNS, "attributes (signs =)")):
        if data.count(sign) > bound:
            message = f"the input has more than {bound:,} {what}, the most that is read"
            raise InputError(rules.TOO_LARGE.finding(message, Location(file=name)))
    _Walk(name).over(data)


class _Walk:
    """One pass of Expat over a text."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[tuple[str, int]] = []
        self.elements = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.ordered_attributes = True
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def over(self, data: bytes) -> None:
        try:
            self.parser.Parse(data, True)  # noqa: FBT003 - in one piece: expat reads a long token anew for each piece
        except expat.ExpatError as error:
            index = self.parser.ErrorByteIndex
            near = data[max(index - 1, 0) : index + 1]
            raise InputError(not_well_formed(error, self.name, self.open, near)) from None

    def _document_type(self, *_declaration: object) -> Never:
        message = "the input has a document type declaration (<!DOCTYPE ...>)"
        raise InputError(rules.DOCTYPE.finding(message, self._place(), tip="remove it; no DUIS message has one"))

    def _start(self, element: str, attributes: list[str]) -> None:
        self.elements += 1
        if len(self.open) >= MAX_DEPTH:
            self._refuse(f"the element is more than {MAX_DEPTH} levels deep")
        if self.elements > MAX_ELEMENTS:
            self._refuse(f"the input has more than {MAX_ELEMENTS:,} elements")
        if len(element) > MAX_NAME:
            self._refuse(f"the element's name has more than {MAX_NAME:,} characters")
        if attributes:
            self._check_attributes(attributes)
        self.open.append((element, self.parser.CurrentLineNumber))

    def _check_attributes(self, attributes: list[str]) -> None:
        if len(attributes) > 2 * MAX_ATTRIBUTES:
            self._refuse(f"the element has more than {MAX_ATTRIBUTES:,} attributes")
        if max(map(len, attributes)) > MAX_VALUE:
            self._refuse(f"an attribute's name or value has more than {MAX_VALUE:,} characters")

    def _end(self, _element: str) -> None:
        self.open.pop()

    def _refuse(self, message: str) -> Never:
        raise InputError(rules.TOO_LARGE.finding(f"{message}, the most that is read", self._place()))

    def _place(self) -> Location:
        return Location(file=self.name, line=self.parser.CurrentLineNumber, column=self.parser.CurrentColumnNumber + 1)
