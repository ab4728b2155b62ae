"""The value of an initiative: the card, who pays and who gains, and what it is worked out from."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.initiatives import actions, queries
from schakel.initiatives.forms.value import ValueForm, ValueGroupsForm, ValueLineForm
from schakel.initiatives.models import Initiative
from schakel.initiatives.permissions import why_not_write_value
from schakel.initiatives.queries.savings import parts_told, savings_beside
from schakel.initiatives.queries.value import amount_of, entered_amount
from schakel.initiatives.queries.value_drawings import curves
from schakel.initiatives.rules.prices import index_written
from schakel.initiatives.rules.value import group_read, groups_written
from schakel.initiatives.views import choices
from schakel.initiatives.views.embedding import _data, _done
from schakel.initiatives.views.looking import head, initiative_or_404, page_of
from schakel.initiatives.views.once import new_mark, once
from schakel.tenancy.audience import members
from schakel.web.drawn import drawn
from schakel.web.flash import flash
from schakel.web.formats import euro
from schakel.web.formats import number as in_dutch
from schakel.web.refusal import allow


@members
@require_safe
def value(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Show the value card, who pays and who gains, the lines, and the next deed."""
    initiative = initiative_or_404(request, number)
    known = queries.value_of(request.user, initiative)
    refusal = why_not_write_value(request.user, initiative)
    parts = parts_told(known.lines)
    context = head(request, initiative, tab="money") | {
        "value": known,
        "is_said": known.why_not is None,
        "looked": [{"label": label, "value": words} for label, words in known.facts],
        "drawing": _drawing(known),
        "cloud": _cloud(known),
        "flips": _table(known.flips_head, known.flips),
        "corners": _table(known.corners_head, known.corners),
        "curve": _curve(known),
        "benefits": _table(known.benefits_head, known.benefits, first_num=False),
        "payers": _table(
            [_("Wie"), _("Betaalt"), _("Houdt geld over"), _("Wint tijd ter waarde van"), _("Samen")],
            known.payer_rows if known.lines else [],
            plain=frozenset({4}),
        ),
        "matrix": _table(
            [_("Partner"), *known.purses],
            [[row.name, *row.cells] for row in known.matrix],
            plain=frozenset(range(12)),
        ),
        "lines": [
            {**_line(request, initiative, one, may_change=refusal is None), "part": parts.get(one.pk, "")}
            for one in known.lines
        ],
        "totals": [{"label": label, "value": euro(amount)} for label, amount in known.totals],
        "deeds": _deeds(request, initiative, known, refusal),
    }
    return render(request, "initiatives/value.html", context)


def _drawing(known: queries.ValuePage) -> dict[str, Any] | None:
    if known.why_not is not None or known.card is None:
        return None
    return {"broad": drawn(known.card.broad), "narrow": drawn(known.card.narrow)}


def _cloud(known: queries.ValuePage) -> dict[str, Any] | None:
    if known.why_not is not None or known.card is None or not known.card.cloud_broad:
        return None
    return {"broad": drawn(known.card.cloud_broad), "narrow": drawn(known.card.cloud_narrow)}


def _curve(known: queries.ValuePage) -> dict[str, Any] | None:
    if known.why_not is not None or known.card is None or known.assessment is None:
        return None
    broad, narrow = curves(known.assessment, known.card.outcome)
    return {"broad": drawn(broad), "narrow": drawn(narrow)}


def _table(
    names: list[str], rows: list[list[str]], *, plain: frozenset[int] = frozenset(), first_num: bool = False
) -> dict[str, Any]:
    """Columns and rows in the shape of `components/table.html`; the first column is words, the others figures.

    An empty cell is folded away on a phone.
    """
    columns = [
        {"label": name, "num": at not in plain and (at > 0 or first_num)} for at, name in enumerate(names)
    ]
    cells = [
        [{"text": text, "nothing": not text, **column} for text, column in zip(row, columns, strict=True)]
        for row in rows
    ]
    return {"columns": columns, "rows": [{"cells": one} for one in cells]}


def _line(request: HttpRequest, initiative: Initiative, one: Any, *, may_change: bool) -> dict[str, Any]:
    return {
        "line": one,
        "size": _("%(n)s %(unit)s × %(price)s")
        % {
            "n": in_dutch(one.volume),
            "unit": one.unit,
            "price": euro(one.price_eur),
        },
        "amount": euro(amount_of(one)),
        "then": _("prijs van %(year)s: %(amount)s")
        % {"year": one.price_year, "amount": euro(entered_amount(one))}
        if one.price_year and one.price_year != one.assessment.price_year
        else "",
        "drop": page_of(request, "drop_value_line", initiative, pk=one.pk) if may_change else "",
    }


