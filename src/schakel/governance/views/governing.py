"""Founding, describing and closing bodies, ending seats, and seats for every partner."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from schakel.governance import actions, permissions, queries
from schakel.governance.forms import BodyForm, CloseBodyForm, DescribeBodyForm, EndSeatForm
from schakel.governance.rules import DecisionType
from schakel.governance.views.finding import find_body, find_seat, open_bodies
from schakel.governance.views.shapes import address, body_crumbs
from schakel.network.queries import areas, themes
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, form_page, posted

CHANGE = ["GET", "HEAD", "POST"]


@require_http_methods(CHANGE)
@members
def found_body(request: HttpRequest, network: str) -> HttpResponse:
    """Found a body, under a decision or while the network is being set up."""
    allow(permissions.why_not_edit_bodies(request.user, request.network))
    today = timezone.localdate()
    form = BodyForm(
        posted(request),
        initial={"founded_on": today},
        themes=themes(request.network, request.user),
        areas=[node.area for node in areas(request.network, request.user)],
        bodies=open_bodies(request),
        decisions=queries.carrying_decisions(request.network, request.user, DecisionType.NEW_BODY),
        is_setting_up=permissions.is_being_set_up(request.network),
    )
    back = address("governance:bodies", request)
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = {**form.cleaned_data}
        founded_by = values.pop("decision", None)
        made = attempt(
            form, actions.found_body, request.network, by=request.user, founded_by=founded_by, **values
        )
        if made is not None:
            flash(
                request,
                _("%(body)s is ingesteld.") % {"body": made.name},
                more=_("Geef de groep nu zetels en een mandaat."),
            )
            return redirect("governance:body", network=network, slug=made.slug)
    return form_page(
        request,
        form,
        title=_("Stel een groep in"),
        lede=_("Een groep besluit pas als zij een mandaat heeft en als er mensen op de zetels zitten."),
        crumbs=crumbs((_("Gremia"), back), _("Nieuw")),
        label=_("Stel deze groep in"),
        cancel=back,
    )


@require_http_methods(CHANGE)
@members
def describe_body(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Say better what a body is called and what it is for."""
    found = find_body(request, slug)
    allow(permissions.why_not_edit_body(request.user, found))
    form = DescribeBodyForm(posted(request), initial={"name": found.name, "purpose": found.purpose})
    back = address("governance:body", request, slug=slug)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.describe_body, found, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("De naam en het doel zijn bewaard."))
        return redirect(back)
    return form_page(
        request,
        form,
        title=_("Pas naam en doel aan"),
        lede=_("Het adres van de pagina blijft hetzelfde, zodat oude links blijven werken."),
        crumbs=body_crumbs(request, found, _("Wijzig")),
        label=_("Bewaar naam en doel"),
        cancel=back,
    )


@require_http_methods(CHANGE)
@members
def close_body(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Close a body; its seats and mandates end with it."""
    found = find_body(request, slug)
    allow(permissions.why_not_edit_body(request.user, found))
    form = CloseBodyForm(posted(request), initial={"on": timezone.localdate()})
    back = address("governance:body", request, slug=slug)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.close_body, found, by=request.user, **form.cleaned_data)
    ):
        day = dutch_date(form.cleaned_data["on"])
        flash(request, _("%(body)s is opgeheven per %(day)s.") % {"body": found.name, "day": day})
        return redirect(back)
    return form_page(
        request,
        form,
        title=_("Hef %(body)s op") % {"body": found.name},
        lede=_("De zetels en mandaten eindigen mee. Wat de groep besloot blijft geldig en te lezen."),
        crumbs=body_crumbs(request, found, _("Hef op")),
        label=_("Hef deze groep op"),
        cancel=back,
    )


@require_http_methods(CHANGE)
@members
def end_seat(request: HttpRequest, network: str, slug: str, seat: int) -> HttpResponse:
    """End a seat; who sits there leaves with it and the history stays."""
    found = find_body(request, slug)
    place = find_seat(request, found, seat)
    allow(permissions.why_not_edit_body(request.user, found))
    form = EndSeatForm(posted(request), initial={"until_on": timezone.localdate()})
    back = address("governance:seat", request, slug=slug, seat=seat)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.end_seat, place, by=request.user, **form.cleaned_data)
    ):
        day = dutch_date(form.cleaned_data["until_on"])
        flash(request, _("De zetel %(seat)s eindigt op %(day)s.") % {"seat": place.name, "day": day})
        return redirect(address("governance:body", request, slug=slug))
    return form_page(
        request,
        form,
        title=_("Hef de zetel %(seat)s op") % {"seat": place.name},
        lede=_("Wie er zit gaat eraf. De geschiedenis blijft staan."),
        crumbs=body_crumbs(request, found, (place.name, back), _("Hef op")),
        label=_("Hef deze zetel op"),
        cancel=back,
    )


@require_POST
@members
def seat_partners(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Give every partner without a seat in this body one."""
    found = find_body(request, slug)
    made = actions.seat_every_partner(found, by=request.user)
    if made:
        words = ngettext("Eén partner kreeg een zetel.", "%(n)d partners kregen een zetel.", len(made))
        flash(request, words % {"n": len(made)}, more=_("Zet er nu mensen op."))
    else:
        flash(request, _("Elke partner heeft hier al een zetel. Er is niets veranderd."))
    return redirect("governance:body", network=network, slug=slug)
