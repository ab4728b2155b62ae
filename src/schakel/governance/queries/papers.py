"""The papers of a meeting: its agenda and its decision list, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.documents.paper import Heading, Paper, Points, Table, Text, WordPart
from schakel.governance.models import Body, Decision, Meeting
from schakel.governance.queries.bodies import composition
from schakel.governance.queries.register import MeetingPage, left_undecided, meeting_page
from schakel.governance.queries.words import mandates_in_words
from schakel.governance.rules import DecisionStatus, needed_words, quorum_words, votes_in_words
from schakel.web.formats import clock, dutch_date, euro, weekday_date


def agenda_paper(meeting: Meeting) -> Paper[WordPart]:
    """The agenda, to send along or to print. Five database queries."""
    parts = agenda_parts(meeting_page(meeting))
    return _paper(meeting, _("Agenda %(body)s"), "governance:meeting", "agenda", parts)


def agenda_parts(page: MeetingPage) -> list[WordPart]:
    """The points in order, who the members are, and how many must come. No database query."""
    is_noted = any(line.is_known for line in page.attendance)
    rows = [
        [str(n), item.title, item.get_kind_display().capitalize(), item.note]
        for n, item in enumerate(page.items, 1)
    ]
    head = [_("Nr."), _("Punt"), _("Soort"), _("Toelichting")]
    seats = [
        [
            line.seat.name,
            line.holder.name if line.holder else _("zetel vrij"),
            line.deputy.name if line.deputy else "",
        ]
        for line in page.attendance
    ]
    return [
        *called_off(page.meeting),
        Heading(_("Punten")),
        Table(head, rows, widths=(1, 6, 3, 5)) if rows else Text(_("Er staan nog geen punten op de agenda.")),
        Heading(_("Leden")),
        Table([_("Zetel"), _("Lid"), _("Plaatsvervanger")], seats),
        Text(quorum_words(page.quorum) if is_noted else needed_words(page.quorum)),
    ]


def decision_list_paper(meeting: Meeting) -> Paper[WordPart]:
    """What the meeting decided, with reasons and conditions, and who was there. Seven database queries."""
    page = meeting_page(meeting)
    prefetch_related_objects(page.decisions, "conditions__owner_partner")
    parts: list[WordPart] = called_off(meeting)
    if not meeting.is_closed:
        parts.append(Text(_("Het overleg is nog niet afgesloten; deze lijst kan nog groeien.")))
    parts.append(Heading(_("Besluiten")))
    for one in page.decisions:
        parts += decision_parts(one)
    if not page.decisions:
        parts.append(Text(_("In dit overleg is niets besloten.")))
    parts += [*_undecided(page), Heading(_("Wie er waren"))]
    present = [
        [line.seat.name, line.person.name if line.is_present and line.person else _("niet aanwezig")]
        for line in page.attendance
    ]
    parts += [Table([_("Zetel"), _("Wie")], present), Text(quorum_words(page.quorum))]
    title = _("Besluitenlijst %(body)s")
    return _paper(meeting, title, "governance:decision_list", "besluitenlijst", parts)


def mandate_paper(body: Body, today: date) -> Paper[WordPart]:
    """What a body may decide in plain words, and who sits in it. Four database queries."""
    lines = [one for one in mandates_in_words(body, today) if one.is_in_force]
    seats = [
        [
            one.seat.name,
            one.holder.name if one.holder else "" if one.is_untold else _("zetel vrij"),
            one.deputy.name if one.deputy else "",
            _("ja") if one.seat.is_voting else _("nee"),
        ]
        for one in composition(body, today)
    ]
    head = [_("Zetel"), _("Lid"), _("Plaatsvervanger"), _("Stemt mee")]
    nothing = _("Deze groep heeft nu geen mandaat. Zij kan adviseren; een besluit blijft onder voorbehoud.")
    return Paper(
        title=body.name,
        subtitle=_("Mandaat en samenstelling, stand op %(day)s") % {"day": dutch_date(today)},
        number=str(body.get_kind_display()).capitalize(),
        path=reverse("governance:body", args=[body.network.slug, body.slug]),
        file_name=_("mandaat-%(body)s") % {"body": body.slug},
        parts=[
            *([Text(body.purpose)] if body.purpose else []),
            Heading(_("Wat deze groep mag besluiten")),
            Points([f"{one.words} {one.source}" for one in lines]) if lines else Text(nothing),
            Heading(_("Wie in deze groep zitten")),
            Table(head, seats, widths=(4, 4, 4, 2))
            if seats
            else Text(_("Deze groep heeft nog geen zetels.")),
        ],
    )


def called_off(meeting: Meeting) -> list[WordPart]:
    """That a meeting does not take place, and why; nothing for one that does."""
    if not meeting.is_cancelled:
        return []
    return [Text(_("Dit overleg is afgezegd: %(reason)s") % {"reason": meeting.cancelled_reason})]


def meeting_words(meeting: Meeting) -> str:
    """The number of a meeting, when it is and where, as the line under the title of its papers."""
    when = _("Overleg %(number)s, %(day)s %(year)d om %(time)s") % {
        "number": meeting.number,
        "day": weekday_date(meeting.starts_at),
        "year": meeting.held_on.year,
        "time": clock(meeting.starts_at),
    }
    return f"{when}, {meeting.place}" if meeting.place else when


def listed_notes(decision: Decision) -> list[str]:
    """What a list of decisions says below the outcome: when it comes back, and what took its place since."""
    notes = []
    if decision.back_on:
        notes.append(_("Terug op de agenda op %(day)s.") % {"day": dutch_date(decision.back_on)})
    if number := getattr(decision, "replaced_by", None):
        notes.append(_("Vervangen door %(number)s.") % {"number": number})
    return notes


def _paper(
    meeting: Meeting, title: str, page: str, file_name: str, parts: Sequence[WordPart]
) -> Paper[WordPart]:
    return Paper(
        title=title % {"body": meeting.title or meeting.body.name},
        subtitle=meeting_words(meeting),
        number=meeting.number,
        path=reverse(page, kwargs={"network": meeting.network.slug, "number": meeting.number}),
        file_name=f"{file_name}-{meeting.number}",
        parts=parts,
    )


def _undecided(page: MeetingPage) -> list[WordPart]:
    waiting = left_undecided(page)
    if not waiting:
        return []
    return [Heading(_("Niet besloten"), 2), Points([f"{one.number} {one.title}" for one in waiting])]


def decision_parts(one: Decision) -> list[WordPart]:
    """One decision on a list: outcome, amount, votes, reason, conditions. One database query, none when prefetched."""
    label = one.verdict_label if one.status == DecisionStatus.VALID else ""
    parts: list[WordPart] = [
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
        for condition in one.conditions.all()
    ]
    if conditions:
        parts += [Text(_("Voorwaarden:")), Points(conditions)]
    return parts
