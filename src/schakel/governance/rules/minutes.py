"""The minutes of a meeting: what they begin with, and when the group can adopt them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy


class MinutesStatus(TextChoices):
    """Where minutes stand; adopted ones never change."""

    DRAFT = "draft", gettext_lazy("concept")
    ADOPTED = "adopted", pgettext_lazy("minutes", "vastgesteld")


@dataclass(frozen=True)
class Held:
    """A meeting as far as it matters for minutes: of which body, from when, and whether it began or was called off."""

    body_id: object
    starts_at: datetime
    has_begun: bool = True
    is_cancelled: bool = False


def skeleton(points: Sequence[str]) -> str:
    """What minutes begin with: the points of the agenda, each with room below it.

    >>> skeleton(["Opening", "Begin de proef"])
    '1. Opening\\n\\n\\n2. Begin de proef\\n\\n'
    """
    return "\n".join(f"{n}. {point}\n\n" for n, point in enumerate(points, 1))


def why_not_adopted_in(minuted: Held, meeting: Held) -> str | None:
    """Why a group could not adopt the minutes of one meeting in another: it is its own, later, and began."""
    if meeting.body_id != minuted.body_id:
        return _("Dit overleg is van een ander gremium.")
    if meeting.starts_at <= minuted.starts_at:
        return _("Een groep stelt een verslag vast in een later overleg.")
    if meeting.is_cancelled:
        return _("Dit overleg is afgezegd.")
    if not meeting.has_begun:
        return _("Dit overleg is nog niet begonnen.")
    return None


def why_not_adopted_on(day: date, held_on: date, today: date) -> str | None:
    """Why a group could not adopt minutes on this day: not before the meeting, and not in time to come."""
    if day < held_on:
        return _("Deze dag ligt voor het overleg.")
    if day > today:
        return _("Deze dag is nog niet geweest.")
    return None
