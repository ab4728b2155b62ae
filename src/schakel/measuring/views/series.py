"""Pages about figures: what is measured, filling in, one series, and its baseline."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.measuring import actions, queries
from schakel.measuring.forms import BeginForm, GridForm, WhyForm
from schakel.measuring.models import Series
from schakel.measuring.permissions import (
    why_not_approve,
    why_not_begin_series,
    why_not_define_indicators,
    why_not_end,
    why_not_enter,
)
from schakel.measuring.rules.periods import label, short_label
from schakel.measuring.views.cards import KEPT_BACK, baseline_card, chart_card
from schakel.measuring.views.finding import figure_words, find_series, parts_words, series_crumbs
from schakel.measuring.views.shapes import CHANGE, address, below_indicators, tabs
from schakel.network.models import Area, Partner
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt, deed, form_page, posted


@require_safe
@members
def measures(request: HttpRequest, network: str) -> HttpResponse:
    """What is measured, up to when there are figures, and where to fill them in."""
    found = queries.entries(request.network, request.user)
    rows = [
        {
            "entry": one,
            "may_fill": any(why_not_enter(request.user, series) is None for series in one.series),
            "series": [
                {
                    "who": series.who,
                    "is_ended": series.ended_on is not None,
                    "href": address("series", request, series=series.pk),
                }
                for series in one.series
            ],
        }
        for one in found
    ]
    context = {
        "rows": rows,
        "tabs": tabs(request, "measures"),
        "refusal": why_not_define_indicators(request.user, request.network),
    }
    return render(request, "measuring/measures.html", context)


@require_http_methods(CHANGE)
@members
def begin(request: HttpRequest, network: str, code: str) -> HttpResponse:
    """Say for whom an indicator is measured: the network, partners, areas."""
    found = queries.find_indicator(request.network, request.user, code)
    if found is None:
        raise Http404(_("Deze indicator is er niet."))
    allow(why_not_begin_series(request.user, found))
    partners = Partner.objects.visible_to(request.user).of(request.network).counted()
    areas = Area.objects.visible_to(request.user).of(request.network)
    form = BeginForm(posted(request), partners=list(partners), areas=list(areas))
    back = address("indicator", request, code=code)
    if request.method == "POST" and form.is_valid():
        version = found.versions.all()[0]
        made = attempt(form, actions.begin_series, version, by=request.user, **form.cleaned_data)
        if made is not None:
            flash(request, _("%(name)s wordt nu gemeten. Vul de cijfers in.") % {"name": found.name})
            return redirect(address("fill_in", request, code=code))
    return form_page(
        request,
        form,
        title=_("Begin met meten: %(name)s") % {"name": found.name},
        lede=_("U krijgt één reeks cijfers voor ieder die u kiest."),
        label=_("Begin met meten"),
        cancel=back,
        crumbs=below_indicators(request, (found.name, back), _("Begin met meten")),
    )


@require_http_methods(CHANGE)
@members
def fill_in(request: HttpRequest, network: str, code: str) -> HttpResponse:
    """The grid of periods and partners: typed, or pasted from Excel; nothing that was typed is lost."""
    grid = queries.grid(
        request.network, request.user, code, timezone.localdate(), _asked_day(request.GET.get("tot", ""))
    )
    if grid is None:
        raise Http404(_("Deze indicator wordt hier niet gemeten."))
    grid = _mine(request, grid)
    form, why = GridForm(grid, posted(request)), WhyForm(posted(request))
    n_pasted = None
    if request.method == "POST" and "paste" in request.POST:
        n_pasted = form.paste(request.POST.get("block", ""))
        form.is_valid()
    elif request.method == "POST" and form.is_valid() & why.is_valid():
        kept = attempt(why, actions.enter_values, form.filled, by=request.user, **why.cleaned_data)
        if kept:
            flash(request, _told(kept))
            return redirect(request.get_full_path())
    return _grid_page(request, grid, form, why, n_pasted)


def _mine(request: HttpRequest, grid: queries.Grid) -> queries.Grid:
    """The grid with only what this person may fill in; who may fill in nothing is told why."""
    refusals = {series.pk: why_not_enter(request.user, series) for series in grid.series}
    mine = tuple(series for series in grid.series if refusals[series.pk] is None)
    if not mine:
        raise Refused(next(reason for reason in refusals.values() if reason))
    return queries.Grid(grid.version, mine, grid.periods, grid.standing, grid.earlier, grid.later)


def _grid_page(
    request: HttpRequest, grid: queries.Grid, form: GridForm, why: WhyForm, n_pasted: int | None
) -> HttpResponse:
    code, is_wrong = grid.version.indicator.code, bool(form.wrong or form.faults or why.errors)
    kind = grid.version.period

    def at(day: date | None) -> dict[str, str] | None:
        if day is None:
            return None
        return {"label": short_label(kind, day), "href": f"{request.path}?tot={day.isoformat()}"}

    context = {
        "grid": grid,
        "form": form,
        "why": why,
        "lines": form.lines(),
        "columns": form.column_words,
        "pasted": request.POST.get("block", "") if form.faults else "",
        "n_pasted": n_pasted,
        "is_wrong": is_wrong,
        "faults": form.faults,
        "earlier": at(grid.earlier),
        "later": at(grid.later),
        "cancel": address("measures", request),
        "crumbs": [
            {"label": _("Meten"), "href": address("measures", request)},
            {"label": grid.version.name, "href": address("indicator", request, code=code)},
            {"label": _("Vul cijfers in"), "href": ""},
        ],
    }
    return render(request, "measuring/fill_in.html", context, status=422 if is_wrong else 200)


def _told(kept: actions.Kept) -> str:
    if not kept.n_changed:
        return _("Er is niets veranderd.")
    words = [
        ngettext("%(n)d cijfer bewaard", "%(n)d cijfers bewaard", kept.n_new) % {"n": kept.n_new}
        if kept.n_new
        else "",
        ngettext("%(n)d cijfer verbeterd", "%(n)d cijfers verbeterd", kept.n_corrected)
        % {"n": kept.n_corrected}
        if kept.n_corrected
        else "",
    ]
    return f"{', '.join(word for word in words if word)}.".capitalize()


@require_safe
@members
def series(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """One series: its figures with every correction, and its baseline."""
    found = find_series(request, series)
    page = queries.series_page(found)
    refusal = why_not_enter(request.user, found)
    policy = queries.policy_of(found.network_id)
    known = queries.let_out_together([found], policy) if refusal else None
    view = queries.series_view(page, known)
    fill = deed(
        _("Vul cijfers in"),
        address("fill_in", request, code=found.version.indicator.code),
        refusal=refusal,
    )
    context = {
        "page": page,
        "series": found,
        "version": found.version,
        "rows": _figure_rows(page, known),
        "sees_all": known is None,
        **chart_card(request, found, view),
        "approve": deed(
            _("Maak alle cijfers definitief"),
            action=address("approve", request, series=found.pk),
            quiet=True,
            refusal=why_not_approve(request.user, found),
        )
        if page.n_provisional
        else None,
        "drop": deed(
            _("Haal deze lege reeks weg"), action=address("drop_series", request, series=found.pk), quiet=True
        )
        if not page.figures and why_not_define_indicators(request.user, request.network) is None
        else None,
        "ended": _ended(found, is_hidden=view.is_hidden),
        "ending": _ending(request, found) if page.figures else None,
        "baseline": baseline_card(request, found, page, known, policy),
        "deed": fill,
        "crumbs": series_crumbs(request, found),
    }
    return render(request, "measuring/series.html", context)


def _ended(series: Series, *, is_hidden: bool) -> dict[str, str] | None:
    """From which period on it is no longer measured, and why; None while it is."""
    if series.ended_on is None:
        return None
    words = _("Vanaf %(period)s wordt dit niet meer gemeten.")
    return {
        "title": words % {"period": label(series.version.period, series.ended_on)},
        # Free words may tell the very number that is hidden.
        "text": str(KEPT_BACK) if is_hidden else series.ended_reason,
    }


def _ending(request: HttpRequest, series: Series) -> dict[str, Any] | None:
    """Ending a series, or taking it up again, for who may."""
    if why_not_end(request.user, request.network) is not None:
        return None
    name, words = (
        ("resume_series", _("Meet dit weer")) if series.ended_on else ("end_series", _("Beëindig deze reeks"))
    )
    return deed(words, address(name, request, series=series.pk), quiet=True)


@require_POST
@members
def approve(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Make every provisional figure of a series final."""
    found = find_series(request, series)
    n = actions.approve_values(found, by=request.user)
    flash(
        request,
        ngettext("%(n)d cijfer is nu definitief.", "%(n)d cijfers zijn nu definitief.", n) % {"n": n},
    )
    return redirect(address("series", request, series=found.pk))


