"""Giving a body a mandate and ending one; the effect is on the page before anything is written down."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.governance import actions, permissions, queries
from schakel.governance.forms import EndMandateForm, MandateForm
from schakel.governance.models import Body, Mandate
from schakel.governance.rules import DecisionType, Mandated
from schakel.governance.views.finding import find_body
from schakel.governance.views.shapes import address, body_crumbs
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, posted

CHANGE = ["GET", "HEAD", "POST"]


@require_http_methods(CHANGE)
@members
def grant_mandate(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Say what a body may decide from a day on; first the page shows what that changes."""
    found = find_body(request, slug)
    allow(permissions.why_not_edit_body(request.user, found))
    form = MandateForm(
        posted(request), initial={"valid_from": timezone.localdate()}, **_carried(request, found)
    )
    effect = None
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
        decision = values.pop("decision", None)
        if form.was_seen and attempt(
            form, actions.grant_mandate, found, by=request.user, source_decision=decision, **values
        ):
            flash(request, _("Het mandaat van %(body)s is vastgelegd.") % {"body": found.name})
            return redirect("governance:body", network=network, slug=slug)
        effect = queries.effect_of_granting(found, _proposed(values))
    return _page(
        request,
        found,
        form,
        effect,
        title=_("Geef %(body)s een mandaat") % {"body": found.name},
        label=_("Leg dit mandaat vast"),
    )


@require_http_methods(CHANGE)
@members
def end_mandate(request: HttpRequest, network: str, slug: str, mandate: UUID) -> HttpResponse:
    """End a mandate from a day on; first the page shows what that changes."""
    found = find_body(request, slug)
    allow(permissions.why_not_edit_body(request.user, found))
    rows = Mandate.objects.visible_to(request.user).filter(body=found).select_related("body__network")
    ended = get_object_or_404(rows, pk=mandate)
    form = EndMandateForm(
        posted(request), initial={"valid_until": timezone.localdate()}, **_carried(request, found)
    )
    effect = None
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        if form.was_seen and attempt(
            form,
            actions.end_mandate,
            ended,
            by=request.user,
            valid_until=values["valid_until"],
            reason=values["reason"],
            source_decision=values.get("decision"),
        ):
            day = dutch_date(values["valid_until"])
            flash(request, _("Het mandaat geldt vanaf %(day)s niet meer.") % {"day": day})
            return redirect("governance:body", network=network, slug=slug)
        effect = queries.effect_of_ending(ended, values["valid_until"])
    return _page(
        request,
        found,
        form,
        effect,
        title=_("Beëindig een mandaat van %(body)s") % {"body": found.name},
        lede=queries.mandate_in_words(ended),
        label=_("Beëindig dit mandaat"),
    )


def _carried(request: HttpRequest, found: Body) -> dict[str, Any]:
    """The decisions out of which this may follow."""
    return {
        "decisions": queries.carrying_decisions(
            request.network, request.user, DecisionType.MANDATE, body=found
        ),
        "is_setting_up": permissions.is_being_set_up(request.network),
    }


def _proposed(values: dict[str, Any]) -> Mandated:
    """The mandate as a value, before it is a row."""
    kept = {name: value for name, value in values.items() if name != "note"}
    return Mandated(mandate_id="", **kept)


def _page(
    request: HttpRequest, found: Body, form: Any, effect: queries.Effect | None, **words: Any
) -> HttpResponse:
    """The form, and under it what it would change; only then the button that writes it down."""
    mark = form.mark if effect is not None and not form.errors else ""
    if mark:
        form.data = form.data.copy()
        form.data["seen"] = mark
    context = {
        "form": form,
        "effect": effect,
        "body": found,
        "crumbs": body_crumbs(request, found, _("Mandaat")),
        "cancel": address("governance:body", request, slug=found.slug),
        **words,
    }
    return render(request, "governance/mandate.html", context, status=422 if form.errors else 200)
