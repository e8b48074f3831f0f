"""Routine requests: those of a shape that was examined before, about which only what can speak is asked again.

Most requests of a system are alike but for their values. Once the rules about form were silent about two of a service,
the shape of the last is kept: elements, their order, and the texts that their fields may have. Of what has that shape
it is known which rules are silent (checking/silence.py), and the schemas have to accept it, or it is examined in full.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from itertools import chain
from typing import NamedTuple

from lxml import etree

from s1sr_validator.checking.asking import RuleModule, ask
from s1sr_validator.checking.context import Context
from s1sr_validator.checking.needs import groups
from s1sr_validator.checking.selection import selected
from s1sr_validator.checking.silence import FIELD_RULES, HEADER_RULES, SHAPE_RULES, UNLISTED, about_fields
from s1sr_validator.checking.value_patterns import OWN_REQUEST_ID, value_pattern
from s1sr_validator.examination import Circumstances, OpenedRequest, context_of
from s1sr_validator.messages.ordinary import ordinary
from s1sr_validator.messages.positions import positions_of
from s1sr_validator.messages.schema_check import MOST_ELEMENTS
from s1sr_validator.messages.schema_set import SchemaSet, UnusableSchemaError
from s1sr_validator.messages.shape import Shape, shape_of
from s1sr_validator.messages.shape_drawing import VERSION
from s1sr_validator.messages.xml import lean_tree
from s1sr_validator.model.finding import Finding, in_order
from s1sr_validator.model.message import Message
from s1sr_validator.model.request import COMMAND_VARIANT, HEADER_FIELDS, REQUEST_ID, SERVICE_REFERENCE, SRV
from s1sr_validator.model.service import Service

MOST_SHAPES = 8
"""Shapes of one service that are kept."""
MOST_BYTES = 4 * MOST_ELEMENTS
"""No more elements than are held to a schema: `<a/>` takes four."""
_SEEN_BEFORE = 1
"""A pattern takes as long to make as several requests to examine, so that the first of a service makes none."""
_SRV_TAG = f"{SRV}>".encode()
_MOST_PLANS = 1024


class KnownShape(NamedTuple):
    """A shape, and the rules about values of some fields that are for it."""

    shape: Shape
    rules: Collection[RuleModule]


class Shapes:
    """The shapes of requests that a catalogue's services were seen with."""

    def __init__(self, services: Mapping[str, Service]) -> None:
        """Take the services by SRV."""
        self._services = services
        self._seen: Counter[str] = Counter()
        self._known: defaultdict[bytes, list[KnownShape]] = defaultdict(list)

    def of(self, data: bytes) -> tuple[KnownShape, re.Match[bytes]] | None:
        """Return the known shape that a message has, with the parts of it."""
        start = data.find(_SRV_TAG) + len(_SRV_TAG)
        for known in self._known.get(data[start : data.find(b"<", start)], ()):
            if found := known.shape.pattern.fullmatch(data):
                return known, found
        return None

    def learn(self, data: bytes, context: Context) -> None:
        """Keep the shape of a message that was examined, if there is nothing to say against its form."""
        request, srv = context.request, context.request.srv.encode()
        if context.known_service is None or len(data) > MOST_BYTES or len(self._known[srv]) >= MOST_SHAPES:
            return
        self._seen[request.srv] += 1
        if self._seen[request.srv] <= _SEEN_BEFORE or {*request.header} != {*HEADER_FIELDS} or not ordinary(data):
            return
        if any(ask(module, context).findings for module in SHAPE_RULES):
            return
        types = {field.path: field.type for field in context.service.request_body.fields}
        rules = about_fields(request.fields)
        found = shape_of(
            data,
            request,
            OWN_REQUEST_ID,
            lambda path: value_pattern(path, types.get(path, "")),
            frozenset(request.fields if UNLISTED else chain.from_iterable(rules.values())),
        )
        if found is not None:
            self._known[srv].append(KnownShape(found, frozenset(rules)))


class Routine(NamedTuple):
    """What was found about a routine request: its service and id, its tree, and the findings of all rules."""

    srv: str
    request_id: str
    root: etree._Element
    findings: tuple[Finding, ...]


class _Plan(NamedTuple):
    """What is asked of requests that agree in shape and header: the schemas that decide, and rules that may speak."""

    schemas: SchemaSet | None
    rules: tuple[RuleModule, ...]


class Routines:
    """Examines routine requests in circumstances in which no Device Model is told by its EUI-64."""

    def __init__(self, known: Circumstances, shapes: Shapes) -> None:
        """Take what holds for every message, and the shapes that are known."""
        self._known = known
        self._shapes = shapes
        self._plans: dict[tuple[Shape, tuple[bytes, ...]], _Plan] = {}

    def examine(self, message: Message) -> Routine | None:
        """Return what is found about a request, or None where it has to be examined in full."""
        found = self._shapes.of(message.data)
        if found is None:
            return None
        known, parts = found
        key = (known.shape, parts.group(VERSION, SERVICE_REFERENCE, COMMAND_VARIANT))
        plan = self._plans.get(key) or self._keep(key, known, self._context(message, known.shape, parts))
        try:
            root = lean_tree(message.data)
            if plan.schemas is not None and not plan.schemas.accepts(root):
                return None
        except (etree.XMLSyntaxError, UnusableSchemaError):
            return None
        findings: tuple[Finding, ...] = ()
        if plan.rules:
            context = self._context(message, known.shape, parts)
            findings = in_order([finding for module in plan.rules for finding in ask(module, context).findings])
        return Routine(known.shape.srv, parts[REQUEST_ID].decode(), root, findings)

    def _context(self, message: Message, shape: Shape, parts: re.Match[bytes]) -> Context:
        place = positions_of(message.data).of
        return context_of(OpenedRequest(shape.read(parts, message.name), place, "", ()), self._known)

    def _keep(self, key: tuple[Shape, tuple[bytes, ...]], known: KnownShape, context: Context) -> _Plan:
        can_be_asked = (module for modules, why_not in groups(context) if not why_not for module in modules)
        rules = tuple(module for module in can_be_asked if self._can_speak(module, known, context))
        schemas = self._known.schemas
        if len(self._plans) >= _MOST_PLANS:
            self._plans.clear()
        plan = _Plan(schemas.deciding(context.request.schema_version) if schemas else None, rules)
        self._plans[key] = plan
        return plan

    def _can_speak(self, module: RuleModule, known: KnownShape, context: Context) -> bool:
        if module in SHAPE_RULES or not selected(module.RULE.code, self._known.selection):
            return False
        if module in HEADER_RULES:
            return bool(ask(module, context).findings)
        return module in known.rules or module not in FIELD_RULES
