"""Whole pages that are remembered as long as nothing in their network changed.

A page is found again by its network, the pulse of that network (raised by every committed change of any of its rows,
see ``tenancy.sql``), who looks, the day, and everything of the request that it can depend on. A change gives a new
pulse, so what is remembered can never be old; it is only never asked for again, and falls off the shelf. What changes
by the clock within a day tells the page so (``schakel.web.moments``), and the page is not given from that moment on.
Nothing of one person stands in what is remembered: their name, their number, their token and the number at their bell
are marks that are filled in each time. A mark holds a NUL, which no form accepts and no text in the database can hold.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.html import escape

from schakel.web.bell import count_of
from schakel.web.moments import moments_ahead
from schakel.web.shelf import Shelf

NAME, NUMBER, TOKEN, BELL = "\0name\0", "\0number\0", "\0token\0", "\0bell\0"
#: What of the request a page may depend on, beside its address.
HEADERS = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request", "HX-Target")
LONGEST_ADDRESS = 500
#: What a page can depend on beside its address: an id, a reason to refuse, a moment; each written out in its key.
Who = UUID | str | int | bool | datetime | tuple[int, ...] | None
View = TypeVar("View", bound=Callable[..., HttpResponse])


SHELF = Shelf(settings.REMEMBERED_MB * 1_000_000)


def remembered(request: HttpRequest, *who: Who, make: Callable[[], HttpResponse]) -> HttpResponse:
    """Give the page that stands on the shelf, or make it.

    who: what the page depends on beside its address and its network: ``request.user.pk`` for a page with something of
    a person, what they hold here for a page with a deed, nothing for a page that is the same for every member.
    Only for members, and for pages that read: no page that waits for a message to a person is remembered.
    """
    key = _key(request, who)
    if key is None:
        return make()
    if (found := _from_shelf(key, timezone.now())) is not None:
        body, headers = found
        return HttpResponse(_filled_in(request, body), headers=headers)
    request.is_remembered = True  # type: ignore[attr-defined]
    try:
        with moments_ahead() as ahead:
            response = make()
    except Exception:
        request.is_remembered = False  # type: ignore[attr-defined]  # the page of the error names who looks
        raise
    if response.streaming or not response.headers["Content-Type"].startswith("text/html"):
        return response
    body = bytes(response.content)
    if response.status_code == 200 and not response.cookies:
        _put_on_shelf(key, body, dict(response.headers), min(ahead, default=None))
    response.content = _filled_in(request, body)
    return response


def _from_shelf(key: str, now: datetime) -> tuple[bytes, dict[str, str]] | None:
    """The page and its headers, when it stands there and is good now."""
    page = SHELF.get(key)
    if page is None:
        return None
    label, _newline, body = page.partition(b"\n")
    good_until, headers = json.loads(label)
    return (body, headers) if good_until is None or now.timestamp() < good_until else None


def _put_on_shelf(key: str, body: bytes, headers: dict[str, str], good_until: datetime | None) -> None:
    """Keep a page with its headers, and the moment from which it is no longer good."""
    label = json.dumps([good_until and good_until.timestamp(), headers])
    SHELF.put(key, label.encode() + b"\n" + body)


def person(request: HttpRequest) -> Who:
    """Each person has their own page."""
    user: Any = request.user
    return user.pk


def remembers(*who: Callable[[HttpRequest], Who]) -> Callable[[View], View]:
    """Remember the pages of a view; ``who`` as in ``remembered``, asked of each request."""

    def mark(view: View) -> View:
        @wraps(view)
        def look(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return remembered(
                request, *(one(request) for one in who), make=lambda: view(request, *args, **kwargs)
            )

        return look  # type: ignore[return-value]  # the same view, asked less often

    return mark


def _key(request: HttpRequest, who: tuple[Who, ...]) -> str | None:
    """Everything that the page depends on; None where it is made anew each time."""
    network: Any = getattr(request, "network", None)
    pulse = getattr(network, "pulse", None)
    address = request.get_full_path()
    if (
        not SHELF.n_sets
        or pulse is None
        or request.method not in {"GET", "HEAD"}
        or len(address) > LONGEST_ADDRESS
        or "%00" in address
        or network.pk not in getattr(request.user, "network_ids", ())
        or len(get_messages(request))
    ):
        return None
    for one in who:
        if not isinstance(one, UUID | str | int | datetime | tuple | None):
            raise TypeError(
                f"A page cannot be remembered under {type(one).__name__}: its words do not tell it apart."
            )
    asked = (request.get_host(), address, request.method, request.COOKIES.get("schakel_scheme"))
    shape = (request.headers.get(name) for name in HEADERS)
    # The menu of who only reads along is shorter; it stands on every page.
    menu = getattr(network, "reads_along", False)
    return repr((network.pk, pulse, timezone.localdate(), menu, *who, *asked, *shape))


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
