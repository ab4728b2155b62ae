"""The checklists of gates, read from reviewed text files; a version is never edited, only followed by the next."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from schakel.initiatives.rules import version_in


@dataclass(frozen=True)
class Item:
    """One point of a checklist: what must be so, which check finds out, and which verdicts need it.

    kind: what answers a point that a network added itself; such a point has no check.
    """

    code: str
    label: str
    check: str
    needed_for: frozenset[str]
    kind: str = ""


@dataclass(frozen=True)
class Template:
    """One version of the checklist of a gate. The light track is for a process assignment.

    own_version: which version of the network's own list this is, 0 for that of the platform.
    """

    gate: str
    track: str
    version: int
    question: str
    items: tuple[Item, ...]
    authored_by: str
    checked_by: str
    reviewed_on: date
    review_before: date
    own_version: int = 0


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Return every version of every checklist that this release holds."""
    folder = files("schakel") / "definitions" / "gates"
    found = [
        _read(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in folder.iterdir()
        if path.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda one: (one.gate, one.track, one.version)))


def template(gate: str, *, edition: int, is_light: bool = False) -> Template | None:
    """Return the checklist of a gate in an edition; None for a gate that has none (PX).

    A gate without a light form uses its full one.
    """
    version = version_in(edition, gate, is_light=is_light)
    mine = [one for one in templates() if one.gate == gate and one.version == version]
    light = [one for one in mine if one.track == "light"] if is_light else []
    return next(iter(light or [one for one in mine if one.track == "full"]), None)


def _read(data: dict) -> Template:
    items = tuple(
        Item(one["code"], one["label"], one["check"], frozenset(one["needed_for"])) for one in data["item"]
    )
    return Template(
        gate=data["gate"],
        track=data["track"],
        version=data["version"],
        question=data["question"],
        items=items,
        authored_by=data["authored_by"],
        checked_by=data["checked_by"],
        reviewed_on=data["reviewed_on"],
        review_before=data["review_before"],
    )
