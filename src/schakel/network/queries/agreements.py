"""Readings about agreements, who signed them, and the criteria that hold on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from schakel.network.models import (
    Agreement,
    AgreementParty,
    Article,
    CriteriaSet,
    Criterion,
    Network,
    Obligation,
    ObligationAnswer,
    ObligationReport,
    Theme,
)
from schakel.network.rules import Renewal, is_valid_on, renewal
from schakel.network.rules.articles import ArticleText
from schakel.people.models import Person


@dataclass(frozen=True)
class AgreementRow:
    """An agreement in the register: how many of its parties have signed."""

    agreement: Agreement
    n_parties: int
    n_signed: int
    is_over: bool
    renewal: Renewal | None = None
    signed: Mapping[UUID, date | None] = field(default_factory=dict)


@dataclass(frozen=True)
class CriteriaVersion:
    """One version of a criteria set with its criteria in order."""

    criteria_set: CriteriaSet
    criteria: Sequence[Criterion]
    is_valid_today: bool


@dataclass(frozen=True)
class AgreementPage:
    """An agreement with the grid of its parties and every version of its criteria, newest first."""

    agreement: Agreement
    parties: Sequence[AgreementParty]
    versions: Sequence[CriteriaVersion] = field(default_factory=tuple)
    renewal: Renewal | None = None
    obligations: Sequence[Obligation] = field(default_factory=tuple)
    articles: Sequence[Article] = field(default_factory=tuple)
    newer: Sequence[Agreement] = field(default_factory=tuple)

    @property
    def n_signed(self) -> int:
        """How many parties have signed."""
        return sum(party.signed_on is not None for party in self.parties)


def agreements(network: Network, person: Person, today: date) -> list[AgreementRow]:
    """The agreements of a network with how many parties signed. Two database queries."""
    rows = (
        Agreement.objects.visible_to(person)
        .of(network)
        .prefetch_related("parties")
        .order_by("ends_on", "title")
    )
    return [
        AgreementRow(
            agreement=row,
            n_parties=len(row.parties.all()),
            n_signed=sum(party.signed_on is not None for party in row.parties.all()),
            is_over=row.ends_on is not None and row.ends_on < today and not row.renewal_months,
            renewal=renewal(row.ends_on, row.notice_months, row.renewal_months, today),
            signed={party.partner_id: party.signed_on for party in row.parties.all()},
        )
        for row in rows
    ]


def agreement_page(network: Network, slug: str, person: Person, today: date) -> AgreementPage | None:
    """One agreement: parties, articles, newer versions, what each party does, and its criteria. Nine queries."""
    agreement = (
        Agreement.objects.visible_to(person)
        .of(network)
        .select_related("network", "supersedes")
        .filter(slug=slug)
        .first()
    )
    if agreement is None:
        return None
    parties = AgreementParty.objects.visible_to(person).filter(agreement=agreement).select_related("partner")
    sets = CriteriaSet.objects.visible_to(person).filter(agreement=agreement)
    coming = renewal(agreement.ends_on, agreement.notice_months, agreement.renewal_months, today)
    return AgreementPage(
        agreement,
        tuple(parties),
        tuple(_versions(sets, today)),
        coming,
        tuple(_obligations(person).filter(agreement=agreement)),
        tuple(Article.objects.visible_to(person).filter(agreement=agreement)),
        tuple(Agreement.objects.visible_to(person).filter(supersedes=agreement)),
    )


def articles_of(person: Person, agreement: Agreement) -> list[ArticleText]:
    """The articles of an agreement as values, in their order. One database query."""
    return [one.as_text for one in Article.objects.visible_to(person).filter(agreement=agreement)]


def obligation_of(person: Person, agreement: Agreement, pk: UUID) -> Obligation | None:
    """One obligation of an agreement, or None when it is not there. At most three database queries."""
    return _obligations(person).filter(agreement=agreement, pk=pk).first()


def waiting_obligations(
    person: Person, network: Network, partners: Iterable[UUID], until: date, *, today: date
) -> list[Obligation]:
    """What these partners have to confirm, or have to do by a day, the earliest first. One database query."""
    theirs = Obligation.objects.visible_to(person).of(network).filter(partner__in=list(partners))
    waiting = theirs.to_confirm() | theirs.due_by(until, today=today)
    return list(waiting.select_related("partner", "agreement").order_by("due_on", "asked_at"))


def _obligations(person: Person) -> Any:
    found = Obligation.objects.visible_to(person).select_related(
        "partner__network", "agreement", "network", "answered_by", "article"
    )
    reports = ObligationReport.objects.visible_to(person).select_related("reported_by")
    answers = ObligationAnswer.objects.visible_to(person).select_related("answered_by")
    return found.prefetch_related(Prefetch("reports", reports), Prefetch("answers", answers))


def loose_criteria(network: Network, person: Person, today: date) -> list[CriteriaVersion]:
    """Criteria sets that stand in no agreement, every version, newest first. Two database queries."""
    sets = CriteriaSet.objects.visible_to(person).of(network).filter(agreement__isnull=True)
    return list(_versions(sets, today))


def criteria_on(
    network: Network, day: date, *, theme: Theme | None = None, name: str = ""
) -> CriteriaSet | None:
    """The version of the criteria that holds on a day, with its criteria. Two database queries.

    A set for this theme goes before the set for the whole network; of several the one that began last is taken.
    """
    sets = CriteriaSet.objects.of(network).valid_on(day).prefetch_related("criteria")
    for_theme = Q(theme__isnull=True) if theme is None else Q(theme__isnull=True) | Q(theme=theme)
    sets = sets.filter(for_theme, **({"name": name} if name else {}))
    return max(
        sets,
        key=lambda one: (one.theme_id is not None, one.valid_from or date.min, one.version),
        default=None,
    )


def _versions(sets: Any, today: date) -> Iterable[CriteriaVersion]:
    for one in sets.select_related("agreement", "theme").prefetch_related("criteria"):
        yield CriteriaVersion(
            one, tuple(one.criteria.all()), is_valid_on(today, one.valid_from, one.valid_until)
        )
