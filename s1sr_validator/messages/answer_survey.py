"""Surveying an answer: where its parts are, and what is odd about how they are put together."""

from collections.abc import Iterator
from typing import NamedTuple

from s1sr_validator.messages.answer_element import Element
from s1sr_validator.messages.answer_part import Part
from s1sr_validator.messages.xml import local_name
from s1sr_validator.model.answer_content import AnswerField
from s1sr_validator.model.answer_oddity import Oddity, OddityKind

MAX_ODDITIES = 1000
"""Oddities that are kept of one document; a document of another kind has as many as it has elements."""

_TOP = {"Header": "header", "Body": "body"}
_SIGNATURE = "ds"


Parts = dict[str, list[AnswerField]]


class Survey(NamedTuple):
    """Every part by dotted path, its attributes too, and the oddities in the order of the document."""

    parts: dict[str, tuple[AnswerField, ...]]
    oddities: tuple[Oddity, ...]


def survey(root: Element, part: Part) -> Survey:
    """Hold a document to its parts, as far as those are described."""
    parts: Parts = {}
    oddities = tuple(_look(root, part, "", parts))
    return Survey(
        {path: tuple(found) for path, found in parts.items()},
        tuple(sorted(oddities, key=lambda oddity: oddity.node)[:MAX_ODDITIES]),
    )


def step(path: str, name: str) -> str:
    """Return the path of a child by its shown name; at the top, header and body are written as for requests."""
    local = name.rpartition(":")[2]
    return f"{path}.{local}" if path else _TOP.get(local, local)


def _look(owner: Element, part: Part, path: str, parts: Parts) -> Iterator[Oddity]:
    _note(owner, part, path, parts)
    children = tuple(owner.children())
    known = {each.name: each for each in (*part.parts, *part.alternatives)}
    for name in part.attributes:
        if owner.node.get(name) is None:
            yield _oddity(OddityKind.MISSING, owner, expected=f"@{name}", path=f"{path}.@{name}".lstrip("."))
    if part.is_open:
        yield from _foreign(owner, path)
    else:
        yield from _strangers(owner, part, path, children)
        yield from _counts(owner, part, path, children)
        yield from _order(owner, part, path, children)
    for child in children:
        if child.name in known or _is_taken(child, part):
            below = step(path, child.name)
            yield from _look(child, known.get(child.name, Part(child.name, is_open=True)), below, parts)


def _note(element: Element, part: Part, path: str, parts: Parts) -> None:
    # What is open is read elsewhere, or not at all: only its place is noted.
    is_value = not (part.is_open or part.parts or part.has_choice)
    parts.setdefault(path, []).append(AnswerField(element.text if is_value else "", element.number))
    for name, text in () if part.is_open else element.attributes():
        parts.setdefault(f"{path}.@{name}".lstrip("."), []).append(AnswerField(text, element.number))


def _strangers(owner: Element, part: Part, path: str, children: tuple[Element, ...]) -> Iterator[Oddity]:
    names = [each.name for each in (*part.parts, *part.alternatives)]
    for child in children:
        if child.name in names or _is_taken(child, part):
            continue
        same = _same_local_name(child, names) or (f"{part.any_of}:{local_name(child.node)}" if part.any_of else "")
        kind = OddityKind.WRONG_NAMESPACE if same else OddityKind.UNKNOWN
        yield _oddity(kind, owner, found=child.name, expected=same, path=path, node=child.number)


def _counts(owner: Element, part: Part, path: str, children: tuple[Element, ...]) -> Iterator[Oddity]:
    names = [child.name for child in children]
    mistaken = {_same_local_name(child, [each.name for each in part.parts]) for child in children} - set(names)
    for each in part.parts:
        count, below = names.count(each.name), step(path, each.name)
        if count < each.least and each.name not in mistaken:
            yield _oddity(OddityKind.MISSING, owner, expected=each.name, path=below)
        elif each.most and count > each.most:
            extra = [child for child in children if child.name == each.name][each.most]
            yield _oddity(
                OddityKind.REPEATED, owner, found=each.name, path=below, node=extra.number, count=count, most=each.most
            )
    # An element that is there in the wrong namespace is said to be so, and not to be missing as well.
    if part.has_choice and not _is_mistaken_choice(part, children):
        chosen = [child for child in children if _is_chosen(child, part)]
        if len(chosen) > 1 or (not chosen and not part.may_be_none):
            node = chosen[1].number if chosen else owner.number
            yield _oddity(OddityKind.NOT_ONE, owner, path=path, node=node, count=len(chosen))


def _order(owner: Element, part: Part, path: str, children: tuple[Element, ...]) -> Iterator[Oddity]:
    places = {each.name: place for place, each in enumerate(part.parts)}
    places |= {each.name: len(part.parts) for each in part.alternatives}
    latest, reached = "", -1
    for child in children:
        place = places.get(child.name, reached)
        if place < reached:
            below = step(path, child.name)
            kind = OddityKind.OUT_OF_ORDER
            yield _oddity(kind, owner, found=child.name, expected=latest, path=below, node=child.number)
            return
        if place > reached:
            latest, reached = child.name, place


def _foreign(owner: Element, path: str) -> Iterator[Oddity]:
    """Yield what is in another namespace than the content that it stands in; what is inside it is not looked at."""
    prefix = owner.name.partition(":")[0]
    waiting = [owner]
    while prefix != _SIGNATURE and waiting:
        holder = waiting.pop()
        for child in holder.children():
            if child.name.startswith(f"{prefix}:"):
                waiting.append(child)
            else:
                expected = f"{prefix}:{local_name(child.node)}"
                kind = OddityKind.WRONG_NAMESPACE
                yield _oddity(kind, holder, found=child.name, expected=expected, path=path, node=child.number)


def _is_chosen(child: Element, part: Part) -> bool:
    return child.name in [each.name for each in part.alternatives] or _is_taken(child, part)


def _is_taken(child: Element, part: Part) -> bool:
    return bool(part.any_of) and child.name.startswith(f"{part.any_of}:")


def _is_mistaken_choice(part: Part, children: tuple[Element, ...]) -> bool:
    if any(_is_chosen(child, part) for child in children):
        return False
    names = [each.name for each in part.alternatives]
    return any(part.any_of or _same_local_name(child, names) for child in children)


def _same_local_name(child: Element, names: list[str]) -> str:
    """Return the name among these that only the namespace tells from an element's, or an empty text."""
    local = local_name(child.node)
    return next((name for name in names if name.partition(":")[2] == local and name != child.name), "")


def _oddity(
    kind: OddityKind,
    owner: Element,
    *,
    found: str = "",
    expected: str = "",
    path: str,
    node: int | None = None,
    count: int = 0,
    most: int = 1,
) -> Oddity:
    return Oddity(
        kind=kind,
        owner=owner.name,
        found=found,
        expected=expected,
        path=path,
        node=owner.number if node is None else node,
        count=count,
        most=most,
    )
