"""The agenda and the decision list of a meeting as Word files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.documents.paper import Heading, Origin, Points, Table, Text
from schakel.documents.word import MEDIA_TYPE, Part, word_file
from schakel.governance import queries
from schakel.governance.models import Decision, Meeting
from schakel.governance.rules import DecisionStatus, votes_in_words
from schakel.governance.views.finding import find_meeting
from schakel.governance.views.meeting_page import lamp, lamp_ahead
from schakel.governance.views.shapes import listed_notes
from schakel.tenancy.audience import members
from schakel.web.context import release
from schakel.web.formats import clock, dutch_date, euro, weekday_date


@require_safe
@members
def agenda_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The agenda, to send along or to print."""
    found = find_meeting(request, number)
    page = queries.meeting_page(found)
    is_noted = any(line.is_known for line in page.attendance)
    rows = [
        [str(n), item.title, item.get_kind_display().capitalize(), item.note]
        for n, item in enumerate(page.items, 1)
    ]
    head = [_("Nr."), _("Punt"), _("Soort"), _("Toelichting")]
    parts: list[Part] = [
        Heading(_("Punten")),
        Table(head, rows) if rows else Text(_("Er staan nog geen punten op de agenda.")),
        Heading(_("Leden")),
        Table(
            [_("Zetel"), _("Lid"), _("Plaatsvervanger")],
            [
                [
                    line.seat.name,
                    line.holder.name if line.holder else _("zetel vrij"),
                    line.deputy.name if line.deputy else "",
                ]
                for line in page.attendance
            ],
        ),
        Text((lamp(page.quorum) if is_noted else lamp_ahead(page.quorum))["word"]),
    ]
    title = _("Agenda %(body)s") % {"body": found.title or found.body.name}
    return _file(request, found, title, parts, "governance:meeting", f"agenda-{found.number}.docx")


@require_safe
@members
def decision_list_file(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """What the meeting decided, with reasons and conditions, and who was there."""
    found = find_meeting(request, number)
    page = queries.meeting_page(found)
    parts: list[Part] = []
    if not found.is_closed:
        parts.append(Text(_("Het overleg is nog niet afgesloten; deze lijst kan nog groeien.")))
    parts.append(Heading(_("Besluiten")))
    for one in page.decisions:
        parts += _decision(one)
    if not page.decisions:
        parts.append(Text(_("In dit overleg is niets besloten.")))
    if waiting := queries.left_undecided(page):
        parts += [Heading(_("Niet besloten"), 2), Points([f"{one.number} {one.title}" for one in waiting])]
    present = [
        [line.seat.name, line.person.name if line.is_present and line.person else _("niet aanwezig")]
        for line in page.attendance
    ]
    parts += [Heading(_("Wie er waren")), Table([_("Zetel"), _("Wie")], present)]
    parts.append(Text(lamp(page.quorum)["word"]))
    title = _("Besluitenlijst %(body)s") % {"body": found.title or found.body.name}
    return _file(
        request, found, title, parts, "governance:decision_list", f"besluitenlijst-{found.number}.docx"
    )


def _decision(one: Decision) -> list[Part]:
    label = one.verdict_label if one.status == DecisionStatus.VALID else ""
    parts: list[Part] = [
        Heading(f"{one.number} {one.title}", 2),
        Text(_("Uitkomst: %(outcome)s") % {"outcome": label or one.get_status_display()}),
    ]
    if one.amount_eur:
        parts.append(Text(_("Bedrag: %(amount)s") % {"amount": euro(one.amount_eur)}))
    parts += [Text(words) for words in (*listed_notes(one), *votes_in_words(one.proof))]
    if one.reason:
        parts.append(Text(_("Reden: %(reason)s") % {"reason": one.reason}))
    if one.public_reason and one.public_reason != one.reason:
        parts.append(Text(_("Reden voor iedereen: %(reason)s") % {"reason": one.public_reason}))
    missing = one.judgement.missing if one.judgement else ()
    if missing:
        parts += [Text(_("Wat nog ontbreekt:")), Points([str(words) for words in missing])]
    conditions = [
        _("%(text)s (%(owner)s, uiterlijk %(day)s)")
        % {"text": condition.text, "owner": condition.owner, "day": dutch_date(condition.due_on)}
        for condition in one.conditions.select_related("owner_partner")
    ]
    if conditions:
        parts += [Text(_("Voorwaarden:")), Points(conditions)]
    return parts


def _file(
    request: HttpRequest, found: Meeting, title: str, parts: list[Part], page: str, name: str
) -> HttpResponse:
    kwargs = {"network": request.network.slug, "number": found.number}
    origin = Origin(
        network=request.network.name,
        title=title,
        address=request.build_absolute_uri(reverse(page, kwargs=kwargs)),
        made_at=timezone.now(),
        release=release(),
        is_example=request.network.is_example,
    )
    when = _("Overleg %(number)s, %(day)s %(year)d om %(time)s") % {
        "number": found.number,
        "day": weekday_date(found.starts_at),
        "year": found.held_on.year,
        "time": clock(found.starts_at),
    }
    if found.place:
        when = f"{when}, {found.place}"
    if found.is_cancelled:
        parts = [Text(_("Dit overleg is afgezegd: %(reason)s") % {"reason": found.cancelled_reason}), *parts]
    response = HttpResponse(word_file(origin, when, parts), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
