"""Pages on which somebody says when they are away, changes it, or is back; and who else of the network is away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from schakel.governance import actions, permissions, queries
from schakel.governance.forms import AbsenceForm
from schakel.governance.models import Absence, Body
from schakel.governance.queries import AbsenceLine, OwnSeat
from schakel.governance.views.shapes import address
from schakel.network.models import Membership
from schakel.people.models import Person
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, deed, form_page, goes_on, posted


@require_http_methods(["GET", "HEAD", "POST"])
@members
def absences(request: HttpRequest, network: str, person: UUID | None = None) -> HttpResponse:
    """When somebody is away: oneself, or another for whom one may say so."""
    who = request.user if person is None else _member(request, person)
    allow(permissions.why_not_say_away(request.user, who, request.network))
    form = AbsenceForm(posted(request))
    if form.is_bound and form.is_valid():
        days = form.days()
        made = _same(request, who, days) or attempt(
            form, actions.record_absence, request.network, by=request.user, person=who, **days
        )
        if made:
            words = made.as_value().in_words(timezone.localdate())
            flash(
                request,
                _("%(person)s: %(away)s.") % {"person": who.name, "away": words},
                more=_asked(request, who),
            )
            return redirect(_page_of(request, who))
    return _page(request, who, form)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def correct_absence(request: HttpRequest, network: str, absence: UUID) -> HttpResponse:
    """Other days for an absence that is not over."""
    found = _absence(request, absence)
    allow(permissions.why_not_change_absence(request.user, found))
    form = AbsenceForm(posted(request), initial={"first": found.from_on, "last": found.as_value().last_on})
    if form.is_bound and form.is_valid():
        days = form.days()
        if attempt(form, actions.correct_absence, found, by=request.user, **days):
            flash(request, _("De dagen zijn aangepast."))
            return redirect(_page_of(request, found.person))
    has_begun = found.from_on < timezone.localdate()
    return form_page(
        request,
        form,
        title=_("Pas de dagen aan"),
        lede=_("De eerste dag is geweest en blijft staan. De laatste dag kunt u veranderen.")
        if has_begun
        else "",
        crumbs=_crumbs(request, found.person, _("Pas aan")),
        label=_("Bewaar deze dagen"),
        cancel=_page_of(request, found.person),
    )


@require_POST
@members
def end_absence(request: HttpRequest, network: str, absence: UUID) -> HttpResponse:
    """Somebody is back today, or will not be away after all."""
    found = _absence(request, absence)
    if found.withdrawn_at is None and found.until_on > timezone.localdate():
        ended = actions.end_absence(found, by=request.user)
        words = (
            _("De afwezigheid is teruggenomen.") if ended.withdrawn_at else _("Weer aanwezig vanaf vandaag.")
        )
        flash(request, words)
    else:
        allow(permissions.why_not_say_away(request.user, found.person, request.network))
        flash(request, _("Deze afwezigheid was al voorbij."))
    return redirect(_page_of(request, found.person))


def _member(request: HttpRequest, person: UUID) -> Person:
    """A member of the network; others are not found. One database query."""
    here = Membership.objects.visible_to(request.user).of(request.network).held_on(timezone.localdate())
    return get_object_or_404(Person.objects.filter(pk__in=here.values("person")), pk=person)


def _absence(request: HttpRequest, absence: UUID) -> Absence:
    rows = Absence.objects.visible_to(request.user).of(request.network)
    return get_object_or_404(rows.select_related("person", "network"), pk=absence)


def _same(request: HttpRequest, who: Person, days: dict[str, Any]) -> Absence | None:
    """The absence that is there already, for who presses twice."""
    rows = Absence.objects.visible_to(request.user).of(request.network)
    return rows.filter(person=who, withdrawn_at__isnull=True, **days).first()


def _page_of(request: HttpRequest, who: Person) -> str:
    """The page about the absence of somebody: one's own has no name in its address."""
    if who.pk == request.user.pk:
        return address("governance:absences", request)
    return address("governance:absences_of", request, person=who.pk)


