"""A payload with made-up content: legal by its record, and what a Device of the type would fill in."""

import datetime as dt
import random
from collections.abc import Iterator, Mapping

from s1sr_validator.model.answer_tree import Element
from s1sr_validator.model.payload import COMPLEX, EMPTY, Payload, PayloadField, Taking
from s1sr_validator.model.payload_tree import PayloadNode, payload_tree
from s1sr_validator.simulation.device_parts import chosen, is_of_others
from s1sr_validator.simulation.field_texts import Surroundings, field_text
from s1sr_validator.simulation.log_times import ReadPeriod
from s1sr_validator.simulation.scene import Scene

SUCCESS = "@MessageSuccess"
_SEVERAL = 3


def payload_content(scene: Scene, payload: Payload, texts: Mapping[str, str]) -> Element:
    """Return a successful payload: each part once, one entry in a log; everything several times where it is rich.

    Args:
        scene: what the payload answers; its `entries` say how many entries of a log there are.
        payload: the payload's record.
        texts: texts that are given, by path.
    """
    return _Filling(scene, texts).element(payload_tree(payload), payload.id, 1, scene.moment)


def smallest_payload(scene: Scene, payload: Payload, *, success: bool) -> Element:
    """Return the payload with only what it cannot be without."""
    filling = _Filling(scene, {SUCCESS: str(success).lower()}, only_required=True)
    return filling.element(payload_tree(payload), payload.id, 1, scene.moment)


class _Filling:
    def __init__(self, scene: Scene, texts: Mapping[str, str], *, only_required: bool = False) -> None:
        self._scene = scene
        self._texts = {SUCCESS: "true"} | dict(texts)
        self._only_required = only_required
        self._rich = scene.rich and not only_required
        self._readings: dict[tuple[str, int], int] = {}
        self._period = ReadPeriod(scene.request, scene.moment)
        self._chance = random.Random(scene.seed)  # noqa: S311 - made-up readings; nothing here is secret

    def element(self, node: PayloadNode, name: str, number: int, moment: dt.datetime) -> Element:
        """Return an element; `number` is its place among its like, `moment` the time that it tells of."""
        field = node.field
        simple = field.type not in {COMPLEX, EMPTY}
        return Element(
            name=f"ra:{name}",
            attributes=tuple(self._attributes(node, number, moment)),
            text=self._text(field, number, moment) if simple else "",
            content=tuple(found for child in self._taken(node) for found in self._repeated(child, moment)),
        )

    def _attributes(self, node: PayloadNode, number: int, moment: dt.datetime) -> Iterator[tuple[str, str]]:
        for field in node.attributes:
            usual = field.path in self._texts or (node.field.is_repeated and not self._only_required)
            if field.least or usual or self._rich:
                yield field.name.removeprefix("@"), self._text(field, number, moment)

    def _text(self, field: PayloadField, number: int, moment: dt.datetime) -> str:
        if field.path in self._texts:
            return self._texts[field.path]
        ids = self._scene.ids
        around = Surroundings(
            device=self._scene.device,
            device_id=ids.device,
            user_id=ids.user,
            number=number,
            moment=moment,
            chance=self._chance,
            readings=self._readings,
        )
        return field_text(field, around)

    def _taken(self, node: PayloadNode) -> list[PayloadNode]:
        """Return the elements that stand in this one: of those that exclude each other, the Device's own."""
        device_type = self._scene.device.device_type
        best = chosen(node.alternatives, device_type) if node.alternatives else None
        if best is not None and best.field.choice is Taking.AT_MOST_ONE:
            best = None if self._only_required or is_of_others(best, device_type) else best
        kept = [child for child in node.children if child.field.choice is None or child is best]
        logs = [child for child in kept if child.is_entry]
        return [child for child in kept if self._is_wanted(child, logs)]

    def _is_wanted(self, node: PayloadNode, logs: list[PayloadNode]) -> bool:
        """Say whether an element that may be left out is there: what is of others is not, nor a second log."""
        if node.field.least or node.field.choice is not None:
            return True
        if self._only_required or is_of_others(node, self._scene.device.device_type):
            return False
        return self._rich or node not in logs[1:]

    def _repeated(self, node: PayloadNode, moment: dt.datetime) -> Iterator[Element]:
        count = self._count(node)
        for number in range(1, count + 1):
            time = self._period.at(number, count) if node.is_entry else moment
            yield self.element(node, node.field.name, number, time)

    def _count(self, node: PayloadNode) -> int:
        field = node.field
        usual = _SEVERAL if self._rich and field.is_repeated else 1
        wanted = field.least if self._only_required else self._scene.entries.get(field.path, usual)
        return min(max(wanted, field.least), wanted if field.most is None else field.most)
