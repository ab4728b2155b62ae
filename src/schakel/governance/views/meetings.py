"""Pages about meetings: planning, the agenda, who is there, closing, the decision list."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, IntegerField, Q, Value, When, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.documents.taking import taken_along
from schakel.governance import actions, permissions, queries
from schakel.governance.forms import AttendanceForm, MeetingForm, NoteForm
from schakel.governance.models import Body, Meeting
from schakel.governance.rules import DecisionStatus, MeetingStatus, votes_in_words
from schakel.governance.views.absences import may_be_short
from schakel.governance.views.finding import find_body, find_meeting, open_bodies
from schakel.governance.views.meeting_page import in_words, lamp, meeting_page
from schakel.governance.views.shapes import (
    MEETING_LOOK,
    address,
    condition_row,
    decision_state,
    meeting_crumbs,
)
from schakel.network import queries as network_queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.htmx import template_for, wants_part
from schakel.web.refusal import Refused, allow
from schakel.web.remembered import person, remembers
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted

PER_PAGE = 25


@require_safe
@members
def meetings(request: HttpRequest, network: str) -> HttpResponse:
    """The meetings that come and those that were, first of the groups one sits in."""
    mine = permissions.standing(request.user, request.network).body_ids
    form = AreaFilter(request.GET, areas=network_queries.areas(request.network, request.user))
    area = form.chosen_area()
    look = partial(queries.meetings_list, request.user, request.network)
    rows = look(area=area).annotate(
        n_items=Count("items", distinct=True),
        n_decisions=Count("decisions", filter=~Q(decisions__status=DecisionStatus.WITHDRAWN), distinct=True),
        not_mine=Case(When(body__in=mine, then=Value(0)), default=Value(1), output_field=IntegerField()),
    )
    is_past = Q(status=MeetingStatus.CLOSED)
    coming = [
        _meeting_row(request, one, mine) for one in rows.exclude(is_past).order_by("not_mine", "starts_at")
    ]
    page = Paginator(rows.filter(is_past).order_by("-starts_at"), PER_PAGE).get_page(request.GET.get("page"))
    was = [_meeting_row(request, one, mine) for one in page.object_list]
    plannable = [
        one for one in open_bodies(request) if not permissions.why_not_plan_meeting(request.user, one)
    ]
    context = {
        "mine": [row for row in coming if row["is_mine"]],
        "others": [row for row in coming if not row["is_mine"]],
        "page": page,
        "was": was,
        "form": form,
        "is_used": area is not None,
        "wider": beyond_line(request, area, lambda beyond: look(area=beyond).count()),
        "today": timezone.localdate(),
        "plan_deed": deed(
            _("Plan een overleg"),
            address("governance:plan_meeting", request),
            refusal=""
            if plannable
            else _("Alleen een voorzitter, een secretaris of de netwerkmanager plant een overleg."),
        ),
    }
    return render(request, template_for(request, "governance/meetings.html", part="past"), context)


def _meeting_row(request: HttpRequest, one: Any, mine: Iterable[Any]) -> dict[str, Any]:
    return {
        "meeting": one,
        "when": one.starts_at,
        "title": one.title or one.body.name,
        "body": one.body.name,
        "href": address("governance:meeting", request, number=one.number),
        "state": "called_off" if one.is_cancelled else MEETING_LOOK[MeetingStatus(one.status)],
        "is_mine": one.body_id in mine,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@members
def plan_meeting(request: HttpRequest, network: str) -> HttpResponse:
    """Plan a meeting of a body one may plan for."""
    wanted = request.GET.get("groep")
    if wanted and request.method != "POST":
        allow(permissions.why_not_plan_meeting(request.user, find_body(request, wanted)))
    plannable = [
        one for one in open_bodies(request) if not permissions.why_not_plan_meeting(request.user, one)
    ]
    if not plannable:
        raise Refused(_("Alleen een voorzitter, een secretaris of de netwerkmanager plant een overleg."))
    form = MeetingForm(posted(request), bodies=plannable, initial={"body": wanted})
    if form.is_bound and form.is_valid():
        values = form.cleaned_data
        made = _same_meeting(values["body"], values["starts_at"]) or (
            may_be_short(form, values["body"], values["day"], at="day")
            and attempt(
                form,
                actions.plan_meeting,
                values["body"],
                by=request.user,
                starts_at=values["starts_at"],
                place=values["place"],
                title=values["title"],
                late_reason=values["late_reason"],
            )
        )
        if made:
            flash(
                request,
                _("%(number)s staat gepland, %(when)s.")
                % {"number": made.number, "when": in_words(made.starts_at)},
            )
            return redirect("governance:meeting", network=network, number=made.number)
    return form_page(
        request,
        form,
        title=_("Plan een overleg"),
        crumbs=crumbs((_("Overleggen"), address("governance:meetings", request)), _("Nieuw overleg")),
        label=_("Plan dit overleg"),
        cancel=address("governance:meetings", request),
    )


def _same_meeting(body: Body, starts_at: datetime) -> Meeting | None:
    """The meeting that already stands at this moment, for who presses twice."""
    Body.objects.select_for_update().get(pk=body.pk)
    return body.meetings.filter(starts_at=starts_at).first()


@require_http_methods(["GET", "HEAD", "POST"])
@members
def change_meeting(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Another day, place or title."""
    found = find_meeting(request, number)
    allow(permissions.why_not_change_agenda(request.user, found))
    at = timezone.localtime(found.starts_at)
    initial = {
        "number": found.number,
        "day": at.date(),
        "time": at.time(),
        "place": found.place,
        "title": found.title,
    }
    form = MeetingForm(posted(request), bodies=[found.body], initial=initial)
    if form.is_bound and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("starts_at", "place", "title")}
        day = form.cleaned_data["day"]
        goes_on = day == found.held_on or may_be_short(form, found.body, day, at="day")
        if goes_on and attempt(form, actions.change_meeting, found, by=request.user, **values):
            flash(request, _("Het overleg is nu %(when)s.") % {"when": in_words(values["starts_at"])})
            return redirect("governance:meeting", network=network, number=number)
    return form_page(
        request,
        form,
        title=_("Wijzig dit overleg"),
        crumbs=meeting_crumbs(request, found, _("Wijzig")),
        label=_("Bewaar deze wijziging"),
        cancel=address("governance:meeting", request, number=number),
    )