def _crumbs(request: HttpRequest, who: Person, *more: str) -> list[dict[str, str]]:
    if who.pk == request.user.pk:
        return crumbs((_("Afwezigheid"), _page_of(request, who)), *more)
    return crumbs(
        (_("Afwezigheid"), address("governance:absences", request)), (who.name, _page_of(request, who)), *more
    )


def _asked(request: HttpRequest, who: Person) -> str:
    """Who hears of it, after it was said."""
    seats = queries.own_seats(request.network, who, timezone.localdate())
    names = list(dict.fromkeys(one.deputy.name for one in seats if one.deputy))
    if not names:
        return _("Leden van het netwerk kunnen dit zien.")
    return _("%(names)s krijgt bericht en de vragen van die dagen.") % {"names": _(" en ").join(names)}


def _page(request: HttpRequest, who: Person, form: AbsenceForm) -> HttpResponse:
    today = timezone.localdate()
    is_own = who.pk == request.user.pk
    all_of_them = queries.absences_of(request.user, request.network, who)
    ahead = [one for one in all_of_them if one.until_on > today][::-1]
    others = [
        line
        for line in queries.network_absences(request.user, request.network, today)
        if line.absence.person_id != who.pk
    ]
    context = {
        "who": who,
        "is_own": is_own,
        "title": _title(who, ahead, today, is_own=is_own),
        "crumbs": [] if is_own else _crumbs(request, who)[:1] + crumbs(who.name),
        "form": form,
        "rows": [_row(request, one, today, is_own=is_own) for one in ahead],
        "past": [one for one in all_of_them if one.until_on <= today],
        "seats": [_seat_row(request, one, today) for one in queries.own_seats(request.network, who, today)],
        "alone": queries.speaks_alone_for(request.network, who, today),
        "others": [_other_row(line, today) for line in others],
    }
    return render(request, "governance/absences.html", context, status=422 if form.errors else 200)


def _title(who: Person, ahead: Sequence[Absence], today: date, *, is_own: bool) -> str:
    """The news on top: until when somebody is away, or the question."""
    if not ahead:
        return (
            _("Bent u er een tijd niet?")
            if is_own
            else _("Is %(name)s er een tijd niet?") % {"name": who.name}
        )
    words = {"name": who.name, "away": ahead[0].as_value().in_words(today)}
    return _("U bent %(away)s") % words if is_own else _("%(name)s is %(away)s") % words


def _row(request: HttpRequest, one: Absence, today: date, *, is_own: bool) -> dict[str, Any]:
    """An absence of now or later, with the deed that ends it."""
    is_now = one.from_on < today
    if is_now:
        label = _("Ik ben er weer") if is_own else _("%(name)s is er weer") % {"name": one.person.name}
    else:
        label = _("Neem deze afwezigheid terug")
    return {
        "days": _("%(first)s t/m %(last)s")
        % {"first": dutch_date(one.from_on), "last": dutch_date(one.until_on - timedelta(days=1))},
        "is_now": one.as_value().covers(today),
        "by": one.recorded_by.name if one.recorded_by and one.recorded_by_id != one.person_id else "",
        "change": address("governance:correct_absence", request, absence=one.pk),
        "deed": deed(
            label,
            action=address("governance:end_absence", request, absence=one.pk),
            quiet=True,
            id=f"einde-{one.pk}",
        ),
    }


def _seat_row(request: HttpRequest, one: OwnSeat, today: date) -> dict[str, Any]:
    return {
        "name": one.seat.name,
        "body": one.seat.body.name,
        "href": address("governance:seat", request, slug=one.seat.body.slug, seat=one.seat.position),
        "deputy": one.deputy.name if one.deputy else "",
        "away": one.deputy_away.in_words(today) if one.deputy_away else "",
    }


def _other_row(line: AbsenceLine, today: date) -> dict[str, Any]:
    return {
        "name": line.absence.person.name,
        "away": line.absence.as_value().in_words(today),
        "deputies": ", ".join(line.deputies),
    }


def may_be_short(form: Form, body: Body, day: date | None, *, at: str) -> bool:
    """Whether a day may be set for a body: it has seats enough then, or who sets it was warned and goes on."""
    today = timezone.localdate()
    warning = queries.quorum_at_risk(body, day, today) if day is not None and day >= today else ""
    return goes_on(form, warning, at=at, key=day)
