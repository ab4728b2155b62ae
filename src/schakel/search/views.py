"""The page on which people search, as a whole or, while they type, only what was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from schakel.search import queries
from schakel.search.forms import SearchForm
from schakel.search.queries import Asked, Found, Hit
from schakel.search.rules import PLACES, SHELVES, SHORTEST, Kind, Shelf, as_asked
from schakel.tenancy.audience import members
from schakel.web.formats import number
from schakel.web.htmx import template_for, wants_part
from schakel.web.remembered import person, remembers

ICONS = {
    Kind.INITIATIVE: "ring",
    Kind.DECISION: "decision",
    Kind.MEETING: "meeting",
    Kind.MINUTES: "doc",
    Kind.DOCUMENT: "doc",
    Kind.NOTE: "view",
    Kind.EXPLORATION: "explore",
    Kind.PLAN: "board",
    Kind.EMBEDDING: "ready",
    Kind.LESSON: "idea",
    Kind.PARTNER: "partner",
    Kind.BODY: "body",
    Kind.AGREEMENT: "agreement",
    Kind.AMBITION: "start",
}


@members
@require_safe
@remembers(person)
def search(request: HttpRequest, network: str) -> HttpResponse:
    """Search in everything that the network wrote; a number leads to its page at once."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    shelf = next((one for one in SHELVES if one.word == request.GET.get("soort")), None)
    context: dict[str, Any] = {"form": form, "words": words, "shelf": shelf, "said": "", "advice": ""}
    if words:
        exact = queries.numbered(request.user, request.network, words)
        if len(exact) == 1 and not wants_part(request):
            return redirect(_address(request, exact[0]))
        context |= _searched(request, words, shelf, exact)
    return render(request, template_for(request, "search/search.html", part="found"), context)


def _searched(request: HttpRequest, words: str, shelf: Shelf | None, exact: list[Hit]) -> dict[str, Any]:
    """What was found, or why nothing can be."""
    if exact:
        said = ngettext("%(n)s nummer gevonden", "%(n)s nummers gevonden", len(exact)) % {"n": len(exact)}
        return {"hits": _rows(request, exact), "said": said}
    if len(words) < SHORTEST:
        return {"advice": _("Typ minstens twee tekens.")}
    question = queries.asked(as_asked(words))
    if advice := _advice(question):
        return {"advice": advice}
    found = queries.find(request.user, request.network, question, shelf=shelf, page=_page_of(request))
    return {
        "hits": _rows(request, found.hits),
        "said": _said(found, shelf),
        "is_cut": not found.is_counted or found.n_in(shelf) > found.n_shown,
        "tabs": _tabs(request, words, shelf, found),
        "pages": _pages(request, words, shelf, found.page, found.n_shown),
        "alike": _rows(request, queries.alike(request.user, request.network, words))
        if _is_nowhere(found)
        else [],
        "elsewhere": "" if found.hits or _is_nowhere(found) else _link(request, words),
    }


def _is_nowhere(found: Found) -> bool:
    """Nothing in any kind; where nobody counted, there is much in another kind than the chosen one."""
    return not found.hits and found.is_counted and not found.n


def _advice(question: Asked) -> str:
    if question.is_empty:
        return _("Deze woorden staan bijna overal. Typ een woord dat zegt waar het over gaat.")
    if not question.can_be_found:
        return _("U zegt alleen wat er niet in mag staan. Typ ook een woord dat er wel in staat.")
    return ""


def _said(found: Found, shelf: Shelf | None) -> str:
    """How much was found, in words."""
    if found.hits and not found.is_counted:
        return _("Heel veel gevonden. De best passende staan bovenaan.")
    n = found.n_in(shelf)
    if not n:
        return _("Niets gevonden")
    return ngettext("%(n)s tekst gevonden", "%(n)s teksten gevonden", n) % {"n": number(n)}


def _rows(request: HttpRequest, hits: Iterable[Hit]) -> list[dict[str, Any]]:
    return [
        {
            "href": _address(request, hit),
            "icon": ICONS[hit.kind],
            "kind": hit.kind.label,
            "number": hit.number,
            "at": hit.at,
            "title": hit.title or [(str(hit.kind.label), False)],
            "excerpt": hit.excerpt,
            "state": hit.state,
            "label": hit.label or _about(hit),
            "is_internal": hit.is_internal,
        }
        for hit in hits
    ]


def _about(hit: Hit) -> str:
    """The initiative that a lesson is from; the other texts have it as their title."""
    return str(hit.initiative.title) if hit.initiative and hit.kind == Kind.LESSON else ""


def _address(request: HttpRequest, hit: Hit) -> str:
    place = PLACES[hit.kind]
    named = {place.word: hit.key} if place.word else {}
    href = reverse(place.url_name, kwargs={"network": request.network.slug, **named})
    return f"{href}#{place.anchor.format(subject=hit.subject_id)}" if place.anchor else href


def _link(request: HttpRequest, words: str, shelf: Shelf | None = None, page: int = 1) -> str:
    values = {"q": words, "soort": shelf.word if shelf else "", "page": str(page) if page > 1 else ""}
    return f"{request.path}?{urlencode({key: value for key, value in values.items() if value})}"


def _tabs(request: HttpRequest, words: str, chosen: Shelf | None, found: Found) -> list[dict[str, Any]]:
    """Everything, and each sort of which there is something; without a number where nobody counted."""
    shown = [one for one in SHELVES if not found.is_counted or found.n_in(one) or one == chosen]
    if found.is_counted and not found.n:
        return []
    return [
        {
            "label": one.label if one else _("Alles"),
            "href": _link(request, words, one),
            "current": one == chosen,
            "count": number(found.n_in(one)) if found.is_counted else "",
        }
        for one in (None, *shown)
    ]


def _page_of(request: HttpRequest) -> int:
    """The page that is asked for; the last one that exists is not known before searching."""
    asked = request.GET.get("page", "")
    last = queries.MOST_SHOWN // queries.PER_PAGE
    return min(max(int(asked), 1), last) if asked.isdecimal() and len(asked) < 4 else 1


def _pages(request: HttpRequest, words: str, shelf: Shelf | None, page: int, n: int) -> dict[str, str]:
    """The way to the pages before and after this one."""
    if n <= queries.PER_PAGE:
        return {}
    first = (page - 1) * queries.PER_PAGE
    last = min(first + queries.PER_PAGE, n)
    return {
        "previous": _link(request, words, shelf, page - 1) if page > 1 else "",
        "next": _link(request, words, shelf, page + 1) if last < n else "",
        "words": _("%(first)s tot en met %(last)s van %(n)s")
        % {"first": number(first + 1), "last": number(last), "n": number(n)},
    }
