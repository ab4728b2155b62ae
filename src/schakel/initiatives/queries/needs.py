"""What waits for one person: each item with the reason, the day and the one deed that helps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.governance.models import Condition, Meeting
from schakel.governance.permissions import Permission, holds, standing
from schakel.governance.queries import MyVote, my_consents, next_meetings, votes_asked
from schakel.governance.rules import AgendaKind, Away, DecisionStatus
from schakel.initiatives.models import (
    Commitment,
    Exploration,
    Initiative,
    PartnerView,
    Plan,
)
from schakel.initiatives.queries.due import DueItem, due_about, due_for_bodies, without_what_is_on_an_agenda
from schakel.initiatives.queries.needs_meetings import meetings
from schakel.initiatives.queries.needs_running import (
    acceptances,
    followed,
    measurements,
    obligations,
    updates,
)
from schakel.initiatives.queries.planning import size_of
from schakel.initiatives.queries.screening import my_scoring
from schakel.initiatives.rules import CLOSED, TAKEN_UP, UPDATED, CommitmentStatus, Stage
from schakel.network.models import Network, Partner
from schakel.people.models import Person
from schakel.web.formats import dutch_date

Rows = TypeVar("Rows", bound=Model)
#: What an item says of its initiative; the other columns stay where they are.
_NAMED = ("initiative__number", "initiative__title")
_ASKING = (
    *("number", "title", "stage", "stage_since", "stage_due_on", "lead", "submitted_by", "answer_by"),
    *("question_to_submitter", "referred_to", "follow_on", "update_asked_on", "last_update__given_at"),
)


@dataclass(frozen=True)
class NeedsMe:
    """One thing that waits for a person. ``kind`` is the look of the component: ask_score, ask_view, …"""

    kind: str
    title: str
    because: str
    deed: str
    url_name: str
    url_kwargs: Mapping[str, str] = field(default_factory=dict)
    due_on: date | None = None
    is_late: bool = False
    number: str = ""


class _Desk:
    """Who looks, where and when, and at which initiative if at one; makes items in one way."""

    def __init__(
        self, person: Person, network: Network, now: datetime, about: Initiative | None = None
    ) -> None:
        self.person, self.network, self.now, self.about = person, network, now, about
        self.today = timezone.localdate(now)
        self.standing = standing(person, network)

    @property
    def about_id(self) -> UUID | None:
        """The one initiative that is looked at, or None for all."""
        return self.about.pk if self.about else None

    def narrowed(self, found: QuerySet[Rows], path: str) -> QuerySet[Rows]:
        """What was found, of the one initiative that is looked at; ``path`` leads to it."""
        return found if self.about is None else found.filter(**{path: self.about.pk})

    @cached_property
    def initiatives(self) -> list[Any]:
        """The initiatives that can ask this person something by where they stand, oldest promise first. One query.

        Any: each carries ``is_frozen`` and ``n_plan`` of its newest plan.
        """
        asking = Q(lead=self.person, stage__in=(*UPDATED, Stage.PREPARATION))
        asking |= Q(submitted_by=self.person, stage=Stage.SUBMITTED)
        if holds(self.person, Permission.DO_INTAKE, self.network):
            asking |= Q(stage=Stage.SUBMITTED) | Q(stage=Stage.REFERRED, follow_on__lte=self.today)
        newest = Plan.objects.filter(initiative=OuterRef("pk")).order_by("-version")
        found = (
            Initiative.objects.of(self.network)
            .filter(asking)
            .select_related("last_update")
            .annotate(is_frozen=newest.values("is_frozen")[:1], n_plan=newest.values("version")[:1])
            .only(*_ASKING)
            .order_by("answer_by", "number")
        )
        return list(self.narrowed(found, "pk"))

    def in_stage(self, *stages: Stage) -> list[Any]:
        """Those of them that stand there."""
        return [one for one in self.initiatives if one.stage in stages]

    def item(
        self,
        kind: str,
        *,
        title: str,
        because: str,
        deed: str,
        page: str,
        due_on: date | None = None,
        number: str = "",
        **kwargs: str,
    ) -> NeedsMe:
        if number and page.startswith("initiatives:"):
            kwargs["number"] = number
        return NeedsMe(
            kind=kind,
            title=title,
            because=because,
            deed=deed,
            url_name=page,
            url_kwargs={"network": self.network.slug, **kwargs},
            due_on=due_on,
            is_late=due_on is not None and due_on < self.today,
            number=number,
        )


def needs_me(person: Person, network: Network, *, now: datetime) -> list[NeedsMe]:
    """Everything that waits for this person in this network, late first. Constant, at most thirty queries."""
    desk = _Desk(person, network, now)
    items = [item for source in (*_SOURCES, _intake) for item in source(desk)]
    return in_order(items, desk.today)


def in_order(items: Sequence[NeedsMe], today: date) -> list[NeedsMe]:
    """Late first, then what a taken decision waits for, then by day; what has no day comes last."""
    return sorted(items, key=lambda item: (not item.is_late, _pressing(item, today), item.title))


def _pressing(item: NeedsMe, today: date) -> date:
    """The day by which it counts: a consent without an end date holds up a decision, so it counts from today."""
    return item.due_on or (today if item.kind == "ask_consent" else date.max)


def turn(person: Person, initiative: Initiative, *, now: datetime) -> NeedsMe | None:
    """The first thing about this one initiative that waits for this person, for the head of its page, or None.

    Only what its stage can ask is looked up: at most nine database queries beside the standing.
    """
    desk = _Desk(person, initiative.network, now, about=initiative)
    items = [
        item
        for source, stages in _SOURCES.items()
        if stages is None or initiative.stage in stages
        for item in source(desk)
    ]
    return next(iter(in_order(items, desk.today)), None)


def _number_in(label: str) -> str:
    """The number at the start of the label of a decision's subject."""
    return label.split(" ", 1)[0] if label.startswith("I-") else ""


