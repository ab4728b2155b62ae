"""The catalogue of indicators, the sheet of one, taking one over and writing down one of the network's own."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.measuring import actions, queries
from schakel.measuring.forms import IndicatorForm
from schakel.measuring.permissions import (
    why_not_begin_series,
    why_not_define_indicators,
    why_not_end,
    why_not_enter_any,
    why_not_renew,
)
from schakel.measuring.rules import (
    Aim,
    Chart,
    Direction,
    Disclosure,
    IndicatorKind,
    IndicatorType,
    IntervalMethod,
    Origin,
    PeriodKind,
    RuleSet,
    Trilemma,
    counted_in,
    in_words,
)
from schakel.measuring.views.shapes import CHANGE, address, below_indicators, tabs
from schakel.tenancy.audience import members
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, number
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, deed, posted


@require_safe
@members
def indicators(request: HttpRequest, network: str) -> HttpResponse:
    """What the network measures, and what it could take over from the catalogue."""
    lines = queries.catalogue_lines(request.network, request.user, timezone.localdate())
    kind = request.GET.get("soort", "")
    kinds = [
        {"value": one.value, "label": one.label, "is_chosen": one.value == kind} for one in IndicatorKind
    ]
    shown = [one for one in lines if kind in {"", one.definition.kind}] if kind in IndicatorKind else lines
    refusal = why_not_define_indicators(request.user, request.network)
    context = {
        "mine": [one for one in shown if one.is_taken],
        "others": [one for one in shown if not one.is_taken],
        "kinds": kinds,
        "kind": kind if kind in IndicatorKind else "",
        "refusal": refusal,
        "tabs": tabs(request, "indicators"),
        "deed": deed(
            _("Maak een eigen indicator"), address("add_indicator", request), quiet=True, refusal=refusal
        ),
    }
    return render(request, "measuring/indicators.html", context)


@require_safe
@members
def indicator(request: HttpRequest, network: str, code: str, number: int | None = None) -> HttpResponse:
    """The sheet of one indicator: what it asks, how it is computed, where it comes from, and its versions."""
    sheet = queries.indicator_sheet(request.network, request.user, code, timezone.localdate(), number)
    if sheet is None:
        raise Http404(_("Deze indicator is er niet."))
    context = {
        "sheet": sheet,
        "definition": sheet.definition,
        "counted": _counted(sheet),
        "read": _read(request, sheet),
        "about": _about(sheet),
        "computed": in_words(sheet.definition),
        "deed": _deed(request, sheet),
        "more": _more_deeds(request, sheet),
        "files": _file_deeds(request, sheet),
        "crumbs": below_indicators(request, sheet.definition.name),
    }
    return render(request, "measuring/indicator.html", context)


@require_POST
@members
def take_over(request: HttpRequest, network: str, code: str) -> HttpResponse:
    """Take an indicator over from the catalogue, or its newer version."""
    made = actions.take_over(request.network, by=request.user, code=code)
    flash(request, _("Uw netwerk meet nu: %(name)s.") % {"name": made.name})
    return redirect(address("indicator", request, code=code))


@require_http_methods(CHANGE)
@members
def add_indicator(request: HttpRequest, network: str) -> HttpResponse:
    """Write down an indicator of the network itself."""
    allow(why_not_define_indicators(request.user, request.network))
    today = timezone.localdate()
    initial = {
        "multiplier": 1,
        "reviewed_on": today,
        "review_before": today.replace(year=today.year + 1, day=1),
    }
    form = IndicatorForm(posted(request), initial=initial, others=_others(request, ""))
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            actions.define_indicator,
            request.network,
            by=request.user,
            definition=form.as_definition(),
        )
        if made is not None:
            flash(request, _("%(name)s is vastgelegd.") % {"name": made.name})
            return redirect(address("indicator", request, code=made.indicator.code))
    return _form_page(
        request,
        form,
        title=_("Maak een eigen indicator"),
        lede=_("Kijk eerst of hij al in de catalogus staat: dan kunt u met andere netwerken vergelijken."),
        label=_("Leg deze indicator vast"),
        cancel=address("indicators", request),
        crumbs=below_indicators(request, _("Nieuw")),
    )


@require_http_methods(CHANGE)
@members
def renew_indicator(request: HttpRequest, network: str, code: str) -> HttpResponse:
    """Write the next version of an own indicator; what was measured before keeps its version."""
    found = queries.find_indicator(request.network, request.user, code)
    if found is None:
        raise Http404(_("Deze indicator is er niet."))
    allow(why_not_renew(request.user, found))
    last = found.versions.all()[0]
    before = {name: getattr(last, name) for name in (*last.SAME, "balancing") if name != "change"}
    form = IndicatorForm(posted(request), initial=before, others=_others(request, code), renews=True)
    if request.method == "POST" and form.is_valid():
        values = {"definition": form.as_definition(), "change": form.cleaned_data["change"]}
        made = attempt(form, actions.renew_indicator, found, by=request.user, **values)
        if made is not None:
            flash(
                request,
                _("Versie %(number)d van %(name)s is vastgelegd.")
                % {"number": made.number, "name": made.name},
            )
            return redirect(address("indicator", request, code=code))
    return _form_page(
        request,
        form,
        title=_("Nieuwe versie van %(name)s") % {"name": found.name},
        lede=_("Cijfers van eerder houden hun eigen versie. Een nieuwe versie begint een nieuwe reeks."),
        label=_("Leg deze versie vast"),
        cancel=address("indicator", request, code=code),
        crumbs=below_indicators(
            request, (found.name, address("indicator", request, code=code)), _("Nieuwe versie")
        ),
    )


def _form_page(request: HttpRequest, form: IndicatorForm, **words: Any) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "measuring/indicator_form.html", {"form": form, **words}, status=status)


def _others(request: HttpRequest, code: str) -> list[tuple[str, str]]:
    lines = queries.catalogue_lines(request.network, request.user, timezone.localdate())
    return [(one.definition.code, one.definition.name) for one in lines if one.definition.code != code]


def _deed(request: HttpRequest, sheet: queries.Sheet) -> dict[str, Any] | None:
    code = sheet.definition.code
    if sheet.indicator is None or sheet.newer:
        label = (
            _("Neem versie %(number)d over") % {"number": sheet.newer}
            if sheet.newer
            else _("Neem deze indicator over")
        )
        refusal = why_not_define_indicators(request.user, request.network)
        return deed(label, action=address("take_over", request, code=code), refusal=refusal)
    if sheet.is_newest and not sheet.is_measured:
        href = address("begin", request, code=code)
        return deed(_("Begin met meten"), href, refusal=why_not_begin_series(request.user, sheet.indicator))
    if sheet.is_newest:
        series = queries.series_of(request.network, request.user, version=sheet.row)
        refusal = why_not_enter_any(request.user, series)
        return deed(_("Vul cijfers in"), address("fill_in", request, code=code), refusal=refusal)
    return None


def _more_deeds(request: HttpRequest, sheet: queries.Sheet) -> list[dict[str, Any]]:
    """What can be done beside the first deed."""
    code, found = sheet.definition.code, []
    if sheet.indicator is None or not sheet.is_newest:
        return []
    if sheet.is_measured and why_not_begin_series(request.user, sheet.indicator) is None:
        found.append(deed(_("Meet het ook voor anderen"), address("begin", request, code=code), quiet=True))
    if sheet.indicator.ended_on is None and why_not_end(request.user, sheet.indicator.network) is None:
        found.append(
            deed(_("Beëindig deze indicator"), address("end_indicator", request, code=code), quiet=True)
        )
    if sheet.origin == Origin.NETWORK:
        href = address("renew_indicator", request, code=code)
        refusal = why_not_renew(request.user, sheet.indicator)
        found.append(deed(_("Maak een nieuwe versie"), href, quiet=True, refusal=refusal))
    return found


def _file_deeds(request: HttpRequest, sheet: queries.Sheet) -> list[dict[str, Any]]:
    """The sheet as a file, of the newest version that the network took."""
    if sheet.indicator is None or not sheet.is_newest:
        return []
    code = sheet.definition.code
    return [
        deed(_("Maak de fiche als PDF"), action=address("ask_fiche", request, code=code), quiet=True),
        deed(
            _("Haal de fiche op als Excel"), action=address("take_out_fiche", request, code=code), quiet=True
        ),
    ]


def _row(label: str, value: Any, note: str = "", href: str = "") -> dict[str, Any]:
    return {"label": label, "value": value, "note": note, "href": href}


def _counted(sheet: queries.Sheet) -> list[dict[str, Any]]:
    shown = sheet.definition
    rows = [
        _row(
            _("Soort getal"),
            str(IndicatorType(shown.type).label).capitalize(),
            counted_in(shown.unit),
        ),
        _row(_("Teller"), shown.numerator),
        _row(_("Noemer"), shown.denominator) if shown.denominator else None,
        _row(_("Om wie het gaat"), shown.population) if shown.population else None,
        _row(_("Periode"), str(PeriodKind(shown.period).label).capitalize()),
        _row(_("Kleine aantallen"), str(Disclosure(shown.disclosure).label).capitalize()),
    ]
    return [row for row in rows if row]


def _read(request: HttpRequest, sheet: queries.Sheet) -> list[dict[str, Any]]:
    shown = sheet.definition
    rows = [_row(_("Wat is beter"), str(Direction(shown.direction).label).capitalize())]
    if shown.target is not None:
        agreed = shown.target_origin
        if shown.target_on:
            agreed = f"{agreed}, {dutch_date(shown.target_on)}"
        rows.append(_row(_("Doel"), f"{number(shown.target)} {shown.unit}", agreed))
    else:
        rows.append(_row(_("Doel"), _("geen doel afgesproken")))
    if shown.minimal_difference is not None:
        rows.append(
            _row(_("Doet ertoe vanaf"), f"{number(shown.minimal_difference)} {shown.unit}", _("verschil"))
        )
    rows += [
        _row(_("Regelkaart"), Chart(shown.chart).label),
        _row(_("Regels"), RuleSet(shown.rule_set).label),
        _row(_("Marge"), IntervalMethod(shown.interval).label),
    ]
    rows += [
        _row(_("Lees samen met"), name, href=address("indicator", request, code=code))
        for code, name in sheet.balancing
    ]
    return rows


def _about(sheet: queries.Sheet) -> list[dict[str, Any]]:
    shown = sheet.definition
    return [
        _row(_("Wat hij vertelt"), str(IndicatorKind(shown.kind).label).capitalize()),
        _row(_("Doel van goede zorg"), str(Aim(shown.aim).label).capitalize()),
        _row(_("Vooral"), str(Trilemma(shown.trilemma).label).capitalize()),
        _row(_("Bron"), shown.source),
        _row(_("Herkomst"), str(sheet.origin.label).capitalize()),
        _row(_("Opgesteld door"), shown.authored_by),
        _row(_("Getoetst door"), shown.checked_by),
        _row(
            _("Nagekeken"),
            dutch_date(shown.reviewed_on),
            _("opnieuw vóór %(day)s") % {"day": dutch_date(shown.review_before)},
        ),
    ]
