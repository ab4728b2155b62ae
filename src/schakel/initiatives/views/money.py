"""Money: what one initiative costs and from where, and the funding lines of the network with their queues."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.money import AwardForm, CorrectAwardForm, FundingLineForm
from schakel.initiatives.models import FundingAward, FundingLine, Initiative
from schakel.initiatives.permissions import (
    why_not_correct_award,
    why_not_edit_funding,
    why_not_record_award,
    why_not_record_spending,
)
from schakel.initiatives.rules import SPENT_IN, CostType, Stage
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.charts import Bar, PlannedBar, bars, planned_bars
from schakel.web.flash import flash
from schakel.web.formats import euro
from schakel.web.refusal import Refused, allow
from schakel.web.shapes import attempt

#: The stages in which a funder can still award something.
FUNDED_IN = (Stage.PREPARATION, Stage.AWAITING_FUNDING, Stage.PILOT, Stage.EXECUTION)


@members
@require_safe
def money(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the budget by year and source, the hours, what funding lines hold, and the place in the queue."""
    initiative = initiative_or_404(request, number)
    known = queries.money_of(request.user, initiative)
    context = head(request, initiative, tab="money") | {
        "money": known,
        "rows": [(zip(known.years, row.amounts, strict=True), row) for row in known.rows],
        "bars": _bars(known),
        "per_year": list(zip(known.years, known.per_year, strict=True)),
        "cost_types": dict(CostType.choices),
        "deed": _award_deed(request, initiative, known),
        "spending": _spending_deed(request, initiative),
        "spent_bars": _spent_bars(known),
        "value": queries.value_of(request.user, initiative),
        "may_correct": why_not_edit_funding(request.user, request.network) is None,
    }
    return render(request, "initiatives/money.html", context)


def _bars(known: Any) -> list[Bar]:
    """The amount of each year as a bar; one year needs no drawing."""
    if len(known.years) < 2:
        return []
    return bars(
        [
            (str(year), sum_eur, euro(sum_eur))
            for year, sum_eur in zip(known.years, known.per_year, strict=True)
        ]
    )


def _spent_bars(known: Any) -> list[PlannedBar]:
    """Per year what was planned and what of it was spent; nothing while nothing was written down."""
    if not any(one.is_spent for one in known.compared):
        return []
    years = sorted({one.kind.year for one in known.compared})
    sums = [
        (
            str(year),
            sum((one.planned_eur for one in known.compared if one.kind.year == year), Decimal(0)),
            sum((one.spent_eur for one in known.compared if one.kind.year == year), Decimal(0)),
        )
        for year in years
    ]
    return planned_bars(
        [
            (
                year,
                planned,
                spent,
                _("%(spent)s van %(planned)s") % {"spent": euro(spent), "planned": euro(planned)},
            )
            for year, planned, spent in sums
        ]
    )


def _spending_deed(request: HttpRequest, initiative: Initiative) -> dict[str, Any] | None:
    """Writing down what was spent; before the start there is nothing to spend."""
    if initiative.stage not in SPENT_IN:
        return None
    return {
        "label": _("Werk de uitgaven bij"),
        "href": page_of(request, "spending", initiative),
        "refusal": why_not_record_spending(request.user, initiative),
        "quiet": True,
        "id": "uitgaven-bijwerken",
    }


def _award_deed(request: HttpRequest, initiative: Initiative, known: Any) -> dict[str, Any] | None:
    """Writing down an award: for the office, and for the funder itself; others read who can."""
    if initiative.stage not in FUNDED_IN or not known.lines:
        return None
    reasons = [why_not_record_award(request.user, initiative, one.line) for one in known.lines]
    return {
        "label": _("Leg een toekenning vast"),
        "href": page_of(request, "record_award", initiative),
        "refusal": None if None in reasons else reasons[0],
        "quiet": initiative.stage != Stage.AWAITING_FUNDING,
        "id": "toekenning",
    }


