"""Pages about bodies: which there are, who sits there, what they may decide, who could decide on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.documents.taking import taken_along
from schakel.governance import actions, permissions, queries
from schakel.governance.forms import (
    CouldDecideForm,
    EndTenureForm,
    ProposalForm,
    SeatForm,
    SeatPersonForm,
)
from schakel.governance.models import Body, Condition, Decision, Seat, SeatTenure
from schakel.governance.queries.absences import AHEAD
from schakel.governance.rules import Away, BodyKind, Method, Subject, TenureKind
from schakel.governance.views.absences import may_be_short
from schakel.governance.views.finding import coming_meetings, find_body, find_seat, one_of, people_of
from schakel.governance.views.shapes import (
    METHOD_WORDS,
    SUBJECT_PAGES,
    address,
    body_crumbs,
    condition_row,
    decision_state,
    seat_rows,
)
from schakel.network import queries as network_queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.network.queries import partner_choices
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.htmx import template_for
from schakel.web.refusal import allow
from schakel.web.remembered import person, remembers
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted

N_LATEST = 8
#: So many empty seats still stand in their own rows; more stand together.
FEW_FREE = 3


def _why_not_edit(request: HttpRequest) -> str | None:
    return permissions.why_not_edit_bodies(request.user, request.network)


@require_safe
@members
@remembers(_why_not_edit)
def bodies(request: HttpRequest, network: str) -> HttpResponse:
    """Every body of the network: what it is for, whether its seats are filled, when it meets."""
    today = timezone.localdate()
    areas = AreaFilter(request.GET, areas=network_queries.areas(request.network, request.user))
    area = areas.chosen_area()
    every = queries.bodies_overview(request.user, request.network, today)
    lines = [one for one in every if area is None or area.holds(one.places)]
    context = {
        "lines": lines,
        "areas": areas,
        "area": area,
        "wider": beyond_line(request, area, lambda more: sum(more.holds(one.places) for one in every)),
        "today": today,
        "form": CouldDecideForm(initial={"on": today, "type": "p1"}),
        "default_deed": {
            "label": _("Begin met de standaardgroepen"),
            "action": address("governance:default_bodies", request),
            "refusal": _why_not_edit(request),
        },
        "found_deed": deed(
            _("Stel een groep in"),
            address("governance:found_body", request),
            quiet=True,
            refusal=permissions.why_not_edit_bodies(request.user, request.network),
        ),
    }
    return render(request, "governance/bodies.html", context)


@require_POST
@members
def default_bodies(request: HttpRequest, network: str) -> HttpResponse:
    """Give a network without bodies the usual ones: a platform, and a group for each theme."""
    made = actions.default_governance(request.network, by=request.user)
    if made:
        words = ngettext("Eén groep is ingesteld.", "%(n)d groepen zijn ingesteld.", len(made))
        flash(request, words % {"n": len(made)}, more=_("Zet nu mensen op de zetels."))
    else:
        flash(request, _("Er zijn al groepen in dit netwerk. Er is niets veranderd."))
    return redirect("governance:bodies", network=network)


@require_safe
@members
def could_decide(request: HttpRequest, network: str) -> HttpResponse:
    """Who could decide about something on a day, answered from the history of mandates."""
    form = CouldDecideForm(request.GET or None, initial={"on": timezone.localdate(), "type": "p1"})
    answers = None
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        answers = queries.who_could_decide(
            request.network, asked["type"], asked["stage"], asked["amount_eur"], asked["on"]
        )
    context = {
        "form": form,
        "asked": form.cleaned_data if answers is not None else None,
        "is_untold": answers is not None
        and queries.is_before_mandates(request.network, form.cleaned_data["on"]),
        "could": [answer for answer in answers or () if answer.ok],
        "could_not": [answer for answer in answers or () if not answer.ok],
        "crumbs": crumbs((_("Gremia"), address("governance:bodies", request)), _("Wie mocht beslissen?")),
    }
    template = template_for(request, "governance/could_decide.html", part="answer")
    return render(request, template, context)


@require_safe
@members
@remembers(person)
def body(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """One body: its mandate in words, who sits there, what waits for it and what it decided."""
    found = find_body(request, slug)
    today = timezone.localdate()
    now = timezone.now()
    lines = queries.composition(found, today)
    away = queries.away_between(request.network, today, today + AHEAD)
    seats = seat_rows(request, found, lines, away, today)
    is_grouped = sum(one["is_vacant"] for one in seats) > FEW_FREE
    mandates = queries.mandates_in_words(found, today)
    latest = list(
        found.decisions.select_related("meeting").order_by("-decided_on", "-number")[: N_LATEST + 1]
    )
    context = {
        "body": found,
        "today": today,
        "crumbs": body_crumbs(request, found)[:1] + crumbs(found.name),
        "facts": _body_facts(request, found),
        "mandates": [line for line in mandates if line.is_in_force],
        "other_mandates": [line for line in mandates if not line.is_in_force],
        "seats": [one for one in seats if not (one["is_vacant"] and is_grouped)],
        "free_seats": [one for one in seats if one["is_vacant"] and is_grouped],
        "is_untold": any(line.is_untold for line in lines),
        "n_vacant": sum(line.is_vacant for line in lines),
        "waiting": _waiting(request, found, today),
        "latest": [_decision_row(request, one) for one in latest[:N_LATEST]],
        "has_more": len(latest) > N_LATEST,
        "conditions": [condition_row(one, today) for one in _open_conditions(request, found)],
        "escalations": [_decision_row(request, one) for one in _escalations(request, found)],
        "due_href": address("overview:due", request, slug=found.slug),
        "next_meeting": queries.next_meeting(found, now),
        "papers": [
            taken_along(
                _("Mandaat en leden"),
                word=address("governance:mandate_file", request, slug=found.slug),
                pdf=address("governance:mandate_pdf", request, slug=found.slug),
            )
        ],
        "form": CouldDecideForm(initial={"on": today, "type": "p1"}),
        **_body_deeds(request, found),
        "changes": _changes(request, found),
    }
    return render(request, "governance/body.html", context)


def _body_facts(request: HttpRequest, found: Body) -> list[dict[str, Any]]:
    facts = [{"label": _("Soort"), "value": found.get_kind_display().capitalize()}]
    if found.parent:
        href = address("governance:body", request, slug=found.parent.slug)
        facts.append({"label": _("Valt onder"), "value": found.parent.name, "href": href})
    if found.theme:
        facts.append({"label": _("Thema"), "value": found.theme.name})
    if found.area:
        facts.append({"label": _("Gebied"), "value": found.area.name})
    facts.append({"label": _("Besluit met"), "value": METHOD_WORDS[Method(found.method)]})
    if found.founded_on:
        day = dutch_date(found.founded_on, found.founded_precision)
        facts.append({"label": _("Ingesteld"), "value": day})
    if found.founded_by:
        href = address("governance:decision", request, number=found.founded_by.number)
        facts.append({"label": _("Met besluit"), "value": found.founded_by.number, "href": href})
    if found.term_until:
        facts.append({"label": _("Ingesteld tot"), "value": dutch_date(found.term_until)})
    if found.closed_on:
        facts.append({"label": _("Opgeheven"), "value": dutch_date(found.closed_on)})
    return facts


def _body_deeds(request: HttpRequest, found: Body) -> dict[str, Any]:
    person = request.user
    return {
        "plan_deed": deed(
            _("Plan een overleg"),
            address("governance:plan_meeting", request) + f"?groep={found.slug}",
            refusal=permissions.why_not_plan_meeting(person, found),
            quiet=True,
        ),
        "propose_deed": deed(
            _("Leg een voorstel voor"),
            address("governance:propose", request, slug=found.slug),
            refusal=permissions.why_not_put_on_agenda(person, found),
            quiet=True,
        ),
        "seat_deed": deed(
            _("Voeg een zetel toe"),
            address("governance:add_seat", request, slug=found.slug),
            refusal=permissions.why_not_edit_body(person, found),
            quiet=True,
        ),
    }


def _changes(request: HttpRequest, found: Body) -> dict[str, Any] | None:
    """What only the office changes about a body; nobody else needs to see it."""
    if permissions.why_not_edit_body(request.user, found):
        return None
    here = {"slug": found.slug}
    is_top = found.kind == BodyKind.EXECUTIVE_BOARD
    return {
        "grant": deed(
            _("Geef een mandaat"), address("governance:grant_mandate", request, **here), quiet=True
        ),
        "seat_partners": deed(
            _("Geef elke partner een zetel"),
            action=address("governance:seat_partners", request, **here),
            quiet=True,
        )
        if is_top
        else None,
        "describe": address("governance:describe_body", request, **here),
        "close": address("governance:close_body", request, **here),
        "hand_over": address("overview:body_hands_over", request, **here),
    }


def _waiting(request: HttpRequest, found: Body, today: date) -> list[dict[str, Any]]:
    """What is due for this body itself; what is due in initiatives stands on a page above."""
    rows = []
    for point in queries.due_for(found, today):
        subject = point.subject
        href = _subject_href(request, subject) if subject else ""
        rows.append({"title": point.title, "note": point.note, "href": href, "due_on": point.due_on})
    return rows


def _subject_href(request: HttpRequest, subject: Subject) -> str:
    key = subject.url_key or subject.label.partition(" ")[0]
    name = SUBJECT_PAGES.get(subject.type, "")
    return address(name, request, number=key) if name and key else ""


def _decision_row(request: HttpRequest, one: Decision) -> dict[str, Any]:
    return {
        "number": one.number,
        "title": one.title,
        "href": address("governance:decision", request, number=one.number),
        "when": one.decided_in_words,
        **decision_state(one),
    }


def _open_conditions(request: HttpRequest, found: Body) -> Any:
    rows = Condition.objects.visible_to(request.user).unmet().followed_by_any([found])
    return rows.select_related("owner_partner", "decision")[:20]


def _escalations(request: HttpRequest, found: Body) -> Any:
    """Decisions that came to this body from another one, or went from here to another."""
    rows = Decision.objects.visible_to(request.user).filter(escalated_from__isnull=False)
    return (rows.filter(body=found) | rows.filter(escalated_from__body=found)).order_by("-number")[:10]


@require_http_methods(["GET", "HEAD", "POST"])
@members
def propose(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Lay a proposal before a body that is not about a gate of an initiative."""
    found = find_body(request, slug)
    allow(permissions.why_not_put_on_agenda(request.user, found))
    meetings = coming_meetings(request, found)
    initial = {"where": request.GET.get("overleg") or (meetings[0].number if meetings else ProposalForm.NEXT)}
    form = ProposalForm(posted(request), meetings=meetings, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = _same_proposal(found, form.cleaned_data) or (
            may_be_short(form, found, form.last_on, at="closes_on")
            and attempt(form, _open, found, request, form.cleaned_data)
        )
        if made:
            flash(request, _("Het voorstel ligt voor als %(number)s.") % {"number": made.number})
            return redirect("governance:decision", network=network, number=made.number)
    return form_page(
        request,
        form,
        title=_("Leg een voorstel voor"),
        lede=_(
            "Een voorstel over een initiatief doet u vanaf de poort van dat initiatief. Daar staat het bewijs."
        ),
        crumbs=body_crumbs(request, found, _("Voorstel")),
        label=_("Leg dit voor"),
        cancel=address("governance:body", request, slug=slug),
    )


def _same_proposal(found: Body, values: dict[str, Any]) -> Decision | None:
    """The proposal that is already there, for who presses twice."""
    Body.objects.select_for_update().get(pk=found.pk)
    same = found.decisions.waiting().filter(type=values["type"], title=values["title"])
    return same.filter(proposal=values["proposal"]).first()


def _open(found: Body, request: HttpRequest, values: dict[str, Any]) -> Decision:
    return actions.open_decision(
        found,
        by=request.user,
        type=values["type"],
        title=values["title"],
        proposal=values["proposal"],
        amount_eur=values["amount_eur"],
        meeting=values["meeting"],
        closes_at=values["closes_at"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def add_seat(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Add a place to a body."""
    found = find_body(request, slug)
    allow(permissions.why_not_edit_body(request.user, found))
    form = SeatForm(posted(request), partners=partner_choices(request.network, request.user))
    if request.method == "POST" and form.is_valid():
        made = _same_seat(found, form.cleaned_data) or attempt(
            form, actions.add_seat, found, by=request.user, **form.cleaned_data
        )
        if made:
            flash(
                request,
                _("De zetel %(seat)s is toegevoegd.") % {"seat": made.name},
                more=_("Wie komt hier te zitten?"),
            )
            return redirect("governance:seat", network=network, slug=slug, seat=made.position)
    return form_page(
        request,
        form,
        title=_("Voeg een zetel toe"),
        lede=_("Een zetel hoort bij een achterban of partner. Wie er zit, kan wisselen."),
        crumbs=body_crumbs(request, found, _("Nieuwe zetel")),
        label=_("Voeg deze zetel toe"),
        cancel=address("governance:body", request, slug=slug),
    )


def _same_seat(found: Body, values: dict[str, Any]) -> Seat | None:
    Body.objects.select_for_update().get(pk=found.pk)
    return found.seats.held_on(timezone.localdate()).filter(name=values["name"]).first()


@require_http_methods(["GET", "HEAD", "POST"])
@members
def seat(request: HttpRequest, network: str, slug: str, seat: int) -> HttpResponse:
    """One seat: who sits there, who sat there, and putting somebody on it."""
    found = find_body(request, slug)
    place = find_seat(request, found, seat)
    why_not = permissions.why_not_edit_body(request.user, found)
    today = timezone.localdate()
    form = SeatPersonForm(
        posted(request), people=[] if why_not else people_of(request), initial={"from_on": today}
    )
    if request.method == "POST":
        allow(why_not)
        if form.is_valid() and (_sits_there(place, form.cleaned_data) or _seat(form, place, request)):
            person = form.cleaned_data["person"]
            flash(
                request,
                _("%(person)s zit nu op de zetel %(seat)s.") % {"person": person.name, "seat": place.name},
            )
            return redirect("governance:body", network=network, slug=slug)
    return _seat_page(request, found, place, form, EndTenureForm(initial={"until_on": today}), why_not)


def _seat_page(
    request: HttpRequest,
    found: Body,
    place: Seat,
    form: SeatPersonForm,
    end_form: EndTenureForm,
    why_not: str | None,
) -> HttpResponse:
    today = timezone.localdate()
    tenures = [line.tenure for line in queries.seat_history(place, today)]
    away = queries.away_between(request.network, today, today + AHEAD)
    context = {
        "body": found,
        "seat": place,
        "form": form,
        "end_form": end_form,
        "refusal": why_not,
        "current": [
            _sitting_row(request, tenure, away, today) for tenure in tenures if _covers(tenure, today)
        ],
        "ahead": [tenure for tenure in tenures if tenure.from_on > today],
        "past": [tenure for tenure in tenures if tenure.until_on and tenure.until_on <= today],
        "crumbs": body_crumbs(request, found, place.name),
    }
    status = 422 if form.errors or end_form.errors else 200
    return render(request, "governance/seat.html", context, status=status)


def _sitting_row(
    request: HttpRequest, tenure: SeatTenure, away: Mapping[UUID, Away], today: date
) -> dict[str, Any]:
    """Who sits there now: until when they are away, and where to say so for who may."""
    is_away = tenure.person_id in away
    may_say = permissions.why_not_say_away(request.user, tenure.person, request.network) is None
    return {
        "tenure": tenure,
        "away": away[tenure.person_id].in_words(today) if is_away else "",
        "absences": address("governance:absences_of", request, person=tenure.person_id) if may_say else "",
    }


def _covers(tenure: SeatTenure, day: date) -> bool:
    return tenure.from_on <= day and (tenure.until_on is None or tenure.until_on > day)


def _sits_there(place: Seat, values: dict[str, Any]) -> bool:
    """Whether this very person already sits there in this way, for who presses twice."""
    held = place.tenures.filter(person=values["person"], kind=values["kind"], from_on=values["from_on"])
    return held.filter(until_on__isnull=True).exists()


def _seat(form: SeatPersonForm, place: Seat, request: HttpRequest) -> SeatTenure | None:
    return attempt(form, actions.seat_person, place, by=request.user, **form.cleaned_data)


@require_POST
@members
def end_tenure(request: HttpRequest, network: str, slug: str, seat: int) -> HttpResponse:
    """Someone leaves a seat; the history stays."""
    found = find_body(request, slug)
    place = find_seat(request, found, seat)
    why_not = permissions.why_not_edit_body(request.user, found)
    allow(why_not)
    tenure = one_of(place.tenures.select_related("person"), request, "tenure")
    form = EndTenureForm(request.POST)
    if form.is_valid():
        done = tenure.until_on == form.cleaned_data["until_on"] or attempt(
            form, actions.end_tenure, tenure, by=request.user, **form.cleaned_data
        )
        if done:
            words = _("%(person)s zit vanaf %(day)s niet meer op de zetel %(seat)s.")
            day = dutch_date(form.cleaned_data["until_on"])
            flash(request, words % {"person": tenure.person.name, "day": day, "seat": place.name})
            return redirect("governance:seat", network=network, slug=slug, seat=seat)
    people = SeatPersonForm(people=people_of(request), initial={"kind": TenureKind.HOLDER})
    return _seat_page(request, found, place, people, form, why_not)
