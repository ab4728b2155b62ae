"""The exploration as its page shows it: questions, every partner with or without a view, options, factors, payers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schakel.governance.permissions import standing
from schakel.initiatives.models import (
    Exploration,
    ExplorationQuestion,
    Factor,
    Initiative,
    Option,
    PartnerView,
    PayerEffect,
)
from schakel.initiatives.rules import FactorKind, Law
from schakel.network.models import Partner
from schakel.people.models import Person


@dataclass(frozen=True)
class ViewRow:
    """One partner and its view: given, a draft of my own partner, or still waiting."""

    partner: Partner
    state: str
    view: PartnerView | None
    is_mine: bool


@dataclass(frozen=True)
class FactorRow:
    """One of the five factors, filled in or not."""

    kind: str
    label: str
    row: Factor | None


@dataclass(frozen=True)
class LawRow:
    """One law with who pays and who gains, filled in or not."""

    law: str
    label: str
    row: PayerEffect | None


@dataclass(frozen=True)
class ExplorationPage:
    """Everything about one exploration."""

    exploration: Exploration
    questions: Sequence[ExplorationQuestion]
    views: Sequence[ViewRow]
    options: Sequence[Option]
    factors: Sequence[FactorRow]
    payer_effects: Sequence[LawRow]
    n_attempts: int

    @property
    def n_given(self) -> int:
        """How many partners gave their view."""
        return sum(row.state == "given" for row in self.views)

    @property
    def n_partners(self) -> int:
        """How many partners are asked."""
        return len(self.views)

    @property
    def waiting(self) -> list[Partner]:
        """The partners that have not answered yet."""
        return [row.partner for row in self.views if row.state != "given"]

    @property
    def n_answered(self) -> int:
        """How many questions have an answer."""
        return sum(bool(question.answer) for question in self.questions)

    def days_left(self, today: date) -> int:
        """How many days the time box still holds; negative when it is over."""
        return (self.exploration.due_on - today).days


def exploration_of(person: Person, initiative: Initiative) -> ExplorationPage | None:
    """The newest exploration of an initiative with every partner, or None when there is none yet.

    Every partner of the network stands in the list, also the silent ones; the draft of a view only for that partner
    itself. Seven database queries beside the standing.
    """
    explorations = list(
        Exploration.objects.visible_to(person)
        .filter(initiative=initiative)
        .select_related("initiative__network", "initiative__explorer", "network")
        .order_by("-attempt")
    )
    if not explorations:
        return None
    exploration = explorations[0]
    factors = {row.kind: row for row in exploration.factors.all()}
    effects = {row.law: row for row in exploration.payer_effects.all()}
    return ExplorationPage(
        exploration=exploration,
        questions=list(exploration.questions.all()),
        views=_view_rows(person, exploration),
        options=list(exploration.options.all()),
        factors=[
            FactorRow(kind, str(FactorKind(kind).label), factors.get(kind)) for kind in FactorKind.values
        ],
        payer_effects=[LawRow(law, str(Law(law).label), effects.get(law)) for law in Law.values],
        n_attempts=len(explorations),
    )


def _view_rows(person: Person, exploration: Exploration) -> list[ViewRow]:
    mine = standing(person, exploration.initiative.network).partner_ids
    views = {
        view.partner_id: view
        for view in exploration.views.select_related("partner", "given_by")
        if view.is_given or view.partner_id in mine
    }
    partners = list(Partner.objects.visible_to(person).of(exploration.initiative.network).counted())
    known = {partner.pk for partner in partners}
    partners += [view.partner for view in views.values() if view.partner_id not in known]
    rows = []
    for partner in partners:
        view = views.get(partner.pk)
        state = "waiting" if view is None else "given" if view.is_given else "draft"
        rows.append(ViewRow(partner, state, view, partner.pk in mine))
    return rows
