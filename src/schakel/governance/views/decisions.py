"""Pages about decisions: the register, one decision with its proofs, and what can still be done with it."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.governance import actions, permissions, queries
from schakel.governance.forms import (
    ConditionMetForm,
    RatifyForm,
    RegisterForm,
    WrittenForm,
)
from schakel.governance.models import Body, Decision
from schakel.governance.views.absences import may_be_short
from schakel.governance.views.decision_page import decision_context
from schakel.governance.views.finding import coming_meetings, find_decision, one_of
from schakel.governance.views.shapes import address, decision_crumbs, decision_state
from schakel.network import queries as network_queries
from schakel.network.choosing import beyond_line
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import number as written_number
from schakel.web.htmx import template_for
from schakel.web.refusal import allow
from schakel.web.remembered import person, remembers
from schakel.web.shapes import attempt, form_page, posted

PER_PAGE = 50


@require_safe
@members
@remembers()
def decisions(request: HttpRequest, network: str) -> HttpResponse:
    """The register of decisions, filtered."""
    bodies = list(Body.objects.visible_to(request.user).of(request.network).select_related("theme"))
    years = queries.register_years(request.user, request.network)
    verdicts = queries.register_verdicts(request.user, request.network)
    areas = network_queries.areas(request.network, request.user)
    form = RegisterForm(request.GET, bodies=bodies, years=years, verdicts=verdicts, areas=areas)
    chosen = form.chosen()
    look = partial(queries.decisions_register, request.user, request.network)
    found = look(**chosen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [_row(request, one) for one in page.object_list]
    n = page.paginator.count
    context = {
        "form": form,
        "page": page,
        "rows": rows,
        "found": ngettext("%(n)s besluit gevonden", "%(n)s besluiten gevonden", n) % {"n": written_number(n)},
        "is_used": any(chosen.values()),
        "wider": beyond_line(
            request, chosen["area"], lambda beyond: look(**{**chosen, "area": beyond}).count()
        ),
    }
    return render(request, template_for(request, "governance/decisions.html", part="rows"), context)


def _row(request: HttpRequest, one: Decision) -> dict[str, Any]:
    return {
        "decision": one,
        "href": address("governance:decision", request, number=one.number),
        "when": one.decided_in_words or _("nog te nemen"),
        **decision_state(one),
    }


@require_safe
@members
@remembers(person)
def decision(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """One decision: the verdict, whether this group was allowed to decide, the votes, what is still missing."""
    found = find_decision(request, number)
    return render(request, "governance/decision.html", decision_context(request, found, timezone.now()))


@require_POST
@members
def meet_condition(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down that a condition is met, and how."""
    found = find_decision(request, number)
    condition = one_of(found.conditions.select_related("network", "decision__body"), request, "condition")
    form = ConditionMetForm(request.POST, auto_id=f"id_{condition.pk}_%s")
    to_page = redirect("governance:decision", network=network, number=number)
    if condition.met_on is not None:
        flash(request, _("Deze voorwaarde was al vervuld."))
        return to_page
    allow(permissions.why_not_meet_condition(request.user, condition))
    if form.is_valid() and attempt(
        form,
        actions.meet_condition,
        condition,
        by=request.user,
        note=form.cleaned_data["note"],
        met_on=form.cleaned_data["met_on"],
    ):
        flash(request, _("De voorwaarde is vervuld."))
        return to_page
    context = decision_context(request, found, timezone.now(), condition_form=form)
    return render(request, "governance/decision.html", context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@members
def put_in_writing(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Let the members vote themselves, in writing, until a moment."""
    found = find_decision(request, number)
    allow(permissions.why_not_open(found))
    assert found.body is not None
    allow(permissions.why_not_put_on_agenda(request.user, found.body))
    form = WrittenForm(posted(request))
    if form.is_bound and form.is_valid():
        closes_at = form.cleaned_data["closes_at"]
        if found.closes_at == closes_at or (
            may_be_short(form, found.body, form.cleaned_data["closes_on"], at="closes_on")
            and attempt(form, actions.put_in_writing, found, by=request.user, closes_at=closes_at)
        ):
            flash(
                request,
                _("De schriftelijke ronde is geopend."),
                more=_("Elk lid stemt zelf; wie zwijgt, stemt niet."),
            )
            return redirect("governance:decision", network=network, number=number)
    return form_page(
        request,
        form,
        title=_("Open een schriftelijke ronde"),
        lede=_("Elk lid stemt zelf, ook op de telefoon. Wie zwijgt, stemt niet mee."),
        crumbs=decision_crumbs(request, found, _("Schriftelijk")),
        label=_("Open deze schriftelijke ronde"),
        cancel=address("governance:decision", request, number=number),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@members
def ratify(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Ask a body that has the mandate to ratify a decision under reserve."""
    found = find_decision(request, number)
    bodies = list(queries.could_ratify(found)) if found.is_provisional else []
    allow(_why_not_ratify(request, found, bodies))
    mine = [one for one in bodies if not permissions.why_not_ratify(request.user, found, one)]
    form = RatifyForm(
        posted(request),
        bodies=mine,
        meetings=coming_meetings(request, *mine),
        initial={"where": RatifyForm.NEXT, "body": mine[0].slug},
    )
    if form.is_bound and form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("body", "meeting", "closes_at", "proposal")}
        already = found.ratified_by.waiting().filter(body=values["body"]).first()
        goes_on = already or may_be_short(form, values["body"], form.last_on, at="closes_on")
        made = already or (goes_on and attempt(form, actions.ratify, found, by=request.user, **values))
        if made:
            words = _("%(body)s krijgt de vraag om dit te bekrachtigen, als %(number)s.")
            flash(request, words % {"body": values["body"].name, "number": made.number})
            return redirect("governance:decision", network=network, number=made.number)
    return form_page(
        request,
        form,
        title=_("Laat dit besluit bekrachtigen"),
        lede=_("Een groep die wel mandaat heeft, neemt het besluit over. Daarna geldt het."),
        crumbs=decision_crumbs(request, found, _("Bekrachtig")),
        label=_("Vraag deze groep te bekrachtigen"),
        cancel=address("governance:decision", request, number=number),
    )


def _why_not_ratify(request: HttpRequest, found: Decision, bodies: list[Body]) -> str | None:
    """Why this person cannot ask any body to ratify, or None when one will do."""
    if not found.is_provisional:
        return _("Alleen een besluit onder voorbehoud kan worden bekrachtigd.")
    if not bodies:
        return _("Geen groep had op die dag mandaat voor dit besluit. Neem een nieuw besluit.")
    reasons = [permissions.why_not_ratify(request.user, found, one) for one in bodies]
    return None if None in reasons else reasons[0]
