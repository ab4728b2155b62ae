"""Who a page is for. Every view says it once; the middleware keeps it and the access matrix tests it."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar


class Audience(StrEnum):
    """For whom a page is, before any right on a single object is asked."""

    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    MEMBERS = "members"
    DEMO = "demo"
    SECRET_LINK = "secret_link"  # noqa: S105 - a kind of page, no secret


View = TypeVar("View", bound=Callable)


def _mark(audience: Audience) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.audience = audience.value  # type: ignore[attr-defined]
        return view

    return mark


#: Anyone may read this page, signed in or not.
public = _mark(Audience.PUBLIC)
#: Only who has signed in, whatever their network.
signed_in = _mark(Audience.SIGNED_IN)
#: Only members of the network in the address; for anyone else the network does not exist (404).
members = _mark(Audience.MEMBERS)
#: Only in demo mode; elsewhere the page does not exist.
demo_only = _mark(Audience.DEMO)
#: Whoever holds the secret in the address; the view looks as the person who made the link, and says 404 to all others.
secret_link = _mark(Audience.SECRET_LINK)
