"""One initiative as a card: its state in words, what it waits for, and the facts that all cards of a page share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance.models import Condition, Decision
from schakel.governance.rules import UNDER_WAY, DecisionStatus
from schakel.initiatives.models import Assessment, Commitment, Initiative, Invitation, PartnerView, Plan
from schakel.initiatives.queries.card_fields import beside
from schakel.initiatives.rules import CLOSED, UPDATED, CommitmentStatus, Moment, Stage, UpdateState
from schakel.network.models import Network, Partner
from schakel.web.formats import short_date

#: Rows that lie off the chain of eight rings.
OFF_CHAIN = (*sorted(CLOSED - {Stage.FINISHED}), Stage.PARKED)


@dataclass(frozen=True)
class Card:
    """One initiative on the board or in the table, with its state in words and the reason for it."""

    number: str
    title: str
    theme: str
    from_whom: str
    stage: str
    public_label: str
    position: int
    is_off_chain: bool
    lead: str
    body: str
    state_words: str
    next_gate: str
    due_on: date | None
    is_late: bool
    is_care: bool
    reason: str = ""
    #: What is only there when it was asked for.
    areas: Sequence[str] = ()
    n_partners: int | None = None
    budget_eur: Decimal | None = None


class CardFacts:
    """What the cards of one page need, gathered for all of them at once. At most nine database queries.

    Nothing is asked for a stage that is not among them; fields as in ``portfolio``.
    """

    def __init__(
        self,
        network: Network,
        initiatives: Sequence[Initiative],
        today: date,
        fields: Collection[str] = (),
    ) -> None:
        self.today = today
        ids = [one.pk for one in initiatives]
        self.beside = beside(network, ids, fields)
        at: dict[str, list[UUID]] = defaultdict(list)
        for one in initiatives:
            at[one.stage].append(one.pk)
        self.decisions = waiting_decisions(network, ids)
        self.n_raters: Counter[UUID] = Counter()
        self.n_done: Counter[UUID] = Counter()
        if at[Stage.SCREENING]:
            self._count_raters(network, at[Stage.SCREENING])
        self.n_views: dict[UUID, int] = {}
        self.n_partners = 0
        if at[Stage.EXPLORATION]:
            views = PartnerView.objects.of(network).given()
            views = views.filter(exploration__initiative__in=at[Stage.EXPLORATION])
            self.n_views = dict(
                views.values_list("exploration__initiative")
                .annotate(n=Count("partner", distinct=True))
                .order_by()
            )
            self.n_partners = Partner.objects.of(network).counted().count()
        self.open_promises: dict[UUID, list[str]] = defaultdict(list)
        self.frozen: set[UUID] = set()
        if at[Stage.PREPARATION]:
            promises = Commitment.objects.of(network).filter(
                initiative__in=at[Stage.PREPARATION],
                status__in=(CommitmentStatus.ASKED, CommitmentStatus.AMENDED),
            )
            for initiative_id, name in promises.values_list("initiative_id", "partner__name"):
                self.open_promises[initiative_id].append(name)
            frozen = Plan.objects.of(network).filter(initiative__in=at[Stage.PREPARATION], is_frozen=True)
            self.frozen = set(frozen.values_list("initiative_id", flat=True))
        self.queue = _queues(network, initiatives)
        self.late_conditions = Counter(
            Condition.objects.of(network)
            .unmet()
            .filter(
                decision__subject_id__in=ids,
                decision__status=DecisionStatus.VALID,
                due_on__lt=today,
            )
            .values_list("decision__subject_id", flat=True)
        )

    def _count_raters(self, network: Network, screened: Sequence[UUID]) -> None:
        """How many rate each, and how many of those are ready; who is recused counts in neither."""
        asked = Invitation.objects.of(network).filter(initiative__in=screened, moment=Moment.P1).order_by()
        given = Assessment.objects.of(network).filter(initiative__in=screened, moment=Moment.P1)
        done: dict[tuple[UUID, UUID], bool] = {}
        for initiative_id, rater_id, is_recused in given.order_by("version").values_list(
            "initiative_id", "rater_id", "is_recused"
        ):
            done[(initiative_id, rater_id)] = is_recused
        for key in set(asked.values_list("initiative_id", "rater_id")):
            if not done.get(key, False):
                self.n_raters[key[0]] += 1
                self.n_done[key[0]] += key in done


def waiting_decisions(network: Network, ids: Sequence[UUID]) -> dict[UUID | None, Decision]:
    """The decision that waits at each, the newest of several. One database query."""
    waiting = Decision.objects.of(network).filter(subject_id__in=ids, status__in=UNDER_WAY)
    waiting = waiting.select_related("meeting").only(
        "subject_id", "status", "closes_at", "meeting__starts_at"
    )
    return {decision.subject_id: decision for decision in waiting.order_by("number")}


def _queues(network: Network, initiatives: Sequence[Initiative]) -> dict[UUID, tuple[int, int, str]]:
    """Place, length and name of the queue for each initiative that waits for money. At most one database query."""
    lines = {one.waits_for_id for one in initiatives if one.stage == Stage.AWAITING_FUNDING}
    if not lines - {None}:
        return {}
    waiting: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
    rows = (
        Initiative.objects.of(network).in_stage(Stage.AWAITING_FUNDING).filter(waits_for__in=lines - {None})
    )
    wanted = ("pk", "waits_for", "waits_for__name")
    for pk, line, name in rows.order_by("stage_since", "number").values_list(*wanted):
        waiting[line, name].append(pk)
    return {
        pk: (place, len(queue), name)
        for (_line, name), queue in waiting.items()
        for place, pk in enumerate(queue, start=1)
    }


def card(initiative: Initiative, facts: CardFacts) -> Card:
    """One initiative as a card. No database query."""
    stage = Stage(initiative.stage)
    due_on = _due_on(initiative)
    is_late = due_on is not None and due_on < facts.today
    n_late = facts.late_conditions[initiative.pk]
    words = _("Voorwaarde te laat") if n_late else _state_words(initiative, stage, facts)
    who = initiative.lead or initiative.explorer
    return Card(
        number=initiative.number,
        title=initiative.title,
        theme=str(initiative.theme or ""),
        from_whom=str(initiative.partner or ""),
        stage=initiative.stage,
        public_label=initiative.public_label,
        position=initiative.chain_position,
        is_off_chain=stage in OFF_CHAIN,
        lead=who.name if who else "",
        body=str(initiative.body or ""),
        state_words=words,
        next_gate=str(initiative.gate.label) if initiative.gate else "",
        due_on=due_on,
        is_late=is_late,
        is_care=is_late or bool(n_late) or _asks_attention(initiative),
        reason=initiative.public_reason,
        areas=facts.beside.areas.get(initiative.pk, ()),
        n_partners=facts.beside.n_partners.get(initiative.pk),
        budget_eur=facts.beside.budget_eur.get(initiative.pk),
    )


def _asks_attention(initiative: Initiative) -> bool:
    """It lies still, or its lead needs help."""
    last = initiative.last_update
    return initiative.halted_on is not None or (last is not None and last.state == UpdateState.HELP)


def _due_on(initiative: Initiative) -> date | None:
    if initiative.stage == Stage.SUBMITTED:
        return initiative.answer_by
    if initiative.stage == Stage.PARKED:
        return initiative.wake_on
    return None if initiative.stage in CLOSED else initiative.stage_due_on


def _state_words(initiative: Initiative, stage: Stage, facts: CardFacts) -> str:
    """How far it is, in a few words: the most pressing thing first."""
    decision = facts.decisions.get(initiative.pk)
    if decision is not None:
        return decision_words(decision, facts.today)
    if stage == Stage.SUBMITTED and initiative.answer_by:
        return _("Antwoord vóór %(day)s") % {"day": short_date(initiative.answer_by, facts.today)}
    if stage == Stage.SCREENING:
        if not facts.n_raters[initiative.pk]:
            return _("Nog geen beoordelaars gevraagd")
        words = {"done": facts.n_done[initiative.pk], "all": facts.n_raters[initiative.pk]}
        return _("Beoordeeld: %(done)s van %(all)s klaar") % words
    if stage == Stage.EXPLORATION:
        words = {"done": facts.n_views.get(initiative.pk, 0), "all": facts.n_partners}
        return (
            ngettext(
                "%(done)s van %(all)s partner gehoord", "%(done)s van %(all)s partners gehoord", words["all"]
            )
            % words
        )
    if stage == Stage.PREPARATION:
        return _plan_words(initiative, facts)
    if place := facts.queue.get(initiative.pk):
        return _("Plaats %(place)s van %(all)s in de rij: %(line)s") % {
            "place": place[0],
            "all": place[1],
            "line": place[2],
        }
    if initiative.halted_on is not None:
        return _("Ligt stil sinds %(day)s") % {"day": short_date(initiative.halted_on, facts.today)}
    if stage in UPDATED and initiative.last_update:
        return str(initiative.last_update.get_state_display())
    if stage == Stage.PARKED and initiative.wake_on:
        return _("Terug op %(day)s") % {"day": short_date(initiative.wake_on, facts.today)}
    return initiative.public_label


def _plan_words(initiative: Initiative, facts: CardFacts) -> str:
    promises = list(dict.fromkeys(facts.open_promises[initiative.pk]))
    if len(promises) == 1:
        return _("Toezegging %(partner)s open") % {"partner": promises[0]}
    if promises:
        return _("%(n)s toezeggingen open") % {"n": len(promises)}
    return _("Plan ligt vast") if initiative.pk in facts.frozen else _("Plan in de maak")


def decision_words(decision: Decision, today: date) -> str:
    """When and how a waiting decision will be taken, in a few words."""
    if decision.status == DecisionStatus.PROVISIONAL:
        return _("Besluit onder voorbehoud")
    if decision.closes_at is not None:
        return _("Stemmen tot %(day)s") % {"day": short_date(decision.closes_at, today)}
    if decision.meeting is not None:
        return _("Op agenda %(day)s") % {"day": short_date(decision.meeting.starts_at, today)}
    return _("Wacht op een overleg")
