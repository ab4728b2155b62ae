"""Pages of voting: the secretary writes votes down in a meeting, members vote themselves in writing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from schakel.governance import actions, permissions, queries
from schakel.governance.forms import CastVoteForm, ObjectionForm, ReasonForm, RecuseForm, VotesForm
from schakel.governance.forms.deciding import NOTHING, RECUSED
from schakel.governance.models import Decision, Recusal, Seat
from schakel.governance.rules import Method, quorum
from schakel.governance.views.finding import find_decision, one_of
from schakel.governance.views.meetings import lamp
from schakel.governance.views.shapes import METHOD_WORDS, address, decision_crumbs, subject_address
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import clock, weekday_date
from schakel.web.htmx import wants_part
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, form_page, posted


@require_http_methods(["GET", "HEAD", "POST"])
@members
def record_votes(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """The secretary writes down what each seat said; then the outcome is shown before anything is decided."""
    found = find_decision(request, number)
    now = timezone.now()
    if reason := permissions.why_not_open(found):
        flash(request, reason, more=_("Hieronder staat het zoals het is vastgelegd."), is_care=True)
        return redirect("governance:decision", network=network, number=number)
    allow(permissions.why_not_record(request.user, found, now))
    if request.method == "POST":
        Decision.objects.select_for_update(of=("self",)).get(pk=found.pk)
    lines = queries.ballot(found, queries.decision_day(found, now))
    voting = [line for line in lines if line.seat.is_voting and line.is_filled]
    stand = queries.stand_of(found, lines)
    form = VotesForm(posted(request), decision=found, lines=voting, initial={"seen": stand})
    if form.is_bound and wants_part(request):
        return render(request, "governance/record_votes.html#lamp", {"lamp": lamp(_counting(form, voting))})
    changed = form.is_bound and form.data.get("seen") != stand
    if form.is_bound and not changed and "everyone" in request.POST:
        form.all_for()
        return _votes_page(request, found, form, voting, "")
    if form.is_bound and not changed and form.is_valid():
        done = attempt(
            form,
            actions.record_votes,
            found,
            by=request.user,
            votes=form.votes(),
            verdict=form.cleaned_data.get("verdict", ""),
        )
        if done is not None:
            return redirect(address("overview:close_decision", request, number=number))
    return _votes_page(request, found, form, voting, stand if changed else "")


def _counting(form: VotesForm, lines: Sequence[Any]) -> Any:
    """The quorum as it would be with what is filled in now, recusals left out."""
    states = []
    for state in queries.seat_states(lines):
        said = form.said(str(state.seat_id))
        is_present = state.is_present or said not in {NOTHING, RECUSED}
        states.append(replace(state, is_recused=said == RECUSED, is_present=is_present))
    return quorum(states)


def _votes_page(
    request: HttpRequest, found: Decision, form: VotesForm, lines: Sequence[Any], new_stand: str
) -> HttpResponse:
    """The page of the votes; with ``new_stand`` somebody else wrote votes down in the meantime."""
    assert found.meeting is not None
    errors = []
    if new_stand:
        form.data = {**request.POST.dict(), "seen": new_stand}
        errors.append(
            _("Iemand anders legde intussen ook stemmen vast. Kijk wat er nu staat, en bewaar dan opnieuw.")
        )
    context = {
        "decision": found,
        "form": form,
        "errors": errors,
        "rows": form.rows(),
        "has_verdict": "verdict" in form.fields,
        "stored": [line for line in lines if line.vote or line.recusal] if new_stand else (),
        "recused": [line for line in lines if line.recusal],
        "lamp": lamp(_counting(form, lines)),
        "nobody_noted": not any(line.is_present for line in lines),
        "evidence": subject_address(request, found),
        "method": METHOD_WORDS[Method(found.method)],
        "meeting_href": address("governance:meeting", request, number=found.meeting.number),
        "crumbs": decision_crumbs(request, found, _("Stemmen")),
    }
    status = 422 if errors or form.errors else 200
    return render(request, "governance/record_votes.html", context, status=status)


def _own_seats(request: HttpRequest, found: Decision) -> list[Seat]:
    """The voting seats of the reader in the body that decides."""
    assert found.body is not None
    mine = [one.seat_id for one in permissions.standing(request.user, found.network).seats if one.is_voting]
    return list(found.body.seats.filter(pk__in=mine).select_related("network", "body__network"))


def _chosen_seat(request: HttpRequest, seats: list[Seat]) -> Seat | None:
    """The seat in the address, else the first."""
    wanted = request.GET.get("zetel", "")
    return next((seat for seat in seats if str(seat.position) == wanted), seats[0] if seats else None)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def cast_vote(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """A member votes in a written round, and may change that until it closes."""
    found = find_decision(request, number)
    seats = _own_seats(request, found) if found.body else []
    seat = _chosen_seat(request, seats)
    if seat is None:
        raise Refused(_("Alleen wie in %(body)s zit en meestemt, stemt.") % {"body": found.body})
    now = timezone.now()
    allow(permissions.why_not_vote(request.user, found, seat, now))
    vote = found.votes.filter(seat=seat).first()
    initial = {"choice": vote.choice, "reason": vote.reason} if vote else {}
    form = CastVoteForm(posted(request), method=found.method, initial=initial)
    if (
        form.is_bound
        and form.is_valid()
        and attempt(form, actions.cast_vote, found, by=request.user, seat=seat, **form.cleaned_data)
    ):
        assert found.closes_at is not None
        until = {"day": weekday_date(found.closes_at), "time": clock(found.closes_at)}
        flash(
            request,
            _("Uw stem is vastgelegd."),
            more=_("U kunt hem wijzigen tot %(day)s om %(time)s.") % until,
        )
        return redirect("governance:decision", network=network, number=number)
    context = {
        "decision": found,
        "form": form,
        "seat": seat,
        "vote": vote,
        "mandate": queries.mandate_on(found, queries.decision_day(found, now)),
        "others": [one for one in seats if one.pk != seat.pk],
        "is_author": found.brought_in_by(request.user),
        "evidence": subject_address(request, found),
        "crumbs": decision_crumbs(request, found, _("Stem")),
    }
    return render(request, "governance/cast_vote.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def recuse(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """A member with an interest steps aside, with the reason."""
    found = find_decision(request, number)
    allow(permissions.why_not_say_now(found, timezone.now()))
    seats = _own_seats(request, found)
    seat = _chosen_seat(request, seats)
    if seat is None:
        raise Refused(
            _("U zit niet in %(body)s. Alleen een lid dat meestemt, kan opzij gaan.") % {"body": found.body}
        )
    allow(permissions.why_not_recuse(request.user, seat))
    form = RecuseForm(posted(request))
    if form.is_bound and form.is_valid():
        already = permissions.is_recused(seat, found)
        if already or attempt(
            form, actions.recuse, seat, by=request.user, decision=found, **form.cleaned_data
        ):
            flash(
                request,
                _("U stemt niet mee over dit besluit."),
                more=_("Uw zetel telt niet mee voor het aantal leden."),
            )
            return redirect("governance:decision", network=network, number=number)
    return form_page(
        request,
        form,
        title=_("U bent betrokken en stemt niet mee"),
        lede=found.title,
        crumbs=decision_crumbs(request, found, _("Betrokken")),
        label=_("Ik stem niet mee"),
        cancel=address("governance:decision", request, number=number),
    )


@require_POST
@members
def withdraw_objection(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """An objection is taken away, with what took it away."""
    found = find_decision(request, number)
    vote = one_of(found.votes.select_related("decision__body__network", "seat"), request, "vote")
    return _take_back(
        request,
        found,
        ObjectionForm(request.POST),
        lambda form: actions.withdraw_objection(vote, by=request.user, reason=form.cleaned_data["reason"]),
        refusal=permissions.why_not_withdraw_objection(request.user, vote),
        title=_("Trek dit bezwaar in"),
        done=_("Het bezwaar van %(seat)s is ingetrokken.") % {"seat": vote.seat.name},
        hidden={"vote": str(vote.pk)},
    )


@require_POST
@members
def withdraw_recusal(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """A member who stepped aside takes part after all."""
    found = find_decision(request, number)
    rows = permissions.recusals_on(found).select_related("seat", "decision")
    recusal: Recusal = one_of(
        Recusal.objects.filter(pk__in=rows.values("pk")).select_related("seat"), request, "recusal"
    )
    return _take_back(
        request,
        found,
        ReasonForm(request.POST),
        lambda form: actions.withdraw_recusal(recusal, by=request.user, reason=form.cleaned_data["reason"]),
        refusal=permissions.why_not_withdraw_recusal(request.user, recusal),
        title=_("Doe toch mee"),
        done=_("%(seat)s doet weer mee.") % {"seat": recusal.seat.name},
        hidden={"recusal": str(recusal.pk)},
    )


def _take_back(
    request: HttpRequest,
    found: Decision,
    form: Any,
    do: Any,
    *,
    refusal: str | None,
    title: str,
    done: str,
    hidden: dict[str, str],
) -> HttpResponse:
    """Take something back with a reason; a reason that is missing is asked on a page of its own."""
    allow(refusal)
    if form.is_valid() and attempt(form, do, form):
        flash(request, done)
        return redirect("governance:decision", network=request.network.slug, number=found.number)
    return form_page(
        request,
        form,
        title=title,
        lede=found.title,
        crumbs=decision_crumbs(request, found, title),
        label=title,
        cancel=address("governance:decision", request, number=found.number),
        hidden=[{"name": name, "value": value} for name, value in hidden.items() if name not in form.fields],
    )
