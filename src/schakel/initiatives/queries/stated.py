"""Figures that a source states of an initiative from before the network worked here: as published, never dressed up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.initiatives.models import StoryEvent
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative
    from schakel.people.models import Person

#: How an event is marked that holds figures of a source, and one that says what came out of it.
FIGURES, FOUND = "figure", "explore"


@dataclass(frozen=True)
class Stated:
    """One figure as the source states it, in its own words."""

    name: str
    words: str


@dataclass(frozen=True)
class StatedFigures:
    """What a source states, from which source and of when; and what the source says that it found."""

    figures: Sequence[Stated]
    found: str
    source: str
    when: str

    @property
    def verdict(self) -> str:
        """Whatever the figures are: without a baseline nobody can say what changed."""
        return _("Nog niet te zeggen: geen nulmeting.")


def stated_figures(person: Person, initiative: Initiative) -> StatedFigures | None:
    """The figures of a source; None when it states none. One database query, none for what began here."""
    if not initiative.is_historic:
        return None
    rows = (
        StoryEvent.objects.visible_to(person)
        .filter(initiative=initiative, icon__in=(FIGURES, FOUND))
        .exclude(source="")
        .order_by("recorded_at", "pk")
    )
    events = list(rows)
    figures = [
        line for one in events if one.icon == FIGURES for line in one.text.splitlines() if line.strip()
    ]
    if not figures:
        return None
    first = next(one for one in events if one.icon == FIGURES)
    when = dutch_date(first.happened_on, first.precision) if first.happened_on else ""
    return StatedFigures(
        figures=[Stated(*_apart(line)) for line in figures],
        found=" ".join(one.text for one in events if one.icon == FOUND),
        source=first.source.removesuffix("."),
        when=when or _("de bron zegt niet van wanneer"),
    )


def _apart(line: str) -> tuple[str, str]:
    """What is counted, and the figure: the source's words up to the last colon, and what follows."""
    name, colon, words = line.rpartition(": ")
    return (name[:1].upper() + name[1:], words) if colon else (line, "")
