"""The waits of mental health care: each provider against the norm, the region and its parts, and what plays a part."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.carechain import queries
from schakel.carechain.permissions import why_not_name_bottleneck, why_not_report_waits
from schakel.carechain.queries import FactorsShown, GgzWaits, PhaseShown
from schakel.carechain.rules import Phase, ProviderWait, RegionWait, Split, sum_of_phases
from schakel.carechain.views.shapes import (
    DAYS_IN_WEEK,
    STEPS,
    address,
    columns,
    row,
    send_deed,
    tabs,
    weeks_words,
)
from schakel.carechain.views.slots import Way, phase_address, sizes, slot_page, way_of, ways
from schakel.measuring.rules.periods import short_label
from schakel.methods.spc import BadSeries, Direction, Method, Series, control_chart
from schakel.methods.waits.norms import SINCE_LONG, Status, norm_tables
from schakel.tenancy.audience import members
from schakel.web.control_chart.page import ControlChartOnPage, on_page
from schakel.web.control_chart.plain import BROAD, NARROW, draw
from schakel.web.formats import dutch_date, number, percent
from schakel.web.shapes import deed
from schakel.web.wait_picture import Dot, wait_picture

MONTH = "month"


@require_safe
@members
def waits(request: HttpRequest, network: str) -> HttpResponse:
    """How long people wait in mental health care, per provider and phase."""
    asked = request.GET.get("fase", "")
    phase = STEPS.get(asked, Phase.INTAKE)
    way = way_of(request, phase)
    told = queries.ggz_waits(
        request.network, request.user, phase, today=timezone.localdate(), with_small=way.with_small
    )
    refusal = why_not_report_waits(request.user, request.network)
    context: dict[str, Any] = {
        "tabs": tabs(request, "waits"),
        "told": told,
        "report": deed(_("Vul wachttijden in"), address("report_waits", request), refusal=refusal),
        "send": send_deed(request) | {"quiet": True},
        "uncounted": [
            {"href": address("log", request, log=key), "title": title} for key, title in told.uncounted
        ],
    }
    if not told.is_empty:
        context |= _phase_page(request, told, phase, way)
    return render(request, "carechain/waits.html", context)


def _phase_page(request: HttpRequest, told: GgzWaits, phase: Phase, way: Way) -> dict[str, Any]:
    shown = told.phases[phase]
    by_people = {
        "title": _title(told),
        "lede": _(
            "Tot en met %(day)s. Gemiddelden zijn van wie in de laatste twee maanden aan de beurt kwam."
        )
        % {"day": dutch_date(told.last_on) if told.last_on else "–"},
        "phases": [
            {
                "label": str(one.label).capitalize(),
                "href": phase_address(request, one, way.of(one)),
                "current": one == phase,
            }
            for one in STEPS.values()
        ],
        "ways": ways(request, phase, way),
        "sizes": sizes(request, phase, way) if any(one.is_small for one in shown.providers) else [],
        "figures": _figures(told),
        "phase_words": str(phase.label).capitalize(),
        "picture": _picture(shown, phase),
        "providers": _provider_table(shown),
        "parts": _part_table(shown),
        "groups": _group_table(shown),
        "region": _region(shown),
        "norm": _norm(shown, phase),
        "chart": _chart(shown),
        "factors": _factor_table(told),
        "failing": _failing(request, shown, phase),
        "name": deed(
            _("Noem hier een knelpunt"),
            _bottleneck(request, phase),
            quiet=True,
            refusal=why_not_name_bottleneck(request.user, request.network),
        ),
        "threshold": shown.threshold,
        "has_hidden": any(one.is_hidden or one.share_hidden or one.waiting_hidden for one in shown.providers),
        "has_own": any(one.is_own for one in shown.providers),
        "has_sums": any(not one.has_events for one in shown.providers),
    }
    if not way.is_by_slot:
        return by_people
    return by_people | slot_page(told, phase, _region(shown)["left_out"])


# --------------------------------------------------------------------------- words


def _title(told: GgzWaits) -> str:
    """The news: in how many of the phases people wait longer than the norm."""
    tested = [
        one.region.told.mean_days <= one.norm.norm_days
        for one in told.phases.values()
        if one.norm and one.region and one.region.told.mean_days is not None and one.phase != Phase.TOTAL
    ]
    n_over = tested.count(False)
    if not tested:
        return _("Wachttijden ggz")
    if not n_over:
        return _("In de ggz wacht men gemiddeld niet langer dan de norm")
    if n_over == len(tested):
        return _("In de ggz wacht men gemiddeld langer dan de norm")
    over = next(
        one
        for one in told.phases.values()
        if one.norm
        and one.region
        and one.region.told.mean_days is not None
        and one.region.told.mean_days > one.norm.norm_days
    )
    words = _("Van %(phase)s wacht men in de ggz gemiddeld langer dan de norm")
    return words % {"phase": Phase(over.phase).label}


def _figures(told: GgzWaits) -> list[dict[str, Any]]:
    """The region in each phase; the sum of the two under its own name."""
    items = []
    for phase in Phase:
        shown = told.phases[phase]
        region = shown.region
        if region is None or region.told.mean_days is None:
            continue
        norm = weeks_words(shown.norm.norm_days) if shown.norm else _("geen")
        items.append(
            {
                "value": weeks_words(region.told.mean_days),
                "label": _("gemiddeld van %(phase)s") % {"phase": phase.label},
                "source": _("norm %(norm)s · %(n)s mensen") % {"norm": norm, "n": number(region.told.n, 0)},
                "is_word": True,
            }
        )
    regions = [told.phases[phase].region for phase in (Phase.INTAKE, Phase.TREATMENT)]
    if all(regions):
        total = sum_of_phases(*(one.told for one in regions if one))
        if total is not None:
            items.append(
                {
                    "value": weeks_words(total),
                    "label": _("beide fasen opgeteld"),
                    "source": _("twee groepen mensen: geen gemeten wachttijd"),
                    "is_word": True,
                }
            )
    return items


def _period(one: ProviderWait) -> str:
    first, last = (short_label(MONTH, day) for day in (one.first_on, one.last_on))
    if one.has_events:
        return f"{dutch_date(one.first_on)} – {dutch_date(one.last_on)}"
    return first if first == last else f"{first} – {last}"


def _few(threshold: int) -> str:
    return _("onder %(n)s") % {"n": threshold}


def _share(told: Any, *, hidden: bool) -> str:
    if hidden:
        return _("verborgen")
    return percent(told.within_pct, 0) if told.within_pct is not None else "–"


# --------------------------------------------------------------------------- picture and tables


def _picture(shown: PhaseShown, phase: Phase) -> Any:
    rows = []
    region = shown.region
    if region is not None and region.told.mean_days is not None:
        rows.append(
            Dot(
                _("Regio, gewogen"),
                region.told.mean_days / DAYS_IN_WEEK,
                waiting=region.n_waiting,
                waiting_words="–",
                is_whole=True,
            )
        )
    rows += [_dot(one, shown.threshold) for one in shown.providers]
    norm = shown.norm.norm_days / DAYS_IN_WEEK if shown.norm else None
    return wait_picture(
        rows,
        norm=norm,
        title=_("Wachttijd van %(phase)s per aanbieder, in weken") % {"phase": phase.label},
        described=_(
            "Elke regel is een aanbieder: een punt is de gemiddelde wachttijd, de streepjeslijn de norm."
        )
        + " "
        + _("Rechts staat hoeveel mensen nu wachten. De cijfers staan in de tabel eronder."),
    )


def _dot(one: ProviderWait, threshold: int) -> Dot:
    mean = one.told.mean_days
    return Dot(
        one.name,
        None if mean is None else mean / DAYS_IN_WEEK,
        waiting=one.n_waiting,
        words=_("onder %(n)s mensen") % {"n": threshold} if one.is_hidden else _("niemand kwam aan de beurt"),
        waiting_words=_few(threshold) if one.waiting_hidden else "–",
        p90=None if one.p90_days is None else one.p90_days / DAYS_IN_WEEK,
    )


def _provider_table(shown: PhaseShown) -> dict[str, Any]:
    head = columns(
        (_("Aanbieder"), False),
        (_("Norm"), False),
        (_("Gemiddeld"), True),
        (_("Helft korter dan"), True),
        (_("Binnen de norm"), True),
        (_("Wacht nu"), True),
    )
    return {"columns": head, "rows": [row(head, _cells(shown, one)) for one in shown.providers]}


def _cells(shown: PhaseShown, one: ProviderWait) -> list[dict[str, Any]]:
    met = one.meets(shown.norm.norm_days if shown.norm else None)
    state = "norm_unknown" if met is None else "norm_met" if met else "norm_not_met"
    if shown.norm is None:
        state = "norm_none"
    waiting = (
        _few(shown.threshold)
        if one.waiting_hidden
        else "–"
        if one.n_waiting is None
        else number(one.n_waiting, 0)
    )
    longest = ""
    if one.longest_days is not None:
        longest = _("de langste al %(wait)s") % {"wait": weeks_words(one.longest_days)}
    people = ngettext("%(n)s mens", "%(n)s mensen", one.told.n) % {"n": number(one.told.n, 0)}
    notes = [_period(one), _("uw eigen cijfers") if one.is_own else ""]
    if one.is_small:
        notes.append(_("hoogstens 10 behandelaren: telt niet mee in de regio"))
    if not one.is_current:
        notes.append(_("ouder: telt niet mee in de regio"))
    return [
        {"text": one.name, "note": " · ".join(note for note in notes if note)},
        {"state": state},
        {
            "text": _few(shown.threshold) if one.is_hidden else weeks_words(one.told.mean_days),
            "note": "" if one.is_hidden else people,
        },
        _spread_cell(shown, one),
        {"text": _share(one.told, hidden=one.share_hidden or one.is_hidden)},
        {"text": waiting, "note": longest},
    ]


def _spread_cell(shown: PhaseShown, one: ProviderWait) -> dict[str, Any]:
    """The median with the 90th percentile and the estimate; of sums alone there is none, and that is said."""
    if not one.has_events:
        return {"text": _("niet te geven"), "note": _("alleen gemiddelden geleverd")}
    if one.is_hidden:
        return {"text": _few(shown.threshold)}
    notes = []
    if one.p90_days is not None:
        notes.append(_("9 van 10: %(wait)s") % {"wait": weeks_words(one.p90_days)})
    if one.estimate_days is not None:
        words = _("met wie nog wacht, geschat: %(wait)s")
        notes.append(words % {"wait": weeks_words(one.estimate_days)})
    return {"text": weeks_words(one.median_days), "note": " · ".join(notes)}


def _part_table(shown: PhaseShown) -> dict[str, Any] | None:
    if not shown.parts:
        return None
    head = columns(
        (_("Deelgebied"), False),
        (_("Gemiddeld"), True),
        (_("Mensen"), True),
        (_("Binnen de norm"), True),
        (_("Wacht nu"), True),
        (_("Aanbieders"), True),
    )
    rows = [
        row(
            head,
            [
                {"text": area.name},
                {"text": weeks_words(part.told.mean_days)},
                {"text": number(part.told.n, 0) if part.told.n else "–"},
                {"text": _share(part.told, hidden=part.share_hidden and part.told.n > 0)},
                {"text": "–" if part.n_waiting is None else number(part.n_waiting, 0)},
                {"text": number(part.n_providers, 0), "note": _left_out_short(part)},
            ],
        )
        for area, part in shown.parts
    ]
    return {"columns": head, "rows": rows}


def _group_table(shown: PhaseShown) -> dict[str, Any] | None:
    """Groups of people over the whole region; none where nobody told of groups that may be shown."""
    if not shown.groups:
        return None
    head = columns(
        (_("Groep"), False),
        (_("Norm"), False),
        (_("Gemiddeld"), True),
        (_("Mensen"), True),
        (_("Aanbieders"), True),
    )
    kinds = {Split.DIAGNOSIS: _("diagnosegroep"), Split.FORM: _("behandelvorm")}
    rows = []
    for one in shown.groups:
        state = "norm_none"
        if shown.norm is not None and one.told.mean_days is not None:
            state = "norm_met" if one.told.mean_days <= shown.norm.norm_days else "norm_not_met"
        cells = [
            {"text": one.name, "note": kinds[Split(one.split)]},
            {"state": state},
            {"text": weeks_words(one.told.mean_days)},
            {"text": number(one.told.n, 0)},
            {"text": number(one.n_providers, 0)},
        ]
        rows.append(row(head, cells))
    return {"columns": head, "rows": rows}


def _left_out_short(part: RegionWait) -> str:
    left = (part.left_out_small, part.left_out_few, part.left_out_old, part.left_out_double)
    n = sum(len(names) for names in left)
    return ngettext("%(n)s weggelaten", "%(n)s weggelaten", n) % {"n": n} if n else ""


def _region(shown: PhaseShown) -> dict[str, Any]:
    """The region in words, and which providers are not in it."""
    region = shown.region
    if region is None:
        return {"items": [], "left_out": []}
    met = None
    if region.told.mean_days is not None and shown.norm is not None:
        met = region.told.mean_days <= shown.norm.norm_days
    waiting = "–" if region.n_waiting is None else number(region.n_waiting, 0)
    left = (
        (_("hoogstens 10 behandelaren"), region.left_out_small),
        (_("minder dan %(n)s mensen in twee maanden") % {"n": shown.threshold}, region.left_out_few),
        (_("geen nieuwe cijfers"), region.left_out_old),
        (_("haar locaties tellen al mee"), region.left_out_double),
    )
    return {
        "verdict": "norm_unknown" if met is None else "norm_met" if met else "norm_not_met",
        "items": [
            {
                "label": _("Gemiddeld met kleine aanbieders, gewogen naar instroom")
                if any(one.small_counts for one in shown.providers)
                else _("Gemiddeld, gewogen naar instroom"),
                "value": weeks_words(region.told.mean_days),
                "note": ngettext("%(n)s aanbieder", "%(n)s aanbieders", region.n_providers)
                % {"n": number(region.n_providers, 0)},
            },
            {
                "label": _("Binnen de norm"),
                "value": _share(region.told, hidden=region.share_hidden),
            },
            {"label": _("Wacht nu"), "value": waiting},
        ],
        "left_out": [{"why": why, "names": ", ".join(names)} for why, names in left if names],
    }


def _norm(shown: PhaseShown, phase: Phase) -> list[dict[str, Any]]:
    table = norm_tables()["ggz"]
    if shown.norm is None:
        return []
    since = shown.norm.valid_from
    began = _("begindag staat niet in de bron") if since == SINCE_LONG else dutch_date(since)
    items = [
        {
            "label": _("Norm"),
            "value": weeks_words(shown.norm.norm_days),
            "note": _("%(days)s dagen, van %(phase)s")
            % {"days": number(shown.norm.norm_days, 0), "phase": phase.label},
        },
        {"label": _("Wie zegt dat"), "value": table.source, "note": began},
    ]
    items += [
        {
            "label": _("Aangekondigd, telt niet mee"),
            "value": weeks_words(one.norm_days),
            "note": one.note,
        }
        for one in table.phases
        if one.phase == phase and one.status == Status.ANNOUNCED
    ]
    return items


def _chart(shown: PhaseShown) -> ControlChartOnPage | None:
    """The weighted mean of every two months as a control chart; None when there are too few."""
    told = [(f"{on:%Y-%m}", days / DAYS_IN_WEEK) for on, days in shown.trend]
    if len(told) < 2:
        return None
    series = Series(tuple(value for _on, value in told), periods=tuple(on for on, _value in told))
    try:
        chart = control_chart(series, Method(direction=Direction.LOWER, lowest=0.0))
    except BadSeries:
        return None
    title = _("Gemiddelde wachttijd in weken, met de grenzen van toeval")
    return on_page(chart, broad=draw(chart, BROAD, title=title), narrow=draw(chart, NARROW, title=title))


def _factor_table(told: GgzWaits) -> dict[str, Any] | None:
    if not told.factors:
        return None
    head = columns(
        (_("Aanbieder"), False),
        (_("Behandelaren"), True),
        (_("Fte"), True),
        (_("Openstaande fte"), True),
        (_("Uitstroom"), True),
    )
    return {"columns": head, "rows": [row(head, _factor_cells(one, told.threshold)) for one in told.factors]}


def _factor_cells(one: FactorsShown, threshold: int) -> list[dict[str, Any]]:
    def figure(value: float | None) -> str:
        return "–" if value is None else number(round(value, 1))

    open_share = ""
    if one.vacancies_fte is not None and one.fte:
        open_share = percent(100 * one.vacancies_fte / (one.fte + one.vacancies_fte), 0)
    return [
        {"text": one.name, "note": short_label(MONTH, one.month_on)},
        {"text": figure(one.n_professionals)},
        {"text": figure(one.fte)},
        {
            "text": figure(one.vacancies_fte),
            "note": _("%(share)s van de plekken") % {"share": open_share} if open_share else "",
        },
        {"text": _few(threshold) if one.left_hidden else figure(one.n_left)},
    ]


# --------------------------------------------------------------------------- what to do


def _bottleneck(request: HttpRequest, phase: Phase, provider: ProviderWait | None = None) -> str:
    word = next(word for word, one in STEPS.items() if one == phase)
    asked = {"wachttijd": word} | ({"aanbieder": str(provider.key)} if provider else {})
    return f"{address('name_bottleneck', request)}?{urlencode(asked)}"


def _failing(request: HttpRequest, shown: PhaseShown, phase: Phase) -> list[dict[str, Any]]:
    """The providers whose mean is longer than the norm, each with the way to name a bottleneck."""
    may = why_not_name_bottleneck(request.user, request.network) is None
    return [
        {
            "name": one.name,
            "wait": weeks_words(one.told.mean_days),
            "over": _over_words((one.told.mean_days or 0) - (shown.norm.norm_days if shown.norm else 0)),
            "href": _bottleneck(request, phase, one) if may else "",
        }
        for one in shown.failing[:5]
    ]


def _over_words(days: float) -> str:
    """How much longer than the norm; what rounds to no week at all is told as just over it.

    >>> _over_words(17.5), _over_words(0.2)
    ('2,5 weken langer dan de norm', 'net langer dan de norm')
    """
    if round(days / DAYS_IN_WEEK, 1) == 0:
        return _("net langer dan de norm")
    return _("%(over)s langer dan de norm") % {"over": weeks_words(days)}
