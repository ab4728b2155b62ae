"""Pages on which a person or a partner leaves, or a body hands over: what is open, and who takes it over."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from schakel.governance.models import Body
from schakel.governance.permissions import why_not_edit_bodies
from schakel.network import actions as network_actions
from schakel.network.models import Membership, Partner
from schakel.network.permissions import why_not_manage
from schakel.network.queries import partner_choices
from schakel.overview.actions import handover as actions
from schakel.overview.forms.handover import HandOverForm, LeaveForm
from schakel.overview.queries.handover import OpenThing, open_of_body, open_of_partner, open_of_person
from schakel.overview.queries.leaving import why_not_leave
from schakel.people.models import Person
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow

CHANGE = ["GET", "HEAD", "POST"]


@require_http_methods(CHANGE)
@members
def person_leaves(request: HttpRequest, network: str, person: UUID) -> HttpResponse:
    """Let a person leave: first what they leave behind, then every role ends on a day."""
    today = timezone.localdate()
    allow(why_not_manage(request.user, request.network, today))
    members_ = Membership.objects.visible_to(request.user).of(request.network)
    leaver = Person.objects.filter(pk=person, pk__in=members_.values("person")).first()
    if leaver is None:
        raise Http404(_("Deze persoon hoort niet bij dit netwerk."))
    others = Person.objects.filter(pk__in=members_.held_on(today).values("person")).exclude(pk=leaver.pk)

    def leave(**values: Any) -> None:
        actions.leave_person(request.network, by=request.user, person=leaver, **values)

    return _page(
        request,
        things=open_of_person(request.network, leaver, request.user, today),
        takers=list(others.order_by("name")),
        leave=leave,
        name=leaver.name,
        back=reverse("network:people", kwargs={"network": network}),
        place=_("Mensen"),
    )


@require_http_methods(CHANGE)
@members
def partner_leaves(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Let a partner leave: first what it leaves behind, then the day and the reason."""
    today = timezone.localdate()
    rows = Partner.objects.visible_to(request.user).of(request.network).select_related("network")
    partner = rows.filter(slug=slug).first()
    if partner is None:
        raise Http404(_("Deze partner is er niet."))
    allow(why_not_manage(request.user, request.network, today))

    def leave(**values: Any) -> None:
        network_actions.leave(partner, by=request.user, **values)

    return _page(
        request,
        things=open_of_partner(partner, request.user, today),
        takers=[one for one in partner_choices(request.network, request.user) if one.pk != partner.pk],
        leave=leave,
        name=partner.name,
        back=reverse("overview:partner", kwargs={"network": network, "slug": slug}),
        place=partner.name,
    )


@require_http_methods(CHANGE)
@members
def body_hands_over(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Hand over what a body decides about or sees to; after that it can be closed."""
    found = Body.objects.visible_to(request.user).of(request.network).filter(slug=slug)
    body = found.select_related("network", "parent").first()
    if body is None:
        raise Http404(_("Deze groep is er niet."))
    allow(why_not_edit_bodies(request.user, request.network))
    others = Body.objects.of(request.network).filter(closed_on__isnull=True).exclude(pk=body.pk)
    things = open_of_body(body, request.user)
    given = request.POST if request.method == "POST" else None
    above = {thing.key: str(body.parent_id) for thing in things if body.parent_id}
    form = HandOverForm(given, things=things, takers=list(others), initial=above)
    if given is not None and form.is_valid() and _done(form, _hand_over, request, form, things):
        return redirect(request.path)
    here = {"network": network, "slug": slug}
    context = {
        "body": body,
        "form": form,
        "rows": _rows(request, form, things),
        "close": "" if body.is_closed else reverse("governance:close_body", kwargs=here),
        "cancel": reverse("governance:body", kwargs=here),
        "crumbs": [
            {"label": body.name, "href": reverse("governance:body", kwargs=here)},
            {"label": _("Overdragen"), "href": ""},
        ],
    }
    return render(request, "overview/body_hands_over.html", context, status=422 if form.errors else 200)


def _rows(request: HttpRequest, form: HandOverForm, things: Sequence[OpenThing]) -> list[dict[str, Any]]:
    return [
        {"thing": thing, "href": _address(request, thing), "field": _field(form, thing)} for thing in things
    ]


def _page(
    request: HttpRequest,
    *,
    things: Sequence[OpenThing],
    takers: Sequence[Any],
    leave: Callable[..., None],
    name: str,
    back: str,
    place: str,
) -> HttpResponse:
    """Show what is open with a choice for each, and the leave under it; do what was sent."""
    hands_over = request.method == "POST" and "why" in request.POST
    closes = request.method == "POST" and not hands_over
    form = HandOverForm(request.POST if hands_over else None, things=things, takers=takers)
    leave_form = LeaveForm(request.POST if closes else None, initial={"on": timezone.localdate()})
    if hands_over and form.is_valid() and _done(form, _hand_over, request, form, things):
        return redirect(request.path)
    if closes and leave_form.is_valid() and _done(leave_form, leave, **leave_form.cleaned_data):
        day = dutch_date(leave_form.cleaned_data["on"])
        flash(request, _("%(name)s is uitgetreden per %(day)s.") % {"name": name, "day": day})
        return redirect(back)
    context = {
        "name": name,
        "form": form,
        "leave_form": leave_form,
        "rows": _rows(request, form, things),
        "refusal": why_not_leave(things),
        "cancel": back,
        "crumbs": [{"label": place, "href": back}, {"label": _("Vertrek"), "href": ""}],
    }
    status = 422 if form.errors or leave_form.errors else 200
    return render(request, "overview/leave.html", context, status=status)


def _field(form: HandOverForm, thing: OpenThing) -> Any:
    return form[thing.key] if thing.key in form.fields else None


def _hand_over(request: HttpRequest, form: HandOverForm, things: Sequence[OpenThing]) -> None:
    answers = form.answers()
    if not answers:
        raise Refused(_("Kies bij minstens één regel wat ermee gebeurt."))
    n = actions.hand_over(
        request.network, by=request.user, things=things, answers=answers, reason=form.cleaned_data["why"]
    )
    words = ngettext("Eén ding is geregeld.", "%(n)d dingen zijn geregeld.", n)
    flash(request, words % {"n": n})


def _done(form: Any, deed: Callable[..., None], *args: Any, **values: Any) -> bool:
    """Do it, all or nothing; what cannot be done becomes an error on the form."""
    try:
        with transaction.atomic():
            deed(*args, **values)
    except Refused as refused:
        form.add_error(None, refused.reason)
        return False
    return True


def _address(request: HttpRequest, thing: OpenThing) -> str:
    part = {
        "governance:decision": "number",
        "initiatives:detail": "number",
        "initiatives:embedding": "number",
        "overview:person_leave": "person",
    }.get(thing.url_name, "slug")
    return reverse(thing.url_name, kwargs={"network": request.network.slug, part: thing.url_key})
