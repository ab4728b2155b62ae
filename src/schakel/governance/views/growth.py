"""The growth path: stages, needs with evidence, contributions, go or no-go, and the line of the network."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.governance import actions, permissions, queries
from schakel.governance.forms.growth import (
    EvidenceForm,
    GrowthStepForm,
    NeedForm,
    TakeBackForm,
    TierForm,
    TierPersonForm,
)
from schakel.governance.models import Decision
from schakel.governance.views.absences import may_be_short
from schakel.governance.views.finding import coming_meetings, find_decision, people_of
from schakel.governance.views.shapes import address, decision_state
from schakel.network import actions as network_actions
from schakel.network.models import ContributionTier, GrowthNeed, TierPerson
from schakel.network.permissions import why_not_manage
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, euro
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted

CHANGE = ["GET", "HEAD", "POST"]


@require_safe
@members
def growth(request: HttpRequest, network: str) -> HttpResponse:
    """Where the network stands, what the next stage needs, and how it came here."""
    today = timezone.localdate()
    path = queries.growth_path(request.user, request.network)
    refusal = why_not_manage(request.user, request.network, today)
    here = next(stage for stage in path.stages if stage.state == "now")
    context = {
        "path": path,
        "here": here,
        "chain": [{"label": one.label, "state": one.state} for one in path.stages],
        "stages": [_stage(request, one, may_change=not refusal) for one in path.stages],
        "decisions": [_decision(request, one) for one in path.decisions],
        "events": [_event(one) for one in path.happenings],
        "may_change": not refusal,
        "refusal": refusal,
        "step": _step(request, today),
        "evidence": address("initiatives:growth_dossiers", request),
        "add_need": address("governance:growth_need", request),
        "add_tier": address("governance:growth_tier", request),
    }
    return render(request, "governance/growth.html", context)


def _stage(request: HttpRequest, stage: Any, *, may_change: bool) -> dict[str, Any]:
    return {"stage": stage, "needs": [_need(request, one, may_change=may_change) for one in stage.needs]}


def _need(request: HttpRequest, need: GrowthNeed, *, may_change: bool) -> dict[str, Any]:
    """A need as a point: its evidence, or the deed that writes it down."""
    row: dict[str, Any] = {"state": "not_begun", "label": need.text}
    if need.is_met and need.met_on and need.met_by:
        who = {"who": need.met_by.name, "day": dutch_date(need.met_on)}
        row |= {"state": "ready", "note": need.evidence}
        row["who"] = _("Er sinds %(day)s, vastgelegd door %(who)s.") % who
    if may_change:
        name = "governance:growth_take_back" if need.is_met else "governance:growth_met"
        row["href"] = address(name, request, need=need.pk)
        row["href_label"] = _("Neem terug") if need.is_met else _("Leg vast dat dit er is")
    return row


def _decision(request: HttpRequest, one: Decision) -> dict[str, Any]:
    words = [
        one.body.name if one.body else "",
        one.decided_in_words,
        euro(one.amount_eur) if one.amount_eur else "",
    ]
    row: dict[str, Any] = {
        "number": one.number,
        "title": one.title,
        "href": address("governance:decision", request, number=one.number),
        "words": " · ".join(word for word in words if word),
        **decision_state(one),
    }
    if permissions.why_not_take_step(request.user, one, request.network) is None:
        row["deed"] = {
            "label": _("Zet het netwerk in de volgende fase"),
            "action": address("governance:growth_take", request, number=one.number),
        }
    return row


def _event(one: Any) -> dict[str, Any]:
    """A happening as the story shows it; a period stands in its own words."""
    says_more = one.words and (one.happened_on is None or "(" in one.words)
    text = f"{one.words}. {one.text}".strip() if says_more else one.text
    return {
        "icon": one.icon,
        "happened_on": one.happened_on,
        "precision": one.precision,
        "title": one.title,
        "text": text,
        "source": one.source,
    }


def _step(request: HttpRequest, today: Any) -> dict[str, Any] | None:
    """The deed that lays the next step before the body that may decide it, or why not."""
    reason = permissions.why_not_grow(request.network)
    body = None if reason else queries.deciding_body(request.network, today)
    if reason is None and body is None:
        reason = _(
            "Geen groep heeft nu een mandaat voor een groeistap. De netwerkmanager legt zo’n mandaat vast."
        )
    if body is not None:
        reason = permissions.why_not_put_on_agenda(request.user, body)
    return deed(
        _("Leg de volgende groeistap voor"), address("governance:growth_step", request), refusal=reason
    )


def _crumbs(request: HttpRequest, word: str) -> list[dict[str, str]]:
    return crumbs((_("Groeipad"), address("governance:growth", request)), word)


@require_http_methods(CHANGE)
@members
def growth_step(request: HttpRequest, network: str) -> HttpResponse:
    """Lay go or no-go on the next stage before the body with the mandate."""
    allow(permissions.why_not_grow(request.network))
    body = queries.deciding_body(request.network, timezone.localdate())
    if body is None:
        raise Refused(_("Geen groep heeft nu een mandaat voor een groeistap."))
    allow(permissions.why_not_put_on_agenda(request.user, body))
    meetings = coming_meetings(request, body)
    initial = {"where": meetings[0].number if meetings else GrowthStepForm.NEXT}
    form = GrowthStepForm(posted(request), meetings=meetings, initial=initial)
    if request.method == "POST" and form.is_valid():
        names = ("proposal", "amount_eur", "meeting", "closes_at")
        values = {name: form.cleaned_data[name] for name in names}
        may = may_be_short(form, body, form.last_on, at="closes_on")
        made = may and attempt(form, actions.propose_growth_step, body, by=request.user, **values)
        if made:
            flash(request, _("De groeistap ligt voor als %(number)s.") % {"number": made.number})
            return redirect("governance:decision", network=network, number=made.number)
    return form_page(
        request,
        form,
        title=_("Leg de volgende groeistap voor"),
        lede=_("%(body)s besluit. Hoe de behoeften er nu voor staan, gaat als bewijs mee.")
        % {"body": body.name},
        crumbs=_crumbs(request, _("Groeistap")),
        label=_("Leg deze stap voor"),
        cancel=address("governance:growth", request),
    )


@require_POST
@members
def growth_take(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Carry out a valid go."""
    found = find_decision(request, number)
    grown = actions.take_growth_step(found, by=request.user)
    flash(
        request,
        _("Het netwerk staat nu in de fase “%(stage)s”.") % {"stage": grown.get_growth_stage_display()},
    )
    return redirect("governance:growth", network=network)