def _deeds(
    request: HttpRequest, initiative: Initiative, known: queries.ValuePage, refusal: str | None
) -> list[dict[str, Any]]:
    """The choices first; lines and figures once they are made."""
    first = {
        "label": _("Verander deze keuzes")
        if known.assessment
        else _("Kies waarmee u vergelijkt en wat meetelt"),
        "href": page_of(request, "choose_value", initiative),
        "refusal": refusal,
        "quiet": known.assessment is not None,
        "id": "keuzes",
    }
    if known.assessment is None:
        return [first]
    if refusal:
        return [first]
    return [
        {
            "label": _("Vul kosten en uitkomsten in"),
            "href": page_of(request, "enter_value_groups", initiative),
            "quiet": bool(known.assessment.groups),
            "id": "cijfers",
        },
        {
            "label": _("Voeg een regel toe"),
            "href": page_of(request, "add_value_line", initiative),
            "quiet": True,
            "id": "regel",
        },
        first,
    ]


@members
@require_http_methods(["GET", "POST"])
@once
def choose(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Record the choices: they come before the figures, and a change of mind says why."""
    initiative = initiative_or_404(request, number)
    allow(why_not_write_value(request.user, initiative))
    found = queries.value_of(request.user, initiative).assessment
    start: dict[str, Any] = {"price_year": timezone.localdate().year}
    if found is not None:
        start = {name: getattr(found, name) for name in ValueForm.base_fields if name != "why"}
        start["price_index"] = index_written(found.index_by_year)
    form = ValueForm(_data(request), initial=start)
    if _done(request, form, lambda: actions.choose_value(initiative, by=request.user, **form.cleaned_data)):
        flash(request, _("Uw keuzes staan vast, met de reden."))
        return redirect("initiatives:value", network=network, number=number)
    return _page(
        request,
        initiative,
        form,
        title=_("Kies waarmee u vergelijkt en wat meetelt"),
        lede=_(
            "Kies dit vóór u de cijfers kent. Verandert u het later, dan blijft staan wat u eerst koos en waarom."
        ),
        label=_("Leg deze keuzes vast"),
    )


@members
@require_http_methods(["GET", "POST"])
@once
def add_line(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Write down one line of cost or gain."""
    initiative = initiative_or_404(request, number)
    allow(why_not_write_value(request.user, initiative))
    start = {"year": timezone.localdate().year}
    form = ValueLineForm(
        _data(request),
        partners=choices.partners(request),
        beside=partial(savings_beside, initiative) if request.method == "POST" else None,
        initial=start,
    )
    if _done(request, form, lambda: actions.add_value_line(initiative, by=request.user, **form.cleaned_data)):
        flash(request, _("%(what)s staat erbij.") % {"what": form.cleaned_data["what"]})
        return redirect("initiatives:value", network=network, number=number)
    return _page(
        request,
        initiative,
        form,
        title=_("Voeg een regel toe"),
        lede=_("Wat kost het of levert het op, bij wie, en wiens geld is het?"),
        label=_("Voeg deze regel toe"),
    )


@members
@require_POST
def drop_line(request: HttpRequest, network: str, number: str, pk: UUID) -> HttpResponse:
    """Take a line out again."""
    initiative = initiative_or_404(request, number)
    allow(why_not_write_value(request.user, initiative))
    line = next((one for one in queries.value_of(request.user, initiative).lines if one.pk == pk), None)
    if line is None:
        raise Http404(_("Deze regel is er niet (meer)."))
    actions.drop_value_line(line, by=request.user)
    flash(request, _("%(what)s staat er niet meer bij.") % {"what": line.what})
    return redirect("initiatives:value", network=network, number=number)


@members
@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest, network: str, number: str) -> HttpResponse:
    """Fill in what was measured in each practice or area."""
    initiative = initiative_or_404(request, number)
    allow(why_not_write_value(request.user, initiative))
    found = queries.value_of(request.user, initiative).assessment
    start = {}
    if found is not None:
        start = {
            "text": groups_written(group_read(one) for one in found.groups),
            "n_took_part": found.n_took_part,
            "source": found.source,
        }
    form = ValueGroupsForm(_data(request), initial=start)
    if _done(
        request, form, lambda: actions.enter_value_groups(initiative, by=request.user, **form.cleaned_data)
    ):
        flash(request, _("De cijfers zijn bewaard."), more=_("De waardekaart wordt berekend."))
        return redirect("initiatives:value", network=network, number=number)
    return _page(
        request,
        initiative,
        form,
        title=_("Vul kosten en uitkomsten in"),
        lede=_(
            "Per praktijk of gebied, nooit per persoon, en elke regel over minstens 10 mensen. Hebt u cijfers per "
            "persoon? Reken die zelf uit met “schakel value”; zij komen niet in Schakel."
        ),
        label=_("Bewaar deze cijfers"),
    )


def _page(request: HttpRequest, initiative: Initiative, form: Any, **words: Any) -> HttpResponse:
    context = {
        "initiative": initiative,
        "form": form,
        "back": page_of(request, "value", initiative),
        "back_label": _("Waarde"),
        "once": new_mark(),
        **words,
    }
    return render(request, "initiatives/one_form.html", context, status=422 if form.errors else 200)
