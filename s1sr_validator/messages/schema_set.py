"""XML Schemas that belong together, compiled from memory: whatever they import comes from the set, or not at all."""

from collections.abc import Sequence
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree._docloader import _InputDocument
    from xmlschema import XMLSchema10
    from xmlschema.aliases import SourceArgType

_XS = "{http://www.w3.org/2001/XMLSchema}"
_LOADING = tuple(_XS + name for name in ("include", "redefine", "override"))
_PLACE = "s1sr-schema:"


class UnusableSchemaError(Exception):
    """Texts that are no XML Schemas, or not a whole set of them; the message says why."""


class Fault(NamedTuple):
    """What libxml2 says of a document: its words, and the XPath of the element."""

    message: str
    path: str


class SchemaSet:
    """A schema and those that it imports."""

    def __init__(self, name: str, texts: Sequence[bytes]) -> None:
        """Take what to call the set in a sentence, and the texts: first the schema that documents are held to."""
        self.name = name
        self._texts = tuple(texts)
        self._lock = RLock()

    def accepts(self, root: etree._Element) -> bool:
        """Say whether a document is valid.

        Raises:
            UnusableSchemaError: the set cannot be compiled.
        """
        with self._lock:
            return self.compiled.validate(root)

    def faults(self, root: etree._Element) -> tuple[Fault, ...]:
        """Return what is wrong with a document by libxml2, which decides; nothing where it is valid.

        Raises:
            UnusableSchemaError: the set cannot be compiled.
        """
        # The log of errors belongs to the compiled schema, so one document is held to it at a time.
        with self._lock:
            if self.compiled.validate(root):
                return ()
            return tuple(Fault(entry.message, entry.path or "") for entry in self.compiled.error_log)

    @cached_property
    def compiled(self) -> etree.XMLSchema:
        """The schema as libxml2 has it.

        Raises:
            UnusableSchemaError: it cannot be compiled.
        """
        main, *others = self._roots()
        by_place = {_PLACE + namespace_of(root): etree.tostring(root) for root in others}
        parser = schema_parser()
        parser.resolvers.add(_InMemory(by_place))
        try:
            return etree.XMLSchema(etree.fromstring(etree.tostring(main), parser))
        except etree.XMLSchemaParseError as error:
            raise UnusableSchemaError(f"it cannot be compiled: {error}") from None

    @cached_property
    def explaining(self) -> "XMLSchema10":
        """The schema as `xmlschema` has it, which takes a hundred times longer to make, and says more."""
        from xmlschema import XMLSchema10  # noqa: PLC0415 - a quarter of a second, for a request that is at fault only

        with self._lock:
            roots = self._roots()
            for root in roots:
                for found in root.iterchildren(_XS + "import"):
                    found.attrib.pop("schemaLocation", None)
            texts: list[SourceArgType] = [etree.tostring(root, encoding="unicode") for root in roots]
            return XMLSchema10(texts, allow="none", use_fallback=False)

    def _roots(self) -> list[etree._Element]:
        """Return the schemas as trees whose imports name members of the set."""
        roots = [schema_root(text) for text in self._texts]
        known = {namespace_of(root) for root in roots}
        for root in roots:
            if any(True for _ in root.iterchildren(*_LOADING)):
                raise UnusableSchemaError(f"the schema of {namespace_of(root)} loads a further file")
            for found in root.iterchildren(_XS + "import"):
                if found.get("namespace", "") not in known:
                    raise UnusableSchemaError(f"the schema of {found.get('namespace')} is imported, and is not there")
                found.set("schemaLocation", _PLACE + found.get("namespace", ""))
        return roots


class _InMemory(etree.Resolver):
    """Answers for every place that a schema names; what is not in the set is empty, so that no file is opened."""

    def __init__(self, texts: dict[str, bytes]) -> None:
        self._texts = texts

    def resolve(
        self,
        system_url: str | None,
        public_id: str | None,  # noqa: ARG002 - lxml's signature
        context: object,
    ) -> "_InputDocument | None":
        text = self._texts.get(system_url or "")
        if text is None:
            return self.resolve_empty(context)
        return self.resolve_string(text, context, base_url=system_url)


def schema_root(text: bytes) -> etree._Element:
    """Return the root of a schema file; a document type declaration in it is not followed.

    Raises:
        UnusableSchemaError: it is not XML, or not an XML Schema.
    """
    try:
        root = etree.fromstring(text, schema_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableSchemaError(f"it is not XML: {error}") from None
    if root.tag != _XS + "schema":
        raise UnusableSchemaError("it is not an XML Schema")
    return root


def schema_parser() -> etree.XMLParser:
    """Return a parser for schemas: no network, no external document type, no external entities."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def namespace_of(root: etree._Element) -> str:
    """Return the namespace that a schema declares things in."""
    return str(root.get("targetNamespace", ""))