@require_http_methods(CHANGE)
@members
def growth_met(request: HttpRequest, network: str, need: UUID) -> HttpResponse:
    """Write down that something is there, with its evidence."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    found = get_object_or_404(GrowthNeed.objects.visible_to(request.user).of(request.network), pk=need)
    form = EvidenceForm(posted(request), initial={"on": timezone.localdate()})
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and attempt(form, network_actions.meet_need, found, by=request.user, **form.cleaned_data):
        flash(request, _("Vastgelegd: %(need)s.") % {"need": found.text})
        return redirect("governance:growth", network=network)
    return _form(request, form, found.text, _("Leg vast dat dit er is"))


@require_http_methods(CHANGE)
@members
def growth_take_back(request: HttpRequest, network: str, need: UUID) -> HttpResponse:
    """Take back that something is there."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    found = get_object_or_404(GrowthNeed.objects.visible_to(request.user).of(request.network), pk=need)
    form = TakeBackForm(posted(request))
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and attempt(form, network_actions.take_back_need, found, by=request.user, **form.cleaned_data):
        flash(request, _("Teruggenomen: %(need)s.") % {"need": found.text})
        return redirect("governance:growth", network=network)
    return _form(request, form, found.text, _("Neem dit terug"))


@require_http_methods(CHANGE)
@members
def growth_need(request: HttpRequest, network: str) -> HttpResponse:
    """Add something that a stage needs."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    form = NeedForm(posted(request))
    if request.method == "POST" and form.is_valid():
        place = GrowthNeed.objects.visible_to(request.user).of(request.network).count()
        made = attempt(
            form,
            network_actions.put_need,
            request.network,
            by=request.user,
            position=place,
            **form.cleaned_data,
        )
        if made is not None:
            flash(request, _("Toegevoegd: %(need)s.") % {"need": made[0].text})
            return redirect("governance:growth", network=network)
    return _form(request, form, _("Wat heeft een groeifase nodig?"), _("Voeg dit toe"))


@require_http_methods(CHANGE)
@members
def growth_tier(request: HttpRequest, network: str) -> HttpResponse:
    """Describe one of the three kinds of contribution."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    form = TierForm(posted(request))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, network_actions.put_tier, request.network, by=request.user, **form.cleaned_data)
        if made is not None:
            flash(request, _("Bewaard: inbreng van %(tier)s.") % {"tier": made[0]})
            return redirect("governance:growth", network=network)
    return _form(request, form, _("Wie brengt wat in?"), _("Bewaar deze inbreng"))


@require_http_methods(CHANGE)
@members
def growth_join(request: HttpRequest, network: str, tier: UUID) -> HttpResponse:
    """Write down who contributes."""
    allow(why_not_manage(request.user, request.network, timezone.localdate()))
    rows = ContributionTier.objects.visible_to(request.user).of(request.network).select_related("network")
    found = get_object_or_404(rows, pk=tier)
    form = TierPersonForm(posted(request), people=people_of(request))
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent and attempt(form, network_actions.join_tier, found, by=request.user, **form.cleaned_data):
        flash(
            request,
            _("%(name)s brengt nu in: %(tier)s.") % {"name": form.cleaned_data["person"], "tier": found},
        )
        return redirect("governance:growth", network=network)
    return _form(request, form, _("Wie brengt %(tier)s in?") % {"tier": found}, _("Leg deze inbreng vast"))


@require_POST
@members
def growth_leave(request: HttpRequest, network: str, person: UUID) -> HttpResponse:
    """Take a person out of a kind of contribution."""
    rows = TierPerson.objects.visible_to(request.user).of(request.network)
    found = get_object_or_404(rows.select_related("tier", "person", "network"), pk=person)
    network_actions.leave_tier(found, by=request.user)
    flash(request, _("%(name)s staat er niet meer bij.") % {"name": found.person.name})
    return redirect("governance:growth", network=network)


def _form(request: HttpRequest, form: Any, title: str, label: str) -> HttpResponse:
    return form_page(
        request,
        form,
        title=title[:1].upper() + title[1:],
        crumbs=_crumbs(request, label),
        label=label,
        cancel=address("governance:growth", request),
    )
