"""What the page of one meeting shows: its agenda, who is there, the quorum in words, what can be done."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.documents.rules import Subject
from schakel.documents.showing import shelf_of
from schakel.documents.taking import taken_along
from schakel.governance import permissions, queries
from schakel.governance.forms import AttendanceForm, NoteForm
from schakel.governance.models import AgendaItem, Meeting, Minutes
from schakel.governance.rules import AgendaKind, MeetingStatus, Quorum, listed, needed_words, quorum_words
from schakel.governance.views.shapes import (
    MEETING_LOOK,
    SUBJECT_PAGES,
    address,
    away_line,
    condition_row,
    decision_state,
    meeting_crumbs,
    subject_address,
)
from schakel.web.formats import clock, dutch_date, weekday_date
from schakel.web.htmx import template_for
from schakel.web.shapes import crumbs, deed

KIND_LOOK = {
    AgendaKind.DECISION: "ask_decision",
    AgendaKind.DISCUSSION: "ask_view",
    AgendaKind.CONDITION: "partly",
    AgendaKind.PARKED: "parked",
    AgendaKind.REPORT: "ask_work",
}


def in_words(moment: datetime) -> str:
    """The day and the time of a meeting as people say them."""
    return _("%(day)s om %(time)s") % {"day": weekday_date(moment), "time": clock(moment)}


def meeting_page(
    request: HttpRequest,
    found: Meeting,
    form: AttendanceForm | None = None,
    *,
    part: str = "lamp",
    note_form: NoteForm | None = None,
) -> HttpResponse:
    """The page of a meeting, or the part of it that changed."""
    page = queries.meeting_page(found)
    form = form or AttendanceForm(seats=page.attendance)
    person = request.user
    why_not_run = permissions.why_not_run_meeting(person, found)
    why_not_change = permissions.why_not_change_agenda(person, found)
    minutes = queries.minutes_of(found)
    today = timezone.localdate()
    is_ahead = not found.is_closed and today < found.held_on
    is_noted = any(line.is_known for line in page.attendance)
    is_there = [line for line in page.attendance if line.holder or line.deputy]
    context = {
        "meeting": found,
        "page": page,
        "items": _item_rows(request, found, page.items, may_run=why_not_run is None),
        "attendance": form,
        "is_ahead": is_ahead,
        **_who_is_away(found, page, form, is_prepared=is_ahead and why_not_change is None),
        "is_told_of_all": bool(is_there) and all(line.is_known for line in is_there),
        "missing": listed([line.seat.name for line in is_there if not line.is_present]),
        "turn": _turn(request, found, page, why_not_run, minutes),
        "may_run": why_not_run is None,
        "why_not_run": why_not_run,
        "may_change": why_not_change is None,
        "why_not_change": why_not_change,
        "note_form": note_form or NoteForm(initial={"secretary_note": found.secretary_note}),
        "state": "called_off" if found.is_cancelled else MEETING_LOOK[MeetingStatus(found.status)],
        "papers": _papers(request, found),
        "lamp": lamp(page.quorum) if is_noted else lamp_ahead(page.quorum),
        "crumbs": meeting_crumbs(request, found)[:1] + crumbs(found.number),
        "facts": _meeting_facts(request, found, minutes),
        "deeds": _meeting_deeds(request, found, why_not_run, why_not_change)
        + _minutes_deeds(request, found, minutes),
        "item_deed": deed(
            _("Zet een punt op de agenda"),
            address("governance:add_item", request, number=found.number),
            quiet=True,
        ),
        "shelf": shelf_of(
            person,
            request.network,
            Subject.MEETING,
            found.pk,
            found.number,
            refusal=permissions.why_not_add_document(person, found),
        ),
        "propose_deed": _propose_deed(request, found) if why_not_change is None else None,
    }
    status = 422 if form.errors or (note_form and note_form.errors) else 200
    template = template_for(request, "governance/meeting.html", part=part)
    return render(request, template, context, status=status)


def _who_is_away(found: Meeting, page: Any, form: AttendanceForm, *, is_prepared: bool) -> dict[str, Any]:
    """Who of each seat is away on the day of a meeting, and what its maker reads when too few may come.

    At most four database queries; once it is closed, what was written down tells who was there.
    """
    today = timezone.localdate()
    away = {} if found.is_closed else queries.away_on(found.network, found.held_on)

    def of(line: Any) -> dict[str, Any] | None:
        return away_line(line.holder, line.deputy, away, today)

    return {
        "attendance_rows": [row | {"away": of(row["line"])} for row in form.rows()],
        "attendance_lines": [(line, of(line)) for line in page.attendance],
        "risk": queries.quorum_at_risk(found.body, found.held_on, today) if away and is_prepared else "",
    }


def _turn(
    request: HttpRequest, found: Meeting, page: Any, why_not_run: str | None, minutes: Minutes | None
) -> dict[str, str] | None:
    """The next step for who runs the meeting: begin it, record each decision, close it, share the list, the minutes."""
    if found.is_closed:
        return _turn_after(request, found, page, minutes)
    if why_not_run or timezone.localdate() < found.held_on:
        return None
    if found.status != MeetingStatus.LIVE:
        return {
            "text": _("Leg vast wie er zijn, en begin het overleg."),
            "href": "#doen",
            "label": _("Naar: begin het overleg"),
        }
    if not any(line.is_known for line in page.attendance):
        return {"text": _("Leg vast wie er zijn."), "href": "#aanwezig", "label": _("Naar: wie er zijn")}
    if any(_is_to_be_voted_on(item) for item in page.items):
        return {
            "text": _("Leg bij elk besluit de stemmen vast."),
            "href": "#agenda",
            "label": _("Naar de agenda"),
        }
    return {
        "text": _("Elk besluit op de agenda is vastgelegd. Klaar? Sluit dan het overleg."),
        "href": address("governance:close_meeting", request, number=found.number),
        "label": _("Rond het overleg af"),
    }


def _turn_after(
    request: HttpRequest, found: Meeting, page: Any, minutes: Minutes | None
) -> dict[str, str] | None:
    """The next step once a meeting is closed: share what was decided, write what was said, let it be adopted."""
    if page.decisions and not permissions.why_not_publish_list(request.user, found):
        return {
            "text": _("Het overleg is afgesloten. De leden hebben de besluitenlijst nog niet."),
            "href": address("governance:decision_list", request, number=found.number),
            "label": _("Naar de besluitenlijst"),
        }
    if minutes is None:
        asked_since = timezone.now() - timedelta(days=queries.MINUTES_ASKED_DAYS)
        is_asked = found.closed_at is not None and found.closed_at >= asked_since
        if not is_asked or permissions.why_not_write_minutes(request.user, found, None):
            return None
        return {
            "text": _("Het overleg is afgesloten. Er is nog geen verslag."),
            "href": address("governance:write_minutes", request, number=found.number),
            "label": _("Naar: schrijf het verslag"),
        }
    if permissions.why_not_adopt_minutes(request.user, found, minutes):
        return None
    if not (later := queries.meetings_to_adopt_in(found)):
        return None  # the point stands on the agenda of the next meeting, which has still to begin
    return {
        "text": _("Stelde de groep het verslag vast in overleg %(number)s? Leg dat vast.")
        % {"number": later[0].number},
        "href": address("governance:adopt_minutes", request, number=found.number),
        "label": _("Naar: verslag vastgesteld"),
    }


def lamp(quorum: Quorum) -> dict[str, str]:
    """The quorum in words, with its shape."""
    return {
        "state": "ready" if quorum.met and not quorum.nobody_left else "late",
        "word": quorum_words(quorum),
    }


def lamp_ahead(quorum: Quorum) -> dict[str, str]:
    """How many seats will be needed, as long as nobody wrote down who is there."""
    return {"state": "vacant" if quorum.nobody_left else "planned", "word": needed_words(quorum)}


def _propose_deed(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    href = address("governance:propose", request, slug=found.body.slug) + f"?overleg={found.number}"
    return deed(_("Leg een voorstel voor"), href, quiet=True)


def _item_rows(
    request: HttpRequest, found: Meeting, items: Sequence[AgendaItem], *, may_run: bool
) -> list[dict[str, Any]]:
    today = timezone.localdate()
    is_time = may_run and found.held_on <= today
    rows = []
    for n, item in enumerate(items, 1):
        row = _item_row(request, item, today)
        row |= {"n": n, "up": n - 1 if n > 1 else None, "down": n + 1 if n < len(items) else None}
        row["deed"] = _item_deed(request, item, row, is_time=is_time)
        rows.append(row)
    return rows


def _is_to_be_voted_on(item: AgendaItem) -> bool:
    """Whether the members still say in the meeting what they think of it."""
    decision = item.decision
    return (
        decision is not None
        and item.kind == AgendaKind.DECISION
        and decision.is_open
        and not decision.is_written
    )


def _item_deed(
    request: HttpRequest, item: AgendaItem, row: dict[str, Any], *, is_time: bool
) -> dict[str, Any] | None:
    """What this point asks for: votes to write down, or a proposal that is still to be made at the gate."""
    if item.decision:
        if is_time and _is_to_be_voted_on(item):
            href = address("governance:record_votes", request, number=item.decision.number)
            return deed(_("Leg de stemmen vast"), href, quiet=True)
        return None
    if item.kind in {AgendaKind.DECISION, AgendaKind.PARKED} and row["href"]:
        return deed(_("Naar de poort"), row["href"], quiet=True)
    return None


def _item_address(request: HttpRequest, item: AgendaItem) -> str:
    """The page of what a point is about: the gate of an initiative, where the evidence is."""
    if not item.url_name:
        return ""
    return address(SUBJECT_PAGES.get(item.subject_type, item.url_name), request, number=item.url_key)


def _item_row(request: HttpRequest, item: AgendaItem, today: Any) -> dict[str, Any]:
    row = {
        "item": item,
        "state": KIND_LOOK[AgendaKind(item.kind)],
        "word": item.get_kind_display().capitalize(),
        "title": item.title,
        "href": _item_address(request, item),
        "note": item.note,
    }
    if item.condition:
        row["note"] = condition_row(item.condition, today)["note"]
    if item.decision:
        number = item.decision.number
        row |= {
            "decision": item.decision,
            "decision_href": address("governance:decision", request, number=number),
            "outcome": decision_state(item.decision),
            "href": row["href"] or subject_address(request, item.decision),
        }
    return row


def _meeting_facts(request: HttpRequest, found: Meeting, minutes: Minutes | None) -> list[dict[str, Any]]:
    facts = [
        {
            "label": _("Wanneer"),
            "value": _("%(day)s %(year)s om %(time)s")
            % {
                "day": weekday_date(found.starts_at),
                "year": found.held_on.year,
                "time": clock(found.starts_at),
            },
        },
        {"label": _("Waar"), "value": found.place or _("nog niet bekend")},
        {
            "label": _("Groep"),
            "value": found.body.name,
            "href": address("governance:body", request, slug=found.body.slug),
        },
    ]
    if found.decision_list_published_at:
        day = dutch_date(found.decision_list_published_at)
        facts.append({"label": _("Besluitenlijst gedeeld"), "value": day})
    if minutes is not None:
        word = minutes.get_status_display()
        if minutes.adopted_on is not None:
            word = _("vastgesteld op %(day)s") % {"day": dutch_date(minutes.adopted_on)}
        href = address("governance:minutes", request, number=found.number)
        facts.append({"label": _("Verslag"), "value": word, "href": href})
    return facts


def _papers(request: HttpRequest, found: Meeting) -> list[dict[str, Any]]:
    """The meeting as files: to print, to send along, for a calendar."""

    def to(name: str) -> str:
        return address(name, request, number=found.number)

    papers = [
        taken_along(_("Agenda"), word=to("governance:agenda_file"), pdf=to("governance:agenda_pdf")),
    ]
    if not found.is_closed:
        papers.append(taken_along(_("Alle stukken bij de agenda"), pdf=to("overview:meeting_pack")))
    if found.is_closed and not found.is_cancelled:
        files = {"word": to("governance:decision_list_file"), "pdf": to("governance:decision_list_pdf")}
        papers.append(taken_along(_("Besluitenlijst"), **files))
    calendars = {
        "label": _("Volg alle overleggen in uw agenda"),
        "href": address("governance:calendars", request),
    }
    return [
        *papers,
        {"label": _("Zet in uw agenda (.ics)"), "href": to("governance:meeting_calendar")},
        calendars,
    ]


def _minutes_deeds(request: HttpRequest, found: Meeting, minutes: Minutes | None) -> list[dict[str, Any]]:
    """Read the minutes, or write them, for who may."""
    if minutes is not None:
        return [
            deed(
                _("Bekijk het verslag"),
                address("governance:minutes", request, number=found.number),
                quiet=True,
            )
        ]
    if permissions.why_not_write_minutes(request.user, found, None):
        return []
    href = address("governance:write_minutes", request, number=found.number)
    return [deed(_("Schrijf het verslag"), href, quiet=True)]


def _meeting_deeds(
    request: HttpRequest, found: Meeting, why_not_run: str | None, why_not_change: str | None
) -> list[dict[str, Any]]:
    """What can be done with the meeting as a whole, in the order of its life."""

    def to(name: str) -> str:
        return address(name, request, number=found.number)

    if found.is_cancelled:
        return []
    if found.is_closed:
        why_not = permissions.why_not_publish_list(request.user, found)
        deeds = [deed(_("Bekijk de besluitenlijst"), to("governance:decision_list"), quiet=True)]
        if found.decision_list_published_at is None:
            deeds.insert(0, deed(_("Deel de besluitenlijst"), to("governance:publish_list"), refusal=why_not))
        return deeds
    fill = {
        "label": _("Vul agenda met wat aan de beurt is"),
        "action": to("overview:fill_agenda"),
        "refusal": why_not_change,
        "quiet": bool(found.items.exists()),
    }
    if found.status == MeetingStatus.LIVE:
        return [
            deed(_("Sluit het overleg"), to("governance:close_meeting"), refusal=why_not_run, quiet=True),
            fill | {"quiet": True},
        ]
    start = {
        "label": _("Begin het overleg"),
        "action": to("governance:start_meeting"),
        "refusal": why_not_run or permissions.why_not_yet(found),
    }
    share = {
        "label": _("Deel de agenda"),
        "action": to("governance:share_agenda"),
        "refusal": why_not_change,
        "quiet": True,
    }
    cancel = deed(_("Zeg dit overleg af"), to("governance:cancel_meeting"), quiet=True)
    calls_off = [cancel] if permissions.why_not_cancel_meeting(request.user, found) is None else []
    shares = [share] if found.status == MeetingStatus.DRAFT else []
    if start["refusal"] is None:  # it is the day: beginning comes first
        return [start, fill | {"quiet": True}, *shares, *calls_off]
    return [fill, *shares, start | {"quiet": True}, *calls_off]
