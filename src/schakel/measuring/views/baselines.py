"""Pages about the baseline of a series: gathering, checking, locking, and taking back what is not locked."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from schakel.measuring import actions, queries
from schakel.measuring.forms import BaselineForm, ReasonForm
from schakel.measuring.models import Baseline, Series
from schakel.measuring.permissions import why_not_collect, why_not_lock, why_not_withdraw_baseline
from schakel.measuring.rules import ENOUGH_POINTS
from schakel.measuring.views.cards import period_words, sealed_rows
from schakel.measuring.views.finding import find_series, series_crumbs
from schakel.measuring.views.shapes import CHANGE, address
from schakel.methods.disclosure import USUAL
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, form_page, posted


@require_http_methods(CHANGE)
@members
def collect_baseline(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Choose over which periods the baseline goes."""
    found = find_series(request, series)
    allow(why_not_collect(request.user, found))
    page = queries.series_page(found)
    periods = [one.value.period_on for one in reversed(page.figures) if not one.value.is_withdrawn]
    back = address("series", request, series=found.pk)
    if not periods:
        raise Refused(_("Er zijn nog geen cijfers. Vul eerst de cijfers van vóór de verandering in."))
    first = periods[-ENOUGH_POINTS] if len(periods) >= ENOUGH_POINTS else periods[0]
    form = BaselineForm(
        posted(request),
        initial={"from_on": first.isoformat(), "last_on": periods[-1].isoformat()},
        kind=found.version.period,
        periods=periods,
        is_first=not page.baselines,
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.collect_baseline, found, by=request.user, **form.cleaned_data)
    ):
        flash(
            request,
            _("De nulmeting is verzameld."),
            more=_("Nu kijkt iemand anders haar na: een analist of de netwerkmanager."),
        )
        return redirect(back)
    return form_page(
        request,
        form,
        title=_("Verzamel de nulmeting van %(name)s") % {"name": found.version.name},
        lede=_(
            "Kies de periodes van vóór de verandering. Met twaalf of meer cijfers zijn de grenzen niet meer voorlopig."
        ),
        label=_("Verzamel deze nulmeting"),
        cancel=back,
        crumbs=series_crumbs(request, found, _("Nulmeting")),
    )


@require_POST
@members
def check_baseline(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Say that the figures of the baseline are right."""
    found = find_series(request, series)
    actions.check_baseline(_on_its_way(found), by=request.user)
    flash(
        request,
        _("De nulmeting is nagekeken; haar cijfers zijn nu definitief."),
        more=_("De netwerkmanager zet haar op slot."),
    )
    return redirect(address("series", request, series=found.pk))


@require_http_methods(CHANGE)
@members
def lock_baseline(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Ask once more, with every figure in sight, and lock the baseline."""
    found = find_series(request, series)
    baseline = _on_its_way(found)
    allow(why_not_lock(request.user, baseline))
    back = address("series", request, series=found.pk)
    if request.method == "POST":
        actions.lock_baseline(baseline, by=request.user)
        flash(request, _("De nulmeting is op slot."), more=_("Wat erna komt, vergelijkt u met deze cijfers."))
        return redirect(back)
    context = {
        "series": found,
        "baseline": baseline,
        "period": period_words(baseline),
        "rows": sealed_rows(baseline, None, USUAL),
        "cancel": back,
        "crumbs": series_crumbs(request, found, _("Zet op slot")),
    }
    return render(request, "measuring/lock.html", context)


@require_http_methods(CHANGE)
@members
def withdraw_baseline(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Take a baseline back that is not locked yet, with the reason."""
    found = find_series(request, series)
    baseline = _on_its_way(found)
    allow(why_not_withdraw_baseline(request.user, baseline))
    back = address("series", request, series=found.pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.withdraw_baseline(baseline, by=request.user, **form.cleaned_data)
        flash(request, _("De nulmeting is ingetrokken. De cijfers staan er nog."))
        return redirect(back)
    return form_page(
        request,
        form,
        title=_("Trek deze nulmeting in"),
        lede=_("De cijfers zelf blijven staan. U verzamelt daarna een nieuwe nulmeting."),
        label=_("Trek deze nulmeting in"),
        cancel=back,
        crumbs=series_crumbs(request, found, _("Trek in")),
    )


def _on_its_way(series: Series) -> Baseline:
    found = queries.series_page(series).open_baseline
    if found is None:
        raise Refused(_("Er is geen nulmeting onderweg."))
    found.series = series
    return found
