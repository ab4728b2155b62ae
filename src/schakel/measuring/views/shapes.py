"""What the pages of measuring have in common: addresses, crumbs, deeds, and doing what a form asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.web.refusal import Refused

CHANGE = ["GET", "HEAD", "POST"]


def address(name: str, request: HttpRequest, **kwargs: Any) -> str:
    """The address of a page of measuring in this network."""
    return reverse(f"measuring:{name}", kwargs={"network": request.network.slug, **kwargs})


def deed(label: str, href: str = "", **more: Any) -> dict[str, Any]:
    """One deed for the component of that name."""
    return {"label": label, "href": href, **more}


def crumbs(request: HttpRequest, *steps: tuple[str, str] | str) -> list[dict[str, str]]:
    """The way to a page below the indicators: pairs of a word and an address, the last one may be only a word."""
    first = [(_("Meten"), address("board", request)), (_("Indicatoren"), address("indicators", request))]
    return [
        {"label": step, "href": ""} if isinstance(step, str) else {"label": step[0], "href": step[1]}
        for step in (*first, *steps)
    ]


def tabs(request: HttpRequest, here: str) -> list[dict[str, Any]]:
    """The parts of measuring, with the one that is shown marked."""
    parts = (
        ("board", _("Overzicht")),
        ("measures", _("Cijfers")),
        ("figures_file", _("Bestand invoeren")),
        ("indicators", _("Indicatoren")),
        ("exits", _("Uitgaven")),
    )
    return [
        {"label": label, "href": address(name, request), "current": name == here} for name, label in parts
    ]


def posted(request: HttpRequest) -> QueryDict | None:
    """What was posted, or None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def attempt(form: BaseForm, action: Callable[..., Any], *args: Any, **values: Any) -> Any:
    """Do it; what cannot be done becomes an error on the form, so that nothing typed is lost."""
    try:
        return action(*args, **values)
    except Refused as refused:
        form.add_error(None, refused.reason)
        return None
