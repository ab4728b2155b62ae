"""Whole pages that are remembered as long as nothing in their network changed.

A page is found again by its network, the pulse of that network (raised by every committed change of any of its rows,
see ``tenancy.sql``), who looks, the minute, and everything of the request that it can depend on. A change gives a new
pulse, so what is remembered can never be old; it is only never asked for again, and falls off the shelf.
Nothing of one person stands in what is remembered: their name, their number, their token and the number at their bell
are marks that are filled in each time. A mark holds a NUL, which no form accepts and no text in the database can hold.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils.html import escape

from schakel.web.bell import count_of

NAME, NUMBER, TOKEN, BELL = "\0name\0", "\0number\0", "\0token\0", "\0bell\0"
#: What of the request a page may depend on, beside its address.
HEADERS = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request", "HX-Target")
LONGEST_ADDRESS = 500
Key = tuple[Hashable, ...]
View = TypeVar("View", bound=Callable[..., HttpResponse])


class Shelf:
    """A place for pages with a limit in bytes; what was not asked for the longest leaves first."""

    def __init__(self, n_bytes: int) -> None:
        self.n_bytes = n_bytes
        self._used = 0
        self._pages: OrderedDict[Key, tuple[bytes, dict[str, str]]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> tuple[bytes, dict[str, str]] | None:
        """Take a page off the shelf and put it in front."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: tuple[bytes, dict[str, str]]) -> None:
        """Put a page in front; the ones at the back make room."""
        size = len(page[0])
        if size > self.n_bytes // 8:
            return
        with self._lock:
            before = self._pages.pop(key, None)
            self._used += size - (len(before[0]) if before else 0)
            self._pages[key] = page
            while self._used > self.n_bytes:
                _, (old, _headers) = self._pages.popitem(last=False)
                self._used -= len(old)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._pages.clear()
            self._used = 0


SHELF = Shelf(settings.REMEMBERED_MB * 1_000_000)


def remembered(request: HttpRequest, *who: Hashable, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Give the page that stands on the shelf, or make it.

    who: what the page depends on beside its address and its network: ``request.user.pk`` for a page with something of
    a person, what they hold here for a page with a deed, nothing for a page that is the same for every member.
    Only for members, and for pages that read: no page that waits for a message to a person is remembered.
    """
    key = _key(request, who)
    if key is None:
        return make()
    found = SHELF.get(key)
    if found is None:
        request.is_remembered = True  # type: ignore[attr-defined]
        response = make()
        if response.streaming or not response.headers["Content-Type"].startswith("text/html"):
            return response
        body = bytes(response.content)
        found = body, dict(response.headers)
        if response.status_code == 200 and not response.cookies:
            SHELF.put(key, found)
        response.content = _filled_in(request, body)
        return response
    body, headers = found
    return HttpResponse(_filled_in(request, body), headers=headers)


def person(request: HttpRequest) -> Hashable:
    """Each person has their own page."""
    user: Any = request.user
    return user.pk


def remembers(*who: Callable[[HttpRequest], Hashable]) -> Callable[[View], View]:
    """Remember the pages of a view; ``who`` as in ``remembered``, asked of each request."""

    def mark(view: View) -> View:
        @wraps(view)
        def look(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return remembered(
                request, *(one(request) for one in who), make=lambda: view(request, *args, **kwargs)
            )

        return look  # type: ignore[return-value]  # the same view, asked less often

    return mark


def this_minute() -> int:
    """The minute in which we live: a vote closes, a meeting begins and a day ends on a whole minute."""
    return int(time.time()) // 60


def _key(request: HttpRequest, who: Key) -> Key | None:
    """Everything that the page depends on; None where it is made anew each time."""
    network: Any = getattr(request, "network", None)
    pulse = getattr(network, "pulse", None)
    address = request.get_full_path()
    if (
        not SHELF.n_bytes
        or pulse is None
        or request.method not in {"GET", "HEAD"}
        or len(address) > LONGEST_ADDRESS
        or "%00" in address
        or network.pk not in getattr(request.user, "network_ids", ())
        or len(get_messages(request))
    ):
        return None
    asked = (request.get_host(), address, request.method, request.COOKIES.get("schakel_scheme"))
    return (network.pk, pulse, this_minute(), *who, *asked, *(request.headers.get(name) for name in HEADERS))


def _filled_in(request: HttpRequest, body: bytes) -> bytes:
    """Put the person who looks in the places that are marked."""
    user: Any = request.user
    if TOKEN.encode() in body:
        body = body.replace(TOKEN.encode(), get_token(request).encode())
    filled = {
        NAME: escape(user.name),
        NUMBER: str(user.pk),
        BELL: count_of(getattr(request, "network", None)),
    }
    for mark, text in filled.items():
        body = body.replace(mark.encode(), text.encode())
    return body
