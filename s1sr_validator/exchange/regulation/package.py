"""The parts of a DOCX package as XML trees: bounds first, then lxml without entities, network or DTDs.

Macros and embedded files are never opened, and no relationship is followed out of the package.
"""

import posixpath
import zipfile
from io import BytesIO
from typing import Self

from lxml import etree

from s1sr_validator.exchange.archive_bounds import check_archive, refusal
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.regulation import rules as regulation_rules
from s1sr_validator.model.errors import InputError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_WORD = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RULES = {rules.UNREADABLE.code: regulation_rules.UNREADABLE, rules.OUT_OF_BOUNDS.code: regulation_rules.OUT_OF_BOUNDS}


def word(name: str) -> str:
    """Return a name of WordprocessingML with its namespace."""
    return f"{{{WORD}}}{name}"


class WordPackage:
    """A DOCX file that was checked; its parts are parsed when they are asked for."""

    def __init__(self, members: dict[str, bytes], name: str) -> None:
        """Take the members by name, and what to call the file."""
        self._members = members
        self._name = name

    @classmethod
    def opened(cls, data: bytes, name: str) -> Self:
        """Return the package of a file.

        Raises:
            InputError: it is no whole zip archive, is encrypted, or breaks a bound.
        """
        try:
            check_archive(data, name)
        except InputError as error:
            message = error.finding.message.replace("an old .xls workbook", "an old .doc document").replace(
                "an xlsx or xlsm workbook", "a docx document"
            )
            tip = error.finding.tip.replace(".xlsx", ".docx")
            raise refusal(_RULES[error.finding.code], message, name, tip=tip) from None
        with zipfile.ZipFile(BytesIO(data)) as archive:
            wanted = [member for member in archive.namelist() if member.endswith((".xml", ".rels"))]
            return cls({member: archive.read(member) for member in wanted}, name)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the XML parts."""
        return tuple(self._members)

    def body(self) -> etree._Element:
        """Return the body of the main document.

        Raises:
            InputError: there is none.
        """
        body = self.part(self._main).find(word("body"))
        if body is None:
            raise refusal(
                regulation_rules.UNREADABLE, f"{self._name} is not a docx document: it has no body", self._name
            )
        return body

    def beside(self, name: str) -> etree._Element | None:
        """Return a part in the folder of the main document; None where the package has none."""
        path = posixpath.join(posixpath.dirname(self._main), name)
        return self.part(path) if path in self._members else None

    def part(self, path: str) -> etree._Element:
        """Return a part as a tree.

        Raises:
            InputError: it is missing or not XML.
        """
        if path not in self._members:
            raise refusal(
                regulation_rules.UNREADABLE, f"{self._name} is not a docx document: it has no part {path}", self._name
            )
        if _STRICT_WORD in self._members[path]:
            message = f"{self._name} is a Strict Open XML document, which is not read"
            raise refusal(regulation_rules.UNREADABLE, message, self._name, tip="save it as an ordinary .docx")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            collect_ids=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(self._members[path], parser)
        except etree.XMLSyntaxError as error:
            message = f"{self._name}: part {path} is not XML: {error.msg}"
            raise refusal(regulation_rules.UNREADABLE, message, self._name, tip="download it again") from None

    @property
    def _main(self) -> str:
        relations = self.part("_rels/.rels")
        for relation in relations.iter(_RELATION):
            if relation.get("Type", "").endswith("/officeDocument") and relation.get("TargetMode") != "External":
                return relation.get("Target", "").lstrip("/")
        return "word/document.xml"
