"""How one initiative reads on the board, in the table and among the coming steps, with the fields that were chosen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.initiatives.queries import Card
from schakel.initiatives.rules import Stage
from schakel.initiatives.rules.kept_views import FIELDS
from schakel.initiatives.views.looking import address
from schakel.web.formats import distance, euro, short_date

#: What stands on one line of a card together.
LINES = (("nummer", "thema", "trekker"), ("groep",), ("poort", "datum"), ("gebied", "partners", "begroot"))
#: So many areas are named; the rest is counted.
MOST_AREAS = 2


def on_board(request: HttpRequest, card: Card, today: date, fields: Collection[str]) -> dict[str, Any]:
    """A card on the board."""
    lines = [_together(card, today, [name for name in line if name in fields]) for line in LINES]
    return {
        "title": card.title,
        "href": address(request, "initiatives:detail", number=card.number),
        "lines": [line for line in lines if line],
        "state": look(card),
        "word": state_words(card, today),
    }


def in_table(request: HttpRequest, card: Card, today: date, fields: Collection[str]) -> dict[str, Any]:
    """A row of the table; its columns are ``columns``."""
    cells: list[dict[str, Any]] = [
        {"text": card.title, "href": address(request, "initiatives:detail", number=card.number)}
    ]
    for column in columns(fields)[1:-1]:
        cells.append({**column, "text": _cell(card, today, column["name"])})
    cells.append({"label": _("Stand"), "text": "", "state": look(card), "word": state_words(card, today)})
    return {"cells": cells, "id": card.number}


def columns(fields: Collection[str]) -> list[dict[str, Any]]:
    """The columns of the table: the title first, the step and the stand last, between them what was chosen."""
    short = {"datum": _("Op"), "groep": _("Groep"), "partners": _("Partners")}
    chosen = [
        {
            "name": name,
            "label": short.get(name, FIELDS[name]),
            "num": name in {"datum", "partners", "begroot"},
            "no": name == "nummer",
        }
        for name in FIELDS
        if name in fields
    ]
    step = {"name": "stap", "label": _("Stap")}
    return [
        {"name": "titel", "label": _("Initiatief")},
        *chosen,
        step,
        {"name": "stand", "label": _("Stand")},
    ]


def in_steps(request: HttpRequest, card: Card, today: date, fields: Collection[str]) -> dict[str, Any]:
    """A coming step; its day stands in the margin whatever was chosen, for the list is in that order."""
    order = ("nummer", "thema", "poort", "groep", "trekker", "gebied", "partners", "begroot")
    return {
        "due_on": card.due_on,
        "state": look(card),
        "word": state_words(card, today),
        "title": card.title,
        "href": address(request, "initiatives:detail", number=card.number),
        "because": _together(card, today, [name for name in order if name in fields]),
    }


def off_the_chain(request: HttpRequest, card: Card) -> dict[str, Any]:
    """What is finished or left the chain, with the reason."""
    return {
        "state": card.stage,
        "title": card.title,
        "href": address(request, "initiatives:detail", number=card.number),
        "text": card.reason,
    }


def look(card: Card) -> str:
    """The state whose shape and colour it has."""
    if card.is_care:
        return "late"
    if card.is_off_chain or card.stage == Stage.FINISHED:
        return card.stage
    return "not_begun" if card.stage == Stage.SUBMITTED else "partly"


def state_words(card: Card, today: date) -> str:
    """The state in words; what is late says by how much."""
    if not card.is_late or card.due_on is None:
        return card.state_words
    if card.stage == Stage.SUBMITTED:
        return _("Antwoord %(late)s") % {"late": distance(card.due_on, today)}
    return f"{card.state_words}, {distance(card.due_on, today)}"


def _together(card: Card, today: date, names: Collection[str]) -> str:
    return "\N{NO-BREAK SPACE}· ".join(words for name in names if (words := _words(card, today, name)))


def _words(card: Card, today: date, name: str) -> str:
    """A field in words that need no heading."""
    if name == "partners":
        n = card.n_partners or 0
        return ngettext("%(n)s partner", "%(n)s partners", n) % {"n": n} if n else ""
    if name == "begroot":
        return _("%(amount)s begroot") % {"amount": euro(card.budget_eur)} if card.budget_eur else ""
    return _cell(card, today, name)


def _cell(card: Card, today: date, name: str) -> str:
    """A field under its heading."""
    return {
        "nummer": lambda: card.number,
        "thema": lambda: card.theme,
        "trekker": lambda: card.lead or card.from_whom,
        "groep": lambda: card.body,
        "poort": lambda: card.next_gate,
        "datum": lambda: short_date(card.due_on, today) if card.due_on else "",
        "gebied": lambda: _areas(card),
        "partners": lambda: str(card.n_partners or ""),
        "begroot": lambda: euro(card.budget_eur) if card.budget_eur else "",
        "stap": lambda: card.public_label,
    }[name]()


def _areas(card: Card) -> str:
    named, rest = card.areas[:MOST_AREAS], len(card.areas) - MOST_AREAS
    words = ", ".join(named)
    return _("%(areas)s en nog %(n)s") % {"areas": words, "n": rest} if rest > 0 else words
