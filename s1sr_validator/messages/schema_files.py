"""Official schemas told by their content, whatever their names: DUIS with the MMC and XML Signature it belongs to."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from s1sr_validator.messages.schema_archive import SchemaFile
from s1sr_validator.messages.schema_bounds import beyond_bounds
from s1sr_validator.messages.schema_rules import SOURCE_INCOMPLETE
from s1sr_validator.messages.schema_set import SchemaSet, UnusableSchemaError, namespace_of, schema_root
from s1sr_validator.messages.signature_schema import SIGNATURE_NAMESPACE
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

ROLES = {DUIS: "DUIS", MMC: "MMC", SIGNATURE_NAMESPACE: "XML Signature"}
_VERSION = r"([0-9]+(?:\.[0-9]+)?)"
_HEAD_BYTES = 8000
_IN_COMMENT = re.compile(rf"Schema\s+Version\s*-\s*(?:Request|GBCSResponse)\s*-\s*[Vv]?{_VERSION}\s")
_IN_NAME = re.compile(rf"[Vv_ ]{_VERSION}[a-z]?\.xsd$", re.IGNORECASE)
_IMPORT = "{http://www.w3.org/2001/XMLSchema}import"


class OfficialFile(NamedTuple):
    """A file that is one of the official schemas: its namespace, its version, and where it says its imports are."""

    file: SchemaFile
    namespace: str
    version: str
    imports: dict[str, str]


class OfficialFiles(NamedTuple):
    """The files of one version: DUIS first, then those that it imports."""

    version: str
    files: tuple[SchemaFile, ...]


def official_files(files: Iterable[SchemaFile], source: str) -> tuple[OfficialFiles, ...]:
    """Return every version of DUIS that is among the files, with the MMC and XML Signature schemas that belong to it.

    Args:
        files: files that may be schemas, of any kind.
        source: what to call the place that they come from.

    Raises:
        InputError: there is no DUIS schema, its version is not clear, or something that it needs is missing.
    """
    found = [official for file in files if (official := _recognised(file))]
    versions: dict[str, OfficialFile] = {}
    for duis in (each for each in found if each.namespace == DUIS):
        if not duis.version:
            tip = "name the file as it is published, for example 'DUIS Schema V5.4.xsd'"
            raise _refused(f"{duis.file.place} does not say which version of DUIS it is", source, tip)
        other = versions.setdefault(duis.version, duis)
        if other.file.data != duis.file.data:
            message = f"{other.file.place} and {duis.file.place} both call themselves DUIS {duis.version}, and differ"
            raise _refused(message, source, "install from the one that is meant")
    if not versions:
        raise _refused(f"there is no DUIS schema in {source}", source, "it is named like 'DUIS Schema V5.4.xsd'")
    return tuple(_put_together(duis, found, source) for duis in versions.values())


def _recognised(file: SchemaFile) -> OfficialFile | None:
    """Return a file as the official schema that it is; other schemas, and what is not XML, are passed over."""
    try:
        root = schema_root(file.data)
    except UnusableSchemaError:
        return None
    if namespace_of(root) not in ROLES:
        return None
    imports = {found.get("namespace", ""): _base_name(found) for found in root.iterchildren(_IMPORT)}
    return OfficialFile(file, namespace_of(root), _version(file, root), imports)


def _version(file: SchemaFile, root: etree._Element) -> str:
    """Return the version: the schema's own attribute, else what its first comment says, else its file's name."""
    stated = re.fullmatch(_VERSION, str(root.get("version", "")))
    head = file.data[:_HEAD_BYTES].decode(errors="replace")
    found = stated or _IN_COMMENT.search(head) or _IN_NAME.search(file.name)
    return found[1] if found else ""


def _base_name(found: etree._Element) -> str:
    return unquote(str(found.get("schemaLocation", ""))).replace("\\", "/").rpartition("/")[2]


def _put_together(duis: OfficialFile, found: Sequence[OfficialFile], source: str) -> OfficialFiles:
    others = tuple(_belonging(namespace, duis, found, source) for namespace in ROLES if namespace != DUIS)
    files = (duis.file, *(other.file for other in others))
    official = OfficialFiles(duis.version, files)
    # What is installed was counted when it was, so that this is not done for every run.
    if beyond := beyond_bounds([schema_root(file.data) for file in files]):
        message = f"the DUIS {official.version} schema in {source} is not compiled: {beyond}"
        raise _refused(message, source, "use the files as they are published")
    try:
        SchemaSet(f"DUIS {official.version}", [file.data for file in files]).compiled  # noqa: B018 - compiles, or raises
    except UnusableSchemaError as error:
        message = f"the DUIS {official.version} schema in {source} cannot be used: {error}"
        raise _refused(message, source, "use the files as they are published") from None
    return official


def _belonging(namespace: str, duis: OfficialFile, found: Sequence[OfficialFile], source: str) -> OfficialFile:
    """Return the file of a namespace that DUIS imports by name; else the one of the same version, or the only one."""
    candidates = [each for each in found if each.namespace == namespace]
    if not candidates:
        message = f"the DUIS {duis.version} schema in {source} needs the {ROLES[namespace]} schema, which is not there"
        raise _refused(message, source, "give a folder or archive that holds all of them")
    wanted = duis.imports.get(namespace, "")

    def distance(other: OfficialFile) -> tuple[bool, bool, bool]:
        return (
            other.file.name.casefold() != wanted.casefold(),
            other.version != duis.version,
            other.file.container != duis.file.container,
        )

    nearest = min(candidates, key=distance)
    alike = {each.file.data for each in candidates if distance(each) == distance(nearest)}
    if len(alike) > 1:
        message = f"more than one {ROLES[namespace]} schema in {source} can belong to DUIS {duis.version}"
        raise _refused(message, source, "install from a folder with one of them")
    return nearest


def _refused(message: str, source: str, tip: str) -> InputError:
    return InputError(SOURCE_INCOMPLETE.finding(message, Location(file=source), tip=tip))
