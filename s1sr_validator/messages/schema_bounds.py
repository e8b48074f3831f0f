"""The most that a set of XML Schemas may hold, counted before libxml2 compiles it.

Compiling takes a time that grows with the cube of what stands in one content model, doubles with each group of groups
and with each union of unions, and overflows the stack on a long chain of extensions. All of it was measured; the
published schemas stay far below: 143 parts in one model, no group, no union.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

MAX_NODES = 50_000
MAX_PARTS = 400
MAX_WORK = 70_000_000
"""The sum of the cubes of all definitions' parts: half a second of libxml2; the published ones have a tenth of it."""
MAX_CHAIN = 50
MAX_PATTERN = 5_000
MAX_DIGITS = 9

_XS = "{http://www.w3.org/2001/XMLSchema}"
_ELEMENT, _ATTRIBUTE, _PATTERN = _XS + "element", _XS + "attribute", _XS + "pattern"
_GROUP, _ATTRIBUTES, _COMPLEX, _SIMPLE = (
    _XS + name for name in ("group", "attributeGroup", "complexType", "simpleType")
)
_DEFINITIONS = (_COMPLEX, _SIMPLE, _GROUP, _ATTRIBUTES)
_WITH_OWN_TYPE = frozenset({_ELEMENT, _ATTRIBUTE})
_PARTS = _WITH_OWN_TYPE | {_XS + name for name in ("any", "anyAttribute", "sequence", "choice", "all")}
_TYPES = (_COMPLEX, _SIMPLE)
_REFERENCES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    _GROUP: (("ref", (_GROUP,)),),
    _ATTRIBUTES: (("ref", (_ATTRIBUTES,)),),
    _XS + "extension": (("base", _TYPES),),
    _XS + "restriction": (("base", _TYPES),),
    _XS + "union": (("memberTypes", (_SIMPLE,)),),
    _XS + "list": (("itemType", (_SIMPLE,)),),
}
"""What is put in the place of an element of a schema: by the attribute that names it, and what it can be."""


def beyond_bounds(roots: Sequence[etree._Element]) -> str:
    """Return what is more in some schemas than may be compiled, as a clause; empty where nothing is."""
    if sum(1 for root in roots for _node in root.iter("*")) > MAX_NODES:
        return f"it has more than {MAX_NODES:,} elements"
    for root in roots:
        if any(len(pattern.get("value", "")) > MAX_PATTERN for pattern in root.iter(_PATTERN)):
            return f"a pattern has more than {MAX_PATTERN:,} characters"
        if any(len(node.get(name, "")) > MAX_DIGITS for node in root.iter("*") for name in ("minOccurs", "maxOccurs")):
            return f"a number of occurrences has more than {MAX_DIGITS} digits"
    return _Weights(roots).beyond()


class _BeyondError(Exception):
    """A bound is broken; the message says which."""


class _Weights:
    """How many parts each definition has once everything that it refers to is put in its place."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self.roots = roots
        self.defined = {
            (str(node.tag), str(root.get("targetNamespace", "")), str(node.get("name", ""))): node
            for root in roots
            for node in root.iterchildren(*_DEFINITIONS)
        }
        self.substitutes: dict[str, list[str]] = {}
        for root in roots:
            for node in root.iterchildren(_ELEMENT):
                head = _local(node.get("substitutionGroup", ""))
                self.substitutes.setdefault(head, []).append(str(node.get("name", "")))
        self.substitutes.pop("", None)
        self.weights: dict[etree._Element, int] = {}

    def beyond(self) -> str:
        work = 0
        try:
            for root in self.roots:
                for definition in root.iter(*_DEFINITIONS):
                    work += self.of(definition, ()) ** 3
                    if work > MAX_WORK:
                        return "its definitions have too many parts"
        except _BeyondError as error:
            return str(error)
        return ""

    def of(self, definition: etree._Element, above: tuple[etree._Element, ...]) -> int:
        if definition in self.weights:
            return self.weights[definition]
        if definition in above:  # what refers to itself is for the compiler to refuse
            return 0
        if len(above) > MAX_CHAIN:
            raise _BeyondError(f"definitions refer to each other through more than {MAX_CHAIN} others")
        weight = 1
        for node in _inside(definition):
            weight += sum(self.of(other, (*above, definition)) for other in self._referred(node))
            weight += 1 + self._substitutes_of(node) if node.tag in _PARTS else 0
            if weight > MAX_PARTS:
                raise _BeyondError(f"a definition has more than {MAX_PARTS:,} parts")
        self.weights[definition] = weight
        return weight

    def _referred(self, node: etree._Element) -> Iterator[etree._Element]:
        """Yield the definitions that are put in the place of a node, or before what it adds."""
        for attribute, tags in _REFERENCES.get(str(node.tag), ()):
            for name in node.get(attribute, "").split():
                prefix, _, local = name.rpartition(":")
                space = str(node.nsmap.get(prefix or None) or "")
                found = (self.defined.get((tag, space, local)) for tag in tags)
                yield from (each for each in found if each is not None)

    def _substitutes_of(self, node: etree._Element) -> int:
        """Return how many elements can stand for one, by its local name; no more than may be."""
        found: list[str] = [_local(node.get("ref", ""))] if node.tag == _ELEMENT else []
        for name in found:
            found += self.substitutes.get(name, [])
            if len(found) > MAX_PARTS:
                break
        return max(len(found) - 1, 0)


def _inside(definition: etree._Element) -> Iterator[etree._Element]:
    """Yield what a definition holds; what stands below a local element or attribute is a definition of its own."""
    waiting = list(definition.iterchildren("*"))
    while waiting:
        node = waiting.pop()
        yield node
        if node.tag not in _WITH_OWN_TYPE:
            waiting += node.iterchildren("*")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
