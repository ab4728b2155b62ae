"""Everything for a meeting in one paper: the agenda, and behind it of each point what its members must have read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db.models import Q, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, NewPage, Paper, Part, Points, Text, deeper
from schakel.documents.queries import shelf
from schakel.documents.rules import Subject
from schakel.governance import queries as governance
from schakel.governance.models import AgendaItem, Condition, Decision, Meeting, Minutes
from schakel.governance.queries import decision_parts
from schakel.governance.rules import AgendaKind
from schakel.initiatives.models import Dossier, Initiative
from schakel.initiatives.queries.memo import cover_memo
from schakel.initiatives.queries.summary import summary_of, summary_parts
from schakel.web.formats import dutch_date, euro

if TYPE_CHECKING:
    from schakel.people.models import Person

#: The kinds of points that ask something of the members at a gate.
ASKS = {AgendaKind.DECISION, AgendaKind.PARKED}
#: So many initiatives are told in full; a meeting with more than this is no meeting any more.
MOST_TOLD = 20


@dataclass(frozen=True)
class _Known:
    """What the points are about, read for all of them at once."""

    person: Person
    slug: str
    today: date
    initiatives: Mapping[UUID, Initiative]
    dossiers: Mapping[UUID | None, Dossier]
    minutes: Mapping[UUID, Minutes]


def meeting_pack(person: Person, meeting: Meeting, today: date) -> Paper[Part]:
    """The agenda, each point on a page of its own, and which documents lie with it.

    A point that asks a decision at a gate has the cover memo, any other about an initiative its summary on one page,
    and one about minutes their text.
    At most twelve database queries, and thirty-six for each initiative that is told in full.
    """
    page = governance.meeting_page(meeting)
    prefetch_related_objects([item.condition for item in page.items if item.condition], "decision")
    told_of = [item.decision for item in page.items if item.decision]
    prefetch_related_objects(told_of, "conditions__owner_partner")
    known = _known(person, meeting, page.items, today)
    parts: list[Part] = [*governance.agenda_parts(page)]
    told: set[UUID] = set()
    for n, item in enumerate(page.items, 1):
        parts += [NewPage(), Heading(_("Punt %(n)d: %(title)s") % {"n": n, "title": item.title})]
        parts += _item_parts(known, item, told)
    parts += _documents(person, meeting)
    return Paper(
        title=_("Stukken %(body)s") % {"body": meeting.title or meeting.body.name},
        subtitle=governance.meeting_words(meeting),
        number=meeting.number,
        path=reverse("governance:meeting", args=[meeting.network.slug, meeting.number]),
        file_name=_("stukken-%(number)s") % {"number": meeting.number},
        parts=parts,
    )


def _known(person: Person, meeting: Meeting, items: Sequence[AgendaItem], today: date) -> _Known:
    """The initiatives that this person may see, the newest dossier of each or of a decision about the network, minutes.

    Two database queries, three where minutes stand on the agenda.
    """
    wanted = {item.subject_id for item in items if item.subject_type == "initiative" and item.subject_id}
    ideas = Initiative.objects.visible_to(person).of(meeting.network).filter(pk__in=wanted)
    found = ideas.select_related(
        "theme", "body", "partner", "submitted_by", "lead", "explorer", "last_update"
    )
    initiatives = {one.pk: one for one in found}
    for one in initiatives.values():
        one.network = meeting.network
        if one.body is not None:
            one.body.network = meeting.network
    asked = {item.decision_id for item in items if item.decision_id}
    owners = Q(initiative__in=initiatives) | Q(initiative=None, decision__in=asked)
    rows = Dossier.objects.visible_to(person).of(meeting.network).filter(owners).defer("content")
    newest = {one.initiative_id or one.decision_id: one for one in rows.order_by("number")}
    written = governance.minutes_with(
        {one.subject_id for one in items if one.subject_type == governance.MINUTES and one.subject_id},
        meeting.network,
    )
    return _Known(person, meeting.network.slug, today, initiatives, newest, written)


def _item_parts(known: _Known, item: AgendaItem, told: set[UUID]) -> list[Part]:
    """What the members must have read of one point; told: the initiatives that stand on an earlier page already."""
    kind = str(item.get_kind_display()).capitalize()
    parts: list[Part] = [Text(f"{kind}. {item.note}" if item.note else f"{kind}.")]
    if item.condition is not None:
        parts += _condition(item.condition)
    if written := known.minutes.get(item.subject_id) if item.subject_id else None:
        return [*parts, Text(governance.standing_words(written)), *governance.said_parts(written)]
    initiative = known.initiatives.get(item.subject_id) if item.subject_id else None
    is_full = initiative is not None and initiative.pk not in told and len(told) < MOST_TOLD
    memo = _memo(known, item, initiative) if initiative is not None and is_full else None
    if item.decision is not None and memo is None:
        parts += _proposal(item.decision) if item.decision.is_open else decision_parts(item.decision)
    if initiative is None:
        return [*parts, *_dossier(known, item.decision_id)]
    if not is_full:
        return [*parts, Text(_where(initiative, is_told=initiative.pk in told))]
    told.add(initiative.pk)
    return [
        *parts,
        *(memo or _summary(known, initiative)),
        *_dossier(known, initiative.pk, initiative.number),
    ]


def _memo(known: _Known, item: AgendaItem, initiative: Initiative) -> list[Part] | None:
    """The cover memo, for a point that still asks a decision at a gate."""
    if item.kind not in ASKS or (item.decision is not None and not item.decision.is_open):
        return None
    memo = cover_memo(known.person, initiative, known.today)
    return [Text(memo.subtitle), *deeper(memo.parts)] if memo else None


def _summary(known: _Known, initiative: Initiative) -> list[Part]:
    summary = summary_of(known.person, initiative, known.today)
    return [Text(f"{initiative.number} {initiative.title}"), *deeper(summary_parts(summary))]


def _dossier(known: _Known, owner: UUID | None, number: str = "") -> list[Part]:
    """Where the newest dossier is, that holds every chart; number: of the initiative that it is about."""
    made = known.dossiers.get(owner)
    if owner is None or made is None:
        return []
    page, here = "initiatives:growth_dossier", {"network": known.slug, "nth": made.number}
    if number:
        page, here["number"] = "initiatives:dossier", number
    words = _("Dossier %(n)d (%(gate)s), gemaakt op %(day)s, met alle cijfers: %(address)s") % {
        "n": made.number,
        "gate": made.get_gate_display(),
        "day": dutch_date(made.made_at),
        "address": settings.BASE_URL + reverse(page, kwargs=here),
    }
    return [Heading(_("Dossier"), 2), Text(words)]


def _where(initiative: Initiative, *, is_told: bool) -> str:
    """Where the rest stands: at an earlier point, or on the page of the initiative."""
    if is_told:
        return _("%(number)s %(title)s staat bij een eerder punt.") % {
            "number": initiative.number,
            "title": initiative.title,
        }
    here = reverse("initiatives:detail", args=[initiative.network.slug, initiative.number])
    return _("Alles over %(number)s: %(address)s") % {
        "number": initiative.number,
        "address": settings.BASE_URL + here,
    }


def _condition(one: Condition) -> list[Part]:
    words = _("%(text)s (%(owner)s, uiterlijk %(day)s, %(number)s)") % {
        "text": one.text,
        "owner": one.owner,
        "day": dutch_date(one.due_on),
        "number": one.decision.number,
    }
    return [Heading(_("De voorwaarde"), 2), Text(words)]


def _proposal(decision: Decision) -> list[Part]:
    words = _("Voorstel %(number)s: %(title)s.") % {"number": decision.number, "title": decision.title}
    parts: list[Part] = [Heading(_("Het voorstel"), 2), Text(words)]
    if decision.proposal:
        parts.append(Text(decision.proposal))
    if decision.amount_eur:
        parts.append(Text(_("Bedrag: %(amount)s") % {"amount": euro(decision.amount_eur)}))
    return parts


def _documents(person: Person, meeting: Meeting) -> list[Part]:
    """Which documents lie with the meeting, and where. One database query."""
    slug = meeting.network.slug
    found = [
        one.document for one in shelf(person, Subject.MEETING, meeting.pk) if not one.document.is_withdrawn
    ]
    if not found:
        return []
    points = [
        f"{one.name}: {settings.BASE_URL}{reverse('overview:document', args=[slug, one.pk])}" for one in found
    ]
    return [NewPage(), Heading(_("Documenten bij dit overleg")), Points(points)]
