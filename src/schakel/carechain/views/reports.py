"""The page on which a provider tells how long people waited in a month, beside what stood there before."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from schakel.carechain import actions, queries
from schakel.carechain.forms import ReportGrid, WhyReportForm
from schakel.carechain.forms.reports import FACTOR_CELLS, WAIT_CELLS, as_typed
from schakel.carechain.models import DataPurpose, WaitReport
from schakel.carechain.permissions import why_not_agree_use, why_not_report_waits
from schakel.carechain.queries import MonthReport
from schakel.carechain.rules import Phase, Split, why_not_month
from schakel.carechain.views.shapes import CHANGE, address
from schakel.measuring.rules.periods import first_day, label, moved, read_period
from schakel.methods.waits.norms import phase_norms
from schakel.network.models import Partner
from schakel.tenancy.audience import members
from schakel.web.fields import without_invisible_signs
from schakel.web.flash import flash
from schakel.web.formats import dutch_date, number
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import crumbs, deed, posted

MONTH = "month"
MONTHS_TO_CHOOSE = 24
#: Words of an address for about whom figures are.
ABOUT = {"diagnosegroep": Split.DIAGNOSIS, "behandelvorm": Split.FORM}


@require_http_methods(CHANGE)
@members
def report_waits(request: HttpRequest, network: str) -> HttpResponse:
    """Choose a provider and a month, and fill in the grid."""
    allow(why_not_report_waits(request.user, request.network))
    partners = queries.partners_to_report(request.network, request.user)
    purposes = queries.purposes(request.network, request.user)
    partner = _chosen_partner(request, partners)
    context: dict[str, Any] = {
        "partners": partners,
        "partner": partner,
        "crumbs": crumbs(
            (_("Zorgketen"), address("chain", request)),
            (_("Wachttijden ggz"), address("waits", request)),
            _("Vul wachttijden in"),
        ),
        "agree": deed(
            _("Leg een doel vast"),
            address("purpose", request),
            refusal=why_not_agree_use(request.user, request.network),
        ),
        "has_purpose": bool(purposes),
    }
    if not purposes or partner is None:
        return render(request, "carechain/report.html", context)
    return _grid_page(request, partner, purposes, context)


def _chosen_partner(request: HttpRequest, partners: list[Partner]) -> Partner | None:
    """The provider in the address; without one the only one that this person fills in for."""
    slug = request.GET.get("aanbieder", "")
    if slug:
        found = next((one for one in partners if one.slug == slug), None)
        if found is None:
            raise Refused(_("U vult alleen de cijfers van uw eigen organisatie in."))
        return found
    return partners[0] if len(partners) == 1 else None


def _grid_page(
    request: HttpRequest, partner: Partner, purposes: list[DataPurpose], context: dict[str, Any]
) -> HttpResponse:
    today = timezone.localdate()
    last = moved(MONTH, first_day(MONTH, today), -1)
    month_on = read_period(MONTH, request.GET.get("maand", "")) or last
    split = ABOUT.get(request.GET.get("voor", ""), Split.ALL)
    group = without_invisible_signs(request.GET.get("groep", "")).replace("\x00", "").strip()[:80]
    if split == Split.ALL or not group:
        split, group = Split.ALL, ""
    allow(why_not_month(month_on, today))
    page = queries.month_report(
        request.network, request.user, partner, month_on, split=split, split_name=group
    )
    grid = ReportGrid(page, posted(request))
    why = WhyReportForm(posted(request), purposes=purposes)
    if request.method == "POST" and grid.is_valid() & why.is_valid():
        try:
            kept = actions.report_waits(
                why.chosen_purpose(),
                partner,
                by=request.user,
                month_on=month_on,
                phases=grid.phases,
                factors=grid.factors,
                split=split,
                split_name=group,
                reason=why.cleaned_data["reason"],
            )
        except Refused as refused:
            why.add_error(None, refused.reason)
        else:
            flash(request, _told(kept))
            return redirect(request.get_full_path())
    is_wrong = bool(grid.wrong or why.errors)
    context |= {"why": why, "purpose": purposes[0] if len(purposes) == 1 else None, "is_wrong": is_wrong}
    context |= _shown(request, page, grid, today)
    return render(request, "carechain/report.html", context, status=422 if is_wrong else 200)


def _shown(request: HttpRequest, page: MonthReport, grid: ReportGrid, today: date) -> dict[str, Any]:
    """The grid with what stands around it."""
    return {
        "page": page,
        "grid": grid,
        "month": label(MONTH, page.month_on).capitalize(),
        "waits": {
            "lines": grid.lines(),
            "columns": [str(words) for _field, words, _count in WAIT_CELLS],
            "people": [{"who": page.split_name or _("Iedereen die kwam")}],
        },
        "factors": {
            "lines": grid.factor_lines(),
            "columns": [str(words) for _field, words, _count in FACTOR_CELLS],
            "people": [{"who": _("Wat meespeelt")}],
        },
        "norms": _norm_words(page.month_on),
        "history": [_corrected(one) for one in page.history],
        "about": request.GET.get("voor", "") if page.split else "",
        "abouts": [("", _("iedereen")), *((word, str(one.label)) for word, one in ABOUT.items())],
        "months": _months(page.month_on, today),
        "earlier": _at(request, page, -1, today),
        "later": _at(request, page, 1, today),
        "cancel": address("waits", request),
    }


def _at(request: HttpRequest, page: MonthReport, step: int, today: date) -> dict[str, str] | None:
    """The way to the month before or after, when something can be told of it."""
    month_on = moved(MONTH, page.month_on, step)
    if why_not_month(month_on, today) is not None:
        return None
    asked = {"aanbieder": page.partner.slug, "maand": f"{month_on:%Y-%m}"}
    if page.split:
        asked |= {"voor": request.GET.get("voor", ""), "groep": page.split_name}
    return {"label": label(MONTH, month_on), "href": f"{request.path}?{urlencode(asked)}"}


def _months(chosen: date, today: date) -> list[dict[str, Any]]:
    """The months to choose from, newest first: the last two years, and the one that is asked for."""
    newest = first_day(MONTH, today)
    found = [moved(MONTH, newest, -back) for back in range(1, MONTHS_TO_CHOOSE + 1)]
    found += [] if chosen in found else [chosen]
    return [
        {"value": f"{one:%Y-%m}", "label": label(MONTH, one), "is_chosen": one == chosen} for one in found
    ]


def _norm_words(month_on: date) -> str:
    """Which norms hold, in a line under the grid."""
    weeks = {phase: norm.norm_days / 7 for phase, norm in phase_norms(month_on).items()}
    return ", ".join(
        _("%(phase)s %(n)s weken") % {"phase": Phase(phase).label, "n": number(round(n, 1))}
        for phase, n in weeks.items()
        if phase in Phase.values
    )


def _corrected(row: Any) -> dict[str, Any]:
    """A version that was corrected, in a line."""
    told = row.told
    values = [getattr(told, name) for name in told.__dataclass_fields__]
    what = str(row.get_phase_display()) if isinstance(row, WaitReport) else _("wat meespeelt")
    unit = f" ({row.get_unit_display()})" if isinstance(row, WaitReport) else ""
    return {
        "what": what,
        "told": " / ".join(as_typed(value) or "–" for value in values) + unit,
        "who": str(row.entered_by),
        "when": dutch_date(row.entered_at),
        "reason": row.reason,
    }


def _told(kept: actions.Reported) -> str:
    words = []
    if kept.n_new:
        words.append(ngettext("%(n)d regel bewaard", "%(n)d regels bewaard", kept.n_new) % {"n": kept.n_new})
    if kept.n_corrected:
        words.append(
            ngettext("%(n)d regel verbeterd", "%(n)d regels verbeterd", kept.n_corrected)
            % {"n": kept.n_corrected}
        )
    return f"{', '.join(words)}." if words else _("Er is niets veranderd.")
