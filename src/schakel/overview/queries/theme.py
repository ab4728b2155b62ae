"""One theme of a network: who decides, what runs, what came of it, and which aims nobody measures yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from schakel.governance.models import Body, Meeting
from schakel.governance.rules import MeetingStatus
from schakel.initiatives.models import Measure
from schakel.initiatives.queries import Card, portfolio
from schakel.initiatives.rules import Stage
from schakel.measuring.models import IndicatorVersion
from schakel.measuring.rules import Aim
from schakel.network.models import Theme

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person

#: More initiatives than this the page does not name; the portfolio shows them all.
MOST_INITIATIVES = 40


@dataclass(frozen=True)
class AimRow:
    """One of the four aims, and what the initiatives of a theme follow for it; nothing is a gap."""

    aim: Aim
    indicators: Sequence[IndicatorVersion]


@dataclass(frozen=True)
class ThemePage:
    """Everything the page of a theme shows."""

    theme: Theme
    bodies: Sequence[Body]
    next_meeting: Meeting | None
    running: Sequence[Card]
    ended: Sequence[Card]
    n_initiatives: int
    aims: Sequence[AimRow]

    @property
    def n_more(self) -> int:
        """How many initiatives are not on the page."""
        return self.n_initiatives - len(self.running) - len(self.ended)

    @property
    def n_gaps(self) -> int:
        """For how many aims nothing is followed."""
        return sum(not row.indicators for row in self.aims)


def theme_page(network: Network, slug: str, person: Person, today: date) -> ThemePage | None:
    """The theme at this address for who looks, or None. A constant number of database queries, at most 16."""
    theme = Theme.objects.visible_to(person).of(network).filter(slug=slug).first()
    if theme is None:
        return None
    bodies = list(Body.objects.visible_to(person).of(network).open_on(today).filter(theme=theme))
    found = portfolio(person, network, today=today, theme=slug, per_page=MOST_INITIATIVES)
    return ThemePage(
        theme=theme,
        bodies=bodies,
        next_meeting=Meeting.objects.visible_to(person)
        .of(network)
        .filter(body__in=bodies, starts_at__date__gte=today, cancelled_at=None)
        .exclude(status=MeetingStatus.CLOSED)
        .select_related("body")
        .order_by("starts_at")
        .first(),
        running=[card for card in found.cards if not _is_over(card)],
        ended=[card for card in found.cards if _is_over(card)],
        n_initiatives=found.n,
        aims=_aims(person, theme),
    )


def _is_over(card: Card) -> bool:
    """It left the chain, or came to the end of it."""
    return card.is_off_chain or card.stage == Stage.FINISHED


def _aims(person: Person, theme: Theme) -> list[AimRow]:
    """What the initiatives of a theme follow, by aim. One database query."""
    measures = Measure.objects.visible_to(person).filter(initiative__theme=theme).named()
    followed = {one.series.version.indicator_id: one.series.version for one in measures}
    return [AimRow(aim, [one for one in followed.values() if one.aim == aim]) for aim in Aim]
