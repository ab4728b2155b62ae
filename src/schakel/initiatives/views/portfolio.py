"""The portfolio: a board under the chain, a table, the coming steps, and every topic that was explored."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.initiatives import queries
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.kept_views import SHAPE, Asked, shown_fields
from schakel.initiatives.views import cards
from schakel.initiatives.views.kept_views import (
    asked_in,
    changed,
    choosing,
    filter_form,
    href_of,
    kept_views,
)
from schakel.initiatives.views.looking import address
from schakel.network import queries as network_queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.tenancy.audience import members
from schakel.web.htmx import template_for
from schakel.web.remembered import Who, remembers

#: Rows on one page of the table, and coming steps.
ROWS, STEPS = 50, 160
#: Cards in one column, and lines of what is finished and of what left the chain, before the rest is counted only.
COLUMN = 8


def _mine(request: HttpRequest) -> Who:
    """Who keeps views of their own, or opens one first, has a page of their own; all others share one."""
    is_own = any(not one.is_shared or one.is_first for one in kept_views(request))
    user: Any = request.user
    return user.pk if is_own else None


@members
@require_safe
@remembers(_mine)
def portfolio(request: HttpRequest, network: str) -> HttpResponse:
    """Show where every initiative stands, filtered, as a board, a table or a list of coming steps."""
    first = next((one for one in kept_views(request) if one.is_first), None)
    if first is not None and not request.GET:
        return redirect(href_of(request, first))
    today = timezone.localdate()
    form = filter_form(request, request.GET)
    chosen: dict[str, Any] = form.chosen(today)
    asked = asked_in(request)
    shape, fields = asked[SHAPE][0], shown_fields(asked)
    look = partial(queries.portfolio, request.user, request.network, today=today, fields=fields, **chosen)
    if shape == "tabel":
        found = look(page=_whole(request.GET.get("page", "")), per_page=ROWS)
    elif shape == "stappen":
        found = look(per_page=STEPS)
    else:
        found = queries.board(
            request.user, request.network, today=today, per_ring=COLUMN, fields=fields, **chosen
        )
    words = ngettext("%(n)s initiatief gevonden", "%(n)s initiatieven gevonden", found.n) % {"n": found.n}
    context = {
        "form": form,
        "shape": shape,
        "is_used": bool(chosen),
        "found": words,
        "wider": beyond_line(
            request,
            chosen.get("area"),
            lambda beyond: queries.n_initiatives(request.user, request.network, **{**chosen, "area": beyond}),
        ),
        "portfolio": found,
        "title": _title(found, is_used=bool(chosen)),
        "today": today,
        **choosing(request, form, asked),
        **_shown(request, found, asked, today),
    }
    return render(request, template_for(request, "initiatives/portfolio.html", part="found"), context)


def _shown(request: HttpRequest, found: Any, asked: Asked, today: date) -> dict[str, Any]:
    """Give only what this form of the page shows."""
    shape, fields = asked[SHAPE][0], shown_fields(asked)
    done = [card for card in found.cards if card.stage == Stage.FINISHED]
    off_chain = [cards.off_the_chain(request, card) for card in [*done, *found.off_chain]]
    if shape == "tabel":
        return {
            "columns": cards.columns(fields),
            "rows": [cards.in_table(request, card, today, fields) for card in found.cards],
            "pages": _pages(request, found, asked),
        }
    if shape == "stappen":
        coming = sorted((card for card in found.cards if card.due_on), key=lambda card: card.due_on)
        return {
            "steps": [cards.in_steps(request, card, today, fields) for card in coming],
            "off_chain": off_chain,
        }
    return {
        "columns": [
            _column(request, head, shown, asked, today)
            for head, shown in found.columns
            if head.code != "finished"
        ],
        "off_chain": off_chain,
        "more_off_chain": _more(request, asked, found.n - found.n_running - len(off_chain)),
    }


def _more(request: HttpRequest, asked: Asked, n: int) -> dict[str, str] | None:
    """The way to what does not fit here, or None when all of it does."""
    if n <= 0:
        return None
    return {"label": _("Nog %(n)s in de tabel") % {"n": n}, "href": changed(request, asked, vorm="tabel")}


def _column(request: HttpRequest, head: Any, shown: list[Any], asked: Asked, today: date) -> dict[str, Any]:
    more = _more(request, asked, head.n - len(shown))
    return {
        "label": head.label,
        "id": f"bord-{head.code}",
        "gate": head.gate,
        "count": head.n,
        "cards": [cards.on_board(request, card, today, shown_fields(asked)) for card in shown],
        "more": more["label"] if more else "",
        "more_href": more["href"] if more else "",
    }


def _pages(request: HttpRequest, found: Any, asked: Asked) -> dict[str, Any] | None:
    """To the next rows, with the filters as they are."""
    if found.n_pages < 2:
        return None
    before, after = str(found.page - 1), str(found.page + 1)
    return {
        "words": _("Bladzijde %(page)s van %(pages)s") % {"page": found.page, "pages": found.n_pages},
        "previous": changed(request, asked, page=before) if found.page > 1 else "",
        "next": changed(request, asked, page=after) if found.page < found.n_pages else "",
    }


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _title(found: Any, *, is_used: bool) -> str:
    """Say the news: how many run, and how many need somebody now."""
    n_care = found.n_care
    words = ngettext("%(n)s initiatief loopt", "%(n)s initiatieven lopen", found.n_running) % {
        "n": found.n_running
    }
    if is_used:
        words = ngettext("%(n)s initiatief gevonden", "%(n)s initiatieven gevonden", found.n) % {"n": found.n}
    elif not found.n_running:
        words = _("Er loopt nu niets")
    if not n_care:
        return words
    care = ngettext("bij %(n)s moet iemand iets doen", "bij %(n)s moet iemand iets doen", n_care) % {
        "n": n_care
    }
    return _("%(words)s, %(care)s") % {"words": words, "care": care}


@members
@require_safe
def explored(request: HttpRequest, network: str) -> HttpResponse:
    """List every topic that was explored and ended with honour, with its advice."""
    crumbs = [
        {"label": _("Portfolio"), "href": address(request, "initiatives:portfolio")},
        {"label": _("Onderzochte onderwerpen")},
    ]
    form = AreaFilter(request.GET, areas=network_queries.areas(request.network, request.user))
    area = form.chosen_area()
    look = partial(queries.explored_topics, request.user, request.network)
    context = {
        "topics": look(area=area),
        "crumbs": crumbs,
        "form": form,
        "is_used": area is not None,
        "wider": beyond_line(request, area, lambda beyond: len(look(area=beyond))),
    }
    return render(request, "initiatives/explored.html", context)
