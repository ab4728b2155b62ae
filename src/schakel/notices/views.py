"""The page behind the bell, opening a notice, and choosing how to hear of things."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.notices import actions, queries
from schakel.notices.forms import PreferencesForm
from schakel.notices.models import Notice
from schakel.notices.rules import MANNERS, Kind
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import clock, number, short_date, weekday_date

PER_PAGE = 30
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
GROUPS = (
    (
        _lazy("Wat van u gevraagd wordt"),
        _lazy("Iemand wacht op u."),
        (
            Kind.SCORE,
            Kind.VIEW,
            Kind.PROMISE,
            Kind.VOTE,
            Kind.STAND_IN,
            Kind.CONSENT,
            Kind.QUESTION,
            Kind.INTAKE,
            Kind.PROPOSAL,
            Kind.OBJECTION,
            Kind.UPDATE,
            Kind.ACCEPTANCE,
            Kind.FIGURE_DUE,
        ),
    ),
    (
        _lazy("Uw ideeën en initiatieven"),
        _lazy("U leest een antwoord als eerste."),
        (Kind.RECEIPT, Kind.ANSWER, Kind.DECIDED, Kind.VERDICT, Kind.REPLY, Kind.MENTION),
    ),
    (
        _lazy("Termijnen en taken"),
        _lazy("De weekmail komt op maandag, en alleen als er iets nieuws is dat u nog niet las."),
        (
            Kind.CONDITION_SOON,
            Kind.CONDITION_LATE,
            Kind.OBLIGATION,
            Kind.RENEWAL,
            Kind.FIGURE_LATE,
            Kind.LEFT_BEHIND,
            Kind.JOB,
        ),
    ),
)


@members
@require_safe
def notices(request: HttpRequest, network: str) -> HttpResponse:
    """Show a person their notices, the newest on top."""
    pages = Paginator(queries.own_notices(request.user, request.network), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    n_unread = request.network.n_unread
    title = (
        ngettext("U hebt %(n)s nieuwe melding", "U hebt %(n)s nieuwe meldingen", n_unread)
        % {"n": number(n_unread)}
        if n_unread
        else _("U hebt alles gelezen")
        if pages.count
        else _("Er is nog niets voor u gebeurd")
    )
    context: dict[str, Any] = {
        "title": title,
        "rows": [_row(request, one) for one in page],
        "page": page,
        "settings": reverse("notices:preferences", kwargs={"network": network}),
    }
    if n_unread:
        context["deed"] = {
            "label": _("Markeer alles als gelezen"),
            "action": reverse("notices:read_all", kwargs={"network": network}),
            "quiet": True,
        }
    return render(request, "notices/notices.html", context)


@members
@require_safe
def open_notice(request: HttpRequest, network: str, notice: UUID) -> HttpResponse:
    """Go to what a notice is about; from then on it counts as read."""
    found = get_object_or_404(Notice.objects.visible_to(request.user).of(request.network), pk=notice)
    actions.read(found, by=request.user)
    return redirect(queries.page_of(found, network))


@members
@require_POST
def read_all(request: HttpRequest, network: str) -> HttpResponse:
    """Mark everything as read, with a way back."""
    n, moment = actions.read_all(request.network, by=request.user)
    back = {"network": network, "moment": (moment - EPOCH) // timedelta(microseconds=1)}
    words = ngettext(
        "%(n)s melding is als gelezen gemarkeerd.", "%(n)s meldingen zijn als gelezen gemarkeerd.", n
    )
    flash(request, words % {"n": number(n)}, undo=reverse("notices:unread_again", kwargs=back) if n else "")
    return redirect("notices:notices", network=network)


@members
@require_POST
def unread_again(request: HttpRequest, network: str, moment: int) -> HttpResponse:
    """Take back that everything was marked as read."""
    try:
        at = EPOCH + timedelta(microseconds=moment)
    except OverflowError:
        at = EPOCH
    n = actions.unread_again(request.network, by=request.user, moment=at)
    if n:
        flash(
            request,
            ngettext("%(n)s melding is weer nieuw.", "%(n)s meldingen zijn weer nieuw.", n)
            % {"n": number(n)},
        )
    else:
        flash(request, _("Dit kan niet meer ongedaan worden gemaakt; dat kan tien minuten."), is_care=True)
    return redirect("notices:notices", network=network)


@members
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest, network: str) -> HttpResponse:
    """Let a person choose how to hear of each kind of event in this network."""
    wishes = queries.wishes(request.user, request.network)
    form = PreferencesForm(request.POST if request.method == "POST" else None, wishes=wishes)
    if request.method == "POST" and form.is_valid():
        actions.prefer(request.network, by=request.user, wishes=form.wishes())
        flash(request, _("Uw keuze is bewaard."))
        return redirect("notices:preferences", network=network)
    back = {"label": _("Meldingen"), "href": reverse("notices:notices", kwargs={"network": network})}
    context = {"form": form, "groups": _groups(form), "crumbs": [back, {"label": _("Instellen")}]}
    return render(request, "notices/preferences.html", context, status=422 if form.errors else 200)


def _row(request: HttpRequest, notice: Notice) -> dict[str, Any]:
    today = timezone.localdate()
    manner = MANNERS[Kind(notice.kind)]
    is_today = timezone.localdate(notice.at) == today
    due = _("Uiterlijk %(day)s.") % {"day": weekday_date(notice.due_on)} if notice.due_on else ""
    return {
        "when": _("vandaag") if is_today else short_date(notice.at, today),
        "when_note": clock(notice.at),
        "state": manner.look if notice.read_at is None else "read",
        "word": _("Nieuw: %(kind)s") % {"kind": manner.word.lower()}
        if notice.read_at is None
        else manner.word,
        "title": notice.title,
        "href": reverse("notices:open", kwargs={"network": request.network.slug, "notice": notice.pk}),
        "because": f"{notice.because} {due}".strip(),
    }


def _groups(form: PreferencesForm) -> list[dict[str, Any]]:
    """The choices by what they are about, each with its words in the margin."""
    return [
        {"title": title, "hint": hint, "fields": [form[kind] for kind in kinds]}
        for title, hint, kinds in GROUPS
    ]