@require_safe
@members
@remembers(person)
def meeting(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """One meeting: its agenda, who is there, and what is still to be done."""
    found = find_meeting(request, number)
    return meeting_page(request, found)


@require_POST
@members
def record_attendance(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down who is there; the lamp says whether that is enough."""
    found = find_meeting(request, number)
    allow(permissions.why_not_run_meeting(request.user, found))
    form = AttendanceForm(request.POST, seats=queries.attendance_of(found))
    if form.is_valid():
        present = form.everyone() if "everyone" in request.POST else form.present()
        attempt(form, actions.record_attendance, found, by=request.user, present=present)
    if form.errors:
        return meeting_page(request, found, form)
    if wants_part(request):
        return meeting_page(request, found)
    flash(request, _("De aanwezigheid is bewaard."))
    return redirect("governance:meeting", network=network, number=number)


@require_POST
@members
def share_agenda(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let everyone see that the agenda is ready."""
    found = find_meeting(request, number)
    if found.status == MeetingStatus.DRAFT:
        actions.share_agenda(found, by=request.user)
        flash(request, _("De agenda is gedeeld."), more=_("Leden zien hem op hun overzicht."))
    return redirect("governance:meeting", network=network, number=number)


@require_POST
@members
def start_meeting(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The meeting begins: attendance and votes can be recorded."""
    found = find_meeting(request, number)
    if found.status != MeetingStatus.LIVE:
        actions.start_meeting(found, by=request.user)
        flash(request, _("Het overleg is begonnen."), more=_("Leg eerst vast wie er zijn."))
    return redirect("governance:meeting", network=network, number=number)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def close_meeting(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Close the meeting, after saying in words what that means."""
    found = find_meeting(request, number)
    if found.is_closed:
        flash(request, _("Dit overleg was al afgesloten."))
        return redirect("governance:meeting", network=network, number=number)
    allow(permissions.why_not_run_meeting(request.user, found) or permissions.why_not_yet(found))
    if request.method == "POST":
        actions.close_meeting(found, by=request.user)
        flash(request, _("Het overleg is afgesloten."), more=_("De besluitenlijst staat klaar om te delen."))
        return redirect("governance:meeting", network=network, number=number)
    page = queries.meeting_page(found)
    left = [one for one in page.decisions if one.is_open]
    lines = [
        _("Het overleg van %(when)s wordt afgesloten. Aanwezigheid en stemmen staan dan vast.")
        % {"when": in_words(found.starts_at)},
        *(
            _("Over %(number)s, %(title)s, is nog niets besloten. Het gaat naar het volgende overleg.")
            % {"number": one.number, "title": one.title}
            for one in left
        ),
        _("Daarna kunt u de besluitenlijst delen."),
    ]
    return render(
        request,
        "governance/confirm.html",
        {
            "title": _("Sluit het overleg"),
            "lines": lines,
            "label": _("Sluit dit overleg"),
            "cancel": address("governance:meeting", request, number=number),
            "crumbs": meeting_crumbs(request, found, _("Sluit")),
        },
    )


@require_POST
@members
def note_meeting(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Keep what the secretary notes."""
    found = find_meeting(request, number)
    allow(permissions.why_not_run_meeting(request.user, found))
    form = NoteForm(request.POST)
    if form.is_valid() and attempt(form, actions.note_meeting, found, by=request.user, **form.cleaned_data):
        flash(request, _("Uw aantekening is bewaard."))
        return redirect("governance:meeting", network=network, number=number)
    return meeting_page(request, found, note_form=form)


@require_safe
@members
def decision_list(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """What a meeting decided, on paper or on a screen."""
    found = find_meeting(request, number)
    page = queries.meeting_page(found)
    prefetch_related_objects(page.decisions, "conditions__owner_partner")
    today = timezone.localdate()
    context = {
        "meeting": found,
        "page": page,
        "rows": [_list_row(request, one, today) for one in page.decisions],
        "papers": [
            taken_along(
                _("Besluitenlijst"),
                word=address("governance:decision_list_file", request, number=number),
                pdf=address("governance:decision_list_pdf", request, number=number),
            )
        ],
        "not_decided": queries.left_undecided(page),
        "lamp": lamp(page.quorum),
        "crumbs": meeting_crumbs(request, found, _("Besluitenlijst")),
        "publish_deed": deed(
            _("Deel de besluitenlijst"),
            address("governance:publish_list", request, number=number),
            refusal=permissions.why_not_publish_list(request.user, found),
        ),
    }
    return render(request, "governance/decision_list.html", context)


def _list_row(request: HttpRequest, one: Any, today: Any) -> dict[str, Any]:
    return {
        "decision": one,
        "href": address("governance:decision", request, number=one.number),
        "conditions": [condition_row(condition, today) for condition in one.conditions.all()],
        "notes": queries.listed_notes(one),
        "votes": votes_in_words(one.proof),
        "missing": one.judgement.missing if one.judgement else (),
        **decision_state(one),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@members
def publish_list(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Share the decision list with the whole network, after saying in words what that means."""
    found = find_meeting(request, number)
    to_list = redirect("governance:decision_list", network=network, number=number)
    if found.decision_list_published_at is not None:
        flash(request, _("De besluitenlijst was al gedeeld."))
        return to_list
    allow(permissions.why_not_publish_list(request.user, found))
    if request.method == "POST":
        actions.publish_decision_list(found, by=request.user)
        flash(request, _("De besluitenlijst is gedeeld."), more=_("Iedereen in het netwerk kan hem lezen."))
        return to_list
    n = sum(not one.is_open for one in queries.meeting_page(found).decisions)
    words = ngettext(
        "Iedereen in het netwerk leest wat %(body)s besloot: één besluit, met reden en voorwaarden.",
        "Iedereen in het netwerk leest wat %(body)s besloot: %(n)d besluiten, met reden en voorwaarden.",
        n,
    )
    lines = [
        words % {"body": found.body.name, "n": n},
        _("Wat hier staat verandert daarna niet meer. Een fout herstelt u met een nieuw besluit."),
    ]
    context = {
        "title": _("Deel de besluitenlijst"),
        "lines": lines,
        "label": _("Deel deze besluitenlijst"),
        "cancel": address("governance:decision_list", request, number=number),
        "crumbs": meeting_crumbs(request, found, _("Deel de besluitenlijst")),
    }
    return render(request, "governance/confirm.html", context)
