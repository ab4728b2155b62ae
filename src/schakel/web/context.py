"""What every page needs to draw its frame, under one name: ``frame``."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from schakel.web.bell import count_of
from schakel.web.menu import ITEMS, Item, address, groups, menu
from schakel.web.remembered import BELL, NAME, NUMBER, TOKEN

SCHEME_COOKIE = "schakel_scheme"
SCHEMES = ("light", "dark")


@cache
def release() -> str:
    """Name the version of Schakel that made the page."""
    try:
        return version("schakel")
    except PackageNotFoundError:
        return ""


#: Where the frame links to: the first of these pages that exists.
LINKS = {
    "front": ("overview:front", "front"),
    "sign_in": ("account_login",),
    "sign_out": ("account_logout",),
    "account": ("mfa_index",),
    "demo": ("demo:people",),
    "help": ("overview:help",),
    "accessibility": ("overview:accessibility",),
    "privacy": ("overview:privacy",),
    "scheme": ("web:scheme",),
}


@cache
def links() -> dict[str, str]:
    """Find the addresses of the pages in the frame; where a page does not exist, nothing. Looked up once."""
    found = {key: next(filter(None, map(address, names)), "") for key, names in LINKS.items()}
    return found if getattr(settings, "IS_DEMO", False) else {**found, "demo": ""}


def _address(request: HttpRequest) -> str:
    try:
        return request.build_absolute_uri(request.path)
    except DisallowedHost:
        return request.path


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give the base page its network, menu, links, colour scheme, version and address. No database query."""
    scheme = request.COOKIES.get(SCHEME_COOKIE, "")
    user = getattr(request, "user", None)
    # On a page that is remembered stand marks instead of the person who looks: see schakel.web.remembered.
    is_remembered = getattr(request, "is_remembered", False)
    places: Any = SimpleLazyObject(lambda: _menu(request))
    return {
        **({"csrf_token": TOKEN} if is_remembered else {}),
        "frame": {
            "name": NAME if is_remembered else getattr(user, "name", ""),
            "number": NUMBER if is_remembered else getattr(user, "pk", ""),
            "network": getattr(request, "network", None),
            "menu": places,
            "foot": SimpleLazyObject(lambda: groups(places)),
            "links": links(),
            "is_inside": SimpleLazyObject(lambda: _is_inside(request)),
            "bell": _bell(request, is_remembered),
            "search": _search(request),
            "scheme": scheme if scheme in SCHEMES else "",
            "release": release(),
            "address": _address(request),
        },
    }


def _bell(request: HttpRequest, is_remembered: bool) -> dict[str, Any] | None:
    """The bell of a member: where it leads and how many notices are new."""
    network: Any = getattr(request, "network", None)
    if not hasattr(network, "n_unread") or not getattr(request, "is_member", True):
        return None
    href = address("notices:notices", network=network.slug)
    return {"href": href, "count": BELL if is_remembered else count_of(network)} if href else None


def _search(request: HttpRequest) -> str:
    """Where a member searches; nothing on that page itself, which has a field of its own."""
    network: Any = getattr(request, "network", None)
    href = (
        address("search:search", network=network.slug) if network is not None and _is_inside(request) else ""
    )
    return "" if href == request.path else href


def _menu(request: HttpRequest) -> list[Item]:
    network = getattr(request, "network", None)
    if network is None or not _is_inside(request):
        return []
    # Who only reads along is not led to a form that refuses.
    items = [item for item in ITEMS if not (item.deed and getattr(network, "reads_along", False))]
    return menu(network.slug, request.path, items)


def _is_inside(request: HttpRequest) -> bool:
    """Whether who looks may enter the network of the page: signed in, and a member of it."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated and getattr(request, "is_member", True)