def _votes(desk: _Desk) -> list[NeedsMe]:
    return [
        NeedsMe(
            kind="ask_vote",
            title=one.decision.title,
            because=_because(one, away, desk.today),
            deed=_("Lees en stem"),
            url_name="governance:cast_vote",
            url_kwargs={"network": desk.network.slug, "number": one.decision.number},
            due_on=timezone.localdate(one.decision.closes_at),
            number=_number_in(one.decision.subject_label),
        )
        for one, away in votes_asked(desk.person, desk.network, desk.now, about=desk.about_id)
    ]


def _because(one: MyVote, away: Away | None, today: date) -> str:
    """For which seat somebody votes; a deputy reads why it is asked of them."""
    words = _("U stemt namens de zetel %(seat)s in %(body)s.") % {
        "seat": one.seat.name,
        "body": one.decision.body,
    }
    if away is None:
        return words
    return words + " " + _("Het lid is %(away)s.") % {"away": away.in_words(today)}


def _consents(desk: _Desk) -> list[NeedsMe]:
    return [
        NeedsMe(
            kind="ask_consent",
            title=one.decision.title,
            because=_(
                "Het plan gebruikt geld of mensen van %(partner)s. Zonder uw akkoord telt het besluit niet."
            )
            % {"partner": one.partner},
            deed=_("Lees en beslis"),
            url_name="governance:decision",
            url_kwargs={"network": desk.network.slug, "number": one.decision.number},
            number=_number_in(one.decision.subject_label),
        )
        for one in my_consents(desk.person, desk.network, about=desk.about_id)
    ]


def _scores(desk: _Desk) -> list[NeedsMe]:
    return [
        desk.item(
            "ask_score",
            title=_("Beoordeel: %(title)s") % {"title": task.initiative.title},
            because=_("U bent een van de beoordelaars. Het kost ongeveer 4 minuten."),
            deed=_("Geef uw oordeel"),
            page="initiatives:score",
            due_on=task.due_on,
            number=task.initiative.number,
        )
        for task in my_scoring(desk.person, desk.network, desk.today, about=desk.about_id)
        if not task.is_done
    ]


