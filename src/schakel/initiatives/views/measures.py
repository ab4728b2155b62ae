"""The measure plan of an initiative: what it follows, what it promised, and what came of that."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.measures import ClaimForm, MeasureForm, NoBaselineForm
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import (
    why_not_claim,
    why_not_drop_measure,
    why_not_explain_baseline,
    why_not_judge,
    why_not_plan_measures,
)
from schakel.initiatives.queries import MeasureRow
from schakel.initiatives.rules.measures import (
    Outcome,
    why_not_promise_now,
)
from schakel.initiatives.views.embedding import _data, _done
from schakel.initiatives.views.looking import address, head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.measuring import queries as measured
from schakel.measuring.rules import IndicatorKind, PeriodKind
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow

#: So many outcomes are drawn beside the plan; the table leads to the others.
MOST_CHARTS = 2
LOOKS = {
    Outcome.MET: "verdict_met",
    Outcome.PARTLY: "verdict_partly",
    Outcome.NOT: "verdict_not",
    Outcome.NOT_YET_KNOWN: "verdict_unknown",
}

#: What is done only since the start has no figures of before; of the others they are missed.
WITHOUT_BASELINE: dict[str, str] = {
    IndicatorKind.OUTCOME: "missing",
    IndicatorKind.PROCESS: "not_begun",
    IndicatorKind.BALANCING: "missing",
}


@members
@require_safe
def measures(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show what an initiative follows, its baselines and latest figures, what it promised and what came of it."""
    initiative = initiative_or_404(request, number)
    policy = measured.policy_of(initiative.network_id)
    plan = queries.measures_of(request.user, initiative, policy)
    charts = measured.paper_charts([row.series for row in plan.outcomes[:MOST_CHARTS]], policy)
    refusal = why_not_plan_measures(request.user, initiative)
    context = head(request, initiative, tab="measures") | {
        "plan": plan,
        "rows": [_row(request, initiative, row, may_change=refusal is None) for row in plan.rows],
        "promises": [_promise(request, initiative, row) for row in plan.outcomes],
        "charts": [one for one in charts.values() if one.chart],
        "judge": _judge_deed(request, initiative, plan),
        "measuring": address(request, "measuring:measures"),
        "surveys": page_of(request, "surveys", initiative),
        "stated": queries.stated_figures(request.user, initiative),
        "deed": {
            "label": _("Kies een cijfer om te volgen"),
            "href": page_of(request, "add_measure", initiative),
            "refusal": refusal,
            "id": "kies",
        },
    }
    return render(request, "initiatives/measures.html", context)


def _row(
    request: HttpRequest, initiative: Initiative, row: MeasureRow, *, may_change: bool
) -> dict[str, Any]:
    return {
        "row": row,
        "href": address(request, "measuring:series", series=row.series.pk),
        "baseline": "ready" if row.course.baseline else WITHOUT_BASELINE[row.measure.kind],
        "drop": page_of(request, "drop_measure", initiative, pk=row.measure.pk)
        if may_change and not row.claims
        else "",
        "explain": page_of(request, "no_baseline", initiative, pk=row.measure.pk)
        if may_change and row.course.baseline is None and row.measure.kind != IndicatorKind.PROCESS
        else "",
    }


def _promise(request: HttpRequest, initiative: Initiative, row: MeasureRow) -> dict[str, Any]:
    """One outcome with its promise, the verdict in words, and the deed that is still possible."""
    late = why_not_promise_now(
        row.course.kind,
        started_on=row.course.started_on,
        first_measured=row.course.first_measured,
        is_first=row.claim is None,
    )
    refusal = why_not_claim(request.user, row.measure) or late
    deed = {
        "label": _("Verander deze belofte") if row.claim else _("Beloof een effect"),
        "href": page_of(request, "claim_effect", initiative, pk=row.measure.pk),
        "refusal": refusal,
        "quiet": True,
        "id": f"beloof-{row.measure.pk}",
    }
    return {
        "row": row,
        "state": LOOKS[row.outcome],
        "facts": [{"label": name, "value": words} for name, words in row.verdict_facts],
        "cautions": row.verdict_cautions,
        # What was promised once the work began stays; nothing is offered that nobody can do any more.
        "deed": None if row.claim and refusal else deed,
    }


def _judge_deed(request: HttpRequest, initiative: Initiative, plan: Any) -> dict[str, Any] | None:
    stale = [row.claim for row in plan.outcomes if row.is_stale and row.claim is not None]
    if not stale:
        return None
    return {
        "label": _("Bereken het oordeel"),
        "action": page_of(request, "ask_verdict", initiative),
        "refusal": why_not_judge(request.user, stale[0]),
        "id": "bereken",
    }


