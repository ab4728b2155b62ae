"""The page of one link: how long people wait there, how that changes, who waits now, and its norm."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.carechain import actions, queries
from schakel.carechain.forms import NormForm
from schakel.carechain.models import ChainLink
from schakel.carechain.permissions import why_not_measure_link, why_not_name_bottleneck, why_not_set_norm
from schakel.carechain.queries import LinkPage
from schakel.carechain.rules import NormUnit, choice_of, is_longest, unit_words
from schakel.carechain.views.choices import choice_words, in_address, query
from schakel.carechain.views.maps import LAYERS, norm_words, share_words
from schakel.carechain.views.shapes import CHANGE, DAY_SECONDS, address, wait_words
from schakel.methods.spc import BadSeries, Direction, Method, Series, control_chart
from schakel.tenancy.audience import members
from schakel.web.chain_picture import histogram
from schakel.web.control_chart.page import ControlChartOnPage, on_page
from schakel.web.control_chart.plain import BROAD, NARROW, draw
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, number
from schakel.web.refusal import allow
from schakel.web.shapes import attempt, crumbs, deed, form_page, posted


@require_safe
@members
def link(request: HttpRequest, network: str, link: UUID) -> HttpResponse:
    """One link: distribution, months, norm, and who waits now."""
    found = _find(request, link)
    page = queries.link_page(request.network, request.user, found)
    shown = page.shown
    context: dict[str, Any] = {
        "page": page,
        "link": found,
        "title": _("Van %(source)s naar %(target)s") % {"source": found.source, "target": found.target},
        "lede": _lede(page),
        "crumbs": _crumbs(request, found, str(found)),
        "back": _map(request, found),
        "norm": _norm(page),
        "log": address("log", request, log=found.log_id),
        "set_norm": deed(
            _("Leg een norm vast") if shown.norm is None else _("Verander de norm"),
            address("norm", request, link=found.pk),
            quiet=True,
            refusal=why_not_set_norm(request.user, request.network),
        ),
    }
    known = queries.indicator_of(request.network, request.user, found)
    if known is not None:
        series = reverse("measuring:series", kwargs={"network": network, "series": known.series.pk})
        context["series"] = series
    else:
        refusal = why_not_measure_link(request.user, found)
        context["measure"] = deed(
            _("Volg deze wachttijd als indicator"),
            action=address("measure", request, link=found.pk),
            quiet=True,
            refusal=refusal,
        )
    layer = next(words for level, words in LAYERS.items() if level == found.level)
    way = {"logboek": str(found.log_id), "laag": layer, "uit": found.source, "naar": found.target}
    context["paths"] = address("paths", request) + query(way)
    context["name"] = deed(
        _("Noem hier een knelpunt"),
        f"{address('name_bottleneck', request)}?schakel={found.pk}",
        refusal=why_not_name_bottleneck(request.user, request.network),
    )
    if not shown.is_hidden:
        context |= {
            "per": _("gemiddelde wachttijd per kwartaal, in dagen")
            if page.is_by_quarter
            else _("gemiddelde wachttijd per maand, in dagen"),
            "figures": _figures(page),
            "bins": _bins(page),
            "chart": _chart(page),
            "waiting": _waiting(page),
            "histogram": _histogram(page),
            "bars_words": _bars_words(page),
        }
    return render(request, "carechain/link.html", context)


@require_POST
@members
def measure(request: HttpRequest, network: str, link: UUID) -> HttpResponse:
    """Make the wait of a link an indicator; its series shows what the log told."""
    found = _find(request, link)
    made = actions.measure_link(found, by=request.user)
    flash(request, _("De wachttijd is nu een indicator. Elk nieuw logboek vult de cijfers vanzelf aan."))
    return redirect("measuring:series", network=network, series=made.series.pk)


@require_http_methods(CHANGE)
@members
def norm(request: HttpRequest, network: str, link: UUID) -> HttpResponse:
    """Say within how many days or hours people go on here."""
    found = _find(request, link)
    allow(why_not_set_norm(request.user, request.network))
    first = found.log.first_on or timezone.localdate()
    form = NormForm(posted(request), initial={"valid_from": first})
    here = address("link", request, link=found.pk)
    if request.method == "POST" and form.is_valid():
        names = ("most", "unit", "percent", "origin", "valid_from")
        values = {name: form.cleaned_data[name] for name in names}
        source = "" if form.cleaned_data["is_for_all"] else found.source
        made = attempt(
            form,
            actions.set_norm,
            request.network,
            by=request.user,
            level=found.level,
            source=source,
            target=found.target,
            **values,
        )
        if made is not None:
            flash(request, _("De norm ligt vast."))
            return redirect(here)
    return form_page(
        request,
        form,
        title=_("Leg een norm vast"),
        lede=str(found),
        crumbs=_crumbs(request, found, (str(found), here), _("Norm")),
        label=_("Leg deze norm vast"),
        cancel=here,
    )


def _find(request: HttpRequest, key: UUID) -> ChainLink:
    found = queries.find_link(request.network, request.user, key)
    if found is None:
        raise Http404(_("Deze schakel is er niet (meer). Misschien is het logboek verwijderd."))
    return found


def _map(request: HttpRequest, found: ChainLink) -> str:
    layer = next(words for level, words in LAYERS.items() if level == found.level)
    choice = in_address(choice_of(vars(found.cut))) if found.cut else {}
    return address("chain", request) + query({"logboek": str(found.log_id), "laag": layer}, choice)


def _crumbs(request: HttpRequest, found: ChainLink, *steps: tuple[str, str] | str) -> list[dict[str, str]]:
    return crumbs((_("Zorgketen"), _map(request, found)), *steps)


def _lede(page: LinkPage) -> str:
    shown, log = page.shown, page.link.log
    if shown.is_hidden:
        return _("U ziet hier geen getallen omdat het om minder dan 10 mensen gaat.")
    choice = choice_words(choice_of(vars(page.link.cut))) if page.link.cut else ""
    return _("De helft van de mensen wacht korter dan %(wait)s. Uit %(log)s, tot en met %(day)s.") % {
        "wait": wait_words(shown.p50_s),
        "log": f"{log.title}, {choice}" if choice else log.title,
        "day": dutch_date(log.last_on) if log.last_on else "–",
    }


def _figures(page: LinkPage) -> list[dict[str, Any]]:
    shown = page.shown
    return [
        {"value": number(shown.n or 0, 0), "label": _("overdrachten")},
        {"value": wait_words(shown.p50_s), "label": _("de helft korter"), "is_word": True},
        {"value": wait_words(shown.p80_s), "label": _("8 van 10 korter"), "is_word": True},
        {"value": wait_words(shown.p90_s), "label": _("9 van 10 korter"), "is_word": True},
    ]


def _norm(page: LinkPage) -> dict[str, Any]:
    shown = page.shown
    if shown.norm is None:
        return {"verdict": "norm_none", "items": []}
    items = [
        {
            "label": _("Norm"),
            "value": norm_words(shown),
            "note": _("%(kind)s; voor %(n)s van de honderd mensen")
            % {"kind": _kind_words(shown.norm.unit), "n": shown.norm.percent},
        },
        {
            "label": _("Wie zegt dat"),
            "value": shown.norm.origin,
            "note": _("geldt in dit netwerk sinds %(day)s") % {"day": dutch_date(shown.norm.valid_from)},
        },
        {
            "label": _("Op tijd"),
            "value": share_words(shown),
            "note": _("minder dan 10 mensen waren te laat, of juist op tijd")
            if shown.share_hidden and not shown.is_hidden
            else "",
        },
    ]
    uncounted = _(
        "Dit logboek is uitgerekend voordat Schakel %(unit)s telde. Laat het opnieuw uitrekenen, dan staat hier wie op"
        " tijd was."
    ) % {"unit": NormUnit(shown.norm.unit).label}
    return {
        "verdict": shown.verdict,
        "items": items,
        "uncounted": uncounted if shown.is_uncounted else "",
    }


def _kind_words(unit: str) -> str:
    """What kind of days or hours a norm counts."""
    words = {
        NormUnit.DAYS: _("kalenderdagen"),
        NormUnit.WORKDAYS: _("maandag tot en met vrijdag, zonder feestdagen"),
        NormUnit.HOURS: _("alle uren, ook ’s nachts en in het weekend"),
        NormUnit.WORKHOURS: _("alle uren van maandag tot en met vrijdag, zonder feestdagen"),
    }
    return words[NormUnit(unit)]


def _bars_words(page: LinkPage) -> str:
    """What the histogram tells, and what its colour is."""
    words = {
        NormUnit.DAYS: _("Hoeveel mensen hoeveel kalenderdagen wachtten."),
        NormUnit.WORKDAYS: _("Hoeveel mensen hoeveel werkdagen wachtten."),
        NormUnit.HOURS: _("Hoeveel mensen hoeveel uur wachtten, naar boven afgerond."),
        NormUnit.WORKHOURS: _("Hoeveel mensen hoeveel uur op werkdagen wachtten, naar boven afgerond."),
    }[NormUnit(page.unit)]
    if page.shown.norm is None or page.shown.is_uncounted:
        return words
    return f"{words} {_('Blauw: binnen de norm.')}"


def _bins(page: LinkPage) -> list[dict[str, Any]]:
    """The rows of the table under the histogram."""
    return [
        {
            "cells": [
                {"text": _time(one.first, one.last, page.unit)},
                {"text": number(one.n, 0), "num": True, "label": _("Mensen")},
            ]
        }
        for one in page.bins
    ]


def _time(first: int, last: int, unit: str) -> str:
    """So long waited the people of one bar."""
    if is_longest(last, unit):
        return _("%(time)s of langer") % {"time": unit_words(first, unit)}
    if first == last:
        return unit_words(first, unit)
    return _("%(first)s tot en met %(last)s") % {"first": number(first, 0), "last": unit_words(last, unit)}


def _histogram(page: LinkPage) -> Any:
    norm = None if page.shown.is_uncounted else page.shown.norm
    bars = [
        (
            _bar(one.first, one.last, page.unit),
            one.n,
            norm is None or one.last <= norm.most,
        )
        for one in page.bins
    ]
    return (
        histogram(bars, title=_("Hoeveel mensen hoe lang wachtten; dezelfde cijfers staan in de tabel"))
        if bars
        else ""
    )


def _bar(first: int, last: int, unit: str) -> str:
    """The words under a bar."""
    if is_longest(last, unit):
        return f"≥ {first}"
    return str(first) if first == last else f"{first}–{last}"


def _chart(page: LinkPage) -> ControlChartOnPage | None:
    """The mean wait of each month as a control chart; None when there are too few months to chart."""
    told = [
        (one["month"], one["mean_s"] / DAY_SECONDS)
        for one in page.months
        if one is not None and one["mean_s"] is not None
    ]
    if len(told) < 2:
        return None
    series = Series(tuple(value for _month, value in told), periods=tuple(month for month, _value in told))
    method = Method(direction=Direction.LOWER, lowest=0.0)
    try:
        chart = control_chart(series, method)
    except BadSeries:
        return None
    title = _("Gemiddelde wachttijd in dagen, met de grenzen van toeval")
    return on_page(chart, broad=draw(chart, BROAD, title=title), narrow=draw(chart, NARROW, title=title))


def _waiting(page: LinkPage) -> dict[str, Any] | None:
    """Who waits now, beside those who were helped."""
    shown = page.shown
    if shown.n_waiting is None:
        return {"hidden": True}
    if not page.waiting:
        return None
    day = page.link.log.last_on
    return {
        "n": number(page.waiting["n"], 0),
        "day": dutch_date(day) if day else "",
        "items": [
            {"label": _("De helft wacht al"), "value": wait_words(page.waiting["p50_s"])},
            {"label": _("De langste wacht al"), "value": wait_words(page.waiting["longest_s"])},
            {
                "label": _("Geschatte helft"),
                "value": wait_words(page.waiting["km_p50_s"]),
                "note": _("wie nog wacht telt hierin mee (Kaplan-Meier)"),
            },
        ],
    }