def _views(desk: _Desk) -> list[NeedsMe]:
    """Explorations that wait for the view of a partner for which this person may speak."""
    if not desk.standing.represents:
        return []
    later = Exploration.objects.filter(initiative=OuterRef("initiative"), attempt__gt=OuterRef("attempt"))
    explorations = desk.narrowed(
        Exploration.objects.of(desk.network)
        .filter(~Exists(later), initiative__stage=Stage.EXPLORATION)
        .select_related("initiative")
        .only("due_on", *_NAMED)
        .order_by("due_on"),
        "initiative",
    )
    if not explorations:
        return []
    partners = list(Partner.objects.of(desk.network).counted().filter(pk__in=desk.standing.represents))
    given = set(
        PartnerView.objects.of(desk.network)
        .given()
        .filter(exploration__in=explorations, partner__in=partners)
        .values_list("exploration_id", "partner_id")
    )
    return [
        desk.item(
            "ask_view",
            title=_("Hoe kijkt %(partner)s naar: %(title)s")
            % {"partner": partner, "title": one.initiative.title},
            because=_("De verkenning vraagt de kijk van elke partner: belang, zorg, en of u meedoet."),
            deed=_("Geef uw kijk"),
            page="initiatives:view",
            due_on=one.due_on,
            number=one.initiative.number,
            partner=partner.slug,
        )
        for one in explorations
        for partner in partners
        if (one.pk, partner.pk) not in given
    ]


def _commitments(desk: _Desk) -> list[NeedsMe]:
    if not desk.standing.represents:
        return []
    asked = desk.narrowed(
        Commitment.objects.of(desk.network)
        .filter(partner_id__in=desk.standing.represents, status=CommitmentStatus.ASKED)
        .exclude(initiative__stage__in=CLOSED)
        .select_related("initiative", "partner", "asked_by"),
        "initiative",
    )
    return [
        desk.item(
            "ask_promise",
            title=_("Bevestig %(what)s voor %(title)s")
            % {"what": size_of(one) or one.text, "title": one.initiative.title},
            because=_("%(who)s vraagt dit van %(partner)s. Het telt pas als u ja zegt.")
            % {"who": one.asked_by or _("De trekker"), "partner": one.partner},
            deed=_("Ja, nee of anders"),
            page="initiatives:commitment",
            due_on=one.due_on,
            number=one.initiative.number,
            pk=str(one.pk),
        )
        for one in asked
    ]


def _conditions(desk: _Desk) -> list[NeedsMe]:
    if not desk.standing.represents:
        return []
    waiting = desk.narrowed(
        Condition.objects.of(desk.network)
        .unmet()
        .filter(
            owner_partner_id__in=desk.standing.represents,
            decision__status=DecisionStatus.VALID,
        )
        .select_related("decision", "owner_partner"),
        "decision__subject_id",
    )
    return [
        NeedsMe(
            kind="ask_work",
            title=one.text,
            because=_("Voorwaarde bij besluit %(number)s. %(partner)s zorgt hiervoor.")
            % {"number": one.decision.number, "partner": one.owner_partner},
            deed=_("Bekijk de voorwaarde"),
            url_name="governance:decision",
            url_kwargs={"network": desk.network.slug, "number": one.decision.number},
            due_on=one.due_on,
            is_late=one.is_late(desk.today),
            number=_number_in(one.decision.subject_label),
        )
        for one in waiting
    ]


def _intake(desk: _Desk) -> list[NeedsMe]:
    """One item for the whole intake: it is one sitting."""
    if not holds(desk.person, Permission.DO_INTAKE, desk.network):
        return []
    waiting = desk.in_stage(Stage.SUBMITTED)
    if not waiting:
        return []
    first, answer_by = waiting[0], waiting[0].answer_by
    assert answer_by is not None, "who sends an idea in is promised an answer"
    n = len(waiting)
    return [
        desk.item(
            "ask_intake",
            title=ngettext("%(n)s idee wacht op antwoord", "%(n)s ideeën wachten op antwoord", n) % {"n": n},
            because=_("Het eerst aan de beurt: %(number)s, %(title)s. Antwoord beloofd vóór %(day)s.")
            % {"number": first.number, "title": first.title, "day": dutch_date(answer_by)},
            deed=_("Doe de intake"),
            page="initiatives:intake",
            due_on=answer_by,
        )
    ]


def _questions(desk: _Desk) -> list[NeedsMe]:
    asked = [
        one
        for one in desk.in_stage(Stage.SUBMITTED)
        if one.submitted_by_id == desk.person.pk and one.question_to_submitter
    ]
    return [
        desk.item(
            "ask_work",
            title=_("Er is een vraag over uw idee: %(title)s") % {"title": one.title},
            because=one.question_to_submitter,
            deed=_("Beantwoord de vraag"),
            page="initiatives:amend",
            due_on=one.answer_by,
            number=one.number,
        )
        for one in asked
    ]


