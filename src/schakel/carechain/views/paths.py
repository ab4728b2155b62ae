"""The paths that people walk through the chain: which ones, how many take them, and which go through a link."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.carechain import queries
from schakel.carechain.rules import MOST_MONTHS, Level, goes_through, shade_bounds
from schakel.carechain.views.choices import query
from schakel.carechain.views.maps import LAYERS, chosen_level, chosen_log
from schakel.carechain.views.shapes import address, columns, row, send_deed, tabs, wait_words
from schakel.tenancy.audience import members
from schakel.web.formats import MONTHS_SHORT, number, percent


@require_safe
@members
def paths(request: HttpRequest, network: str) -> HttpResponse:
    """Which paths people walk, the most walked first; of a link only those that go through it."""
    logs = queries.ready_logs(request.network, request.user)
    log = chosen_log(logs, request.GET.get("logboek", ""))
    level = chosen_level(request)
    source, target = (request.GET.get(name, "")[:200] for name in ("uit", "naar"))
    context: dict[str, Any] = {
        "tabs": tabs(request, "paths"),
        "logs": logs,
        "log": log,
        "send": send_deed(request),
    }
    if log is not None:
        told, when = queries.paths(request.network, request.user, log, level)
        base = {"logboek": str(log.pk)}
        context |= {
            "base": {"logboek": str(log.pk), "laag": LAYERS[level]},
            "levels": [
                {
                    "label": _("Tussen %(what)s") % {"what": one.label},
                    "href": request.path + query({**base, "laag": LAYERS[one]}),
                    "current": one == level,
                }
                for one in Level
            ],
            "link": f"{source} → {target}" if source and target else "",
            "page_of_log": address("log", request, log=log.pk),
            "all": request.path + query({**base, "laag": LAYERS[level]}),
            **_listed(told, source, target),
        }
        if not (source and target):
            context["density"] = _density(when)
        context["lede"] = f"{log.title}."
    return render(request, "carechain/paths.html", context)


def _density(told: dict[str, Any]) -> dict[str, Any] | None:
    """The picture of when people are where: months, rows and what each shade means; None when there is none."""
    if not told.get("rows"):
        return None
    months = told["months"][-MOST_MONTHS:]
    words = [""] + [
        _("%(first)s of meer") % {"first": number(first, 0)}
        if last is None
        else _("%(first)s tot en met %(last)s") % {"first": number(first, 0), "last": number(last, 0)}
        for first, last in shade_bounds()
    ]
    return {
        "months": [
            {
                "label": MONTHS_SHORT[int(month[5:]) - 1],
                "year": month[:4] if month.endswith("-01") or not at else "",
            }
            for at, month in enumerate(months)
        ],
        "rows": [
            {
                "name": one["name"],
                "cells": [{"shade": at, "words": words[at]} for at in one["shades"][-MOST_MONTHS:]],
            }
            for one in told["rows"]
        ],
        "shades": [{"shade": at, "words": words[at]} for at in range(1, len(words))],
    }


def _listed(told: dict[str, Any], source: str, target: str) -> dict[str, Any]:
    """The rows of the table, each with its share and that of all above it, and what is told of the others."""
    n_cases = told.get("n", 0)
    rows, passed = [], 0
    for one in told.get("list", []):
        passed += one["n"]
        if source and target and not goes_through(one, source, target):
            continue
        rows.append(_row(one, n_cases, passed))
    rest = n_cases - passed
    is_part = bool(source and target)
    if rest and not is_part:
        n_others = told["n_paths"] - len(told["list"])
        words = ngettext("Eén ander pad", "%(n)s andere paden", n_others) % {"n": number(n_others, 0)}
        rows.append(_cells(words, rest, n_cases, n_cases, ""))
    return {
        "title": _title(told, is_part=is_part, n_rows=len(rows)),
        "columns": _columns(),
        "rows": rows,
        "is_old": not told,
        "found": ngettext("Eén pad", "%(n)s paden", told.get("n_paths", 0))
        % {"n": number(told.get("n_paths", 0), 0)},
    }


def _title(told: dict[str, Any], *, is_part: bool, n_rows: int) -> str:
    """The news: how many people walk the paths that are walked most."""
    if is_part:
        return ngettext("Eén pad gaat door deze schakel", "%(n)s paden gaan door deze schakel", n_rows) % {
            "n": number(n_rows, 0)
        }
    top = told.get("list", [])[:3]
    if not top:
        return _("Paden door de keten")
    share = percent(100 * sum(one["n"] for one in top) / told["n"], 0)
    return _("%(share)s van de mensen neemt een van de drie drukste paden") % {"share": share}


def _columns() -> list[dict[str, Any]]:
    return columns(
        (_("Pad"), False),
        (_("Mensen"), True),
        (_("Aandeel"), True),
        (_("Samen met wat erboven staat"), True),
        (_("Helft is klaar binnen"), True),
    )


def _row(one: dict[str, Any], n_cases: int, passed: int) -> dict[str, Any]:
    return _cells(" → ".join(one["steps"]), one["n"], n_cases, passed, wait_words(one["p50_s"]))


def _cells(words: str, n: int, n_cases: int, passed: int, wait: str) -> dict[str, Any]:
    texts = [number(n, 0), percent(100 * n / n_cases, 1), percent(100 * passed / n_cases, 0), wait]
    cells: list[dict[str, Any]] = [{"text": words}, *({"text": text, "nothing": not text} for text in texts)]
    return row(_columns(), cells)
