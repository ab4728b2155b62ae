"""Editions of the gate checklists: which versions hold together for an initiative, from its beginning to its end."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Edition:
    """One set of checklists: of each gate and track which version, and in words what is new.

    versions: by gate, or by gate and track ("p3-light"), the number of the version.
    """

    number: int
    since: date
    changes: str
    versions: Mapping[str, int]


@lru_cache(maxsize=1)
def editions() -> tuple[Edition, ...]:
    """Every edition that this release holds, the oldest first."""
    text = (files("schakel") / "definitions" / "gate_editions.toml").read_text(encoding="utf-8")
    found = [
        Edition(one["number"], one["since"], one["changes"], one["versions"])
        for one in tomllib.loads(text)["edition"]
    ]
    return tuple(sorted(found, key=lambda one: one.number))


def newest_edition() -> int:
    """The edition that an initiative gets when it begins."""
    return editions()[-1].number


def version_in(edition: int, gate: str, *, is_light: bool) -> int | None:
    """Which version of a checklist belongs to an edition; None for a gate without one (PX), or an unknown edition.

    >>> version_in(1, "p3", is_light=False), version_in(1, "p3", is_light=True), version_in(1, "px", is_light=False)
    (2, 2, None)
    """
    found = next((one.versions for one in editions() if one.number == edition), {})
    light = found.get(f"{gate}-light") if is_light else None
    return light or found.get(gate)


def why_not_edition(present: int, wanted: int, *, has_newer_own: bool = False) -> str | None:
    """Why an initiative cannot go from one edition to another: only to a newer one that is there.

    has_newer_own: the network made a newer list of its own, so that there is something to follow in the same edition.
    """
    if wanted not in {one.number for one in editions()}:
        return _("Editie %(n)s van de poortlijsten is er niet.") % {"n": wanted}
    if wanted == present and not has_newer_own:
        return _("Dit initiatief volgt deze editie al.")
    if wanted < present:
        return _("Terug naar een oudere editie kan niet: dan zou een poort minder vragen dan eerst.")
    return None