def _explorations(desk: _Desk) -> list[NeedsMe]:
    later = Exploration.objects.filter(initiative=OuterRef("initiative"), attempt__gt=OuterRef("attempt"))
    mine = desk.narrowed(
        Exploration.objects.of(desk.network)
        .filter(
            ~Exists(later), initiative__stage=Stage.EXPLORATION, initiative__explorer=desk.person, advice=""
        )
        .select_related("initiative")
        .only("due_on", *_NAMED),
        "initiative",
    )
    return [
        desk.item(
            "ask_work",
            title=_("Verken: %(title)s") % {"title": one.initiative.title},
            because=_("U doet deze verkenning. Er ligt nog geen advies."),
            deed=_("Werk aan de verkenning"),
            page="initiatives:write_exploration",
            due_on=one.due_on,
            number=one.initiative.number,
        )
        for one in mine
    ]


def _plans(desk: _Desk) -> list[NeedsMe]:
    mine = [one for one in desk.in_stage(Stage.PREPARATION) if one.lead_id == desk.person.pk]
    return [
        desk.item(
            "ask_work",
            title=_("Maak het plan: %(title)s") % {"title": one.title},
            because=_("U bent de trekker. Het plan ligt nog niet vast.")
            if one.n_plan
            else _("U bent de trekker. Er is nog geen plan."),
            deed=_("Werk aan het plan"),
            page="initiatives:write_plan" if one.n_plan else "initiatives:plan",
            due_on=one.stage_due_on,
            number=one.number,
        )
        for one in mine
        if not one.is_frozen
    ]


def _gates(desk: _Desk) -> list[NeedsMe]:
    """Gates that can be decided and what is talked about, for who makes the agenda: chair and secretary."""
    bodies = {seat.body_id for seat in desk.standing.seats if seat.is_chair or seat.is_secretary}
    if desk.about is None:
        due = due_for_bodies(desk.network, bodies, desk.today)
    else:
        due = due_about(desk.about, desk.today) if desk.about.body_id in bodies else []
    asked = without_what_is_on_an_agenda(desk.network, due)
    talked_about = any(one.kind != AgendaKind.DECISION for one in asked)
    ahead = {one.body_id: one for one in next_meetings(desk.network, desk.now)} if talked_about else {}
    return [_on_the_agenda(desk, one, ahead.get(one.body_id) if one.body_id else None) for one in asked]


def _on_the_agenda(desk: _Desk, one: DueItem, meeting: Meeting | None) -> NeedsMe:
    """A gate is laid before the body at the gate; anything else goes on the agenda of its next meeting."""
    deed, url_name, url_kwargs = _("Leg voor aan de groep"), one.url_name, one.url_kwargs
    if one.kind != AgendaKind.DECISION:
        deed, url_name, url_kwargs = (
            _("Plan een overleg"),
            "governance:plan_meeting",
            {"network": desk.network.slug},
        )
        if meeting is not None:
            deed, url_name = _("Zet op de agenda"), "governance:meeting"
            url_kwargs = {**url_kwargs, "number": meeting.number}
    return NeedsMe(
        kind="ask_decision",
        title=one.title,
        because=one.because,
        deed=deed,
        url_name=url_name,
        url_kwargs=url_kwargs,
        due_on=one.due_on,
        is_late=one.due_on is not None and one.due_on < desk.today,
        number=one.initiative.number if one.initiative else "",
    )


#: Where work for a person comes from, with the stages in which one initiative can ask it; None: in any.
_SOURCES: Mapping[Callable[[_Desk], list[NeedsMe]], Collection[Stage] | None] = {
    _votes: None,
    _consents: None,
    _scores: {Stage.SCREENING},
    _views: {Stage.EXPLORATION},
    _commitments: None,
    acceptances: TAKEN_UP,
    measurements: {Stage.FINISHED},
    updates: UPDATED,
    followed: {Stage.REFERRED},
    _conditions: None,
    obligations: None,
    _questions: {Stage.SUBMITTED},
    _explorations: {Stage.EXPLORATION},
    _plans: {Stage.PREPARATION},
    _gates: None,
    meetings: None,
}

__all__: Sequence[str] = ("NeedsMe", "needs_me", "turn")