@require_POST
@members
def drop_series(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Take back a series in which nothing was ever filled in."""
    found = find_series(request, series)
    name = str(found)
    actions.drop_series(found, by=request.user)
    flash(request, _("De lege reeks %(name)s is weg.") % {"name": name})
    return redirect(address("measures", request))


def _figure_rows(page: queries.SeriesPage, known: queries.Together | None) -> list[dict[str, Any]]:
    """The figures as this person may see them: who collects sees all, everybody else without small numbers."""
    key = page.series.pk
    return [
        _figure_row(
            page,
            figure,
            queries.Shown(figure.value.measured)
            if known is None
            else known.get((key, figure.value.period_on), queries.HIDDEN),
            sees_all=known is None,
        )
        for figure in page.figures
    ]


def _figure_row(
    page: queries.SeriesPage, figure: queries.Figure, shown: queries.Shown, *, sees_all: bool
) -> dict[str, Any]:
    value, version = figure.value, page.series.version
    return {
        "words": figure.words,
        "text": figure_words(version, shown),
        "parts": parts_words(shown),
        "state": "confirmed" if value.state == "final" else "draft",
        "state_word": str(value.get_state_display()).capitalize(),
        "who": value.entered_by or "Schakel",
        "day": dutch_date(value.entered_at),
        # Free words may tell the very number that is hidden.
        "source": value.source if sees_all else "",
        "reason": value.reason if sees_all else "",
        "before": [
            {
                "text": figure_words(version, queries.Shown(one.measured)),
                "who": one.entered_by or "Schakel",
                "day": dutch_date(one.entered_at),
            }
            for one in figure.before
        ]
        if sees_all
        else [],
    }


def _asked_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2199 else None
