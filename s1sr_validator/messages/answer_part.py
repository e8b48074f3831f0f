"""A Part: what the schemas let stand at one place of an answer, as far as a reader has to know it."""

from typing import NamedTuple


class Part(NamedTuple):
    """An element by its shown name (`sr:Header`), how often it may stand there (most 0: any number), and what is in it.

    `parts` follow each other in their order. Of `alternatives`, which come after them, there is exactly one, or with
    `may_be_none` at most one; `any_of` names a prefix and takes any element of that namespace as an alternative.
    A part without any of these is a value, or with `is_open` holds what is not described here.
    """

    name: str
    least: int = 1
    most: int = 1
    parts: tuple["Part", ...] = ()
    alternatives: tuple["Part", ...] = ()
    may_be_none: bool = False
    any_of: str = ""
    attributes: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def has_choice(self) -> bool:
        """Say whether one element has to be chosen in it."""
        return bool(self.alternatives or self.any_of)


def optional(name: str, *parts: Part, most: int = 1, attributes: tuple[str, ...] = ()) -> Part:
    """Return a part that may be left out."""
    return Part(name, least=0, most=most, parts=parts, attributes=attributes)


def open_parts(prefix: str, names: tuple[str, ...]) -> tuple[Part, ...]:
    """Return alternatives whose content is not described."""
    return tuple(Part(f"{prefix}:{name}", is_open=True) for name in names)
