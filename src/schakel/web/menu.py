"""The menu of a network: a row of words on a desk, four and *Meer* under the thumb of a phone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Item:
    """One place of a network.

    ``thumb`` places also stand in the bar of a phone, under their short word; a ``deed`` is something to begin with;
    what is ``below`` stands only in the foot, with all the others, under the word of its ``group``.
    """

    url_name: str
    word: str | Promise
    icon: str
    short: str | Promise = ""
    thumb: bool = False
    deed: bool = False
    below: bool = False
    group: str | Promise = ""
    href: str = ""
    current: str = ""


@dataclass(frozen=True)
class Group:
    """Places of one sort, under their word in the foot."""

    word: str | Promise
    places: list[Item]


WORK, NETWORK, MANAGE = _("Werk"), _("Netwerk"), _("Beheer")

ITEMS = (
    Item("overview:start", _("Mijn overzicht"), "home", short=_("Overzicht"), thumb=True, group=WORK),
    Item("initiatives:portfolio", _("Portfolio"), "board", thumb=True, group=WORK),
    Item("initiatives:intake", _("Nieuwe ideeën"), "mail", group=WORK),
    Item("governance:decisions", _("Besluiten"), "decision", thumb=True, group=WORK),
    Item("governance:meetings", _("Overleggen"), "meeting", group=WORK),
    Item("measuring:board", _("Meten"), "figure", group=WORK),
    Item("carechain:chain", _("Zorgketen"), "chain", group=WORK),
    Item("governance:bodies", _("Gremia"), "body", group=NETWORK),
    Item("network:partners", _("Partners"), "partner", group=NETWORK),
    Item("search:search", _("Zoeken"), "search", below=True, group=WORK),
    Item("measuring:indicators", _("Indicatoren"), "doc", below=True, group=WORK),
    Item("initiatives:screening", _("Screening"), "score", below=True, group=WORK),
    Item("initiatives:explored", _("Onderzochte onderwerpen"), "explore", below=True, group=WORK),
    Item("initiatives:updates", _("Hoe het gaat"), "view", below=True, group=WORK),
    Item("governance:themes", _("Thema’s"), "idea", below=True, group=NETWORK),
    Item("overview:quarter", _("Kwartaaloverzicht"), "figure", below=True, group=WORK),
    Item("initiatives:staying", _("Borging"), "ready", below=True, group=WORK),
    Item("initiatives:lessons", _("Lessen"), "idea", below=True, group=WORK),
    Item("initiatives:funding", _("Geldstromen"), "promise", below=True, group=NETWORK),
    Item("network:agreements", _("Overeenkomsten"), "agreement", below=True, group=NETWORK),
    Item("network:people", _("Mensen"), "person", below=True, group=NETWORK),
    Item("governance:absences", _("Afwezigheid"), "away", below=True, group=NETWORK),
    Item("overview:work", _("Taken"), "chain", below=True, group=MANAGE),
    Item("governance:growth", _("Groeipad"), "start", below=True, group=NETWORK),
    Item("exchange:excel", _("Excel in en uit"), "doc", below=True, group=MANAGE),
    Item("network:about", _("Over dit netwerk"), "network", below=True, group=NETWORK),
    Item("overview:setup", _("Beheer"), "key", below=True, group=MANAGE),
    Item(
        "initiatives:submit",
        _("Dien een idee in"),
        "idea",
        short=_("Nieuw idee"),
        thumb=True,
        deed=True,
        group=WORK,
    ),
)


def address(url_name: str, **kwargs: str) -> str:
    """Find an address by its name, or nothing where that page does not exist (a module that is not there)."""
    return _address(url_name, tuple(kwargs.items()))


@lru_cache(maxsize=4_096)
def _address(url_name: str, kwargs: tuple[tuple[str, str], ...]) -> str:
    """The same, looked for once: a page asks for sixty, and which pages there are does not change while we serve."""
    try:
        return reverse(url_name, kwargs=dict(kwargs) or None)
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


def groups(places: Iterable[Item]) -> list[Group]:
    """Put the places of a menu in their groups, in the order of ``ITEMS``; a group without places is left out."""
    known = list(places)
    # The very same word, not one that reads alike: comparing words that wait for their translation is slow.
    found = [Group(word, [one for one in known if one.group is word]) for word in (WORK, NETWORK, MANAGE)]
    return [group for group in found if group.places]
