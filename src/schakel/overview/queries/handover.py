"""What is still open for a person or a partner that leaves: each thing is handed over or ended first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from schakel.governance.models import Condition, ConsentRequest, Seat, SeatTenure
from schakel.governance.rules import UNDER_WAY, ConsentState, DecisionStatus
from schakel.initiatives.models import Commitment, Initiative, LineOwner
from schakel.initiatives.queries import in_charge_of
from schakel.initiatives.rules import ACTIVE, CommitmentStatus, OwnerState, Stage
from schakel.network.models import Membership, Partner
from schakel.network.rules import Role
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.governance.models import Body
    from schakel.network.models import Network
    from schakel.people.models import Person

#: Promises that somebody counts on, or still has to answer.
STANDING = (CommitmentStatus.ASKED, CommitmentStatus.CONFIRMED, CommitmentStatus.AMENDED)
RUNNING = sorted(ACTIVE | {Stage.PARKED})


@dataclass(frozen=True)
class OpenThing:
    """One thing that stays behind: what it is, where to read it, and how it can be handed over or ended."""

    kind: str
    row: Any
    what: str
    title: str
    detail: str = ""
    url_name: str = ""
    url_key: str = ""
    can_give: bool = False
    can_end: bool = False
    end_words: str = ""

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.kind}-{self.row.pk}"


def open_of_person(network: Network, person: Person, viewer: Person | None, today: date) -> list[OpenThing]:
    """What a person leaves behind: seats, what they lead or look after, conditions, consents. Seven queries.

    viewer: who looks at it; without one it is everything, as the leave itself asks.
    """
    return [
        *_tenures(network, person, viewer, today),
        *_led(network, person, viewer),
        *_conditions(network, viewer, Q(owner_partner__isnull=True, owner_name__iexact=person.name)),
        *_lines(network, viewer, Q(name__iexact=person.name), can_end=False),
        *_only_voice(network, person, viewer, today),
    ]


def open_of_partner(partner: Partner, viewer: Person | None, today: date) -> list[OpenThing]:
    """What a partner leaves behind: people, seats, promises, ordinary work, conditions, consents, members.

    Seven queries.
    """
    network = partner.network
    return [
        *_people(partner, viewer, today),
        *_seats(partner, viewer, today),
        *_promises(partner, viewer),
        *_lines(network, viewer, Q(partner=partner), can_end=True),
        *_conditions(network, viewer, Q(owner_partner=partner)),
        *_consents(
            network, viewer, [partner.pk], _("Laat hierover eerst besluiten, of trek het voorstel in.")
        ),
        *_members(partner, viewer),
    ]


def open_of_body(body: Body, viewer: Person | None) -> list[OpenThing]:
    """What a body leaves behind when it closes: what it decides about, and other conditions it sees to. Two queries."""
    seen = _rows(Initiative, body.network, viewer)
    running = list(in_charge_of(body).filter(pk__in=seen.values("pk")))
    asked = _rows(Condition, body.network, viewer).unmet().followed_by_any([body])
    asked = asked.filter(decision__status__in=[DecisionStatus.VALID, DecisionStatus.PROVISIONAL])
    # The conditions of what is handed over go along with it.
    asked = asked.exclude(decision__subject_id__in=[one.pk for one in running])
    return [
        *(
            OpenThing(
                "charge",
                row,
                _("Initiatief"),
                row.title,
                f"{row.number}, {row.get_stage_display().lower()}",
                "initiatives:detail",
                row.number,
                can_give=True,
            )
            for row in running
        ),
        *(
            _condition("followed", row)
            for row in asked.select_related("decision__body", "followed_by", "network")
        ),
    ]


def _rows(model: Any, network: Network, viewer: Person | None) -> Any:
    rows = model.objects.of(network)
    return rows if viewer is None else rows.visible_to(viewer)


def _tenures(network: Network, person: Person, viewer: Person | None, today: date) -> Sequence[OpenThing]:
    rows = _rows(SeatTenure, network, viewer).filter(person=person).exclude(until_on__lte=today)
    rows = rows.select_related("seat__body__network", "seat__network", "network").order_by(
        "seat__body__position"
    )
    return [
        OpenThing(
            "seat",
            row,
            _("Zetel"),
            f"{row.seat.body.name}: {row.seat.name}",
            row.get_kind_display(),
            "governance:body",
            row.seat.body.slug,
            can_give=True,
            can_end=True,
            end_words=_("de zetel komt vrij"),
        )
        for row in rows
    ]


def _led(network: Network, person: Person, viewer: Person | None) -> Sequence[OpenThing]:
    rows = _rows(Initiative, network, viewer).filter(stage__in=RUNNING)
    rows = rows.filter(Q(lead=person) | Q(explorer=person, stage=Stage.EXPLORATION)).order_by("number")
    found = []
    for row in rows.select_related("network", "body"):
        roles = [("lead", _("Trekker"))] if row.lead_id == person.pk else []
        if row.explorer_id == person.pk and row.stage == Stage.EXPLORATION:
            roles.append(("explorer", _("Verkenning")))
        found += [
            OpenThing(kind, row, what, row.title, row.number, "initiatives:detail", row.number, can_give=True)
            for kind, what in roles
        ]
    return found


def _conditions(network: Network, viewer: Person | None, whose: Q) -> Sequence[OpenThing]:
    rows = _rows(Condition, network, viewer).unmet().filter(whose)
    return [_condition("condition", row) for row in rows.select_related("decision", "network")]


def _condition(kind: str, row: Condition) -> OpenThing:
    """A condition that is not met, to be handed over."""
    return OpenThing(
        kind,
        row,
        _("Voorwaarde"),
        row.text,
        _("%(number)s, uiterlijk %(day)s") % {"number": row.decision.number, "day": dutch_date(row.due_on)},
        "governance:decision",
        row.decision.number,
        can_give=True,
    )


def _lines(network: Network, viewer: Person | None, whose: Q, *, can_end: bool) -> Sequence[OpenThing]:
    """What somebody, or a partner, looks after in the ordinary work; also what is finished and in after-care."""
    rows = _rows(LineOwner, network, viewer).filter(whose).exclude(state=OwnerState.DECLINED)
    rows = rows.filter(embedding__initiative__stage__in=[*RUNNING, Stage.FINISHED])
    return [
        OpenThing(
            "line",
            row,
            _("Lijneigenaar"),
            row.embedding.initiative.title,
            f"{row.partner.name}, {row.get_state_display().lower()}",
            "initiatives:embedding",
            row.embedding.initiative.number,
            can_give=True,
            can_end=can_end,
            end_words=_("niemand neemt het hier over"),
        )
        for row in rows.select_related("partner", "network", "embedding__initiative__network")
    ]


def _only_voice(network: Network, person: Person, viewer: Person | None, today: date) -> Sequence[OpenThing]:
    """Consents that are asked of a partner for which nobody else may speak."""
    held = _rows(Membership, network, viewer).filter(role=Role.REPRESENTATIVE).held_on(today)
    voices: dict[UUID | None, set[UUID]] = {}
    for partner_id, person_id in held.values_list("partner_id", "person_id"):
        voices.setdefault(partner_id, set()).add(person_id)
    alone = [partner_id for partner_id, people in voices.items() if people == {person.pk}]
    return _consents(network, viewer, alone, _("Nodig eerst een andere vertegenwoordiger uit."))


def _consents(
    network: Network, viewer: Person | None, partner_ids: Sequence[UUID | None], what_first: str
) -> Sequence[OpenThing]:
    rows = _rows(ConsentRequest, network, viewer).filter(partner__in=partner_ids)
    rows = rows.filter(state=ConsentState.ASKED, decision__status__in=UNDER_WAY)
    return [
        OpenThing(
            "consent",
            row,
            _("Gevraagd akkoord"),
            row.decision.title,
            f"{row.partner.name}. {what_first}",
            "governance:decision",
            row.decision.number,
        )
        for row in rows.select_related("decision", "partner")
    ]


def _people(partner: Partner, viewer: Person | None, today: date) -> Sequence[OpenThing]:
    rows = _rows(Membership, partner.network, viewer).filter(partner=partner).exclude(until_on__lte=today)
    return [
        OpenThing(
            "person",
            row,
            _("Rol"),
            row.person.name,
            row.get_role_display(),
            "overview:person_leave",
            str(row.person_id),
            can_end=True,
            end_words=_("de rol eindigt"),
        )
        for row in rows.select_related("person", "network", "partner").order_by("person__name")
    ]


def _seats(partner: Partner, viewer: Person | None, today: date) -> Sequence[OpenThing]:
    rows = _rows(Seat, partner.network, viewer).filter(partner=partner, body__closed_on__isnull=True)
    rows = rows.exclude(until_on__lte=today).select_related("body__network", "network")
    return [
        OpenThing(
            "place",
            row,
            _("Zetel"),
            f"{row.body.name}: {row.name}",
            "",
            "governance:body",
            row.body.slug,
            can_end=True,
            end_words=_("de zetel wordt opgeheven"),
        )
        for row in rows.order_by("body__position", "position")
    ]


def _promises(partner: Partner, viewer: Person | None) -> Sequence[OpenThing]:
    rows = _rows(Commitment, partner.network, viewer).filter(partner=partner, status__in=STANDING)
    rows = rows.filter(initiative__stage__in=RUNNING).select_related(
        "initiative__network", "partner", "network"
    )
    return [
        OpenThing(
            "promise",
            row,
            _("Toezegging"),
            row.text,
            f"{row.initiative.number} {row.initiative.title}",
            "initiatives:detail",
            row.initiative.number,
            can_give=True,
            can_end=True,
            end_words=_("de toezegging vervalt"),
        )
        for row in rows
    ]


def _members(partner: Partner, viewer: Person | None) -> Sequence[OpenThing]:
    rows = _rows(Partner, partner.network, viewer).filter(member_of=partner).exclude(status="left")
    return [
        OpenThing(
            "member",
            row,
            _("Lid onder deze partner"),
            row.name,
            "",
            "overview:partner",
            row.slug,
            can_give=True,
            can_end=True,
            end_words=_("gaat op zichzelf verder"),
        )
        for row in rows.select_related("network")
    ]
