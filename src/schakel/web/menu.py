"""The menu of a network: a row of words on a desk, four and *Meer* under the thumb of a phone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Item:
    """One place of a network.

    ``thumb`` places also stand in the bar of a phone, under their short word; a ``deed`` is something to begin with;
    what is ``below`` stands only in the foot, with all the others.
    """

    url_name: str
    word: str | Promise
    icon: str
    short: str | Promise = ""
    thumb: bool = False
    deed: bool = False
    below: bool = False
    href: str = ""
    current: str = ""


ITEMS = (
    Item("overview:start", _("Mijn overzicht"), "home", short=_("Overzicht"), thumb=True),
    Item("initiatives:portfolio", _("Portfolio"), "board", thumb=True),
    Item("initiatives:intake", _("Nieuwe ideeën"), "mail"),
    Item("governance:decisions", _("Besluiten"), "decision", thumb=True),
    Item("governance:meetings", _("Overleggen"), "meeting"),
    Item("governance:bodies", _("Gremia"), "body"),
    Item("network:partners", _("Partners"), "partner"),
    Item("initiatives:screening", _("Screening"), "score", below=True),
    Item("initiatives:explored", _("Verkende onderwerpen"), "explore", below=True),
    Item("initiatives:updates", _("Hoe het gaat"), "view", below=True),
    Item("initiatives:staying", _("Borging"), "ready", below=True),
    Item("initiatives:lessons", _("Lessen"), "idea", below=True),
    Item("initiatives:funding", _("Geldstromen"), "promise", below=True),
    Item("network:agreements", _("Overeenkomsten"), "agreement", below=True),
    Item("network:people", _("Mensen"), "person", below=True),
    Item("overview:work", _("Taken"), "chain", below=True),
    Item("governance:growth", _("Groeipad"), "start", below=True),
    Item("exchange:excel", _("Excel in en uit"), "doc", below=True),
    Item("network:about", _("Over dit netwerk"), "network", below=True),
    Item("overview:setup", _("Beheer"), "key", below=True),
    Item("initiatives:submit", _("Dien een idee in"), "idea", short=_("Nieuw idee"), thumb=True, deed=True),
)


def address(url_name: str, **kwargs: str) -> str:
    """Find an address by its name, or nothing where that page does not exist (a module that is not there)."""
    try:
        return reverse(url_name, kwargs=kwargs or None)
    except NoReverseMatch:
        return ""


def menu(network_slug: str, path: str, items: Iterable[Item] = ITEMS) -> list[Item]:
    """List the places of a network that exist, and mark the one that ``path`` is in.

    The place itself gets ``current="page"``; a page below it ``current="true"``.
    """
    places = [replace(item, href=address(item.url_name, network=network_slug)) for item in items]
    places = [place for place in places if place.href]
    home = address("overview:start", network=network_slug)
    inside = [place.href for place in places if path.startswith(place.href) and place.href != home]
    nearest = max(inside, key=len, default=path if path == home else "")
    return [
        replace(place, current="page" if place.href == path else "true" if place.href == nearest else "")
        for place in places
    ]
