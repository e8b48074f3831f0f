"""What an overlay says of itself."""

import msgspec


class OverlayHeader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An overlay's own name and version, both left out by most: the name is then that of its folder."""

    name: str = ""
    version: str = ""
