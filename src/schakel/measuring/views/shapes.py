"""What the pages of measuring have in common: addresses, crumbs, deeds, and doing what a form asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.web.shapes import crumbs

CHANGE = ["GET", "HEAD", "POST"]


def address(name: str, request: HttpRequest, **kwargs: Any) -> str:
    """The address of a page of measuring in this network."""
    return reverse(f"measuring:{name}", kwargs={"network": request.network.slug, **kwargs})


def below_indicators(request: HttpRequest, *steps: tuple[str, str] | str) -> list[dict[str, str]]:
    """The way to a page below the indicators: pairs of a word and an address, the last one may be only a word."""
    first = [(_("Meten"), address("board", request)), (_("Indicatoren"), address("indicators", request))]
    return crumbs(*first, *steps)


def tabs(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    """The parts of measuring, with the one that is shown marked."""
    parts = (
        ("board", _("Overzicht")),
        ("measures", _("Cijfers")),
        ("figures_file", _("Bestand invoeren")),
        ("indicators", _("Indicatoren")),
        ("exits", _("Uitgaven")),
    )
    found = [
        {"label": label, "href": address(name, request), "current": name == here} for name, label in parts
    ]
    themes = reverse("overview:themes", kwargs={"network": request.network.slug})
    found.insert(1, {"label": _("Per thema"), "href": themes, "current": False})
    return found
