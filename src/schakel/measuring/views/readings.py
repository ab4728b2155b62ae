"""What people say about a series: phases and notes; and taking its figures out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.measuring import actions, queries
from schakel.measuring.forms import AtPeriodForm, PhaseForm, ReasonForm, ThresholdForm
from schakel.measuring.models import Exit, Series, Threshold
from schakel.measuring.permissions import why_not_change_phase, why_not_note, why_not_set_threshold
from schakel.measuring.views.finding import find_series, series_crumbs
from schakel.measuring.views.shapes import CHANGE, address, tabs
from schakel.methods.disclosure import PUBLIC_THRESHOLD
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(CHANGE)
@members
def change_phase(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Let new limits begin in a period, with what really changed."""
    found = find_series(request, series)
    allow(why_not_change_phase(request.user, found))
    form = PhaseForm(
        posted(request),
        kind=found.version.period,
        periods=_periods(found),
        initial={"period_on": request.GET.get("vanaf", "")},
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if attempt(
            form,
            actions.change_phase,
            found,
            by=request.user,
            starts_on=told["period_on"],
            cause=told["text"],
        ):
            flash(request, _("Vanaf deze periode gelden nieuwe grenzen. De kaart wordt opnieuw gemaakt."))
            return redirect(address("series", request, series=found.pk))
    return _form(
        request,
        found,
        form,
        title=_("Begin een nieuwe fase"),
        lede=_(
            "Alleen als er echt iets veranderde: vraag u af waarom. Iedereen leest mee; schrijf geen kleine aantallen."
        ),
        label=_("Begin deze fase"),
    )


@require_http_methods(CHANGE)
@members
def drop_phase(request: HttpRequest, network: str, series: UUID, phase: UUID) -> HttpResponse:
    """Take a phase back, with the reason."""
    found = find_series(request, series)
    allow(why_not_change_phase(request.user, found))
    row = get_object_or_404(found.phases.select_related("series__network"), pk=phase)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.drop_phase(row, by=request.user, **form.cleaned_data)
        flash(request, _("De fase is weg. De grenzen van ervoor lopen door."))
        return redirect(address("series", request, series=found.pk))
    return _form(
        request, found, form, title=_("Haal deze fase weg"), lede=row.cause, label=_("Haal deze fase weg")
    )


@require_http_methods(CHANGE)
@members
def note_point(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """Say what one knows about a period."""
    found = find_series(request, series)
    allow(why_not_note(request.user, found))
    form = AtPeriodForm(posted(request), kind=found.version.period, periods=_periods(found))
    if request.method == "POST" and form.is_valid():
        actions.note_point(found, by=request.user, **form.cleaned_data)
        flash(request, _("Uw opmerking staat bij de cijfers."))
        return redirect(address("series", request, series=found.pk))
    return _form(
        request,
        found,
        form,
        title=_("Schrijf een opmerking bij een cijfer"),
        lede=_(
            "Iedereen in het netwerk leest mee. Schrijf niets over herkenbare mensen, en geen aantallen onder de 10."
        ),
        label=_("Zet deze opmerking erbij"),
    )


@require_POST
@members
def drop_note(request: HttpRequest, network: str, series: UUID, note: UUID) -> HttpResponse:
    """Take a note back."""
    found = find_series(request, series)
    row = get_object_or_404(found.notes.select_related("series__network"), pk=note)
    actions.drop_note(row, by=request.user)
    flash(request, _("De opmerking is weg."))
    return redirect(address("series", request, series=found.pk))


@require_POST
@members
def take_out(request: HttpRequest, network: str, series: UUID) -> HttpResponse:
    """The figures of a series as an Excel file; the register keeps a line about it."""
    made, left = actions.take_out(find_series(request, series), by=request.user)
    response = HttpResponse(made, content_type=EXCEL)
    response["Content-Disposition"] = f'attachment; filename="{left.file_name}"'
    return response


@require_safe
@members
def exits(request: HttpRequest, network: str) -> HttpResponse:
    """Which figures left as a file: what, who, when, from how many people, and how many stayed hidden."""
    rows = Exit.objects.visible_to(request.user).of(request.network).select_related("person")[:200]
    thresholds = Threshold.objects.visible_to(request.user).of(request.network)
    held = list(thresholds.select_related("decision", "set_by"))
    context = {
        "rows": rows,
        "tabs": tabs(request, "exits"),
        "usual": PUBLIC_THRESHOLD,
        "holds": held[0] if held else None,
        "before": held[1:],
        "set": deed(
            _("Verander de drempel"),
            address("set_threshold", request),
            quiet=True,
            refusal=why_not_set_threshold(request.user, request.network),
        ),
    }
    return render(request, "measuring/exits.html", context)


@require_http_methods(CHANGE)
@members
def set_threshold(request: HttpRequest, network: str) -> HttpResponse:
    """Write down from how many people figures are shown on the pages of this network."""
    allow(why_not_set_threshold(request.user, request.network))
    back = address("exits", request)
    form = ThresholdForm(
        posted(request), decisions=queries.decisions_for_threshold(request.user, request.network)
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.set_threshold, request.network, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("De drempel is veranderd. Op de pagina’s van uw netwerk geldt hij meteen."))
        return redirect(f"{back}#drempel")
    return form_page(
        request,
        form,
        title=_("Verander de drempel voor kleine aantallen"),
        lede=_(
            "Bij weinig mensen is te raden om wie het gaat. Lager dan 10 kan alleen als een gremium dat besloot."
        ),
        label=_("Verander de drempel"),
        cancel=back,
        crumbs=crumbs((_("Meten"), address("board", request)), (_("Uitgaven"), back), _("Drempel")),
    )


def _periods(series: Series) -> list[Any]:
    """The periods of a series that have a figure, newest first. One database query."""
    rows = series.values.counting().filter(value__isnull=False).order_by("-period_on")
    return list(rows.values_list("period_on", flat=True))


def _form(request: HttpRequest, series: Series, form: Any, **words: Any) -> HttpResponse:
    return form_page(
        request,
        form,
        cancel=address("series", request, series=series.pk),
        crumbs=series_crumbs(request, series, words["title"]),
        **words,
    )
