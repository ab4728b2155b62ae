"""How each theme of the network goes, in figures."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.measuring.queries import BoardLine, policy_of
from schakel.overview.queries.dashboards import Chain, ThemeBoard, ThemeLine, chain_of, theme_boards
from schakel.tenancy.audience import members


@require_safe
@members
def themes(request: HttpRequest, network: str) -> HttpResponse:
    """Each theme with its four aims: at most two figures each, and what nobody measures yet."""
    policy = policy_of(request.network.pk)
    context = {
        "chain": _chain(request, chain_of(request.network, request.user, policy)),
        "boards": [_board(request, one) for one in theme_boards(request.network, request.user, policy)],
        "crumbs": [
            {"label": _("Meten"), "href": _at(request, "measuring:board")},
            {"label": _("Per thema"), "href": ""},
        ],
    }
    return render(request, "overview/themes.html", context)


def _chain(request: HttpRequest, found: Chain | None) -> dict[str, Any] | None:
    if found is None:
        return None
    n_gaps = sum(not one.lines for one in found.steps)
    return {
        "title": found.title,
        "is_inferred": found.is_inferred,
        "note": ngettext("%(n)d stap zonder maat", "%(n)d stappen zonder maat", n_gaps) % {"n": n_gaps}
        if n_gaps
        else _("elke stap heeft een maat"),
        "steps": [
            {"name": one.name, "text": one.text, "rows": [_line(request, line) for line in one.lines]}
            for one in found.steps
        ],
    }


def _board(request: HttpRequest, one: ThemeBoard) -> dict[str, Any]:
    gaps = ngettext("%(n)d doel zonder maat", "%(n)d doelen zonder maat", one.n_gaps) % {"n": one.n_gaps}
    return {
        "theme": one.theme,
        "note": gaps if one.n_gaps else _("alle vier de doelen hebben een maat"),
        "href": _at(request, "overview:theme", slug=one.theme.slug),
        "gaps": ", ".join(str(aim.aim.label) for aim in one.aims) if one.n_gaps == len(one.aims) else "",
        "aims": [
            {
                "aim": str(aim.aim.label).capitalize(),
                "rows": [_row(request, row) for row in aim.lines],
                "n_more": aim.n_more,
            }
            for aim in one.aims
        ],
    }


def _row(request: HttpRequest, row: ThemeLine) -> dict[str, Any]:
    followed = row.followed
    return {
        **_line(request, row.line),
        "initiative": f"{followed.number} {followed.title}",
        "initiative_href": _at(request, "initiatives:measures", number=followed.number),
        "proof": followed.proof_words,
    }


def _line(request: HttpRequest, line: BoardLine) -> dict[str, Any]:
    return {
        "name": line.version.name,
        "who": line.who,
        "href": _at(request, "measuring:series", series=line.series_id),
        "figure": line.figure_words,
        "last": ", ".join(one for one in (line.last_words, line.ended_words) if one),
        "variation": f"variation_{line.variation}" if line.variation else "",
        "on_target": line.on_target,
        "is_stale": line.is_stale,
    }


def _at(request: HttpRequest, name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs={"network": request.network.slug, **kwargs})