@members
@require_http_methods(["GET", "POST"])
@once
def record_award(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down what a funder awarded; with all the money there, what waited begins."""
    initiative = initiative_or_404(request, number)
    lines = choices.funding_lines(request)
    reasons = [why_not_record_award(request.user, initiative, line) for _slug, _words, line in lines]
    if not lines:
        raise Refused(_("Dit netwerk heeft nog geen geldstroom. De netwerkmanager legt die vast."))
    allow(None if None in reasons else reasons[0])
    start = {"line": initiative.waits_for.slug} if initiative.waits_for else {}
    form = AwardForm(request.POST if request.method == "POST" else None, lines=lines, initial=start)
    if request.method == "POST" and form.is_valid():
        award = attempt(form, actions.record_award, initiative, by=request.user, **form.cleaned_data)
        if award:
            begun = initiative_or_404(request, number).stage != initiative.stage
            words = _("%(sum)s uit %(line)s is vastgelegd.")
            flash(
                request,
                words % {"sum": euro(award.amount_eur), "line": award.line},
                more=_("Al het geld is er: het initiatief gaat van start.") if begun else "",
            )
            return redirect("initiatives:money", network=network, number=number)
    context = {
        "initiative": initiative,
        "form": form,
        "back": page_of(request, "money", initiative),
        "back_label": initiative.number,
        "title": _("Leg een toekenning vast"),
        "lede": _(
            "Zijn alle bedragen toegekend die het plan vraagt? Dan gaat het initiatief meteen van start."
        )
        if initiative.stage == Stage.AWAITING_FUNDING
        else initiative.title,
        "label": _("Leg deze toekenning vast"),
        "once": new_mark(),
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)


@members
@require_http_methods(["GET", "POST"])
def correct_award(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Mend an amount that was written down wrongly."""
    initiative = initiative_or_404(request, number)
    award = (
        FundingAward.objects.visible_to(request.user)
        .filter(initiative=initiative, pk=pk)
        .select_related("line__network", "network")
        .first()
    )
    if award is None:
        raise Http404(_("Deze toekenning is er niet."))
    allow(why_not_correct_award(request.user, award.line))
    form = CorrectAwardForm(
        request.POST if request.method == "POST" else None, initial={"amount_eur": award.amount_eur}
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, actions.correct_award, award, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("Het bedrag is verbeterd. Hoe het stond, blijft in het verhaal."))
        return redirect("initiatives:money", network=network, number=number)
    context = {
        "initiative": initiative,
        "form": form,
        "back": page_of(request, "money", initiative),
        "back_label": initiative.number,
        "title": _("Verbeter een toekenning"),
        "lede": _("%(sum)s uit %(line)s") % {"sum": euro(award.amount_eur), "line": award.line},
        "label": _("Bewaar het juiste bedrag"),
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)


# --------------------------------------------------------------------------- the funding lines of the network


@members
@require_safe
def funding(request: HttpRequest, network: str) -> HttpResponse:
    """Show every funding line: what it holds, what was awarded, and who waits in which place."""
    context = {
        "stands": queries.funding_stand(request.user, request.network),
        "deed": {
            "label": _("Voeg een geldstroom toe"),
            "href": reverse("initiatives:add_funding_line", args=[network]),
            "refusal": why_not_edit_funding(request.user, request.network),
            "quiet": True,
            "id": "nieuw",
        },
        "may_edit": why_not_edit_funding(request.user, request.network) is None,
    }
    return render(request, "initiatives/funding.html", context)


@members
@require_http_methods(["GET", "POST"])
@once
def add_line(request: HttpRequest, network: str) -> HttpResponse:
    """Add a funding line."""
    return _line_page(request, None)


@members
@require_http_methods(["GET", "POST"])
def edit_line(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Change what is known of a funding line."""
    return _line_page(request, _line_or_404(request, slug))


def _line_page(request: HttpRequest, line: FundingLine | None) -> HttpResponse:
    allow(why_not_edit_funding(request.user, request.network))
    start: dict[str, Any] = {}
    if line is not None:
        start = {
            name: getattr(line, name)
            for name in ("name", "funder_name", "ceiling_eur", "earmark", "conditions", "apply_by")
        }
        start["funder"] = line.funder.slug if line.funder else ""
    form = FundingLineForm(
        request.POST if request.method == "POST" else None,
        partners=choices.partners(request),
        initial=start,
    )
    back = reverse("initiatives:funding", args=[request.network.slug])
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        put = attempt(form, actions.put_funding_line, request.network, by=request.user, line=line, **facts)
        if put:
            flash(request, _("%(line)s is bewaard.") % {"line": put.name})
            return redirect(f"{back}#{put.slug}")
    context = {
        "form": form,
        "back": back,
        "back_label": _("Geldstromen"),
        "title": _("Wijzig deze geldstroom") if line else _("Voeg een geldstroom toe"),
        "lede": line.name if line else "",
        "label": _("Bewaar de geldstroom"),
        "once": "" if line else new_mark(),
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)


@members
@require_POST
def close_line(request: HttpRequest, network: str, slug: str) -> HttpResponse:
    """Take no new plans on this funding line."""
    line = actions.close_funding_line(_line_or_404(request, slug), by=request.user)
    flash(request, _("%(line)s is gesloten. Wat is toegekend, blijft staan.") % {"line": line.name})
    return redirect("initiatives:funding", network=network)


def _line_or_404(request: HttpRequest, slug: str) -> FundingLine:
    found = (
        FundingLine.objects.visible_to(request.user).of(request.network).select_related("network", "funder")
    )
    line = found.filter(slug=slug).first()
    if line is None:
        raise Http404(_("Deze geldstroom is er niet."))
    return line
