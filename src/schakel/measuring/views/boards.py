"""The board: every series on one line, or every indicator on one line with a cell for each area and partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.measuring import queries
from schakel.measuring.forms.boards import BoardForm
from schakel.measuring.queries import Board, BoardLine
from schakel.measuring.rules import Level, counted_in
from schakel.measuring.rules.periods import short_label
from schakel.measuring.views.finding import figure_words, hidden_words
from schakel.measuring.views.shapes import address, tabs
from schakel.network import queries as network_queries
from schakel.network.choosing import IN_AN_AREA, beyond_line
from schakel.network.models import Partner
from schakel.tenancy.audience import members
from schakel.web.formats import number
from schakel.web.marks import marks_of

#: So many lines are on one page of the list.
MANY = 40
#: So many cells stand below each other on a phone; more of them slide sideways, or the page would have no end.
FEW = 60
NOWHERE = UUID(int=0)
LIST, TABLE = "lijst", "tabel"


@require_safe
@members
def board(request: HttpRequest, network: str) -> HttpResponse:
    """What is measured: its last figure, whether it changes, whether it reaches its target."""
    rows = Partner.objects.visible_to(request.user).of(request.network).counted()
    partners = list(rows)
    form = BoardForm(
        request.GET, partners=partners, areas=network_queries.areas(request.network, request.user)
    )
    chosen, area = form.chosen_partner(), form.chosen_area()
    every = queries.board(request.network, request.user, partner=chosen.pk if chosen else None)
    places = _of_partners(rows) if area else {}
    found = every.of(one for one in every.lines if area is None or area.holds(_places(one, places)))
    shape = LIST if request.GET.get("beeld") == LIST else TABLE
    context = {
        "board": found,
        "n": len(found.lines),
        "shape": shape,
        "shapes": _shapes(request, shape),
        "expected": number(found.n_expected, 1),
        "form": form,
        "is_used": chosen or area,
        "area": area,
        "wider": beyond_line(
            request, area, lambda more: sum(more.holds(_places(one, places)) for one in every.lines)
        ),
        "chosen": chosen,
        "tabs": tabs(request, "board"),
        "hidden_words": hidden_words(found.policy),
        "about_hidden": f"{address('exits', request)}#drempel",
    }
    if shape == TABLE:
        context |= icon_table(request, found)
    else:
        page = Paginator(found.lines, MANY).get_page(request.GET.get("page"))
        context |= {"page": page, "rows": line_rows(request, list(page.object_list))}
    return render(request, "measuring/board.html", context)


def _of_partners(rows: QuerySet[Partner]) -> dict[UUID, list[UUID]]:
    """Where each partner works. Two database queries."""
    return {one.pk: [place.pk for place in one.areas.all()] for one in rows.prefetch_related("areas")}


def _places(line: BoardLine, places: Mapping[UUID, Sequence[UUID]]) -> Sequence[UUID]:
    """Where what a line is about lies: its area, or where its partner works; the network itself is everywhere."""
    if line.column is None:
        return ()
    return places.get(line.column, ()) if line.level == Level.PARTNER else (line.column,)


def line_rows(request: HttpRequest, lines: Sequence[BoardLine]) -> list[dict[str, Any]]:
    """The lines as the list shows them."""
    return [_row(request, line) for line in lines]


def icon_table(request: HttpRequest, found: Board) -> dict[str, Any]:
    """One row for each indicator, one cell for each of whom it is measured: its figure and two icons."""
    columns = found.columns
    place = {key: at for at, (key, _who) in enumerate(columns)}
    # One address for all: finding a thousand of them takes as long as all the rest.
    to_series = address("series", request, series=NOWHERE)
    rows: dict[UUID, dict[str, Any]] = {}
    for line in found.lines:
        version = line.version
        row = rows.get(version.pk)
        if row is None:
            row = rows[version.pk] = {
                "name": version.name,
                "href": address("indicator", request, code=version.indicator.code),
                "note": _in_unit(line),
                "cells": [None] * len(columns),
            }
        row["cells"][place[line.column]] = (
            to_series.replace(str(NOWHERE), str(line.series_id)),
            *_cell(line),
            line.who,
        )
    return {
        "columns": [who for _key, who in columns],
        "table": list(rows.values()),
        "stacks": len(found.lines) <= FEW,
    }


def _cell(line: BoardLine) -> tuple[str, SafeString | str, str]:
    """The words of a cell, its icons, and of which period it is."""
    if line.shown is None:
        return (_("wordt berekend") if line.is_stale else _("geen cijfers")), "", ""
    if line.shown.is_hidden:
        words = _("verborgen")
    elif line.shown.measured.value is None:
        words = figure_words(line.version, line.shown)
    else:
        words = number(line.shown.measured.value)
    period = short_label(line.version.period, line.last_on) if line.last_on else ""
    if line.ended_on is not None:
        period = _("%(period)s, gestopt") % {"period": period}
    aimed = line.on_target
    marks = marks_of(f"variation_{line.variation}", aimed.state) if aimed else ""
    return words, marks, period


def _in_unit(line: BoardLine) -> str:
    """In what an indicator is counted, and the target that was agreed."""
    version = line.version
    words = counted_in(version.unit)
    if version.target is None:
        return words
    return f"{words} · {_('doel %(target)s') % {'target': number(version.target)}}"


def _shapes(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    """The two forms of the same figures, each with its address."""
    kept = {name: request.GET[name] for name in ("partner", *IN_AN_AREA) if request.GET.get(name)}
    found = []
    for shape, label in ((TABLE, _("Op één blad")), (LIST, _("Met marge en nulmeting"))):
        href = f"{request.path}?{urlencode({'beeld': shape, **kept})}"
        found.append({"label": label, "href": href, "current": shape == here})
    return found


def _row(request: HttpRequest, line: BoardLine) -> dict[str, Any]:
    version = line.version
    row: dict[str, Any] = {
        "name": version.name,
        "kind": version.get_kind_display(),
        "who": line.who,
        "href": address("series", request, series=line.series_id),
        "last": line.last_words,
        "ended": line.ended_words,
        "has_baseline": line.has_baseline,
        "is_stale": line.is_stale,
        "variation": f"variation_{line.variation}" if line.variation else "",
        "on_target": line.on_target,
    }
    if line.shown is not None:
        row["value"] = figure_words(version, line.shown)
    if line.margin is not None:
        low, high = line.margin
        row["margin"] = _("%(low)s tot %(high)s") % {"low": number(low, 1), "high": number(high, 1)}
    return row
