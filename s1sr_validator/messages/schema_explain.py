"""Why a request is not what a schema asks for: one sentence for each place, with what came and what was expected.

libxml2 has decided before; here `xmlschema` says the same at more length, and libxml2 where `xmlschema` sees nothing.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from lxml import etree

from s1sr_validator.messages.schema_places import path_below, path_of
from s1sr_validator.messages.schema_set import Fault, SchemaSet
from s1sr_validator.messages.schema_words import one_of, quoted, value_expected
from s1sr_validator.messages.xml import PREFIXES, shown_name

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from xmlschema import XMLSchemaValidationError

MOST_ELEMENTS = 5000
"""Elements of a request that `xmlschema` goes through: it takes 0.1 ms for each, and libxml2 a hundredth of that."""
MOST_PROBLEMS = 100

_Element = etree._Element  # noqa: SLF001 - the name that lxml gives to the type of elements
_LONGEST = 300
_ATTRIBUTE = re.compile(r"attribute ([^\s=]+)=")
_MISSING = re.compile(r"missing required attribute '(.+)'")
_UNKNOWN = re.compile(r"'(.+)' attribute not allowed for element")
_TEXT_BETWEEN = "character data between child elements not allowed"


class Problem(NamedTuple):
    """One thing that is wrong: the element, the path that it is reported under, and a sentence."""

    element: _Element
    path: str
    message: str


def problems(schema: SchemaSet, root: _Element, faults: Sequence[Fault]) -> tuple[Problem, ...]:
    """Return what is wrong with a document that libxml2 has found faults in: each place once, up to a bound."""
    found: dict[tuple[_Element, str], Problem] = {}
    for problem in islice(_every(schema, root, faults), MOST_PROBLEMS):
        found.setdefault((problem.element, problem.path), problem)
    return tuple(found.values())


def _every(schema: SchemaSet, root: _Element, faults: Sequence[Fault]) -> Iterator[Problem]:
    seen = False
    for error in _errors(schema, root):
        seen = True
        yield _explained(error, root, schema.name)
    if not seen:
        yield from (_in_words_of_libxml2(fault, root, schema.name) for fault in faults)


def _errors(schema: SchemaSet, root: _Element) -> Iterator["XMLSchemaValidationError"]:
    """Yield what `xmlschema` finds: nothing where the request is large, or where it can use one of them no further."""
    if sum(1 for _ in islice(root.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        return
    from xmlschema import XMLSchemaException  # noqa: PLC0415 - as in schema_set

    with suppress(XMLSchemaException):
        yield from schema.explaining.iter_errors(cast("ET.Element", root))


def _explained(error: "XMLSchemaValidationError", root: _Element, schema: str) -> Problem:
    # The tree is lxml's, and so are the elements of errors in it, which xmlschema types as ElementTree's.
    element = root if error.elem is None else cast("_Element", error.elem)
    reason = error.reason or error.message
    if hasattr(error, "particle"):
        return _children(error, element, schema)
    if missing := _MISSING.fullmatch(reason):
        message = f"{shown_name(element)} has no attribute {missing[1]}, which {schema} expects"
        return Problem(element, path_below(element, f"@{missing[1]}"), message)
    if unknown := _UNKNOWN.fullmatch(reason):
        message = f"{shown_name(element)} has the attribute {unknown[1]}, and {schema} expects none of that name"
        return Problem(element, path_below(element, f"@{unknown[1]}"), message)
    if reason == _TEXT_BETWEEN:
        message = f"{_place(element)} holds the text {_text_between(element)}, and {schema} expects elements only"
        return Problem(element, path_of(element), message)
    return _value(error, element, reason, schema)


def _children(error: "XMLSchemaValidationError", element: _Element, schema: str) -> Problem:
    expected = [name.removeprefix("from ") for name in error.expected_tags]
    came = cast("_Element | None", error.invalid_child)
    if len(expected) == 1 and (came is None or _is_missing(expected[0], came, error)):
        before = "" if came is None else f" before {shown_name(came)}"
        message = f"{_place(element)} has no {expected[0]}{before}, where {schema} expects it"
        return Problem(element, path_below(element, expected[0].partition(":")[2]), message)
    if came is None:
        message = f"{_place(element)} ends where {schema} expects {one_of(expected)}"
        return Problem(element, path_of(element), message)
    wanted = one_of(expected, shown_name(came)) if expected else "no such element"
    message = f"{_place(element)} holds {shown_name(came)} where {schema} expects {wanted}"
    return Problem(came, path_of(came), message)


def _is_missing(expected: str, came: _Element, error: "XMLSchemaValidationError") -> bool:
    """Say whether an element was left out, so that a known one came too early: else a strange one came instead."""
    model: Any = error.validator
    names = {element.name for element in model.iter_elements()}
    siblings = [shown_name(sibling) for sibling in came.itersiblings(preceding=True)]
    siblings += [shown_name(sibling) for sibling in came.itersiblings()]
    return came.tag in names and expected not in siblings


def _value(error: "XMLSchemaValidationError", element: _Element, reason: str, schema: str) -> Problem:
    attribute = _ATTRIBUTE.match(reason)
    came = str(element.get(attribute[1], "")) if attribute else element.text or ""
    path = path_below(element, f"@{attribute[1]}") if attribute else path_of(element)
    expected = value_expected(error, path, came)
    where = f"{path or _place(element)} is {quoted(came)}"
    if not expected:
        return Problem(element, path, f"{where}, which {schema} does not accept: {_with_prefixes(reason)}")
    return Problem(element, path, f"{where}, and {schema} expects {expected}")


def _in_words_of_libxml2(fault: Fault, root: _Element, schema: str) -> Problem:
    element = _found(fault.path, root)
    words = _with_prefixes(fault.message.removeprefix("Element ").rstrip(". "))
    return Problem(element, path_of(element), f"{_place(element)} is not what {schema} expects: {words}")


def _with_prefixes(words: str) -> str:
    """Return a message of a library with the prefixes that people know, and not longer than can be read."""
    for uri, prefix in PREFIXES.items():
        words = words.replace(f"{{{uri}}}", f"{prefix}:")
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "..."


def _found(path: str, root: _Element) -> _Element:
    """Return the element that libxml2 names by an XPath, or the root where that does not lead to one."""
    prefixes = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    try:
        found = root.getroottree().xpath(path, namespaces=prefixes) if path else ()
    except etree.XPathError:
        return root
    return next((each for each in found if isinstance(each, _Element)), root) if isinstance(found, list) else root


def _text_between(element: _Element) -> str:
    texts = (element.text or "", *(child.tail or "" for child in element))
    return quoted(next((text.strip() for text in texts if text.strip()), ""))


def _place(element: _Element) -> str:
    return path_of(element) or shown_name(element)
