"""A network file that has been read and checked: its facts, and for each of them its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from schakel.exchange.meaning import faults_of_meaning
from schakel.exchange.schema import faults_of_shape
from schakel.exchange.tree import MAX_BYTES, CannotRead, Fault, Node, read
from schakel.network.rules import CriteriaKind, CriterionText, Day, written_day

#: Sections that no module uses yet: they are kept with the network and shown as they stand.
KEPT = ("initiatives", "process", "facts")


@dataclass(frozen=True)
class NetworkFile:
    """The tree of a file that is known to be right."""

    root: Node

    @property
    def network(self) -> Node:
        """The block about the network itself."""
        return self.root.value["network"]

    @property
    def slug(self) -> str:
        """The address of the network."""
        return self.network.value["slug"].value

    @property
    def facts(self) -> dict[str, Any]:
        """What the file says about the network itself, in plain values."""
        return stripped(self.network.plain())

    def items(self, section: str, *, parent: str = "") -> Iterator[tuple[int, Node, dict[str, Any]]]:
        """Position, place and plain values of every item in a section, in the order of the file.

        parent: the field in which an item names another of the section; then that one comes first.
        """
        found = [(position, node, stripped(node.plain())) for position, node in self._numbered(section)]
        if parent:
            key = "key" if section == "initiatives" else "slug"
            above = {item[key]: item.get(parent) for _p, _n, item in found}
            found.sort(key=lambda one: (_depth(one[2][key], above), one[0]))
        yield from found

    def _numbered(self, section: str) -> Iterator[tuple[int, Node]]:
        if section in self.root.value:
            yield from enumerate(self.root.value[section].value, start=1)

    def kept(self) -> dict[str, list[Any]]:
        """The sections that are kept as they stand."""
        return {name: [item for _p, _n, item in self.items(name)] for name in KEPT if name in self.root.value}


def open_network_file(path: Path) -> NetworkFile:
    """Read a file from disk, never more of it than a network file may be; raises CannotRead."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as fault:
        reason = _("dit bestand kan niet gelezen worden: %(reason)s.") % {"reason": fault.strerror or fault}
        raise CannotRead(Fault(1, 1, reason)) from fault
    return read_network_file(data)


def read_network_file(data: bytes) -> NetworkFile:
    """Read and check a file; raises CannotRead with everything that is wrong with it, in Dutch and by line."""
    root = read(data)
    faults = faults_of_shape(root) or faults_of_meaning(root)
    if faults:
        raise CannotRead(*faults)
    return NetworkFile(root)


def stripped(value: Any) -> Any:
    """The same value with white space around every text taken off, as folded YAML leaves it."""
    if isinstance(value, dict):
        return {key: stripped(one) for key, one in value.items()}
    if isinstance(value, list):
        return [stripped(one) for one in value]
    return value.strip() if isinstance(value, str) else value


def _depth(slug: str, above: dict[str, str | None]) -> int:
    parent = above.get(slug)
    return 0 if parent is None else 1 + _depth(parent, above)


def day(written: int | str | None) -> Day | None:
    """The day and precision of a date in the file, or None when there is none."""
    return None if written is None else written_day(written)


def criterion_texts(kind: str, criteria: list[dict[str, Any]]) -> list[CriterionText]:
    """The criteria of a set, as the network's actions take them."""
    return [
        CriterionText(
            code=one["code"],
            text=one["text"],
            rule=one.get("rule", ""),
            preference=one.get("preference", ""),
            refers_to=tuple(one.get("refers_to", ())),
            is_knockout=one.get("knockout", kind != CriteriaKind.WEIGHED),
            weight=Decimal(str(one["weight"])).quantize(Decimal("0.01")) if "weight" in one else None,
            anchors=one.get("anchors", {}),
        )
        for one in criteria
    ]
