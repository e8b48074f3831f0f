"""Requests held to XML Schemas: to our own, and to the official one of their version where it is installed."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from s1sr_validator.messages.document import Document
from s1sr_validator.messages.own_schema import own_schema_text
from s1sr_validator.messages.schema_rules import OFFICIAL_SCHEMA, OWN_SCHEMA, STORE_DAMAGED
from s1sr_validator.messages.schema_set import SchemaSet, UnusableSchemaError
from s1sr_validator.messages.schema_versions import order_of, the_same
from s1sr_validator.messages.signature_schema import SIGNATURE_SCHEMA
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.model.request import Request
from s1sr_validator.model.rule import Rule
from s1sr_validator.model.service import Service

if TYPE_CHECKING:
    from s1sr_validator.messages.schema_explain import Problem

MOST_FINDINGS = 20
MOST_ELEMENTS = 10_000
"""Elements of a request that are held to a schema: libxml2 takes the square of their number where each is at fault."""
OWN_NAME = "the compact schema"
_OWN_IN_WORDS = "own compact schema"
_ENVELOPE = (
    f'<sr:Request xmlns:sr="{DUIS}" schemaVersion="1"><sr:Header>'
    "<sr:RequestID>00-00-00-00-00-00-00-00:00-00-00-00-00-00-00-00:0</sr:RequestID><sr:CommandVariant>1"
    "</sr:CommandVariant><sr:ServiceReference/><sr:ServiceReferenceVariant/></sr:Header><sr:Body/></sr:Request>"
)
"""A whole request but for its service and its body."""


class OfficialSchema:
    """An official DUIS schema, with those that it imports."""

    def __init__(self, version: str, texts: Sequence[bytes]) -> None:
        """Take the version, and the texts of the files: DUIS, MMC, XML Signature."""
        self.version = version
        self.set = SchemaSet(f"DUIS {version}", texts)


class RequestSchemas:
    """The schemas of a catalogue's requests; made once, they serve any number of requests."""

    def __init__(self, services: Iterable[Service], official: Iterable[OfficialSchema] = ()) -> None:
        """Take the services that requests can be for, and the official schemas that are installed."""
        self._services = {service.id: service for service in services}
        own = own_schema_text(self._services.values())
        self._own = SchemaSet(OWN_NAME, (own.encode(), SIGNATURE_SCHEMA.encode()))
        self._official = tuple(sorted(official, key=lambda each: order_of(each.version)))

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The versions of the official schemas, lowest first."""
        return tuple(each.version for each in self._official)

    @property
    def description(self) -> str:
        """Every schema that requests can be held to, in words."""
        return f"{_OWN_IN_WORDS} and official DUIS {', '.join(self.versions)}" if self.versions else _OWN_IN_WORDS

    def description_for(self, request: Request) -> str:
        """Return the schemas that a request is held to, in words."""
        version = self.official_version(request)
        return f"{_OWN_IN_WORDS} and official DUIS {version}" if version else _OWN_IN_WORDS

    def official_version(self, request: Request) -> str:
        """Return the version of the official schema that a request is held to, empty where none serves it.

        A version serves a request that names it by its value (5.4 is 5.40); a bare body names none, and the newest
        serves it.
        """
        serving = self._serving(request)
        return serving.version if serving else ""

    def findings(self, document: Document, request: Request) -> tuple[Finding, ...]:
        """Return what the schemas say of a request, in the order of the document.

        Raises:
            InputError: the official schema cannot be used by the libxml2 of this machine.
        """
        if sum(1 for _ in islice(document.root.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
            message = f"the request has more than {MOST_ELEMENTS:,} elements, the most that are held to a schema"
            return (OWN_SCHEMA.finding(message, _location(document, 0, "")),)
        root, judged = self._whole(document, request)
        own = _problems(self._own, root)
        serving = self._serving(request)
        official = _official_problems(serving, root) if serving else ()
        said = {(problem.element, problem.path) for problem in official}
        found = [(OFFICIAL_SCHEMA, problem) for problem in official]
        found += [(OWN_SCHEMA, problem) for problem in own if (problem.element, problem.path) not in said]
        nodes = {element: node for node, element in enumerate(judged.iter())}
        placed = [(nodes[problem.element], rule, problem) for rule, problem in found if problem.element in nodes]
        return _shown(sorted(placed, key=lambda each: (each[0], each[2].path)), document)

    def deciding(self, version: str) -> SchemaSet:
        """Return the schemas that decide about requests of a version that the rules about form have nothing against.

        Where official ones serve it, those: what ours hold a request to besides, they hold it to more closely, and our
        types of values are those of the rules.
        """
        serving = self._of_version(version)
        return serving.set if serving else self._own

    def _serving(self, request: Request) -> OfficialSchema | None:
        if request.is_bare_body:
            return self._official[-1] if self._official else None
        return self._of_version(request.schema_version)

    def _of_version(self, text: str) -> OfficialSchema | None:
        version = the_same(text, self.versions)
        return next((each for each in self._official if each.version == version), None)

    def _whole(self, document: Document, request: Request) -> tuple[etree._Element, etree._Element]:
        """Return a whole request, and the part of it that was given: a bare body stands in an envelope of our own."""
        if not request.is_bare_body:
            return document.root, document.root
        service = self._services.get(request.srv) or next(iter(self._services.values()))
        root = etree.fromstring(_ENVELOPE)
        root[0][2].text, root[0][3].text = service.service_reference, service.id
        body = deepcopy(document.root)
        root[1].append(body)
        return root, body


def _problems(schema: SchemaSet, root: etree._Element) -> tuple["Problem", ...]:
    faults = schema.faults(root)
    if not faults:
        return ()
    from s1sr_validator.messages.schema_explain import problems

    return problems(schema, root, faults)


def _official_problems(official: OfficialSchema, root: etree._Element) -> tuple["Problem", ...]:
    try:
        return _problems(official.set, root)
    except UnusableSchemaError as error:
        message = f"the installed DUIS {official.version} schemas cannot be used: {error}"
        tip = f"s1sr schemas remove {official.version}, then install them again"
        raise InputError(STORE_DAMAGED.finding(message, Location(), tip=tip)) from None


def _shown(placed: Sequence[tuple[int, Rule, "Problem"]], document: Document) -> tuple[Finding, ...]:
    findings = [
        rule.finding(problem.message, _location(document, node, problem.path))
        for node, rule, problem in placed[:MOST_FINDINGS]
    ]
    if further := len(placed) - MOST_FINDINGS if len(placed) > MOST_FINDINGS else 0:
        node, rule, problem = placed[MOST_FINDINGS]
        from s1sr_validator.messages.schema_explain import MOST_PROBLEMS

        more = "more than " if len(placed) >= MOST_PROBLEMS else ""
        message = f"and {more}{further:,} further places where the request is not what its schema expects"
        findings.append(rule.finding(message, _location(document, node, problem.path), tip="mend those above first"))
    return tuple(findings)


def _location(document: Document, node: int, path: str) -> Location:
    line, column = document.positions.of(node)
    return Location(file=document.name, line=line, column=column, path=path)
