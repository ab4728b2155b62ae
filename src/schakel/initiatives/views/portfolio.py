"""The portfolio: a board under the chain, a table, the coming steps, and every topic that was explored."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from schakel.initiatives import queries
from schakel.initiatives.forms.portfolio import FilterForm
from schakel.initiatives.rules import Stage
from schakel.initiatives.views import choices
from schakel.initiatives.views.looking import address
from schakel.network import queries as network_queries
from schakel.network.choosing import AreaFilter, beyond_line
from schakel.tenancy.audience import members
from schakel.web.formats import distance, short_date
from schakel.web.htmx import template_for
from schakel.web.remembered import remembers

#: The forms of the page: word in the address, words on screen.
FORMS = (
    ("bord", gettext_lazy("Bord")),
    ("tabel", gettext_lazy("Tabel")),
    ("stappen", gettext_lazy("Komende stappen")),
)
#: What stands in the address of the page.
ASKED = ("vorm", "thema", "gebied", "breed", "partner", "q", "page")
#: Rows on one page of the table, and coming steps.
ROWS, STEPS = 50, 160
#: Cards in one column, and lines of what is finished and of what left the chain, before the rest is counted only.
COLUMN = 8


@members
@require_safe
@remembers()
def portfolio(request: HttpRequest, network: str) -> HttpResponse:
    """Show where every initiative stands, filtered, as a board, a table or a list of coming steps."""
    today = timezone.localdate()
    form = FilterForm(
        request.GET,
        themes=choices.themes(request),
        areas=network_queries.areas(request.network, request.user),
        partners=choices.partners(request),
    )
    chosen: dict[str, Any] = form.chosen()
    shape = request.GET.get("vorm", "")
    shape = shape if shape in dict(FORMS) else "bord"
    look = partial(queries.portfolio, request.user, request.network, today=today, **chosen)
    if shape == "tabel":
        found = look(page=_whole(request.GET.get("page", "")), per_page=ROWS)
    elif shape == "stappen":
        found = look(per_page=STEPS)
    else:
        found = queries.board(request.user, request.network, today=today, per_ring=COLUMN, **chosen)
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
        "views": _views(request, shape),
        "today": today,
        **_shown(request, found, shape, today),
    }
    return render(request, template_for(request, "initiatives/portfolio.html", part="found"), context)


def _shown(request: HttpRequest, found: Any, shape: str, today: Any) -> dict[str, Any]:
    """Give only what this form of the page shows."""
    done = [card for card in found.cards if card.stage == Stage.FINISHED]
    off_chain = [_finished(request, card) for card in [*done, *found.off_chain]]
    if shape == "tabel":
        return {"rows": [_row(request, card, today) for card in found.cards], "pages": _pages(request, found)}
    if shape == "stappen":
        coming = sorted((card for card in found.cards if card.due_on), key=lambda card: card.due_on)
        return {"steps": [_coming(request, card, today) for card in coming], "off_chain": off_chain}
    return {
        "columns": [
            _column(request, head, cards, today) for head, cards in found.columns if head.code != "finished"
        ],
        "off_chain": off_chain,
        "more_off_chain": _more(request, found.n - found.n_running - len(off_chain)),
    }


def _more(request: HttpRequest, n: int) -> dict[str, str] | None:
    """The way to what does not fit here, or None when all of it does."""
    return (
        {"label": _("Nog %(n)s in de tabel") % {"n": n}, "href": _with(request, vorm="tabel")}
        if n > 0
        else None
    )


def _column(request: HttpRequest, head: Any, cards: list[Any], today: Any) -> dict[str, Any]:
    more = _more(request, head.n - len(cards))
    return {
        "label": head.label,
        "gate": head.gate,
        "count": head.n,
        "cards": [_card(request, card, today) for card in cards],
        "more": more["label"] if more else "",
        "more_href": more["href"] if more else "",
    }


def _card(request: HttpRequest, card: Any, today: Any) -> dict[str, Any]:
    meta = " · ".join(part for part in (card.theme, card.lead or card.from_whom) if part)
    return {
        "title": card.title,
        "href": address(request, "initiatives:detail", number=card.number),
        "meta": meta,
        "state": _look(card),
        "word": _words(card, today),
    }


def _look(card: Any) -> str:
    if card.is_care:
        return "late"
    if card.is_off_chain or card.stage == Stage.FINISHED:
        return card.stage
    return "not_begun" if card.stage == Stage.SUBMITTED else "partly"


def _words(card: Any, today: Any) -> str:
    """The state in words; what is late says by how much."""
    if not card.is_late:
        return card.state_words
    if card.stage == Stage.SUBMITTED:
        return _("Antwoord %(late)s") % {"late": distance(card.due_on, today)}
    return f"{card.state_words}, {distance(card.due_on, today)}"


def _row(request: HttpRequest, card: Any, today: Any) -> dict[str, Any]:
    href = address(request, "initiatives:detail", number=card.number)
    due = short_date(card.due_on, today) if card.due_on else ""
    cells = [
        {"text": card.title, "href": href},
        {"label": _("Nummer"), "text": card.number, "no": True},
        {"label": _("Thema"), "text": card.theme},
        {"label": _("Trekker of indiener"), "text": card.lead or card.from_whom},
        {"label": _("Stap"), "text": card.public_label},
        {"label": _("Volgende poort"), "text": card.next_gate},
        {"label": _("Op"), "text": due, "num": True},
        {"label": _("Stand"), "text": "", "state": _look(card), "word": _words(card, today)},
    ]
    return {"cells": cells, "id": card.number}


def _coming(request: HttpRequest, card: Any, today: Any) -> dict[str, Any]:
    return {
        "due_on": card.due_on,
        "state": _look(card),
        "word": _words(card, today),
        "title": card.title,
        "href": address(request, "initiatives:detail", number=card.number),
        "because": " · ".join(
            part for part in (card.next_gate, card.body, card.lead or card.from_whom) if part
        ),
    }


def _finished(request: HttpRequest, card: Any) -> dict[str, Any]:
    return {
        "state": card.stage,
        "title": card.title,
        "href": address(request, "initiatives:detail", number=card.number),
        "text": card.reason,
    }


def _pages(request: HttpRequest, found: Any) -> dict[str, Any] | None:
    """To the next rows, with the filters as they are."""
    if found.n_pages < 2:
        return None
    return {
        "words": _("Bladzijde %(page)s van %(pages)s") % {"page": found.page, "pages": found.n_pages},
        "previous": _with(request, page=found.page - 1) if found.page > 1 else "",
        "next": _with(request, page=found.page + 1) if found.page < found.n_pages else "",
    }


def _views(request: HttpRequest, shape: str) -> list[dict[str, Any]]:
    return [
        {"label": words, "href": _with(request, vorm=key, page=""), "current": key == shape}
        for key, words in FORMS
    ]


def _with(request: HttpRequest, **changed: Any) -> str:
    """This very page with something changed in its address."""
    kept = {name: request.GET.get(name, "") for name in ASKED}
    kept |= {name: str(value) for name, value in changed.items()}
    asked = urlencode({name: value for name, value in kept.items() if value and "\0" not in value})
    return f"{request.path}?{asked}" if asked else request.path


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
