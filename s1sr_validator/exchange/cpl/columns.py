"""The columns of the Central Products List, known by group and attribute name, however they are written."""

import re

import msgspec


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column: our name, the names that editions of the list have used, and the digits of its hex code, if any."""

    name: str
    titles: tuple[str, ...]
    digits: int = 0
    needed: bool = True


COLUMNS = (
    Column(name="entry", titles=("Entry.number",)),
    Column(name="status", titles=("Entry.status",)),
    Column(name="device_type", titles=("Device_Type.name",)),
    Column(name="manufacturer", titles=("Device_Model.manufacturer_identifier",), digits=4),
    Column(name="model", titles=("Device_Model.model_identifier",), digits=4),
    Column(name="hardware_version", titles=("Device_Model.hardware_version.version",), digits=2),
    Column(name="hardware_revision", titles=("Device_Model.hardware_version.revision",), digits=2),
    Column(name="firmware", titles=("Device_Model.firmware_version",), digits=8),
    Column(
        name="smets_version",
        titles=("SMETS_CHTS Version.Version_number_and_effective_date", "SMETS_CHTS Version.Version_number"),
    ),
    Column(name="gbcs_version", titles=("GBCS Version.version_number",)),
    Column(
        name="model_and_hardware",
        titles=("Device_Model.model_identifier_concatenated_with_hardware_version",),
        digits=8,
        needed=False,
    ),
    Column(name="edition", titles=("Version",), needed=False),
    Column(name="image_creator", titles=("Manufacturer_Image.creator",), needed=False),
    Column(name="image_hash", titles=("Manufacturer_Image.hash",), digits=64, needed=False),
    Column(name="image_descriptor", titles=("Manufacturer_Image.descriptor",), needed=False),
)
NEEDED = tuple(column for column in COLUMNS if column.needed)


def normalised(title: str) -> str:
    """Return a column title without case, spaces and punctuation."""
    return re.sub(r"[^a-z0-9]", "", title.casefold())


_NAME_BY_TITLE = {normalised(title): column.name for column in COLUMNS for title in column.titles}


def column_name(title: str) -> str:
    """Return our name of a column; for one that we do not know, its normalised title behind a dot."""
    plain = normalised(title)
    return _NAME_BY_TITLE.get(plain, f".{plain}" if plain else "")