@members
@require_http_methods(["GET", "POST"])
@once
def add_measure(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Put a series of figures in the measure plan."""
    initiative = initiative_or_404(request, number)
    allow(why_not_plan_measures(request.user, initiative))
    there = set(initiative.measures.values_list("series", flat=True))
    offered = [
        (str(one.pk), f"{one.version.name}, {one.who}", one)
        for one in measured.series_of(request.network, request.user)
        if one.pk not in there
    ]
    form = MeasureForm(_data(request), series=offered)
    if _done(request, form, lambda: actions.follow_measure(initiative, by=request.user, **form.cleaned_data)):
        flash(request, _("U volgt nu %(name)s.") % {"name": form.cleaned_data["series"].version.name})
        return redirect("initiatives:measures", network=network, number=number)
    lacks = queries.measures_of(request.user, initiative).lacks
    return _page(
        request,
        initiative,
        form,
        title=_("Kies een cijfer om te volgen"),
        lede=lacks or _("Uw meetplan is compleet. Er mag meer bij; minder is vaak beter."),
        label=_("Volg dit cijfer"),
        once=new_mark(),
    )


@members
@require_POST
def drop_measure(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Take a measure out of the plan."""
    initiative = initiative_or_404(request, number)
    row = _find(request, initiative, pk)
    allow(why_not_drop_measure(request.user, row.measure))
    actions.drop_measure(row.measure, by=request.user)
    flash(request, _("%(name)s staat niet meer in het meetplan.") % {"name": row.name})
    return redirect("initiatives:measures", network=network, number=number)


@members
@require_http_methods(["GET", "POST"])
@once
def no_baseline(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Write down why a figure has no baseline; the group reads it at the gate."""
    initiative = initiative_or_404(request, number)
    row = _find(request, initiative, pk)
    allow(why_not_explain_baseline(request.user, row.measure))
    form = NoBaselineForm(_data(request), initial={"reason": row.measure.no_baseline_reason})
    if _done(
        request,
        form,
        lambda: actions.explain_no_baseline(row.measure, by=request.user, **form.cleaned_data),
    ):
        flash(request, _("Bewaard. De groep leest dit bij de poort."))
        return redirect("initiatives:measures", network=network, number=number)
    return _page(
        request,
        initiative,
        form,
        title=_("Geen nulmeting: %(name)s") % {"name": row.name},
        lede=_(
            "Zonder nulmeting is later niet te zeggen of het beter werd. Kan het nog wel? Zet haar dan op slot."
        ),
        label=_("Bewaar de reden"),
        once=new_mark(),
    )


@members
@require_http_methods(["GET", "POST"])
@once
def claim_effect(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Promise an effect on one outcome, before it is measured."""
    initiative = initiative_or_404(request, number)
    row = _find(request, initiative, pk)
    allow(why_not_claim(request.user, row.measure))
    allow(
        why_not_promise_now(
            row.course.kind,
            started_on=row.course.started_on,
            first_measured=row.course.first_measured,
            is_first=row.claim is None,
        )
    )
    version = row.series.version
    words = {"unit": _("procentpunt") if version.unit == "%" else version.unit}
    words["period"] = str(PeriodKind(version.period).label).lower()
    names = [name for name in ClaimForm.base_fields if name != "beside"]
    start: dict[str, Any] = {name: getattr(row.claim, name) for name in names} if row.claim else {}
    if row.claim:
        start["beside"] = [str(key) for key in row.claim.comparisons.values_list("series", flat=True)]
    comparable = queries.comparable(request.user, row.measure)
    form = ClaimForm(_data(request), initial=start, beside=comparable, **words)
    if _done(request, form, lambda: actions.claim_effect(row.measure, by=request.user, **form.cleaned_data)):
        flash(request, _("Uw belofte staat vast. Na de start verandert zij niet meer."))
        return redirect("initiatives:measures", network=network, number=number)
    return _page(
        request,
        initiative,
        form,
        title=_("Beloof een effect: %(name)s") % {"name": row.name},
        lede=_("Nulmeting: %(words)s. Na de start verandert niemand deze belofte meer. %(beside)s")
        % {"words": row.baseline_words, "beside": "" if comparable.offered else comparable.words},
        label=_("Leg deze belofte vast"),
        once=new_mark(),
    )


@members
@require_POST
def ask_verdict(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Have the worker work out what came of the promises."""
    initiative = initiative_or_404(request, number)
    actions.ask_verdict(initiative, by=request.user)
    flash(request, _("Het oordeel wordt berekend."), more=_("Ververs deze pagina over een minuut."))
    return redirect("initiatives:measures", network=network, number=number)


def _find(request: HttpRequest, initiative: Initiative, pk: UUID) -> MeasureRow:
    for row in queries.measures_of(request.user, initiative).rows:
        if row.measure.pk == pk:
            return row
    raise Http404(_("Dit cijfer staat niet (meer) in het meetplan."))


def _page(request: HttpRequest, initiative: Initiative, form: Any, **more: Any) -> HttpResponse:
    context = {
        "initiative": initiative,
        "form": form,
        "back": page_of(request, "measures", initiative),
        "back_label": initiative.number,
        **more,
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)
